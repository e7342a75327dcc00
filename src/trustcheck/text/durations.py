"""Lengths of time: «14 dager», «to virkedager», «tolv år», «24 hours»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span
from trustcheck.text.numbers import NUMBER_WORD, count_of

_UNITS = {
    "M": "minutt minutter minut minuter minutes minute min",
    "H": "time timer timar timme timmar hour hours timen",
    "D": "dag dager dagar dage day days døgn dygn virkedag virkedager virkedagar vardag vardagar hverdag hverdage hverdager "
    "bankdag bankdager bankdagar bankdage arbeidsdag arbeidsdager arbetsdag arbetsdagar arbejdsdag arbejdsdage "
    "kvardag kvardagar døgnet",
    "W": "uke uker veke veker vecka veckor uge uger week weeks",
    "MO": "måned måneder månad månader månadar month months md mdr",
    "Y": "år årene year years",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_DURATION = re.compile(
    rf"(?<![\w.,/-])(?P<n>\d{{1,4}}|{NUMBER_WORD}|et par|ett par|a few|noen få|några få|nogle få)"
    r"(?:\s?[-–]\s?(?P<n2>\d{1,3}))?"
    r"[ \u00a0\t]{0,3}\n?[ \t]{0,8}-?(?:working |business |full |hele |calendar |clear )?"
    rf"(?P<unit>{'|'.join(sorted(_UNIT_OF, key=len, reverse=True))})(?![\w])",
    re.IGNORECASE,
)


def find_durations(text: str) -> Iterator[Entity]:
    """Durations as ISO 8601: `P14D`, `PT24H`, `P12Y`; of a range the longer end; «a couple» counts as two."""
    for match in _DURATION.finditer(text):
        number = match["n2"] or match["n"]
        count = count_of(number)
        yield Entity(EntityKind.DURATION, Span(*match.span()), _iso(2 if count is None else count, match["unit"]))


def _iso(count: int, unit_word: str) -> str:
    unit = _UNIT_OF[unit_word.lower()]
    if unit in ("M", "H"):
        return f"PT{count}{unit}"
    return f"P{count}{unit[0]}"
