"""Dates in every style of the five languages, and what day a date without a year means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span
from trustcheck.text.calendar_words import (
    RELATIVE,
    RELATIVE_OPENERS,
    WEEK_WORDS,
    month_numbers,
    short_weekdays,
    weekday_numbers,
)

_REACH = 48
"""How far before or after a month's name the rest of its date may stand, in code points."""
_SP = r"[ \u00a0\u2009\u202f\t]{0,3}\n?[ \t]{0,8}"
_WORD = re.compile(r"[^\W\d_]{1,14}")
_DAY = r"[0-3]?\d"
_TH = r"(?:\.|st\b|nd\b|rd\b|th\b|:?e\b|:a\b)?"
_DAYS_BEFORE = re.compile(
    rf"(?<![\w.,:/-])(?P<first>{_DAY}){_TH}"
    rf"(?:{_SP}(?:–|-|til\b|till\b|to\b|(?P<and>og\b|och\b|and\b|&)){_SP}(?P<last>{_DAY}){_TH})?{_SP}(?:of{_SP})?\Z",
    re.IGNORECASE,
)
_DAYS_AFTER = re.compile(
    rf"\.?{_SP}(?P<first>{_DAY})(?:st|nd|rd|th)?(?:{_SP}(?:–|-|to\b){_SP}(?P<last>{_DAY})(?:st|nd|rd|th)?)?"
    rf"(?![\w:/-]|[.,]\d)(?P<year>,?{_SP}(?:19|20)\d\d(?!\d))?"
)
_YEAR_AFTER = re.compile(rf"\.?,?{_SP}(?P<year>(?:19|20)\d\d)(?![\w-]|[.,]\d)")
_FIGURES = re.compile(
    r"(?<![\w./,:-])(?:(?P<yi>(?:19|20)\d\d)-(?P<mi>[01]\d)-(?P<di>[0-3]\d)(?![\w-])"
    r"|(?P<d>[0-3]?\d)(?:\.[ ]?(?P<m1>[01]?\d)\.[ ]?(?P<y1>(?:19|20)?\d\d)(?![\d%])"
    r"|/(?P<m2>[01]?\d)(?:[-/. ](?P<y2>(?:19|20)\d\d|\d\d)(?![\d:.]))?|-(?P<m3>[01]?\d)-(?P<y3>(?:19|20)\d\d)"
    r"|\.(?P<m4>[01]?\d)\b\.?(?![\d,]))(?![\w/-]))"
)
_FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4", "24/7", "1/1"})
_WEEK = re.compile(rf"{_SP}(?:nr\.?{_SP}|no\.?{_SP})?(?P<week>[0-5]?\d)(?![\w.,:/-]?\d|\w)")
_DAY_OF_MONTH = re.compile(rf"\.?,?{_SP}(?:den|d\.|the){_SP}(?P<day>[0-3]?\d)(?:\.|st|nd|rd|th)?(?![\w/:-]|[.,]\d)")
_LONGEST_MONTHS = 63
"""How many days away a weekday with a day of the month may lie."""
_OPEN_DATE = re.compile(
    r"\b(?:den|fra|frå|från|from|før|före|innan|innen|inden|by|per|pr\.|til|till|senest|senast|seinast|on)\s\Z",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"(?:(?<![^\W_])(?P<weekday>[^\W\d_]{{3,10}})\.?,?{_SP})?(?P<article>(?<![^\W_])(?:den|d\.|the){_SP})?\Z",
    re.IGNORECASE,
)
_ARTICLES = ("den", "the")
_LONGEST_LEAD = 26
_POINT_INSIDE = re.compile(r"\.[ \u00a0\n]{1,2}[a-zæøåäö\d]")


@cache
def _keys() -> dict[str, str]:
    """Every word that a date in words can hang on → what kind of word it is."""
    keys = dict.fromkeys(WEEK_WORDS, "week") | dict.fromkeys(RELATIVE_OPENERS, "relative")
    return keys | dict.fromkeys(weekday_numbers(), "weekday") | dict.fromkeys(month_numbers(), "month")


def find_dates(text: str, today: date) -> Iterator[Entity]:
    """Every date; calendar dates come before weekdays and «today», and may overlap them. Values as in

    `model.language.Entity`; a week is `W-week-49`. A date that no calendar has (31.2.) is none.
    """
    keys = _keys()
    hits = [(m, kind) for m in _WORD.finditer(text) if (kind := keys.get(m.group().lower()))]
    if any(c.isdigit() for c in text):
        yield from _in_figures(text)
        for word, kind in hits:
            if kind == "month":
                yield from _around_month(text, word)
    for word, kind in hits:
        if kind == "weekday":
            yield _weekday(text, word, today)
        elif kind == "week" and (week := _WEEK.match(text, word.end())) and 1 <= int(week["week"]) <= 53:
            yield _entity(word.start(), week.end(), f"W-week-{int(week['week'])}")
        elif kind == "relative":
            yield from _relative(text, word.start())


def _weekday(text: str, word: re.Match[str], today: date) -> Entity:
    """A weekday; with the day of the month («fredag den 27.») the nearest day that is both, if there is one."""
    number = weekday_numbers()[word.group().lower()]
    if day := _DAY_OF_MONTH.match(text, word.end()):
        for distance in range(_LONGEST_MONTHS):
            for near in (today + timedelta(distance), today - timedelta(distance)):
                if near.day == int(day["day"]) and near.isoweekday() == number:
                    return _entity(word.start(), day.end("day"), near.isoformat())
    return _entity(word.start(), word.end(), f"W-{number}")


def _in_figures(text: str) -> Iterator[Entity]:
    for match in _FIGURES.finditer(text):
        if match["yi"]:
            value = _value(int(match["yi"]), int(match["mi"]), int(match["di"]))
        else:
            month = next(int(match[k]) for k in ("m1", "m2", "m3", "m4") if match[k])
            value = _value(_year(match["y1"] or match["y2"] or match["y3"]), month, int(match["d"]))
        if value and _is_sure(text, match):
            yield _entity(_start(text, match.start()), match.end(), value)


def _is_sure(text: str, match: re.Match[str]) -> bool:
    """«12.3.» and «1/2» are dates only after «innen» and its like, or a weekday; «12.3» only after a weekday."""
    short = match["m4"] is not None
    if not short and match.group() not in _FRACTIONS:
        return True
    if _start(text, match.start()) < match.start():
        return True
    said = _OPEN_DATE.search(text, max(0, match.start() - 12), match.start())
    return said is not None and (not short or match.group().endswith("."))


def _around_month(text: str, word: re.Match[str]) -> Iterator[Entity]:
    """A date whose month stands in words: «12. mars 2026», «8.–10. mai», «March 12th», «november 2026»."""
    month = month_numbers()[word.group().lower()]
    year_after = _YEAR_AFTER.match(text, word.end())
    before = _DAYS_BEFORE.search(text, max(0, word.start() - _REACH), word.start())
    if before:
        end, year = (year_after.end(), int(year_after["year"])) if year_after else (_full_stop(text, word), None)
        yield from _days(text, before, month, year, end)
        return
    after = _DAYS_AFTER.match(text, word.end())
    if year_after:
        yield _entity(word.start(), year_after.end(), f"{year_after['year']}-{month:02}")
    elif after and word.group()[0].isupper():
        year = int(after["year"].strip(", \n\t\u00a0")) if after["year"] else None
        first = _value(year, month, int(after["first"]))
        last = _value(year, month, int(after["last"])) if after["last"] else ""
        if first:
            yield _entity(_start(text, word.start()), after.end(), f"{first}/{last}" if last else first)


def _days(text: str, before: re.Match[str], month: int, year: int | None, end: int) -> Iterator[Entity]:
    first = _value(year, month, int(before["first"]))
    last = _value(year, month, int(before["last"])) if before["last"] else ""
    if not first or (before["last"] and not last):
        return
    start = _start(text, before.start())
    if last and before["and"]:  # «6. og 27. oktober» are two days, not the time between them
        yield _entity(start, before.end("first"), first)
        yield _entity(before.start("last"), end, last)
    else:
        yield _entity(start, end, f"{first}/{last}" if last else first)


def _full_stop(text: str, word: re.Match[str]) -> int:
    """The end of a month's name; the point of «4. des.» belongs to it where the sentence goes on."""
    goes_on = len(word.group()) <= 4 and _POINT_INSIDE.match(text, word.end())
    return word.end() + bool(goes_on)


def _start(text: str, start: int) -> int:
    """Where a date begins that has its weekday or article before it: «måndagen den 7 december», «Mon 23 Nov»."""
    lead = _LEAD.search(text, max(0, start - _LONGEST_LEAD), start)
    if lead is None:
        return start
    word = (lead["weekday"] or "").lower()
    if word in weekday_numbers() or word in short_weekdays() or word in _ARTICLES:
        return lead.start()
    return lead.start("article") if lead["article"] else start


@cache
def _relative_phrases() -> re.Pattern[str]:
    gap = r"(?:[ \u00a0]{1,2}|[ \t]?\n[ \t]{0,8})"
    phrases = sorted(RELATIVE, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(gap.join(p.split()) for p in phrases)})(?![\w-])", re.IGNORECASE)


def _relative(text: str, start: int) -> Iterator[Entity]:
    if said := _relative_phrases().match(text, start):
        yield _entity(start, said.end(), f"{RELATIVE[' '.join(said.group().lower().split())]:+d}")


def _entity(start: int, end: int, value: str) -> Entity:
    return Entity(EntityKind.DATE, Span(start, end), value)


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _value(year: int | None, month: int, day: int) -> str:
    """The canonical value of a day, or an empty text where no calendar has it."""
    try:
        date(year or 2024, month, day)  # a leap year: 29 February without a year is a date
    except ValueError:
        return ""
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def resolve_year(value: str, today: date) -> date | None:
    """The day that `--MM-DD` means in a letter of `today`: of last, this and next year the one nearest to it."""
    month, day = int(value[2:4]), int(value[5:7])
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        if _value(year, month, day):
            found.append(date(year, month, day))
    return min(found, key=lambda d: abs((d - today).days), default=None)


def last_day(value: str, today: date) -> date | None:
    """The last calendar day that a DATE value means: the end of a range."""
    start, _, end = value.partition("/")
    return _day(end or start, today)


def _day(value: str, today: date) -> date | None:
    if value.startswith("--"):
        return resolve_year(value, today)
    if value[:1] in "+-" and value[1:].isdigit():
        return date.fromordinal(today.toordinal() + int(value))
    try:
        return date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError:
        return None
