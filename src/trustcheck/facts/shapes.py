"""The shapes that facts have; what has another shape is no fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

_NO_DATE = "is no date such as 2026-11-20"

Test = Callable[[Any], str]
"""Answers what is wrong with a value; an empty text is: nothing."""


def shape_error(key: str, value: Any) -> str:
    """What is wrong with the shape of a fact, with the path to it, or an empty text. Unknown fields are let be."""
    test = _SHAPES.get(key)
    return test(value) if test else ""


def _text(value: Any) -> str:
    return "" if isinstance(value, str | int) and not isinstance(value, bool) else "is no text"


def _bool(value: Any) -> str:
    return "" if isinstance(value, bool) else "is not true or false"


def _date(value: Any) -> str:
    """A day, alone or with a time behind it; `20261120` and `2026-11` are ISO 8601 too, and nobody else reads them."""
    written = str(value)
    try:
        datetime.fromisoformat(written)
        date.fromisoformat(written[:10])
    except ValueError:
        return _NO_DATE
    return "" if len(written) >= len("2026-11-20") else _NO_DATE


def _money(value: Any) -> str:
    try:
        finite = Decimal(str(value)).is_finite() and not isinstance(value, bool | float)
    except InvalidOperation:
        finite = False
    return "" if finite else "is no decimal string such as 499.00"


def _one_of(*allowed: str) -> Test:
    return lambda value: "" if value in allowed else f"is not one of {', '.join(allowed)}"


def _fields(tests: Mapping[str, Test], required: tuple[str, ...] = ()) -> Test:
    def test(value: Any) -> str:
        if not isinstance(value, dict):
            return "is no object"
        missing = next((f".{name} is missing" for name in required if value.get(name) is None), "")
        wrong = (f".{name} {w}" for name, t in tests.items() if value.get(name) is not None and (w := t(value[name])))
        return missing or next(wrong, "")

    return test


def _list(of: Test) -> Test:
    def test(value: Any) -> str:
        if not isinstance(value, list):
            return "is no list"
        return next((f"[{i}]{w if w[:1] == '.' else ' ' + w}" for i, item in enumerate(value) if (w := of(item))), "")

    return test


def _named(key: str, test: Test) -> Test:
    def named(value: Any) -> str:
        wrong = test(value)
        return f"{key}{wrong if wrong[:1] in ('.', '[') else ' ' + wrong}" if wrong else ""

    return named


_SHAPES: Mapping[str, Test] = {
    key: _named(key, test)
    for key, test in {
        "customer": _fields({"name": _text, "since": _date, "email": _text, "phone": _text}),
        "account": _fields({"status": _one_of("active", "suspended", "closed"), "closed_on": _date}),
        "agreements": _list(
            _fields(
                {
                    "id": _text,
                    "product": _text,
                    "status": _one_of("active", "ended"),
                    "started": _date,
                    "ended": _date,
                },
                ("status",),
            )
        ),
        "services": _list(
            _fields(
                {"id": _text, "product": _text, "status": _one_of("active", "suspended", "disconnected")}, ("status",)
            )
        ),
        "invoices": _list(
            _fields(
                {
                    "number": _text,
                    "amount": _money,
                    "currency": _text,
                    "issued": _date,
                    "due": _date,
                    "status": _one_of("unpaid", "paid", "credited", "disputed"),
                    "paid_on": _date,
                },
                ("status",),
            )
        ),
        "balance": _fields({"amount": _money, "currency": _text}, ("amount",)),
        "payments": _list(_fields({"date": _date, "amount": _money, "currency": _text, "invoice": _text})),
        "cases": _list(
            _fields(
                {
                    "id": _text,
                    "invoice": _text,
                    "kind": _one_of("complaint", "dispute", "collection", "cancellation", "delivery", "other"),
                    "status": _one_of("open", "closed"),
                    "opened": _date,
                },
                ("kind", "status"),
            )
        ),
        "contacts": _list(_fields({"date": _date, "direction": _one_of("in", "out")}, ("direction",))),
        "promises": _list(_fields({"made": _date, "due": _date, "kept": _bool}, ("kept",))),
        "orders": _list(
            _fields(
                {
                    "id": _text,
                    "item": _text,
                    "status": _one_of("ordered", "shipped", "delivered", "cancelled"),
                    "expected_on": _date,
                },
                ("status",),
            )
        ),
        "refunds": _list(_fields({"date": _date, "amount": _money, "currency": _text}, ("amount",))),
        "on_file": _fields({}),
    }.items()
}
