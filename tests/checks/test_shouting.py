"""Capitals, marks, repeated alarm words, red print."""

from __future__ import annotations

import pytest
from tests.checks.support import fired, report


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SISTE VARSEL før stenging.", "SISTE VARSEL"),
        ("Betal nå!!", "nå!!"),
        ("Hva mener du!?!", "du!?!"),
        ("OBS! OBS! Les dette.", "OBS! OBS!"),
        ("Viktig!! Les dette.", "Viktig!!"),
        ("Viktig! Viktig! Les dette.", "Viktig! Viktig!"),
        ("FAKTURAEN ER IKKE BETALT ENNÅ.", "IKKE BETALT ENNÅ"),
    ],
)
def test_it_shouts(text: str, place: str) -> None:
    assert fired("shouting", f"Hei Heidi,\n\n{text}\n\nHilsen\nKari Nes\n") == [place]


@pytest.mark.parametrize(
    "text",
    ["Takk!", "Hurra! Det virker! Bra!", "Hilsen NOLDUSNETT AS", "Betal med IBAN og SWIFT.", "Se punkt OBS i avtalen.", "Svar JA eller NEI.",
     "Referanse ABCD-4711 og EFGH-4712.", "Se www.NOLDUSNETT.no/VIKTIG/BESKJED.", "Avtalen med BERG ELEKTRO AS er avsluttet.",
     "Du har krav på MVA-fritak etter EØS-reglene i NATO-landet."],
)  # fmt: skip
def test_it_does_not(text: str) -> None:
    assert fired("shouting", f"Hei Heidi,\n\n{text}\n\nHilsen\nKari Nes\n") == []


def test_what_the_reader_shouted_is_quoted() -> None:
    assert fired("shouting", "Hei Heidi,\n\nVi svarer under.\n\nHilsen\nKari Nes\n\n> SVAR MEG STRAKS!!\n") == []


@pytest.mark.parametrize(
    ("style", "loud"),
    [("color:red;font-weight:bold", True), ("color:#d00000;font-size:40px", True), ("color:red", False), ("font-weight:bold", False),
     ("color:#003366;font-weight:bold", False)],
)  # fmt: skip
def test_red_print_shouts_where_it_is_bold_or_large_too(style: str, loud: bool) -> None:
    html = f'<p>Hei Heidi,</p><p><span style="{style}">Fakturaen er ubetalt</span></p><p>Hilsen Kari Nes</p>'
    assert bool(fired("shouting", html, suffix=".html")) is loud


def test_the_readers_name_in_capitals_is_a_name() -> None:
    assert fired("shouting", "Hei Kari,\n\nAvtalen gjelder KARI NULL.\n\nHilsen\nOla\n", account="A-1") == []


@pytest.mark.parametrize("flood", ["! " * 5000, "nå!! " * 2000, "NÅ!! nå!!\n" * 1000])
def test_a_row_of_the_same_is_one_finding(flood: str) -> None:
    (found,) = [f for f in report(f"Hei Heidi,\n\n{flood}\n").findings if f.rule == "shouting"]
    assert len(found.message) < 200


def test_of_a_flood_the_last_finding_speaks_for_the_rest() -> None:
    found = [f for f in report("Hei Heidi,\n\n" + "ring oss!! " * 300).findings if f.rule == "shouting"]
    assert len(found) == 100
    assert "shouts in 200 more places after it" in found[-1].message
    assert found[-1].fix is not None
    assert len(found[-1].fix.edits) == 201
