"""From what the configuration says to data sources. The code of a source is loaded only where it is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from trustcheck.config.settings import FactsSettings
from trustcheck.config.sources import (
    CsvFolder,
    Database,
    JsonFile,
    JsonLines,
    Patience,
    Plugin,
    SourceSettings,
    Sqlite,
    Web,
)
from trustcheck.facts.compose import Composition
from trustcheck.facts.narrow import Narrowed
from trustcheck.model.errors import UsageError
from trustcheck.model.facts import AsyncFactSource, FactSource

EXTRAS = {"sqlalchemy": "sql", "httpx2": "http", "stamina": "http", "jmespath": "http"}
"""Third-party package → the extra that brings it."""


def open_facts(facts: FactsSettings, root: Path) -> FactSource | None:
    """What `[facts]` says, as one source; None where it names none. Nothing is read or connected yet.

    Raises UsageError for what cannot be opened; it names the kind alone, for a URL may hold a password.
    """
    if facts.source:
        return open_source(facts.source, root)
    sources = open_each(facts, root)
    if not sources:
        return None
    only = set(facts.use.values())
    if len(only) == 1 and "default" in facts.use and len(sources) == 1:
        return next(iter(sources.values()))
    return Composition(sources, facts.use)


def open_each(facts: FactsSettings, root: Path) -> dict[str, FactSource]:
    """Every named source by itself, those that can be slow behind a guard. Raises UsageError as `open_facts`."""
    return {name: _opened(name, settings, root) for name, settings in facts.sources.items()}


def open_source(source: str, root: Path) -> FactSource:
    """The data source that `[facts] source` names; a relative path starts at `root`. Raises UsageError."""
    scheme, is_url, _ = source.partition("://")
    if is_url and scheme in ("http", "https"):
        return _opened(_host(source) or scheme, Web(source), root)
    path, suffix = root / source, Path(source).suffix.lower()
    if not is_url and suffix == ".jsonl":
        return _opened(path.name, JsonLines(path), root)
    if not is_url and suffix == ".json":
        return _opened(path.name, JsonFile(path), root)
    if not is_url and source and path.is_dir():
        return _opened(path.name, CsvFolder(path), root)
    kind = f"{scheme}://" if is_url else f"*{suffix}" if suffix else "a file without a suffix"
    raise UsageError(
        f"[facts] source names {kind}, which cannot be read. Known: *.json, *.jsonl, a folder of CSV files, https://. "
        "Name one of these, describe a database below [facts.sources.NAME], or leave `source` out: every claim about "
        "an account is then unknown."
    )


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        # Not one that anybody could ask: the source says so when it is asked.
        return None


def _opened(name: str, settings: SourceSettings, root: Path) -> FactSource:
    try:
        return _OPENERS[type(settings)](name, settings, root)
    except ModuleNotFoundError as error:
        extra = EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        raise UsageError(
            f"The source {name} needs {error.name}, which is not installed. Install it with: "
            f"pip install trustcheck-letters[{extra}]"
        ) from error


def _json(name: str, settings: JsonFile, root: Path) -> FactSource:
    from trustcheck.facts.json_source import JsonSource

    return JsonSource(settings.path, name)


def _jsonl(name: str, settings: JsonLines, root: Path) -> FactSource:
    from trustcheck.facts.jsonl_source import JsonLinesSource

    return JsonLinesSource(name, settings)


def _csv(name: str, settings: CsvFolder, root: Path) -> FactSource:
    from trustcheck.facts.csv_source import CsvSource

    source = CsvSource(name, settings)
    return Narrowed(source, settings.files) if settings.files else source


def _sqlite(name: str, settings: Sqlite, root: Path) -> FactSource:
    from trustcheck.facts.sqlite_source import SqliteSource

    return Narrowed(SqliteSource(name, settings), settings.queries.queries)


def _database(name: str, settings: Database, root: Path) -> FactSource:
    from trustcheck.facts.database import DatabaseSource

    return Narrowed(_guarded(DatabaseSource(name, settings), settings.patience), settings.queries.queries)


def _web(name: str, settings: Web, root: Path) -> FactSource:
    from trustcheck.facts.web import WebSource

    source = _guarded(WebSource(name, settings), settings.patience)
    return Narrowed(source, settings.facts) if settings.facts else source


def _plugin(name: str, settings: Plugin, root: Path) -> FactSource:
    from trustcheck.facts.plugin import open_plugin

    return _guarded(open_plugin(name, settings, root), settings.patience)


def _guarded(source: FactSource | AsyncFactSource, patience: Patience) -> FactSource:
    from trustcheck.facts.guard import Guarded  # late: it brings asyncio, and files need no guard

    return Guarded(source, patience)


_OPENERS: Mapping[type, Callable[[str, Any, Path], FactSource]] = {
    JsonFile: _json,
    JsonLines: _jsonl,
    CsvFolder: _csv,
    Sqlite: _sqlite,
    Database: _database,
    Web: _web,
    Plugin: _plugin,
}
"""Kind of settings → what opens it. A new kind of source is one file here, one table in `config/`, and one line."""
