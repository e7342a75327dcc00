"""Telephone numbers of four countries, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.support import found, values

from trustcheck.model.language import EntityKind
from trustcheck.text.phones import is_premium, same_number

STYLES = [
    ("NO", "22 47 80 00", "+4722478000"),
    ("NO", "+47 22 47 80 00", "+4722478000"),
    ("NO", "0047 22478000", "+4722478000"),
    ("NO", "412 88 093", "+4741288093"),
    ("NO", "829 03 114", "+4782903114"),
    ("NO", "22 47\n80 00", "+4722478000"),
    ("SE", "08-123 45 67", "+4681234567"),
    ("SE", "031-709 44 00", "+46317094400"),
    ("SE", "0243-79 10 00", "+46243791000"),
    ("SE", "020-77 41 00", "+4620774100"),
    ("SE", "+46 (0)8 123 45 67", "+4681234567"),
    ("SE", "0900-123 45 67", "+469001234567"),
    ("DK", "70 20 33 44", "+4570203344"),
    ("DK", "+45 70 20 33 44", "+4570203344"),
    ("DK", "90 12 34 56", "+4590123456"),
    ("GB", "0113 880 4120", "+441138804120"),
    ("GB", "+44 (0)113 880 4120", "+441138804120"),
    ("GB", "01138804120", "+441138804120"),
    ("GB", "0800 111 999", "+44800111999"),
    ("GB", "0871 664 0912", "+448716640912"),
    ("NO", "+46 8 123 45 67", "+4681234567"),
]


@pytest.mark.parametrize(("country", "text", "value"), STYLES)
@pytest.mark.parametrize("frame", ["{}", "({}, free)", "Ring {} før kl. 15.", "NoldusNett, tlf. {}"])
def test_styles(country: str, text: str, value: str, frame: str) -> None:
    assert found(frame.format(text), EntityKind.PHONE, country) == [(text, value)]


@pytest.mark.parametrize(
    ("country", "text", "value"),
    [
        ("NO", "Ring 02040 når du vil", "short:02040"),
        ("NO", "telefon 1881", "short:1881"),
        ("SE", "Ring 112 vid fara", "short:112"),
        ("GB", "call 105 if the power is off", "short:105"),
        ("NO", "ring 22478000", "+4722478000"),
        ("DK", "ring 70203344", "+4570203344"),
        ("NO", "NoldusNett, 22478000", "+4722478000"),
    ],
)
def test_short_and_compact_numbers_after_a_word_of_contact(country: str, text: str, value: str) -> None:
    assert values(text, EntityKind.PHONE, country) == [value]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("NO", "KID 715983661"), ("NO", "konto 1503.31.87766"), ("NO", "org.nr. 339 633 290"), ("NO", "ordre 22478000"),
        ("NO", "saldo 12345678"), ("NO", "kr 22 478 000"), ("NO", "20.11.2026"), ("NO", "faktura 41234567"),
        ("SE", "bankgiro 722-3811"), ("SE", "OCR 202610440"), ("SE", "559204-1866"), ("DK", "CVR-nr. 31204461"),
        ("DK", "reg. 2004 konto 0447118830"), ("GB", "sort code 20-29-59, account 63748472"),
        ("GB", "company no. 09417382"), ("NO", "02040 abonnenter"), ("NO", "9-15"), ("NO", "2026-11-20"),
        ("NO", "ring før 15. desember 2026"), ("NO", "ring innen 24 timer"),
    ],
)  # fmt: skip
def test_no_phones(country: str, text: str) -> None:
    assert values(text, EntityKind.PHONE, country) == []


def test_several_numbers_and_a_date_stay_apart() -> None:
    assert values("22 47 80 00 / 22 47 80 01", EntityKind.PHONE) == ["+4722478000", "+4722478001"]
    assert values("Tlf 22 47 80 00 20.11.2026", EntityKind.PHONE) == ["+4722478000"]
    assert values("020-77 41 00 eller 031-712 44 60", EntityKind.PHONE, "SE") == ["+4620774100", "+46317124460"]


def test_numbers_are_compared_as_numbers() -> None:
    assert same_number("22 47 80 00", "+47 22478000", "NO")
    assert same_number("08-123 45 67", "+46 8 123 45 67", "SE")
    assert not same_number("22 47 80 00", "22 47 80 01", "NO")
    assert not same_number("abc", "abc", "NO")


@pytest.mark.parametrize(
    ("country", "value", "premium"),
    [
        ("NO", "+4782903114", True), ("NO", "+4722478000", False), ("NO", "+4780040000", False), ("SE", "+469001234567", True),
        ("SE", "+46771223344", False), ("SE", "+4620774100", False), ("DK", "+4590123456", True), ("DK", "+4570203344", False),
        ("GB", "+448716640912", True), ("GB", "+448456041150", True), ("GB", "+449058210034", True),
        ("GB", "+443308182270", False), ("GB", "+44800111999", False), ("NO", "short:112", False),
    ],
)  # fmt: skip
def test_premium(country: str, value: str, premium: bool) -> None:
    assert is_premium(value, country) is premium


@given(st.integers(20_000_000, 99_999_999))
def test_grouping_does_not_change_a_number(number: int) -> None:
    digits = str(number)
    grouped = " ".join(digits[i : i + 2] for i in range(0, 8, 2))
    assert same_number(grouped, f"+47{digits}", "NO")


@pytest.mark.parametrize(
    ("country", "text"),
    [("NO", "Du har 12 345 678 poeng."), ("NO", "Billettkode 9182 7364"), ("DK", "Kundenummer 90 12 34 56"), ("DK", "Du har 12.345.678 point."),
     ("GB", "Your booking 0161496099 is open."), ("GB", "Membership number is 07700900123."), ("SE", "Ärendenummer 0700123456"),
     ("NO", "Vedtaket er gjort etter folketrygdloven § 22-15 6. ledd."), ("NO", "Han har en inntekt på 12 345 i året.")],
)  # fmt: skip
def test_what_a_label_or_thousands_show_to_be_another_number(country: str, text: str) -> None:
    assert values(text, EntityKind.PHONE, country) == []
