"""All finders together: order, no overlap, priorities, and input meant to harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.support import LANGUAGE, entities

from trustcheck.model.language import EntityKind

LETTER = """NoldusNett AS                        Org.nr. 310 000 000
Boks 1, 0101 Oslo

20. november 2026

Faktura 7788 på kr 1 894,00 for oktober 2026 hadde forfall
20. oktober. Betal innen fredag 4. desember til konto 1234.56.78903 med KID 2345676,
eller ring 22 00
00 00 hverdager mellom 9 og 15. Du får svar innen to virkedager på
kunde@noldusnett.no. Se noldusnett.no/hjelp.
"""
PIECES = st.sampled_from(
    ["kr ", "12", "1 894,00", ". ", "mars", " 2026", "den ", "fredag ", "+47 ", "22 00 00 00", "/", "-", "faktura ", "KID ", "konto ",
     "1234.56.78903", "@", "a.no", "https://", "\n", " ", "kl. ", "to ", "dager", "LS1 1AA", "Oslo", "0101 ", "i dag", "æ", "\u00a0"]
)  # fmt: skip


def test_a_letter() -> None:
    kinds = [e.kind for e in entities(LETTER)]
    assert kinds == [
        EntityKind.ORG_NUMBER, EntityKind.POSTAL_ADDRESS, EntityKind.DATE, EntityKind.REFERENCE, EntityKind.MONEY,
        EntityKind.DATE, EntityKind.DATE, EntityKind.DATE, EntityKind.BANK_ACCOUNT, EntityKind.PAYMENT_REFERENCE,
        EntityKind.PHONE, EntityKind.TIME, EntityKind.DURATION, EntityKind.EMAIL, EntityKind.LINK,
    ]  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=120), st.sampled_from([*LANGUAGE, ""]))
def test_spans_lie_in_the_text_in_order_without_overlap(text: str, country: str) -> None:
    end = 0
    for entity in entities(text, country):
        assert end <= entity.span.start < entity.span.end <= len(text)
        end = entity.span.end


@given(st.lists(PIECES, max_size=20).map("".join))
def test_what_is_found_once_is_found_again_alone(text: str) -> None:
    for entity in entities(text):
        if entity.kind in (EntityKind.MONEY, EntityKind.EMAIL):
            again = entities(entity.span.of(text))
            assert [(e.kind, e.value) for e in again] == [(entity.kind, entity.value)]


@pytest.mark.parametrize("country", ["NO", "SE", "DK", "GB"])
@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", " ", "a", "a ", "A ", "Å", "a.", "1.", "1-", "@", "a@", "a@b.", "kr ", "\n", "x/", "12.", "den ", "mandag ", "Abc, ",
     "konto ", "org ", "LS1 1AA ", "http://", "4111 1111 ", "\u00a0", "(1)", "+47", "faktura ", "to ", "i dag ", "0101 Oslo "],
)  # fmt: skip
def test_hostile_input_finishes(piece: str, country: str) -> None:
    text = piece * (100_000 // len(piece)) + " kr 12 LS1 1AA x@y.no"
    assert all(e.span.end <= len(text) for e in entities(text, country))


def test_a_megabyte_of_one_letter_or_space_finishes() -> None:
    for piece in ("a", " ", "9"):
        entities(piece * 1_000_000)
