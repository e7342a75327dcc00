"""Postal addresses of four countries."""

from __future__ import annotations

import pytest
from tests.text.support import found, values

from trustcheck.model.language import EntityKind


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("NO", "Postboks 318, 3001 Drammen"),
        ("NO", "Boks 1, 0101 Oslo"),
        ("NO", "Storgata 4 B, 0155 Oslo"),
        ("SE", "Box 214, 781 22 Borlänge"),
        ("SE", "Torggatan 2, 533 30 Lindeby"),
        ("DK", "Havnevej 22, 5000 Odense C"),
        ("DK", "Havnegade 1, 2. th., 1058 København K"),
        ("GB", "Foundry House, 12 Cresswell Road, Leeds LS11 5PQ"),
        ("GB", "1 High Street, Leeds LS1 1AA"),
    ],
)
def test_one_line(country: str, text: str) -> None:
    assert found(f"{text}\n", EntityKind.POSTAL_ADDRESS, country) == [(text, text)]


def test_two_lines() -> None:
    assert values("NoldusNett AS\nPostboks 318\n3001 Drammen\n", EntityKind.POSTAL_ADDRESS) == [
        "Postboks 318 3001 Drammen"
    ]
    text = "Mr Ade Bello\nFlat 14, Tannery Court\nLeeds LS9 8DT"
    assert values(text, EntityKind.POSTAL_ADDRESS, "GB") == ["Flat 14, Tannery Court Leeds LS9 8DT"]


def test_words_before_an_address_are_no_part_of_it() -> None:
    text = "Write to us at Foundry House, 12 Cresswell Road, Leeds LS11 5PQ, or call."
    assert values(text, EntityKind.POSTAL_ADDRESS, "GB") == ["Foundry House, 12 Cresswell Road, Leeds LS11 5PQ"]


def test_the_next_sentence_is_no_part_of_the_town() -> None:
    assert values("Storgata 4, 0155 Oslo. Telefon 22 47 80 00", EntityKind.POSTAL_ADDRESS) == ["Storgata 4, 0155 Oslo"]


@pytest.mark.parametrize("text", ["Saldo 4000 Kroner", "3001 Drammen", "Siden 1999 Oslo", "LS11 5PQ", "Boks 1"])
def test_no_addresses(text: str) -> None:
    assert values(text, EntityKind.POSTAL_ADDRESS, "NO") == []
