"""From the JSON that an HTTP source answers to cells, along the JMESPath of the configuration.

Imports jmespath, which comes with the extra `http`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import jmespath
from jmespath.exceptions import JMESPathError

from trustcheck.config.sources import NOW, Web
from trustcheck.facts.cells import account_cells
from trustcheck.facts.jsontext import parsed
from trustcheck.facts.trouble import UNKNOWN_ACCOUNT, Trouble, same_everywhere
from trustcheck.model.errors import UsageError
from trustcheck.model.facts import AccountFacts, Cell, CellState

Facts = dict[str, AccountFacts]


class AnswerReader:
    """Reads answers of one source. Raises UsageError for a JMESPath that is none."""

    def __init__(self, name: str, settings: Web) -> None:
        self._name = name
        self._live = settings.as_of == NOW
        self._accounts = _Path(name, "accounts", settings.accounts or "accounts")
        self._account = _Path(name, "account", settings.account) if settings.account else None
        self._as_of = None if self._live else _Path(name, "as_of", settings.as_of)
        self._facts = {key: _Path(name, f"facts.{key}", path) for key, path in settings.facts.items()}

    def batch(self, accounts: Sequence[str], keys: Sequence[str], data: bytes, asked_at: datetime) -> Facts:
        """The facts of each account. Raises Trouble where the answer is none for any of them."""
        whole = _json(data)
        given = self._by_account(self._accounts.of(whole))
        return {a: AccountFacts(a, self._of_batch(a, given, keys, whole, asked_at)) for a in accounts}

    def one(self, account: str, keys: Sequence[str], data: bytes, asked_at: datetime) -> Facts:
        """The facts of the one account that was asked for. Raises Trouble where the answer is about another one."""
        whole = _json(data)
        if self._account is not None and str(self._account.of(whole)) != account:
            raise Trouble(CellState.INVALID, "the answer is about another account than the one asked for")
        return {account: AccountFacts(account, self._cells(whole, keys, whole, asked_at))}

    def unknown(self, account: str, keys: Iterable[str]) -> Facts:
        """The records do not know the account."""
        return same_everywhere([account], keys, self._unknown())

    def _by_account(self, given: Any) -> Mapping[str, list[Any]]:
        """Account → what stands for it. Two entries for one account are both kept, and settle nothing."""
        found: dict[str, list[Any]] = {}
        if isinstance(given, Mapping) and self._account is None:
            return {account: [facts] for account, facts in given.items()}
        if not isinstance(given, list) or self._account is None:
            raise Trouble(CellState.INVALID, "the answer does not hold the accounts where `accounts` says")
        for entry in given:
            found.setdefault(str(self._account.of(entry)), []).append(entry)
        return found

    def _of_batch(
        self, account: str, given: Mapping[str, list[Any]], keys: Sequence[str], whole: Any, asked_at: datetime
    ) -> dict[str, Cell]:
        entries = given.get(account, [])
        if len(entries) > 1:
            return dict.fromkeys(keys, self._cell(CellState.CONFLICT, "the answer gives this account twice"))
        if not entries:
            # Half an answer (a page, a cut) looks the same as an unknown account, so it is not taken for one.
            note = "the answer leaves this account out; for one that is not known it has to say null"
            return dict.fromkeys(keys, self._cell(CellState.INVALID, note))
        if entries[0] is None:
            return dict.fromkeys(keys, self._unknown())
        return self._cells(entries[0], keys, whole, asked_at)

    def _cells(self, entry: Any, keys: Sequence[str], whole: Any, asked_at: datetime) -> dict[str, Cell]:
        if not isinstance(entry, Mapping):
            return dict.fromkeys(keys, self._cell(CellState.INVALID, "the account's facts are no object"))
        as_of = asked_at.isoformat() if self._as_of is None else self._time(entry, whole)
        if not self._facts:
            return account_cells({**entry, "as_of": as_of}, keys, self._name)
        return {key: self._mapped(key, entry, as_of) for key in keys}

    def _mapped(self, key: str, entry: Any, as_of: Any) -> Cell:
        if key not in self._facts:
            note = f"the source {self._name} is not set up for «{key}»"
            return self._cell(CellState.NOT_CONFIGURED, note)
        try:
            value = self._facts[key].of(entry)
        except Trouble as trouble:
            return trouble.cell(self._name)
        if value is None:
            # A path that leads nowhere also gives null: that is no «none».
            return self._cell(CellState.INVALID, f"the path facts.{key} leads to nothing in the answer")
        return account_cells({key: value, "as_of": as_of}, [key], self._name)[key]

    def _time(self, entry: Any, whole: Any) -> Any:
        assert self._as_of is not None
        found = self._as_of.of(entry)
        return found if found is not None else self._as_of.of(whole)

    def _cell(self, state: CellState, note: str) -> Cell:
        return Cell(state, source=self._name, note=note)

    def _unknown(self) -> Cell:
        return self._cell(CellState.NOT_FOUND, UNKNOWN_ACCOUNT)


class _Path:
    """A compiled JMESPath that knows where in the configuration it stands."""

    def __init__(self, source: str, key: str, path: str) -> None:
        self._key = key
        try:
            self._compiled = jmespath.compile(path)
        except JMESPathError as error:
            what = f"[facts.sources.{source}] {key} is no JMESPath: «{path}» ({type(error).__name__})."
            raise UsageError(f"{what} See https://jmespath.org for the notation.") from None

    def of(self, value: Any) -> Any:
        try:
            return self._compiled.search(value)
        except (JMESPathError, TypeError, ValueError) as error:  # its functions pass on what Python says of odd values
            raise Trouble(
                CellState.INVALID, f"the path {self._key} does not fit the answer ({type(error).__name__})"
            ) from None


def _json(data: bytes) -> Any:
    try:
        return parsed(data)
    except Trouble as trouble:
        raise Trouble(trouble.state, f"the answer cannot be used: {trouble.note}") from None
