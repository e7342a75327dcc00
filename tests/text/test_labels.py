"""Lines that say what they are: dates, references, postcodes, particulars, running text."""

from __future__ import annotations

import pytest

from trustcheck.text.labels import (
    ends_sentence,
    has_postcode,
    is_company_line,
    is_date_line,
    is_prose,
    is_reference_line,
    is_to_line,
)


@pytest.mark.parametrize(
    "line",
    ["Oslo, 20. november 2026", "Borlänge den 20 november 2026", "20/11-2026", "  20.11.2026", "Kista 2026-11-20",
     "20 November 2026", "Odense, den 3. maj 2026", "November 20, 2026", "Dato: 20.11.2026", "fredag 20. november 2026"],
)  # fmt: skip
def test_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["Vi ringer deg 20. november 2026", "Frist: snarest", "20 kroner", "3001 Drammen"])
def test_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize("line", ["Vår ref.: 2026/114", "Ärendenr: 4711", "Our reference: TC-0014", "Sagsnr.: 88-12"])
def test_reference_lines(line: str) -> None:
    assert is_reference_line(line)


@pytest.mark.parametrize("line", ["Saken er avgjort.", "Referansen står på fakturaen", "Vår ref"])
def test_no_reference_lines(line: str) -> None:
    assert not is_reference_line(line)


@pytest.mark.parametrize("line", ["0181 Oslo", "111 22 Stockholm", "SE-411 01 Göteborg", "8000 Aarhus C", "LS1 4AP"])
def test_postcodes(line: str) -> None:
    assert has_postcode(line)


@pytest.mark.parametrize("line", ["1234 kr", "faktura 4711", "Oslo"])
def test_no_postcodes(line: str) -> None:
    assert not has_postcode(line)


@pytest.mark.parametrize("line", ["NoldusNett AS", "Org.nr. 310 000 000", "Tlf. 22 00 00 00", "www.noldusnett.no"])
def test_lines_of_an_organisation(line: str) -> None:
    assert is_company_line(line)


def test_lines_of_a_recipient() -> None:
    assert is_to_line("Til husstanden")
    assert is_to_line("Till innehavaren av anläggning 330918")
    assert not is_to_line("Til orientering sender vi kopi til utleier.")
    assert not is_to_line("Heidi Lisle")


def test_running_text_ends_as_a_sentence() -> None:
    assert is_prose("Vi har lest brevet ditt og svarer i dag.")
    assert not is_prose("Storgata 4")
    assert ends_sentence("Det ordner vi «nå».")
    assert not ends_sentence("Med vennlig hilsen")


@pytest.mark.parametrize("piece", ["a ", " ", "1", "Den 1 ", "Oslo, ", "ref: "])
def test_hostile_lines_finish(piece: str) -> None:
    line = piece * 200_000
    for form in (is_date_line, is_reference_line, has_postcode, is_company_line, is_to_line, is_prose):
        assert form(line) in (True, False)
