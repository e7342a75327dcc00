"""Names of months and weekdays, and words such as «i morgen», of the five languages; all read in any language."""

from __future__ import annotations

from functools import cache

_LOCALES = ("nb", "nn", "sv", "da", "en")
_MORE_SHORT_DAYS = {
    "mån": 1, "tir": 2, "tirs": 2, "tis": 2, "tys": 2, "tues": 2, "ons": 3, "tor": 4, "tors": 4, "thur": 4, "thurs": 4,
    "fre": 5, "lør": 6, "lau": 6, "laur": 6, "lör": 6, "søn": 7, "sun": 7, "sön": 7,
}  # fmt: skip

RELATIVE = {
    "i dag": 0, "idag": 0, "today": 0, "i kveld": 0, "i kväll": 0, "ikväll": 0, "i aften": 0, "tonight": 0,
    "i formiddag": 0,
    "i ettermiddag": 0, "i eftermiddag": 0, "i føremiddag": 0, "i förmiddags": 0, "i morse": 0, "i morges": 0,
    "i morgons": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "i natt": 0, "inatt": 0,  "i nat": 0,
    "i morgen": 1, "imorgen": 1, "i morgon": 1, "imorgon": 1, "tomorrow": 1, "i overmorgen": 2, "i overmorgon": 2,
    "i övermorgon": 2, "i går": -1, "igår": -1, "i går kveld": -1, "i går kväll": -1, "i går aftes": -1, "i aftes": -1,
    "yesterday": -1, "last night": -1, "i forgårs": -2, "i førgår": -2, "i förrgår": -2,
}  # fmt: skip
"""Words for a day seen from the day of writing → days from it."""

RELATIVE_OPENERS = frozenset(phrase.split()[0] for phrase in RELATIVE)
WEEK_WORDS = frozenset({"uke", "veke", "vecka", "uge", "week"})


@cache
def month_numbers() -> dict[str, int]:
    """Month names and abbreviations, lower case and without a point (Unicode CLDR) → number."""
    from babel import Locale

    found = {"sept": 9}
    for locale in map(Locale.parse, _LOCALES):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names = locale.months[context][width]
                found |= {name.lower().rstrip("."): number for number, name in names.items()}
    return found


@cache
def weekday_numbers() -> dict[str, int]:
    """Weekday names, lower case (Unicode CLDR) → ISO number, Monday 1; also «måndagen» and «i måndags»."""
    from babel import Locale

    found = {"sundag": 7, "laurdag": 6}
    for locale in map(Locale.parse, _LOCALES):
        found |= {name.lower(): number + 1 for number, name in locale.days["format"]["wide"].items()}
    nordic = [(name, number) for name, number in found.items() if name.endswith("dag")]
    return found | {name + ending: number for name, number in nordic for ending in ("en", "ens", "s")}


@cache
def short_weekdays() -> dict[str, int]:
    """Abbreviated weekday names of three letters or more, which count only right before a date."""
    from babel import Locale

    found = dict(_MORE_SHORT_DAYS)
    for locale in map(Locale.parse, _LOCALES):
        for number, name in locale.days["format"]["abbreviated"].items():
            found[name.lower().rstrip(".")] = number + 1
    return {name: number for name, number in found.items() if len(name) >= 3}
