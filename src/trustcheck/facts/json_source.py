"""A facts file: `{"accounts": {"A-1": {…}}}`, read once and again when it changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trustcheck.facts.cells import account_cells
from trustcheck.facts.jsontext import likely_cause, refuse_doubles
from trustcheck.model.facts import AccountFacts, Cell, CellState


@dataclass(frozen=True, slots=True)
class _Content:
    """What the file holds: its accounts, or the cell that says for every account why it holds none."""

    accounts: Mapping[str, Any]
    trouble: Cell | None = None


class JsonSource:
    """Implements `model.facts.FactSource` over one JSON file."""

    def __init__(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.name
        self._stamp: tuple[int, int] | None = None
        self._content = _Content({})

    @property
    def name(self) -> str:
        return self._name

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        """Cells for each account and key. A file that cannot be read makes every cell say so."""
        content, wanted = self._read(), tuple(keys)
        return {account: self._facts(account, wanted, content) for account in accounts}

    def _facts(self, account: str, keys: tuple[str, ...], content: _Content) -> AccountFacts:
        if content.trouble is not None:
            return AccountFacts(account, dict.fromkeys(keys, content.trouble))
        if account not in content.accounts:
            cell = Cell(CellState.NOT_FOUND, source=self.name, note="the records do not know this account")
            return AccountFacts(account, dict.fromkeys(keys, cell))
        return AccountFacts(account, account_cells(content.accounts[account], keys, self.name))

    def _read(self) -> _Content:
        try:
            stat = self._path.stat()
            if self._stamp != (stat.st_mtime_ns, stat.st_size):
                self._content = self._parsed(self._path.read_bytes())
                self._stamp = (stat.st_mtime_ns, stat.st_size)
        except OSError as error:
            self._stamp = None
            why = error.strerror or type(error).__name__
            return self._trouble(f"cannot be read: {why}; check the path and who may read it", CellState.UNAVAILABLE)
        return self._content

    def _parsed(self, data: bytes) -> _Content:
        try:
            content = json.loads(data.decode("utf-8-sig"), object_pairs_hook=refuse_doubles)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            return self._trouble("is not UTF-8; save it as UTF-8", line=line)
        except json.JSONDecodeError as error:
            return self._trouble(f"is not JSON: {error.msg}{likely_cause(error)}", line=error.lineno)
        except RecursionError:
            return self._trouble("is nested too deeply to be a facts file")
        except ValueError as error:
            return self._trouble(str(error))
        accounts = content.get("accounts") if isinstance(content, dict) else None
        if not isinstance(accounts, dict):
            return self._trouble('holds no accounts; it needs the shape {"accounts": {"A-1": {…}}}')
        return _Content(accounts)

    def _trouble(self, what: str, state: CellState = CellState.INVALID, *, line: int | None = None) -> _Content:
        where = f"{self._path}:{line}" if line else f"{self._path}"
        return _Content({}, Cell(state, source=self.name, note=f"{where}: the file {what}"))
