"""A folder of CSV files as a source, one file for each fact key, as exports leave them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trustcheck.config.sources import FILE_TIME, CsvFile, CsvFolder
from trustcheck.facts.cells import moment_of
from trustcheck.facts.rows import Row, Written
from trustcheck.facts.tables import Table, by_account, table_facts
from trustcheck.facts.trouble import Trouble, same_everywhere
from trustcheck.facts.watched import WatchedFile
from trustcheck.model.facts import FACT_KEYS, AccountFacts, CellState


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows of one file by account, and the oldest time in it; None where a row has none."""

    rows: Mapping[str, list[Row]]
    oldest: datetime | None


class CsvSource:
    """Implements `model.facts.FactSource` over a folder."""

    def __init__(self, name: str, settings: CsvFolder) -> None:
        self._name = name
        self._settings = settings
        self._files: dict[str, WatchedFile[_Sheet]] = {}

    @property
    def name(self) -> str:
        return self._name

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        batch, wanted = list(accounts), tuple(keys)
        if not self._settings.folder.is_dir():
            trouble = Trouble(CellState.UNAVAILABLE, f"{self._settings.folder}: there is no such folder")
            return same_everywhere(batch, wanted, trouble.cell(self._name))
        files = self._settings.files or self._found()
        tables = {key: self._table(files[key]) for key in wanted if key in files}
        return table_facts(self._name, batch, wanted, tables, self._known())

    def _found(self) -> dict[str, CsvFile]:
        """Where no file is named: each that has the name of a fact key."""
        names = {key: f"{key}.csv" for key in FACT_KEYS}
        return {key: CsvFile(name) for key, name in names.items() if (self._settings.folder / name).exists()}

    def _known(self) -> set[str] | Trouble | None:
        if not self._settings.accounts:
            return None
        try:
            return set(self._file(self._settings.accounts, "").content().rows)
        except Trouble as trouble:
            return trouble

    def _table(self, entry: CsvFile) -> Table:
        as_of = entry.as_of or self._settings.as_of
        written = Written(self._settings.decimal, self._settings.dates)
        try:
            file = self._file(entry.file, as_of)
            sheet = file.content()
            changed_at = file.changed_at() if as_of == FILE_TIME else None
        except Trouble as trouble:
            return Table(trouble=trouble)
        return Table(sheet.rows, entry.mapped, as_of, changed_at, written=written, oldest=sheet.oldest)

    def _file(self, name: str, as_of: str) -> WatchedFile[_Sheet]:
        if name not in self._files:
            path = self._settings.folder / name
            self._files[name] = WatchedFile(path, lambda data: self._read(path, as_of, data))
        return self._files[name]

    def _read(self, path: Path, as_of: str, data: bytes) -> _Sheet:
        try:
            text = data.decode(self._settings.encoding)
        except UnicodeDecodeError:
            step = f"it is not {self._settings.encoding}; name its encoding in the configuration"
            raise Trouble(CellState.INVALID, f"{path}: {step}") from None
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=self._settings.delimiter, strict=True)
        rows: list[Row] = []
        try:
            _require_heading(reader)
            for row in reader:
                if None in row or None in row.values():
                    raise Trouble(CellState.INVALID, "the row has more or fewer values than the heading")
                rows.append(row)
            return _Sheet(by_account(rows, self._settings.account), _oldest(rows, as_of))
        except csv.Error as error:
            raise Trouble(CellState.INVALID, f"{path}:{reader.line_num}: {error}") from None
        except Trouble as trouble:
            raise Trouble(trouble.state, f"{path}:{reader.line_num}: {trouble.note}") from None


def _require_heading(reader: csv.DictReader[str]) -> None:
    names = list(reader.fieldnames or ())
    if not names:
        raise Trouble(CellState.INVALID, "the file is empty; its first line has to name the columns")
    if len(set(names)) != len(names):
        raise Trouble(CellState.INVALID, "two columns have the same name")


def _oldest(rows: Iterable[Row], column: str) -> datetime | None:
    """When all of the file was read at the latest; it dates the accounts that have no row in it."""
    times = [moment_of(row.get(column) or None)[0] for row in rows]
    dated = [moment for moment in times if moment is not None]
    return min(dated) if dated and len(dated) == len(times) else None
