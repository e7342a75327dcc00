"""The shapes that facts have; what has another shape is no fact. Fields that no shape names are let be.

Imports pydantic, so it is imported only when facts are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, TypeAdapter, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails, PydanticCustomError


def shape_error(key: str, value: Any) -> str:
    """What is wrong with the shape of a fact, with the path to it and without its value; an empty text: nothing."""
    shape = SHAPES.get(key)
    if shape is None:
        return ""
    try:
        shape.validate_python(value)
    except ValidationError as error:
        return _sentence(key, error.errors(include_url=False, include_input=False)[0])
    return ""


def _sentence(key: str, error: ErrorDetails) -> str:
    path = key + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error["loc"])
    return f"{path} {_wrong(error)}"


def _wrong(error: ErrorDetails) -> str:
    """Our words for a pydantic error; its own are for programmers, and may hold the value."""
    match error["type"]:
        case "literal_error":
            return f"is not one of {error['ctx']['expected']}"
        case "odd_text" | "odd_day" | "odd_money":
            return error["msg"]
        case kind:
            return _WORDS.get(kind, "has a form that is not known")


_WORDS: Mapping[str, str] = {
    "missing": "is missing",
    "list_type": "is no list",
    "model_type": "is no object",
    "dict_type": "is no object",
    "bool_type": "is not true or false",
}


def _text(value: Any) -> Any:
    if isinstance(value, str | int) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("odd_text", "is no text")


def _day(value: Any) -> Any:
    """A day, alone or with a time behind it. `20261120` and `2026-11` are ISO 8601 too, and nobody else reads them."""
    try:
        datetime.fromisoformat(value)
        date.fromisoformat(value[:10])
    except (TypeError, ValueError):
        raise PydanticCustomError("odd_day", "is no date such as 2026-11-20") from None
    if len(value) < len("2026-11-20"):
        raise PydanticCustomError("odd_day", "is no date such as 2026-11-20")
    return value


def _money(value: Any) -> Any:
    """A decimal string, or a whole number; a JSON number with decimals has lost its exact value on the way."""
    try:
        if isinstance(value, str | int) and not isinstance(value, bool) and Decimal(value).is_finite():
            return value
    except InvalidOperation:
        pass  # falls through to the one error below
    raise PydanticCustomError("odd_money", "is no decimal string such as 499.00")


Text = Annotated[Any, AfterValidator(_text), WithJsonSchema({"type": ["string", "integer"]})]
Day = Annotated[Any, AfterValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Amount = Annotated[
    Any,
    AfterValidator(_money),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^-?\d+(\.\d+)?$", "description": "decimal string"}),
]


class _Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")


class Customer(_Shape):
    name: Text | None = None
    since: Day | None = None
    language: Text | None = None
    email: Text | None = None
    phone: Text | None = None


class Account(_Shape):
    status: Literal["active", "suspended", "closed"] | None = None
    closed_on: Day | None = None


class Agreement(_Shape):
    id: Text | None = None
    product: Text | None = None
    status: Literal["active", "ended"]
    started: Day | None = None
    ended: Day | None = None


class Service(_Shape):
    id: Text | None = None
    product: Text | None = None
    status: Literal["active", "suspended", "disconnected"]
    changed_on: Day | None = None


class Invoice(_Shape):
    number: Text | None = None
    amount: Amount | None = None
    currency: Text | None = None
    issued: Day | None = None
    due: Day | None = None
    period: Text | None = None
    status: Literal["unpaid", "paid", "credited", "disputed"]
    paid_on: Day | None = None


class Balance(_Shape):
    amount: Amount
    currency: Text | None = None


class Payment(_Shape):
    date: Day | None = None
    amount: Amount | None = None
    currency: Text | None = None
    invoice: Text | None = None


class Case(_Shape):
    id: Text | None = None
    kind: Literal["complaint", "dispute", "collection", "cancellation", "delivery", "other"]
    status: Literal["open", "closed"]
    opened: Day | None = None
    invoice: Text | None = None


class Contact(_Shape):
    date: Day | None = None
    direction: Literal["in", "out"]
    channel: Text | None = None
    topic: Text | None = None


class Promise(_Shape):
    made: Day | None = None
    due: Day | None = None
    what: Text | None = None
    kept: bool


class Order(_Shape):
    id: Text | None = None
    item: Text | None = None
    status: Literal["ordered", "shipped", "delivered", "cancelled"]
    shipped_on: Day | None = None
    delivered_on: Day | None = None
    expected_on: Day | None = None


class Refund(_Shape):
    date: Day | None = None
    amount: Amount
    currency: Text | None = None


SHAPES: Mapping[str, TypeAdapter[Any]] = {
    "customer": TypeAdapter(Customer),
    "account": TypeAdapter(Account),
    "agreements": TypeAdapter(list[Agreement]),
    "services": TypeAdapter(list[Service]),
    "invoices": TypeAdapter(list[Invoice]),
    "balance": TypeAdapter(Balance),
    "payments": TypeAdapter(list[Payment]),
    "cases": TypeAdapter(list[Case]),
    "contacts": TypeAdapter(list[Contact]),
    "promises": TypeAdapter(list[Promise]),
    "orders": TypeAdapter(list[Order]),
    "refunds": TypeAdapter(list[Refund]),
    "on_file": TypeAdapter(dict[str, Any]),
}
