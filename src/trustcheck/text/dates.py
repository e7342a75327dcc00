"""Dates in every style of the five languages, and what day a date without a year means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span

_LOCALES = ("nb", "nn", "sv", "da", "en")
_RELATIVE = {
    "i dag": 0, "idag": 0, "today": 0, "i morgen": 1, "i morgon": 1, "imorgon": 1, "tomorrow": 1,
    "i går": -1, "igår": -1, "i går kveld": -1, "yesterday": -1, "i overmorgen": 2, "i övermorgon": 2,
    "i kveld": 0, "i kväll": 0, "i aften": 0, "tonight": 0, "i formiddag": 0, "i ettermiddag": 0, "i eftermiddag": 0,
    "i förmiddags": 0, "i morse": 0, "i morges": 0, "this morning": 0, "this afternoon": 0,
    "i förrgår": -2, "i forgårs": -2, "i natt": 0, "i nat": 0,
}  # fmt: skip
_LONGEST_LEAD = 24
"""Longest «måndagen den » before a date, in code points."""
_OTHER_DAYS = {
    "mandag": 1, "tirsdag": 2, "onsdag": 3, "torsdag": 4, "fredag": 5, "lørdag": 6, "søndag": 7,
    "måndag": 1, "tysdag": 2, "laurdag": 6, "sundag": 7, "tisdag": 2, "lördag": 6, "söndag": 7,
}  # fmt: skip


@cache
def month_numbers() -> dict[str, int]:
    """Month names and abbreviations of the five languages (CLDR) → number."""
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    found[name.lower().rstrip(".")] = number
    found["sept"] = 9
    return found


@cache
def weekday_numbers() -> dict[str, int]:
    """Weekday names of the five languages → ISO number, Monday 1; with the endings that Nordic letters give them."""
    from babel.dates import get_day_names

    found = dict(_OTHER_DAYS)
    for locale in _LOCALES:
        for number, name in get_day_names("wide", "format", locale).items():
            found[name.lower()] = number + 1
    nordic = {name: number for name, number in found.items() if name.endswith("dag")}
    for name, number in nordic.items():
        found.update({name + ending: number for ending in ("en", "ens", "s", "ar", "er", "ene")})
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    months = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    days = "|".join(sorted(map(re.escape, weekday_numbers()), key=len, reverse=True))
    sp = r"[ \u00a0\t]?\n?[ \t]*"
    before = rf"(?:\b(?:{days})\.?,?{sp})?(?:\b(?:den|d\.|the|on){sp})?$"
    day = r"(?P<{0}>[0-3]?\d)(?:\.|st|nd|rd|th)?"
    year = rf"(?:,?{sp}(?P<{{0}}>(?:19|20)\d\d)(?!\d))?"
    joined = r"(?:–|-|til|till|to|(?P<and>og|och|and|&))"
    worded = (
        rf"(?<!\w){day.format('d1')}(?:{sp}{joined}{sp}{day.format('d1b')})?"
        rf"{sp}(?:of{sp})?(?P<m1>{months})\b(?:\.(?={sp}\d))?{year.format('y1')}"
        rf"|\b(?P<m2>{months})\.?{sp}{day.format('d2')}(?!\d)(?:{sp}(?:–|-|to){sp}{day.format('d2b')}(?!\d))?"
        rf"{year.format('y2')}"
    )
    figures = (
        r"(?<![\d./-])(?P<yi>(?:19|20)\d\d)-(?P<mi>[01]\d)-(?P<di>[0-3]\d)(?![\d-])"
        r"|(?<![\d./,-])(?P<d3>[0-3]?\d)(?:\.[ ]?(?P<m3>[01]?\d)\.[ ]?(?P<y3>(?:19|20)?\d\d)"
        r"|[/](?P<m4>[01]?\d)(?:[-/. ](?P<y4>(?:20)\d\d|\d\d)(?!\d))?"
        r"|-(?P<m5>[01]?\d)-(?P<y5>20\d\d)|\.(?P<m6>[01]?\d)\.)(?![\d/-])"
    )
    loose = (
        rf"\b(?P<mm>{months}){sp}(?P<my>(?:19|20)\d\d)\b"
        rf"|\b(?P<rel>{'|'.join(sorted(map(re.escape, _RELATIVE), key=len, reverse=True))})\b"
        rf"|\b(?:uke|veke|vecka|uge|week){sp}(?P<week>[0-5]?\d)\b"
        rf"|\b(?P<wd>{days})\b"
    )
    return re.compile(f"{figures}|{worded}", re.I), re.compile(loose, re.I), re.compile(before, re.I)


def find_dates(text: str, today: date) -> Iterator[Entity]:
    """Every date, in order of kind: calendar dates first, then months, weeks, weekdays and «today». Values as in

    `model.language.Entity`. A date that no calendar has (31.2.) is none.
    """
    calendar, loose, before = _patterns()
    for match in calendar.finditer(text):
        value = _calendar_value(match)
        lead = before.search(text, max(0, match.start() - _LONGEST_LEAD), match.start())
        start = lead.start() if lead else match.start()
        first, _, second = value.partition("/")
        if match["and"] and second:  # «6. og 27. oktober» are two days, not the time between them
            yield Entity(EntityKind.DATE, Span(start, match.end("d1")), first)
            yield Entity(EntityKind.DATE, Span(match.start("d1b"), match.end()), second)
        elif value:
            yield Entity(EntityKind.DATE, Span(start, match.end()), value)
    for match in loose.finditer(text):
        yield Entity(EntityKind.DATE, Span(*match.span()), _loose_value(match))


def _calendar_value(match: re.Match[str]) -> str:
    g = match.groupdict()
    if g["di"]:
        return _one(int(g["yi"]), int(g["mi"]), int(g["di"]))
    if g["d3"]:
        month = next(int(g[k]) for k in ("m3", "m4", "m5", "m6") if g[k])
        return _one(_year(g["y3"] or g["y4"] or g["y5"]), month, int(g["d3"]))
    name, first, last, year = ("m1", "d1", "d1b", "y1") if g["d1"] else ("m2", "d2", "d2b", "y2")
    month, given = month_numbers()[g[name].lower()], _year(g[year])
    start = _one(given, month, int(g[first]))
    end = _one(given, month, int(g[last])) if g[last] else ""
    return f"{start}/{end}" if start and end else start


def _loose_value(match: re.Match[str]) -> str:
    if match["mm"]:
        return f"{match['my']}-{month_numbers()[match['mm'].lower()]:02}"
    if match["rel"]:
        return f"{_RELATIVE[match['rel'].lower()]:+d}"
    if match["week"]:
        return f"W-week-{int(match['week'])}"
    return f"W-{weekday_numbers()[match['wd'].lower()]}"


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _one(year: int | None, month: int, day: int) -> str:
    try:
        date(year or 2024, month, day)  # a leap year: 29 February without a year is a date
    except ValueError:
        return ""
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def first_day(value: str, today: date) -> date | None:
    """The first calendar day that a DATE value means; without a year the nearest one. None for weekdays and weeks."""
    return _day(value.partition("/")[0], today)


def last_day(value: str, today: date) -> date | None:
    """The last calendar day that a DATE value means: the end of a range."""
    start, _, end = value.partition("/")
    return _day(end or start, today)


def _day(value: str, today: date) -> date | None:
    if value.startswith("--"):
        return _nearest(int(value[2:4]), int(value[5:7]), today)
    if value[:1] in "+-" and value[1:].isdigit():
        return date.fromordinal(today.toordinal() + int(value))
    try:
        return date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError:
        return None


def _nearest(month: int, day: int, today: date) -> date | None:
    """The year that brings the day closest to today: letters speak of last months and of next ones."""
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda d: abs((d - today).days), default=None)
