"""Times of day: «kl. 14», «08:30», «5 pm», «kl. 9–15», «mellom 9 og 15»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span

_SP = r"[ \u00a0\t]{0,2}\n?[ \t]{0,8}"
_CLOCK = r"(?P<{0}>2[0-4]|[01]?\d)(?:[.:](?P<{1}>[0-5]\d))?(?:\s?(?P<{2}>[ap])\.?m\b)?"
_TO = rf"{_SP}(?:[-–]|til\b|till\b|to\b|og\b|och\b|and\b){_SP}"
_RANGE = rf"{_CLOCK.format('h', 'm', 'ap')}(?:{_TO}(?:kl\.?\s?)?{_CLOCK.format('h2', 'm2', 'ap2')})?(?![\w:]|[.,]\d)"
_SAID = re.compile(
    rf"\b(?P<word>kl\.?|klokka|klokken|klockan|at|mellom|mellem|mellan|between){_SP}{_RANGE}", re.IGNORECASE
)
_WRITTEN = re.compile(rf"(?<![\w.,:/–-]){_RANGE}", re.IGNORECASE)
_BETWEEN = ("mellom", "mellem", "mellan", "between")


def find_times(text: str) -> Iterator[Entity]:
    """Times as `14:00`, spans of hours as `09:00/15:00`.

    Without a word such as «kl.», figures are a time as `9-17`, `08:30` or `5 pm`; «between 9 and 15» needs both ends.
    """
    for match in _SAID.finditer(text):
        ranged = match["h2"] is not None
        if match["word"].lower() not in _BETWEEN or ranged:
            yield from _entity(match, match.start())
    for match in _WRITTEN.finditer(text):
        colon = ":" in match.group() and match["m"]
        hours = match["h2"] is not None and re.search(r"[-–]", match.group()) and int(match["h"]) < int(match["h2"])
        minutes = match["m"] and match["m2"]
        if colon or minutes or match["ap"] or match["ap2"] or (hours and int(match["h"]) >= 6):
            yield from _entity(match, match.start())


def _entity(match: re.Match[str], start: int) -> Iterator[Entity]:
    last_half = match["ap2"] or ""
    first = _value(match["h"], match["m"], match["ap"] or last_half)
    last = _value(match["h2"], match["m2"], last_half) if match["h2"] else ""
    if first:
        yield Entity(EntityKind.TIME, Span(start, match.end()), f"{first}/{last}" if last else first)


def _value(hour: str, minute: str | None, half: str) -> str:
    number = int(hour)
    if half:
        number = number % 12 + 12 * (half.lower() == "p")
    return f"{number:02}:{minute or '00'}"
