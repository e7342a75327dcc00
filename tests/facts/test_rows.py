from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.config.sources import Mapped
from trustcheck.facts.rows import Written, fact_value
from trustcheck.facts.shapes import shape_error
from trustcheck.facts.trouble import Trouble
from trustcheck.model.facts import FACT_FIELDS, FACT_KEYS


def value_of(field: str, value: Any, **written: str) -> Any:
    key = next(key for key, fields in FACT_FIELDS.items() if field in fields and key not in ("on_file",))
    made = fact_value(key, [{field: value}], Mapped(), Written(**written))
    return (made[0] if isinstance(made, list) else made)[field]


@pytest.mark.parametrize(
    ("field", "value", "plain"),
    [
        ("amount", Decimal("499.00"), "499.00"),
        ("amount", Decimal("1E+3"), "1000"),
        ("amount", Decimal("0.1"), "0.1"),
        ("amount", 499, 499),
        ("amount", 0.1, 0.1),
        ("due", date(2026, 10, 20), "2026-10-20"),
        ("changed_on", datetime(2026, 10, 20, 12, tzinfo=UTC), "2026-10-20T12:00:00+00:00"),
        ("id", UUID(int=10), "00000000-0000-0000-0000-00000000000a"),
        ("status", "paid   ", "paid"),
        ("due", " ", None),
        ("kept", 1, True),
        ("kept", "FALSE", False),
        ("kept", "no", "no"),
    ],
)
def test_values_take_the_forms_of_the_contract(field: str, value: Any, plain: Any) -> None:
    assert value_of(field, value) == plain
    assert type(value_of(field, value)) is type(plain)


def test_nordic_files_write_commas_and_days_first() -> None:
    assert value_of("amount", "499,50", decimal=",") == "499.50"
    for unclear in ("1.499,50", "1.499"):
        with pytest.raises(Trouble, match="decimal sign"):
            value_of("amount", unclear, decimal=",")
    assert value_of("due", "20.10.2026", dates="%d.%m.%Y") == "2026-10-20"
    assert value_of("due", "2026/10/20", dates="%d.%m.%Y") == "2026/10/20"
    assert value_of("number", "20.10.2026", dates="%d.%m.%Y") == "20.10.2026"


def test_columns_that_no_fact_has_are_left_out() -> None:
    assert fact_value("cases", [{"account": "A", "id": "1", "secret": "x"}], Mapped(), Written()) == [{"id": "1"}]


def test_fields_on_file_are_rows() -> None:
    rows = [{"field": "email", "since": date(2020, 1, 1)}, {"field": "phone", "since": None}]
    assert fact_value("on_file", rows, Mapped(), Written()) == {"email": "2020-01-01", "phone": None}
    for bad in ([{"since": "2020-01-01"}], [{"field": None}], [*rows, rows[0]]):
        with pytest.raises(Trouble):
            fact_value("on_file", bad, Mapped(), Written())


@given(st.sampled_from(FACT_KEYS), st.data())
def test_any_row_ends_as_a_value_or_as_trouble(key: str, data: st.DataObject) -> None:
    values = (
        st.none() | st.text() | st.integers() | st.floats() | st.decimals() | st.dates() | st.binary() | st.booleans()
    )
    rows = data.draw(st.lists(st.dictionaries(st.sampled_from(FACT_FIELDS[key]), values), max_size=3))
    with suppress(Trouble):
        shape_error(key, fact_value(key, rows, Mapped(), Written(decimal=",", dates="%d.%m.%Y")))
