"""Lengths of time: «14 dager», «to virkedager», «tolv år», «24 hours», «two to three weeks»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span
from trustcheck.text.numbers import count_of

_UNITS = {
    "PT{}M": "minutt minutter minuttar minut minuter minuters minutters minute minutes min",
    "PT{}H": "time timer timar timers timars timme timmar timmars hour hours",
    "P{}D": "dag dager dagar dage dagers dagars dages day days døgn dygn døgns dygns",
    "P{}W": "uke uker ukers veke veker vekers vecka veckor veckors uge uger ugers week weeks",
    "P{}M": "måned måneder måneders månad månader månaders månadar månadars month months md mdr mnd",
    "P{}Y": "år års year years",
}
_WORKING_DAYS = (
    "virkedag virkedager virkedagar virkedagers vardag vardagar vardagars hverdag hverdage hverdager hverdages kvardag "
    "kvardagar bankdag bankdager bankdagar bankdage arbeidsdag arbeidsdager arbeidsdagar arbetsdag arbetsdagar "
    "arbejdsdag arbejdsdage yrkedag yrkedagar"
).split()
_SHAPE_OF = {word: shape for shape, words in _UNITS.items() for word in words.split()} | dict.fromkeys(
    _WORKING_DAYS, "P{}D"
)
_WORD = re.compile(r"[^\W\d_]{2,12}")
_FIGURES_ONLY = frozenset({"min", "md", "mdr", "mnd"})
"""Abbreviations that are other words too («min» is «my»): a duration only after figures."""
_REACH = 44
_SP = r"[ \u00a0\t]{0,3}\n?[ \t]{0,8}"
_COUNT = (
    r"\d{1,4}|et par|ett par|eit par|a few|a couple of|noen få|nokre få|några få|nogle få|[^\W\d_]{2,9}"
    r"|(?:(?<=within )|(?<=in )|(?<=after )|(?<=for )|(?<=than ))an?"
)
_QUALIFIER = r"working|business|banking|bank|full|clear|calendar|hele|heile|hela|virkelige|hverdagslige"
_BEFORE = re.compile(
    rf"(?<![\w.,/:-])(?P<n>{_COUNT})(?:\s?[-–]\s?(?P<n2>\d{{1,4}})|\s(?:til|till|to|eller|or)\s(?P<n3>\d{{1,4}}"
    rf"|[^\W\d_]{{2,9}}))?"
    rf"{_SP}-?(?:(?P<q>{_QUALIFIER})\s)?\Z",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:innen|innan|inden|inom|within|om|in|etter|efter|after|på|minst|mindst|maks|max|least|than|only|kun|bare|bara)\s\Z",
    re.IGNORECASE,
)
_SEVERAL = frozenset(
    {"et par", "ett par", "eit par", "a few", "a couple of", "noen få", "nokre få", "några få", "nogle få"}
)


def find_durations(text: str) -> Iterator[Entity]:
    """Durations as ISO 8601: `P14D`, `PT24H`, `P12Y`; of a range the longer end; «a couple» counts as two.

    `detail["unit"]` is `working-day` where only working days count.
    """
    for word in _WORD.finditer(text):
        unit = word.group().lower()
        if unit not in _SHAPE_OF or text[word.end() : word.end() + 1].isalnum():
            continue
        before = _BEFORE.search(text, max(0, word.start() - _REACH), word.start())
        count = _count(before, unit) if before and not _is_some_day(text, before, unit) else None
        if before and count is not None:
            working = unit in _WORKING_DAYS or (before["q"] or "").lower() in ("working", "business", "banking", "bank")
            detail = {"unit": "working-day"} if working else {}
            span = Span(before.start(), word.end())
            yield Entity(EntityKind.DURATION, span, _SHAPE_OF[unit].format(count), detail)


def _is_some_day(text: str, before: re.Match[str], unit: str) -> bool:
    """«en dag», «one day» is no length of time, unless a word such as «innen» stands before it."""
    if unit not in ("dag", "day") or before["n"].lower() not in ("en", "ein", "one"):
        return False
    return _WITHIN.search(text, max(0, before.start() - 12), before.start()) is None


def _count(before: re.Match[str], unit: str) -> int | None:
    """How many units; None where the word before the unit is no number."""
    said = before["n"].lower()
    if unit in _FIGURES_ONLY and not said.isdigit():
        return None
    if unit == "time" and said in ("one", "two", "three", "a", "an"):  # English «one time» is no hour
        return None
    first = 1 if said in ("a", "an") else 2 if said in _SEVERAL else count_of(said)
    last = before["n2"] or before["n3"]
    return count_of(last) if last and first is not None else first
