"""What conditions over the facts say: true, false, or unknown where a fact is absent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.conditions.evaluate import evaluate
from trustcheck.conditions.parse import ConditionError, parse
from trustcheck.conditions.values import Unknown

KEYS = frozenset({"customer", "agreements", "invoices", "balance", "account"})
FACTS: dict[str, Any] = {
    "customer": {"name": "Kari", "since": "2021-05-01", "plan": "Gull", "paperless": True, "phone": None},
    "agreements": [
        {"id": "AV-1", "product": "bredbånd", "status": "active", "bound_until": "2027-02-01"},
        {"id": "AV-2", "product": "tv", "status": "ended"},
    ],
    "invoices": [],
    "balance": {"amount": "499.00", "currency": "NOK"},
    "slots": {"amount": "499.00 NOK", "plan": "gull", "count": "1"},
    "today": date(2026, 11, 20),
}


def ask(condition: str) -> bool | Unknown:
    return evaluate(parse(condition, KEYS), lambda name: FACTS.get(name, Unknown(f"no {name}")))


@pytest.mark.parametrize(
    "condition",
    [
        "customer.plan == slots.plan",
        "customer.paperless",
        "not invoices",
        "agreements",
        "agreements | selectattr('status', 'eq', 'active')",
        "(agreements | selectattr('status', 'eq', 'active') | count) == slots.count",
        "balance.amount == slots.amount",
        "balance.amount | number > 100 and balance.amount < 500.5",
        "'AV-2' in agreements | map(attribute='id')",
        "agreements[0].id is same('av 1')",
        "customer.since < today",
        "agreements[0].bound_until > today + 30",
        "customer.phone is none",
        "100 < balance.amount <= 499",
        "(agreements | selectattr('product', 'in', ['tv', 'radio']) | first).status == 'ended'",
        # A known truth decides, whatever else is not known.
        "customer.paperless or account.status == 'active'",
    ],
)
def test_what_holds(condition: str) -> None:
    assert ask(condition) is True


@pytest.mark.parametrize(
    "condition",
    [
        "customer.plan == 'Sølv'",
        "invoices",
        "invoices | selectattr('status', 'eq', 'paid')",
        "agreements | selectattr('status', 'eq', 'paused') | count > 0",
        "not customer.paperless and account.status == 'active'",
        "'AV-9' in agreements | map(attribute='id')",
        "customer.since > today",
        "slots.invoice is defined",
    ],
)
def test_what_does_not_hold(condition: str) -> None:
    facts = {**FACTS, "slots": _Slots(FACTS["slots"])}
    assert evaluate(parse(condition, KEYS), lambda name: facts.get(name, Unknown(f"no {name}"))) is False


class _Slots(dict[str, Any]):
    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> Unknown:
        return Unknown(f"no {name}", not_said=True)


@pytest.mark.parametrize(
    "condition",
    [
        "account.status == 'active'",
        "not account.status == 'active'",
        "account.status != 'active'",
        "account.status is defined",
        "not (account.status is defined)",
        "customer.colour == 'red'",
        # One agreement does not say until when it binds, so it may be the one that is looked for.
        "agreements | selectattr('bound_until', 'lt', today)",
        "agreements | selectattr('bound_until', 'gt', today) | count == 1",
        "agreements | rejectattr('bound_until', 'gt', today) | count == 1",
        "agreements | map(attribute='bound_until') | first > today",
        "customer.name > today",
        "customer.name | number == 4",
        "account.status in ['active']",
        "'x' in account.tags",
        "customer.paperless and account.status == 'active'",
        "customer.name | sum == 3",
        "(customer | first) == 3",
    ],
)
def test_what_is_not_known(condition: str) -> None:
    assert isinstance(ask(condition), Unknown)


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        ("customer.plan ==", "no Jinja expression"),
        ("", "is empty"),
        ("x ) }} {{ ( y", "more than one"),
        ("colour == 'red'", "no fact key"),
        ("customer.name()", "call"),
        ("customer.__class__.mro()", "call"),
        ("'a' * 9999999999", "mul"),
        ("9 ** 9 ** 9", "pow"),
        ("customer | tojson", "filter «tojson»"),
        ("customer is mapping", "test «mapping»"),
        ("customer.name ~ 'x'", "concat"),
        ("(" * 3000 + "customer" + ")" * 3000, "nested too deeply"),
        (" or ".join(["customer"] * 400), "parts"),
        ("1 if customer else 2", "condexpr"),
        ("{'a': 1}", "dict"),
    ],
)
def test_what_is_refused(condition: str, says: str) -> None:
    with pytest.raises(ConditionError, match=says):
        parse(condition, KEYS)


def test_attributes_of_python_are_out_of_reach() -> None:
    assert isinstance(ask("customer.__class__ == 'x'"), Unknown)
    assert isinstance(ask("agreements.append == 1"), Unknown)


_OPERATORS = st.sampled_from(["==", "!=", "<", ">=", "and", "or", "in", "not in", "+", "-"])
_ATOMS = st.sampled_from(
    ["customer.plan", "account.status", "'Gull'", "slots.amount", "balance.amount", "agreements", "today", "3"]
)


@given(st.recursive(_ATOMS, lambda inner: st.builds("({} {} {})".format, inner, _OPERATORS, inner), max_leaves=8))
def test_any_condition_has_an_answer(condition: str) -> None:
    assert isinstance(ask(condition), bool | Unknown)


@given(st.text(max_size=60))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    try:
        expression = parse(text, KEYS)
    except ConditionError:
        return
    assert isinstance(evaluate(expression, lambda name: Unknown(name)), bool | Unknown)
