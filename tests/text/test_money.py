"""Amounts of money in every local style."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.support import found, values

from trustcheck.model.language import EntityKind

STYLES = [
    ("NO", "kr 1 894,00", "1894.00 NOK"),
    ("NO", "kr. 499,-", "499.00 NOK"),
    ("NO", "499 kr", "499.00 NOK"),
    ("SE", "499 kr", "499.00 SEK"),
    ("NO", "499 kroner", "499.00 NOK"),
    ("NO", "kroner 1 500,50", "1500.50 NOK"),
    ("NO", "NOK 499", "499.00 NOK"),
    ("NO", "kr\u00a01\u2009894,00", "1894.00 NOK"),
    ("NO", "kr 1\n894,00", "1894.00 NOK"),
    ("NO", "kr 1.284", "1284.00 NOK"),
    ("NO", "499,-", "499.00 NOK"),
    ("NO", "499kr", "499.00 NOK"),
    ("NO", "12 345 678 kr", "12345678.00 NOK"),
    ("NO", "1,2 millioner kroner", "1200000.00 NOK"),
    ("NO", "5 tusen kroner", "5000.00 NOK"),
    ("NO", "kr -160,00", "-160.00 NOK"),
    ("NO", "99 øre", "0.99 NOK"),
    ("DK", "1.284,00 kr", "1284.00 DKK"),
    ("DK", "1.890 kr.", "1890.00 DKK"),
    ("DK", "640\nkr.", "640.00 DKK"),
    ("DK", "DKK 1.284,50", "1284.50 DKK"),
    ("SE", "1 284:-", "1284.00 SEK"),
    ("SE", "89 kronor", "89.00 SEK"),
    ("GB", "89 kronor", "89.00 SEK"),
    ("GB", "£61.20", "61.20 GBP"),
    ("GB", "£1,284.00", "1284.00 GBP"),
    ("GB", "GBP 61", "61.00 GBP"),
    ("GB", "50 pence", "0.50 GBP"),
    ("GB", "€12", "12.00 EUR"),
    ("GB", "12 €", "12.00 EUR"),
    ("GB", "$5", "5.00 USD"),
    ("GB", "499 kr", "499.00 ?"),
]


@pytest.mark.parametrize(("country", "text", "value"), STYLES)
@pytest.mark.parametrize("frame", ["{}", "Beløpet er {} i alt", "({})", "faktura 7788: {}"])
def test_styles(country: str, text: str, value: str, frame: str) -> None:
    assert found(frame.format(text), EntityKind.MONEY, country) == [(text, value)]


@pytest.mark.parametrize(
    "text",
    [
        "null kroner",
        "12 kroneruller",
        "25 %",
        "499",
        "undefined kroner",
        "kr",
        "2026",
        "krok 12",
        "to kroner",
        "12 nok en gang",
    ],
)
def test_no_money(text: str) -> None:
    assert values(text, EntityKind.MONEY) == []


def test_the_point_that_ends_the_sentence_stays_outside() -> None:
    assert found("Pay SEK 498.00.", EntityKind.MONEY, "GB") == [("SEK 498.00", "498.00 SEK")]


def test_a_due_date_before_an_amount_is_no_part_of_it() -> None:
    assert values("20. oktober 2026 499 kr", EntityKind.MONEY) == ["499.00 NOK"]
    assert values("20.10.2026 499 kr", EntityKind.MONEY) == ["499.00 NOK"]


@given(
    st.decimals(0, 9_999_999, places=2),
    st.sampled_from(["NO", "SE", "DK"]),
    st.sampled_from([" ", "\u00a0", "\u2009", "."]),
)
def test_nordic_amounts_keep_their_value(amount: Decimal, country: str, separator: str) -> None:
    written = f"{amount:,.2f}".replace(",", "\x00").replace(".", ",").replace("\x00", separator)
    for text in (f"kr {written}", f"{written} kr"):
        assert [Decimal(v.split()[0]) for v in values(text, EntityKind.MONEY, country)] == [amount]


@given(st.decimals(0, 9_999_999, places=2))
def test_british_amounts_keep_their_value(amount: Decimal) -> None:
    assert values(f"You owe £{amount:,.2f} now", EntityKind.MONEY, "GB") == [f"{amount:.2f} GBP"]
