"""What `trustcheck sources schema` prints: the shapes of the facts, as JSON schema and as SQL views to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from trustcheck.facts.shapes import SHAPES
from trustcheck.model.facts import FACT_FIELDS, OBJECT_FACTS


def facts_schema() -> dict[str, Any]:
    """The JSON schema of one account's facts. What validates in Python alone stands as text there."""
    inputs = [(key, "validation", adapter) for key, adapter in SHAPES.items()]
    schemas, definitions = TypeAdapter.json_schemas(inputs)  # type: ignore[arg-type]
    as_of = {"type": "string", "format": "date-time", "description": "When the records were read, with a time zone."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facts of one account",
        "type": "object",
        "properties": {"as_of": as_of} | {key: schemas[(key, "validation")] for key in SHAPES},
        **definitions,
    }


def starter_views() -> str:
    """A view for each fact, to be filled in from the organisation's own tables."""
    schema = facts_schema()
    return "\n".join(_view(key, schema) for key in FACT_FIELDS)


def _view(key: str, schema: Mapping[str, Any]) -> str:
    fields = _fields(key, schema)
    columns = ",\n".join(f"    {_column(name, fields.get(name, {}))}" for name in FACT_FIELDS[key])
    rows = "One row" if key in OBJECT_FACTS else "Any number of rows"
    return f"""\
-- {rows} an account.
create view trustcheck_{key} as
select
    cast(null as varchar(100)) as account,
{columns}
-- from your_table
;
"""


def _fields(key: str, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of a fact in the JSON schema; those of `on_file` are its rows', which only a table has."""
    if key == "on_file":
        return {"since": {"format": "date"}}
    shape = schema["properties"][key]
    name = str(shape.get("items", shape)["$ref"]).rpartition("/")[2]
    fields: Mapping[str, Any] = schema["$defs"][name]["properties"]
    return fields


def _column(name: str, shape: Mapping[str, Any]) -> str:
    # An optional field is «this or null».
    shape = shape["anyOf"][0] if "anyOf" in shape else shape
    words = f" /* {' | '.join(shape['enum'])} */" if "enum" in shape else ""
    return f"cast(null as {_type(shape)}) as {name}{words}"


def _type(shape: Mapping[str, Any]) -> str:
    if "pattern" in shape:
        return "decimal(12, 2)"
    if shape.get("type") == "boolean":
        return "boolean"
    return "date" if shape.get("format") == "date" else "varchar(200)"
