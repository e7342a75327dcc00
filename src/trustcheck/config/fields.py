"""What the tables of the configuration have in common: how strict they are, and how a value is refused."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from trustcheck.model.facts import FACT_KEYS

_SECONDS = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s?([sm])")

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Long = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]


class Table(BaseModel):
    """A table with fixed keys. TOML has types, and a number where text belongs is a mistake worth a message."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def refusal(what: str, next_step: str) -> PydanticCustomError:
    """An error in our own words; the caller's text must hold no secret."""
    return PydanticCustomError("trustcheck", "{what}", {"what": what, "next_step": next_step})


def _fact_key(value: str) -> str:
    if value in FACT_KEYS:
        return value
    raise refusal(f"«{value}» is no fact key", f"Known: {', '.join(FACT_KEYS)}.")


def _wait(value: Any) -> timedelta:
    found = _SECONDS.fullmatch(value) if isinstance(value, str) else None
    if found is None or not float(found[1]):
        raise refusal(f"«{value}» is no time to wait", 'Write a number and s or m: "10s", "0.5s", "2m".')
    return timedelta(seconds=float(found[1]) * (60 if found[2] == "m" else 1))


FactKey = Annotated[str, AfterValidator(_fact_key)]
Wait = Annotated[timedelta, BeforeValidator(_wait)]
