"""Readability, comparable words, mojibake, and names."""

from __future__ import annotations

import pytest

from trustcheck.text.names import names_organisation, person_name
from trustcheck.text.normal import find_mojibake, norm
from trustcheck.text.numbers import count_of, decimal_of
from trustcheck.text.readability import flesch_kincaid_grade, lix


def test_lix_by_hand() -> None:
    assert lix([["vi", "ringer", "deg"], ["avtalen", "gjelder", "fortsatt", "her"]]) == pytest.approx(3.5 + 100 * 3 / 7)
    assert lix([]) == 0


def test_flesch_kincaid_by_hand() -> None:
    grade = flesch_kincaid_grade([["the", "cat", "sat", "on", "the", "mat"]])
    assert grade == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert flesch_kincaid_grade([]) == 0


def test_norm() -> None:
    assert norm("Faktu\u00adra") == "faktura"
    assert norm("A\u030a") == "å"
    assert norm("IN\u200bNEN") == "innen"
    assert norm("Don’t") == "don't"
    assert norm("e‑post") == "e-post"


def test_norm_is_never_empty() -> None:
    assert norm("\u200b") != ""


@pytest.mark.parametrize("text", ["fÃ¸r", "donâ€™t", "s\ufffdk", "gÃ¥r"])
def test_mojibake(text: str) -> None:
    assert [span.of(text) for span in find_mojibake(f"Vi {text} det")] != []


@pytest.mark.parametrize("text", ["før går så", "château", "Ångström", "20 °C", "«sitat» – ok"])
def test_no_mojibake(text: str) -> None:
    assert list(find_mojibake(text)) == []


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("1 894,00", "1894.00"),
        ("1.284,50", "1284.50"),
        ("1,284.50", "1284.50"),
        ("499", "499"),
        ("12,5", "12.5"),
        ("1.284", "1284"),
    ],
)
def test_decimal_of(figure: str, value: str) -> None:
    assert str(decimal_of(figure)) == value


def test_count_of() -> None:
    assert [count_of(w) for w in ("tre", "Två", "twelve", "14", "flere")] == [3, 2, 12, 14, None]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Hilsen NoldusNett", "NoldusNett"),
        ("NOLDUSNETT AS", "NOLDUSNETT"),
        ("NoldusNetts kunder", "NoldusNetts"),
    ],
)
def test_organisation_is_named(text: str, written: str) -> None:
    found = names_organisation(text, ["NoldusNett AS"])
    assert found is not None
    assert found.of(text) == written


@pytest.mark.parametrize("text", ["NoldusNettverket", "www.noldusnett.no", "kunde@noldusnett.no", "Nettet", ""])
def test_organisation_is_not_named(text: str) -> None:
    assert names_organisation(text, ["NoldusNett AS"]) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Gro Anita Bø", "Gro Anita Bø"),
        ("Mr Oluwaseun Bello", "Oluwaseun Bello"),
        ("Tor-Egil Aas", "Tor-Egil Aas"),
        ("Kari Nes, saksbehandler", "Kari Nes"),
        ("Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Ludwig van Dam", "Ludwig van Dam"),
    ],
)
def test_person(line: str, name: str) -> None:
    assert person_name(line) == name


@pytest.mark.parametrize("line", ["saksbehandler", "NoldusNett AS", "Ring 22 47 80 00", "x@y.no", "", "vi ordner det"])
def test_no_person(line: str) -> None:
    assert person_name(line, ["NoldusNett AS"]) == ""
