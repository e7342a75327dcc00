"""The shapes of facts: what is let be, what is refused, and that no value stands in what is said about it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.facts.shapes import shape_error
from trustcheck.model.facts import FACT_KEYS

NAN = float("nan")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("invoices", [{"status": "paid", "amount": "499.00", "our_own_field": {"deep": [1]}}]),
        ("invoices", [{"status": "paid", "amount": 499, "due": "2026-10-20T06:00:00Z"}]),
        ("balance", {"amount": "-0.50"}),
        ("on_file", {"serial_number": None}),
        ("a_key_of_ours", 7),
    ],
)
def test_fields_of_somebody_elses_are_let_be(key: str, value: Any) -> None:
    assert shape_error(key, value) == ""


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("balance", {"amount": NAN}, "balance.amount is no decimal string such as 499.00"),
        ("balance", {"amount": True}, "balance.amount is no decimal string such as 499.00"),
        ("balance", {"amount": "Infinity"}, "balance.amount is no decimal string such as 499.00"),
        ("customer", {"name": ["Runa"]}, "customer.name is no text"),
        (
            "orders",
            [{"status": "shipped", "shipped_on": 20261103}],
            "orders[0].shipped_on is no date such as 2026-11-20",
        ),
        ("cases", [{"kind": "other", "status": "closed"}, {"kind": "other"}], "cases[1].status is missing"),
    ],
)
def test_the_path_to_what_is_wrong_is_named(key: str, value: Any, said: str) -> None:
    assert shape_error(key, value) == said


@given(st.sampled_from(FACT_KEYS), st.text(min_size=12, max_size=30))
def test_no_value_is_ever_repeated(key: str, secret: str) -> None:
    for value in (secret, [secret], [{"status": secret, "amount": secret, "kind": secret}], {"amount": secret}):
        assert secret not in shape_error(key, value)
