"""`[facts.sources]` and `[facts.use]` as the rest of the house sees them: frozen data.

Importing this file loads neither pydantic nor a TOML reader.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

NOW = "now"
"""As `as_of`: the records are live, and as old as the question. Has to be said; it is never assumed."""

FILE_TIME = "file"
"""As `as_of` of a CSV folder: the time that the file was changed."""

KEYS = re.compile(r"(?<![:\w\\]):keys\b(?!:)")
"""Where a query wants the account keys: `:keys`, and not a cast such as `::keys`."""

DEFAULT_DEADLINE = timedelta(seconds=10)
DEFAULT_FAILURES = 3
DEFAULT_PAUSE = timedelta(seconds=30)
DEFAULT_ANSWER_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Secret:
    """Where a secret is found when it is needed: one of the three. It is read again for every new connection."""

    env: str = ""
    file: Path | None = None
    command: tuple[str, ...] = ()


SecretText = str | Secret
"""A text that may stand in the configuration, or be kept out of it."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a source may take for a batch, and when it is left alone: after so many failures in a row, so long."""

    deadline: timedelta = DEFAULT_DEADLINE
    failures: int = DEFAULT_FAILURES
    pause: timedelta = DEFAULT_PAUSE


@dataclass(frozen=True, slots=True)
class Mapped:
    """How the fields of a fact are called outside: our field → their column; our field → their value → our value."""

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JsonFile:
    """`kind = "json"`: a facts file."""

    path: Path


@dataclass(frozen=True, slots=True)
class JsonLines:
    """`kind = "jsonl"`: one account's facts on each line, its key in the field `account`."""

    path: Path
    account: str = "account"


@dataclass(frozen=True, slots=True)
class CsvFile:
    """One file of a CSV folder: one fact key."""

    file: str
    mapped: Mapped = field(default_factory=Mapped)
    as_of: str = ""
    """Empty: as the folder says."""


@dataclass(frozen=True, slots=True)
class CsvFolder:
    """`kind = "csv"`: a folder with a file for each fact key. `files` empty: every `<fact key>.csv` in it."""

    folder: Path
    account: str = "account"
    as_of: str = "as_of"
    accounts: str = ""
    files: Mapping[str, CsvFile] = field(default_factory=dict)
    delimiter: str = ","
    decimal: str = "."
    dates: str = ""
    encoding: str = "utf-8-sig"


@dataclass(frozen=True, slots=True)
class Query:
    """The SQL text that answers one fact key for a batch; `:keys` stands for the account keys."""

    sql: str
    mapped: Mapped = field(default_factory=Mapped)
    as_of: str = ""
    """Empty: as the source says."""


@dataclass(frozen=True, slots=True)
class Queries:
    """What SQLite and other databases have in common. `accounts` is a query for the keys that the records know.

    `as_of` names a column, or is `now`; `as_of_sql` is a query for one time, that of the last load.
    """

    queries: Mapping[str, Query]
    account: str = "account"
    as_of: str = "as_of"
    as_of_sql: str = ""
    accounts: str = ""
    key_type: Literal["text", "integer"] = "text"


@dataclass(frozen=True, slots=True)
class Sqlite:
    """`kind = "sqlite"`: a database file, opened for reading only."""

    path: Path
    queries: Queries
    patience: Patience = Patience()


@dataclass(frozen=True, slots=True)
class Database:
    """`kind = "sql"`: any database that SQLAlchemy reaches."""

    url: SecretText = field(repr=False)
    queries: Queries
    user: SecretText | None = field(default=None, repr=False)
    password: Secret | None = None
    patience: Patience = Patience()


@dataclass(frozen=True, slots=True)
class Web:
    """`kind = "http"`: JSON over HTTP. A URL with `{account}` is asked once an account, another one for a batch.

    `accounts`, `account`, `as_of` and the values of `facts` are JMESPath. `accounts` and `account` empty: the answer
    has the shape of a facts file. `facts` empty: an account's object holds the facts as the contract has them.
    """

    url: SecretText = field(repr=False)
    method: Literal["GET", "POST"] = "GET"
    keys: str = "account"
    batch: int = 50
    headers: Mapping[str, SecretText] = field(default_factory=dict, repr=False)
    accounts: str = ""
    account: str = ""
    as_of: str = "as_of"
    facts: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = DEFAULT_ANSWER_BYTES
    patience: Patience = Patience()


@dataclass(frozen=True, slots=True)
class Plugin:
    """`kind = "python"`: an entry point of the group `trustcheck.sources`, called with `options`."""

    entry_point: str
    options: Mapping[str, Any] = field(default_factory=dict, repr=False)
    patience: Patience = Patience()


SourceSettings = JsonFile | JsonLines | CsvFolder | Sqlite | Database | Web | Plugin


@dataclass(frozen=True, slots=True)
class Use:
    """Which sources answer a fact key, in order: the first that knows, or all of them, who must agree."""

    sources: tuple[str, ...]
    agree: bool = False
