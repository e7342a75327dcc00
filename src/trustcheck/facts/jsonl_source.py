"""A file with the facts of one account on each line: `{"account": "A-1", "as_of": "…", "invoices": […]}`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from trustcheck.config.sources import JsonLines
from trustcheck.facts.cells import account_cells
from trustcheck.facts.jsontext import parsed
from trustcheck.facts.trouble import UNKNOWN_ACCOUNT, Trouble, same_everywhere
from trustcheck.facts.watched import WatchedFile
from trustcheck.model.facts import AccountFacts, Cell, CellState


@dataclass(frozen=True, slots=True)
class _Lines:
    """The facts by account, and the first line that says of nobody knows whom. An account with two lines has None."""

    accounts: Mapping[str, Any]
    spoiled: str = ""


class JsonLinesSource:
    """Implements `model.facts.FactSource` over one file."""

    def __init__(self, name: str, settings: JsonLines) -> None:
        self._name = name
        self._settings = settings
        self._file = WatchedFile(settings.path, self._read)

    @property
    def name(self) -> str:
        return self._name

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        batch, wanted = list(accounts), tuple(keys)
        try:
            lines = self._file.content()
        except Trouble as trouble:
            return same_everywhere(batch, wanted, trouble.cell(self._name))
        return {account: AccountFacts(account, self._cells(account, wanted, lines)) for account in batch}

    def _cells(self, account: str, keys: tuple[str, ...], lines: _Lines) -> dict[str, Cell]:
        if account not in lines.accounts:
            # Nobody knows whose line a broken one is: it may be this account's.
            state = CellState.INVALID if lines.spoiled else CellState.NOT_FOUND
            return dict.fromkeys(keys, Cell(state, source=self._name, note=lines.spoiled or UNKNOWN_ACCOUNT))
        if lines.accounts[account] is None:
            note = f"{self._settings.path}: two lines give this account; keep the right one"
            return dict.fromkeys(keys, Cell(CellState.CONFLICT, source=self._name, note=note))
        return account_cells(lines.accounts[account], keys, self._name)

    def _read(self, data: bytes) -> _Lines:
        accounts: dict[str, Any] = {}
        spoiled = ""
        for number, line in enumerate(data.splitlines(), start=1):
            if not line.strip():
                continue
            try:
                facts = parsed(line)
                key = self._key(facts)
            except Trouble as trouble:
                spoiled = spoiled or f"{self._settings.path}:{number}: {trouble.note}"
                continue
            # The account's own key is no fact, though it may be called like one.
            del facts[self._settings.account]
            accounts[key] = None if key in accounts else facts
        return _Lines(accounts, spoiled)

    def _key(self, facts: Any) -> str:
        key = facts.get(self._settings.account) if isinstance(facts, dict) else None
        if isinstance(key, bool) or not isinstance(key, str | int) or key == "":
            raise Trouble(
                CellState.INVALID, f"the line is no object with the account's key in «{self._settings.account}»"
            )
        return str(key)
