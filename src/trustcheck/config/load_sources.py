"""From the checked tables of `[facts]` to settings: paths absolute, short forms written out, names that fit."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trustcheck.config import sources as kinds
from trustcheck.config.settings import ANY_KEY, FactsSettings, default_max_age
from trustcheck.config.source import ConfigSource

if TYPE_CHECKING:
    from trustcheck.config.schema import FactsTable


def facts_settings(table: FactsTable, root: Path, source: ConfigSource) -> FactsSettings:
    """`[facts]` as settings. Raises ConfigError where `source`, `sources` and `use` do not fit each other."""
    sources = {name: _source(entry, root) for name, entry in table.sources.items()}
    if table.source and sources:
        step = "Take `source` out, and give it a name below [facts.sources]."
        raise source.error("«source» and [facts.sources] say the same in two ways", ("facts", "source"), next_step=step)
    return FactsSettings(
        source=table.source,
        max_age=default_max_age() | table.max_age,
        sources=sources,
        use=_use(table, tuple(sources), source),
        cache=table.cache,
    )


def _use(table: FactsTable, names: tuple[str, ...], source: ConfigSource) -> dict[str, kinds.Use]:
    use = {key: _who(entry) for key, entry in table.use.items()}
    for key, who in use.items():
        for name in who.sources:
            if name not in names:
                near = get_close_matches(name, names, n=1)
                hint = f"Did you mean «{near[0]}»? " if near else ""
                step = f"{hint}Sources: {', '.join(names) or 'none; add [facts.sources.NAME]'}."
                raise source.error(f"«{name}» is no source", ("facts", "use", key), next_step=step)
    if names and not use:
        if len(names) > 1:
            step = f'Add [facts.use] with  default = "{names[0]}"  and, for single facts,  invoices = "{names[1]}".'
            raise source.error("several sources, and nothing says which to ask", ("facts", "sources"), next_step=step)
        use = {ANY_KEY: kinds.Use(names)}
    return use


def _who(entry: Any) -> kinds.Use:
    if isinstance(entry, str):
        return kinds.Use((entry,))
    if isinstance(entry, list):
        return kinds.Use(tuple(entry))
    return kinds.Use(tuple(entry.first or entry.agree), agree=bool(entry.agree))


def _source(table: Any, root: Path) -> kinds.SourceSettings:
    match table.kind:
        case "json":
            return kinds.JsonFile(root / table.path)
        case "jsonl":
            return kinds.JsonLines(root / table.path, table.account)
        case "csv":
            return _csv(table, root)
        case "sqlite":
            return kinds.Sqlite(root / table.path, _queries(table), _patience(table))
        case "sql":
            user, password = _secret(table.user, root), _secret(table.password, root)
            assert not isinstance(password, str)  # the schema lets no plain password through
            url = _secret(table.url, root) or ""
            return kinds.Database(url, _queries(table), user, password, _patience(table))
        case "http":
            return _web(table, root)
        case _:
            return kinds.Plugin(table.entry_point, dict(table.options), _patience(table))


def _csv(table: Any, root: Path) -> kinds.CsvFolder:
    return kinds.CsvFolder(
        folder=root / table.folder,
        account=table.account,
        as_of=table.as_of,
        accounts=table.accounts,
        files={key: _file(entry) for key, entry in table.files.items()},
        delimiter=table.delimiter,
        decimal=table.decimal,
        dates=table.dates,
        encoding="utf-8-sig" if table.encoding == "utf-8" else table.encoding,
    )


def _web(table: Any, root: Path) -> kinds.Web:
    return kinds.Web(
        url=_secret(table.url, root) or "",
        method=table.method,
        keys=table.keys,
        batch=table.batch,
        headers={name: _secret(value, root) or "" for name, value in table.headers.items()},
        accounts=table.accounts,
        account=table.account,
        as_of=table.as_of,
        facts=dict(table.facts),
        max_bytes=table.max_bytes,
        patience=_patience(table),
    )


def _queries(table: Any) -> kinds.Queries:
    is_column = isinstance(table.as_of, str)
    return kinds.Queries(
        queries={key: _query(entry) for key, entry in table.queries.items()},
        account=table.account,
        as_of=table.as_of if is_column else "",
        as_of_sql="" if is_column else table.as_of.sql,
        accounts=table.accounts or "",
        key_type=table.key_type,
    )


def _query(entry: Any) -> kinds.Query:
    return kinds.Query(entry) if isinstance(entry, str) else kinds.Query(entry.sql, _mapped(entry), entry.as_of or "")


def _file(entry: Any) -> kinds.CsvFile:
    if isinstance(entry, str):
        return kinds.CsvFile(entry)
    return kinds.CsvFile(entry.file, _mapped(entry), entry.as_of or "")


def _mapped(entry: Any) -> kinds.Mapped:
    values: Mapping[str, Mapping[str, str]] = {name: dict(words) for name, words in entry.values.items()}
    return kinds.Mapped(dict(entry.columns), values)


def _patience(table: Any) -> kinds.Patience:
    return kinds.Patience(table.deadline, table.failures, table.pause)


def _secret(value: Any, root: Path) -> kinds.SecretText | None:
    if value is None or isinstance(value, str):
        return value
    return kinds.Secret(value.env or "", root / value.file if value.file else None, tuple(value.command))
