"""From rows with columns (of a query, of a CSV file) to the value of one fact, in the forms of the contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from trustcheck.config.sources import Mapped
from trustcheck.facts.trouble import Trouble
from trustcheck.model.facts import FACT_FIELDS, OBJECT_FACTS, CellState

Row = Mapping[str, Any]

_MONEY = frozenset({"amount"})
_FLAGS = frozenset({"kept"})
_TEXTS = frozenset(
    {"name", "language", "email", "phone", "status", "id", "product", "number", "currency", "period", "invoice", "kind"}
    | {"direction", "channel", "topic", "what", "item", "field"}
)
_TRUTHS: Mapping[Any, bool] = {0: False, 1: True, "0": False, "1": True, "false": False, "true": True}


@dataclass(frozen=True, slots=True)
class Written:
    """How values are written where everything is text: decimal sign, days (as for `strptime`; empty: ISO 8601)."""

    decimal: str = "."
    dates: str = ""


def fact_value(key: str, rows: Sequence[Row], mapped: Mapped, written: Written) -> Any:
    """The fact that an account's rows make. Raises Trouble for no row or two rows of a fact that is one object."""
    columns = {field: mapped.columns.get(field, field) for field in FACT_FIELDS[key]}
    if rows:
        _require_columns(columns, mapped, rows[0])
    objects = [_object(row, columns, mapped, written) for row in rows]
    if key == "on_file":
        return _on_file(objects)
    if key not in OBJECT_FACTS:
        return objects
    if not objects:
        raise Trouble(CellState.NOT_FOUND, f"the records have no «{key}» for this account")
    if len(objects) > 1:
        raise Trouble(CellState.CONFLICT, f"there are {len(objects)} rows for «{key}», which is one for an account")
    return objects[0]


def _require_columns(columns: Mapping[str, str], mapped: Mapped, row: Row) -> None:
    """A column that was named and is not there is a mistake; one that was not named may be left out."""
    missing = [column for field, column in columns.items() if field in mapped.columns and column not in row]
    if missing:
        raise Trouble(CellState.INVALID, f"there is no column «{missing[0]}»; check [columns]")


def _on_file(rows: Sequence[Row]) -> dict[str, Any]:
    fields = [row.get("field") for row in rows]
    if not all(isinstance(field, str) and field for field in fields):
        raise Trouble(CellState.INVALID, "a row of «on_file» names no field; it needs the columns field and since")
    if len(set(fields)) != len(fields):
        raise Trouble(CellState.CONFLICT, "two rows of «on_file» name the same field")
    return {str(row["field"]): row.get("since") for row in rows}


def _object(row: Row, columns: Mapping[str, str], mapped: Mapped, written: Written) -> dict[str, Any]:
    return {
        field: _plain(field, _translated(row[column], mapped.values.get(field, {})), written)
        for field, column in columns.items()
        if column in row
    }


def _translated(value: Any, words: Mapping[str, str]) -> Any:
    return words.get(str(value).strip(), value) if words else value


def _plain(field: str, value: Any, written: Written) -> Any:
    """The value as JSON has it. What has no exact form is left as it is, and is then refused by its shape."""
    match value:
        case str():
            return _from_text(field, value.strip(), written)
        case bool():
            return value
        case int() if field in _FLAGS:
            return _TRUTHS.get(value, value)
        case Decimal() if value.is_finite():
            return format(value, "f")
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case _:
            return value


def _from_text(field: str, text: str, written: Written) -> Any:
    if not text:
        return None
    if field in _FLAGS:
        return _TRUTHS.get(text.lower(), text)
    if field in _MONEY and written.decimal == ",":
        if "." in text:
            raise Trouble(CellState.INVALID, "an amount has a point where the decimal sign is a comma")
        return text.replace(",", ".")
    if written.dates and field not in _TEXTS | _MONEY:
        return _day(text, written.dates)
    return text


def _day(text: str, form: str) -> str:
    try:
        return datetime.strptime(text, form).date().isoformat()
    except ValueError:
        return text
