"""Dates in every style of five languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st
from tests.text.support import TODAY, found, values

from trustcheck.model.language import EntityKind
from trustcheck.text.dates import last_day, resolve_year

STYLES = [
    ("12. mars", "12. mars", "--03-12"),
    ("Frist 12. mars 2026.", "12. mars 2026", "2026-03-12"),
    ("12.3.26", "12.3.26", "2026-03-12"),
    ("(12.03.2026)", "12.03.2026", "2026-03-12"),
    ("12/3-2026", "12/3-2026", "2026-03-12"),
    ("innen 12/3", "12/3", "--03-12"),
    ("til den 3 maj", "den 3 maj", "--05-03"),
    ("3 maj 2026", "3 maj 2026", "2026-05-03"),
    ("senest fredag 4. desember", "fredag 4. desember", "--12-04"),
    ("tysdag 1. desember", "tysdag 1. desember", "--12-01"),
    ("senast måndagen den 7 december 2026", "måndagen den 7 december 2026", "2026-12-07"),
    ("laurdag 5. desember", "laurdag 5. desember", "--12-05"),
    ("by March 12th", "March 12th", "--03-12"),
    ("on 12 March 2026", "12 March 2026", "2026-03-12"),
    ("before Monday 14 December", "Monday 14 December", "--12-14"),
    ("Mon 23 Nov", "Mon 23 Nov", "--11-23"),
    ("October 3, 2026", "October 3, 2026", "2026-10-03"),
    ("2026-12-07", "2026-12-07", "2026-12-07"),
    ("20-11-2026", "20-11-2026", "2026-11-20"),
    ("d. 4. december", "d. 4. december", "--12-04"),
    ("forfall\n15. oktober", "15. oktober", "--10-15"),
    ("den 1 februari\n2027", "den 1 februari\n2027", "2027-02-01"),
    ("8.–10. mai", "8.–10. mai", "--05-08/--05-10"),
    ("8-10 May 2026", "8-10 May 2026", "2026-05-08/2026-05-10"),
    ("fra 1. til 15. desember", "1. til 15. desember", "--12-01/--12-15"),
    ("for november 2026", "november 2026", "2026-11"),
    ("i uke 49", "uke 49", "W-week-49"),
    ("vecka 3", "vecka 3", "W-week-3"),
    ("vi ringer fredag", "fredag", "W-5"),
    ("vi skrev i måndags", "måndags", "W-1"),
    ("i dag", "i dag", "+0"),
    ("i\ndag", "i\ndag", "+0"),
    ("i morgon", "i morgon", "+1"),
    ("i går", "i går", "-1"),
    ("imorgon", "imorgon", "+1"),
    ("today", "today", "+0"),
    ("Tomorrow we call", "Tomorrow", "+1"),
    ("senest fredag den 27.\nDerefter", "fredag den 27", "2026-11-27"),
    ("måndag 23.11 kl. 9", "måndag 23.11", "--11-23"),
    ("innen 12.3.", "12.3.", "--03-12"),
    ("mandag den 31.", "mandag", "W-1"),
]
NO_DATES = [
    "31. februar", "32.1.2026", "12.13.2026", "24/7", "1/2 kopp", "versjon 2.3.1", "you may 12 times", "i mars 12 kunder",
    "uke 60", "marsipan 12", "22 47 80 00", "kr 12,10", "10.0.0.12", "en mandagsbil", "side 3/4", "innen 1.5 timer", "punkt 4.2",
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "value"), STYLES)
def test_styles(text: str, written: str, value: str) -> None:
    assert found(text, EntityKind.DATE) == [(written, value)]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert found(text, EntityKind.DATE) == []


def test_two_days_joined_by_and_are_two_dates() -> None:
    assert values("24. og 31. desember 2026", EntityKind.DATE) == ["2026-12-24", "2026-12-31"]


@pytest.mark.parametrize("locale", ["nb", "nn", "sv", "da", "en_GB"])
@pytest.mark.parametrize("width", ["full", "long", "medium"])
def test_what_babel_writes_is_read(locale: str, width: str) -> None:
    for month in range(1, 13):
        day = date(2026, month, 17)
        assert values(format_date(day, width, locale), EntityKind.DATE) == [day.isoformat()]


@pytest.mark.parametrize(
    ("value", "last"),
    [
        ("2026-12-07", date(2026, 12, 7)),
        ("--01-10", date(2027, 1, 10)),
        ("--10-20", date(2026, 10, 20)),
        ("--12-01/--12-15", date(2026, 12, 15)),
        ("+1", date(2026, 11, 21)),
        ("2026-11", date(2026, 11, 1)),
        ("W-5", None),
    ],
)
def test_the_last_day_meant(value: str, last: date | None) -> None:
    assert last_day(value, TODAY) == last


def test_leap_day_without_a_leap_year_near() -> None:
    assert resolve_year("--02-29", date(2026, 6, 1)) is None
    assert resolve_year("--02-29", date(2027, 12, 1)) == date(2028, 2, 29)


@given(
    st.dates(date(1980, 1, 1), date(2068, 12, 31)), st.sampled_from(["{d}.{m}.{y}", "{d}/{m}-{y}", "{y}-{m:02}-{d:02}"])
)
def test_written_dates_keep_their_value(day: date, style: str) -> None:
    text = f"Frist {style.format(d=day.day, m=day.month, y=day.year)}, eller før"
    assert values(text, EntityKind.DATE) == [day.isoformat()]


@given(st.dates(TODAY - timedelta(days=180), TODAY + timedelta(days=180)))
def test_a_day_within_half_a_year_is_found_again_without_its_year(day: date) -> None:
    assert resolve_year(f"--{day.month:02}-{day.day:02}", TODAY) == day
