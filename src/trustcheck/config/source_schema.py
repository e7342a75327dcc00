"""What `[facts.sources]` and `[facts.use]` may say, checked by pydantic. Imported only when a file is loaded."""

from __future__ import annotations

import codecs
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator
from pydantic import BeforeValidator as Before

from trustcheck.config.fields import FactKey, Filled, Long, Table, Text, Wait, refusal
from trustcheck.config.settings import ANY_KEY
from trustcheck.config.sources import (
    DEFAULT_ANSWER_BYTES,
    DEFAULT_DEADLINE,
    DEFAULT_FAILURES,
    DEFAULT_PAUSE,
    KEYS,
)
from trustcheck.model.facts import FACT_FIELDS, FACT_KEYS

_NAME = re.compile(r"[\w.-]{1,60}")
_MARK = "kind:"
"""Begins the tags of unions, by which pydantic's paths through a union are told from the file's own keys."""

USE_KEYS = (ANY_KEY, *FACT_KEYS)
SECRET_STEP = 'Keep it out of the file: { env = "NAME" }, { file = "/run/secrets/name" } or { command = ["…"] }.'


def is_tag(step: object) -> bool:
    """True for what pydantic puts into a path to say which side of a union was tried."""
    return isinstance(step, str) and step.startswith(_MARK)


def _shape(value: Any) -> str:
    return _MARK + ("table" if isinstance(value, dict) else "list" if isinstance(value, list) else "text")


_EITHER = Discriminator(lambda value: _MARK + ("table" if isinstance(value, dict | Table) else "text"))
_AS_TEXT, _AS_TABLE = Tag(_MARK + "text"), Tag(_MARK + "table")


class SecretTable(Table):
    env: Filled | None = None
    file: Filled | None = None
    command: list[Filled] = []

    @model_validator(mode="after")
    def _one(self) -> SecretTable:
        if sum(map(bool, (self.env, self.file, self.command))) != 1:
            raise refusal("a secret has one place", SECRET_STEP)
        return self


def _no_plain_secret(value: Any) -> Any:
    if isinstance(value, str):
        raise refusal("a password does not belong in the configuration", SECRET_STEP)
    return value


OnlySecret = Annotated[SecretTable, Before(_no_plain_secret)]
SecretText = Annotated[
    Annotated[Filled, _AS_TEXT] | Annotated[SecretTable, _AS_TABLE],
    _EITHER,
]


def _asks_for_keys(sql: str) -> str:
    if KEYS.search(sql):
        return sql
    raise refusal("the query does not say which accounts are asked for", "Add: where <account column> in :keys")


Sql = Annotated[Long, AfterValidator(_asks_for_keys)]


class QueryTable(Table):
    sql: Sql
    columns: dict[Filled, Filled] = {}
    values: dict[Filled, dict[Filled, Filled]] = {}
    as_of: Filled | None = None


class FileTable(Table):
    file: Filled
    columns: dict[Filled, Filled] = {}
    values: dict[Filled, dict[Filled, Filled]] = {}
    as_of: Filled | None = None


def _known_fields(tables: dict[str, Any]) -> dict[str, Any]:
    for key, table in tables.items():
        named = () if isinstance(table, str) else (*table.columns, *table.values)
        for name in named:
            if name not in FACT_FIELDS[key]:
                raise refusal(f"«{name}» is no field of «{key}»", f"Known: {', '.join(FACT_FIELDS[key])}.")
    return tables


_Queries = Annotated[
    dict[
        FactKey,
        Annotated[
            Annotated[Sql, _AS_TEXT] | Annotated[QueryTable, _AS_TABLE],
            _EITHER,
        ],
    ],
    Field(min_length=1),
    AfterValidator(_known_fields),
]
_Files = Annotated[
    dict[
        FactKey,
        Annotated[
            Annotated[Filled, _AS_TEXT] | Annotated[FileTable, _AS_TABLE],
            _EITHER,
        ],
    ],
    AfterValidator(_known_fields),
]


class AsOfTable(Table):
    sql: Long


class _Remote(Table):
    deadline: Wait = DEFAULT_DEADLINE
    failures: Annotated[int, Field(ge=1, le=1000)] = DEFAULT_FAILURES
    pause: Wait = DEFAULT_PAUSE


class _Asked(_Remote):
    account: Filled = "account"
    as_of: Annotated[
        Annotated[Filled, _AS_TEXT] | Annotated[AsOfTable, _AS_TABLE],
        _EITHER,
    ] = "as_of"
    accounts: Sql | None = None
    key_type: Literal["text", "integer"] = "text"
    queries: _Queries


class JsonTable(Table):
    kind: Literal["json"]
    path: Filled


class JsonLinesTable(Table):
    kind: Literal["jsonl"]
    path: Filled
    account: Filled = "account"


def _encoding(value: str) -> str:
    try:
        return codecs.lookup(value).name
    except LookupError:
        raise refusal(f"«{value}» is no encoding", 'Write for instance "utf-8" or "windows-1252".') from None


class CsvTable(Table):
    kind: Literal["csv"]
    folder: Filled
    account: Filled = "account"
    as_of: Filled = "as_of"
    accounts: Text = ""
    files: _Files = {}
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = ","
    decimal: Literal[".", ","] = "."
    dates: Text = ""
    encoding: Annotated[Filled, AfterValidator(_encoding)] = "utf-8-sig"


class SqliteTable(_Asked):
    kind: Literal["sqlite"]
    path: Filled


class DatabaseTable(_Asked):
    kind: Literal["sql"]
    url: SecretText
    user: SecretText | None = None
    password: OnlySecret | None = None


class WebTable(_Remote):
    kind: Literal["http"]
    url: SecretText
    method: Literal["GET", "POST"] = "GET"
    keys: Filled = "account"
    batch: Annotated[int, Field(ge=1, le=1000)] = 50
    headers: dict[Filled, SecretText] = {}
    accounts: Text = ""
    account: Text = ""
    as_of: Filled = "as_of"
    facts: dict[FactKey, Long] = {}
    max_bytes: Annotated[int, Field(ge=1)] = DEFAULT_ANSWER_BYTES


class PluginTable(_Remote):
    kind: Literal["python"]
    entry_point: Filled
    options: dict[str, Any] = {}


KINDS: dict[str, type[Table]] = {
    "json": JsonTable,
    "jsonl": JsonLinesTable,
    "csv": CsvTable,
    "sqlite": SqliteTable,
    "sql": DatabaseTable,
    "http": WebTable,
    "python": PluginTable,
}


def _kind(value: Any) -> str | None:
    kind = value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)
    return _MARK + kind if isinstance(kind, str) else None


SourceTable = Annotated[
    Annotated[JsonTable, Tag("kind:json")]
    | Annotated[JsonLinesTable, Tag("kind:jsonl")]
    | Annotated[CsvTable, Tag("kind:csv")]
    | Annotated[SqliteTable, Tag("kind:sqlite")]
    | Annotated[DatabaseTable, Tag("kind:sql")]
    | Annotated[WebTable, Tag("kind:http")]
    | Annotated[PluginTable, Tag("kind:python")],
    Discriminator(_kind),
]


class FirstTable(Table):
    first: Annotated[list[Filled], Field(min_length=1)] = []
    agree: Annotated[list[Filled], Field(min_length=2)] = []

    @model_validator(mode="after")
    def _one(self) -> FirstTable:
        if bool(self.first) == bool(self.agree):
            step = 'Write { first = ["a", "b"] } (the first that knows) or { agree = ["a", "b"] } (all the same).'
            raise refusal("say either `first` or `agree`", step)
        return self


UseTable = Annotated[
    Annotated[Filled, _AS_TEXT]
    | Annotated[Annotated[list[Filled], Field(min_length=1)], Tag(_MARK + "list")]
    | Annotated[FirstTable, _AS_TABLE],
    Discriminator(_shape),
]


def _source_name(value: str) -> str:
    if _NAME.fullmatch(value):
        return value
    raise refusal("this is no name for a source", "Use letters, digits, - and _, as in [facts.sources.crm].")


def _use_key(value: str) -> str:
    if value in USE_KEYS:
        return value
    raise refusal(f"«{value}» is no fact key", f"Known: {', '.join(USE_KEYS)}.")


SourceName = Annotated[str, AfterValidator(_source_name)]
UseKey = Annotated[str, AfterValidator(_use_key)]


_INSIDE: dict[str, type[Table]] = {
    "queries": QueryTable,
    "files": FileTable,
    "headers": SecretTable,
    "url": SecretTable,
    "user": SecretTable,
    "password": SecretTable,
    "as_of": AsOfTable,
}
"""Key of a source → the table with fixed keys in it, or in each of its entries."""


def keys_inside(path: tuple[str | int, ...], facts: Any) -> tuple[str, ...]:
    """The keys that a table below [facts] may hold: `path` starts there, `facts` is what stands there."""
    match path:
        case ("use", _):
            return tuple(FirstTable.model_fields)
        case ("sources", name):
            kind = facts.get("sources", {}).get(name, {}).get("kind")
            return tuple(KINDS[kind].model_fields) if kind in KINDS else ()
        case ("sources", _, key) | ("sources", _, key, _) if key in _INSIDE:
            return tuple(_INSIDE[str(key)].model_fields)
        case _:
            return ()
