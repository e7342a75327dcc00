"""Facts from several sources: for each fact key the first that knows, or all of them, who must agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trustcheck.config.settings import ANY_KEY
from trustcheck.config.sources import Use
from trustcheck.facts.agree import agreed
from trustcheck.model.facts import AccountFacts, Cell, CellState, FactSource

_ABSENT = frozenset({CellState.NOT_FOUND, CellState.NULL, CellState.NOT_CONFIGURED})
_DOWN = frozenset({CellState.TIMEOUT, CellState.UNAVAILABLE})

Answers = Mapping[str, Mapping[str, AccountFacts]]
"""Source → account → facts."""


class Composition:
    """Implements `model.facts.FactSource` over named sources; `use`: fact key, or `default`, → who answers it."""

    def __init__(self, sources: Mapping[str, FactSource], use: Mapping[str, Use]) -> None:
        self._sources = sources
        self._use = use

    @property
    def name(self) -> str:
        return ", ".join(self._sources)

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        """Cells for each account and key. A further source is asked only for accounts that still need it."""
        batch, wanted = tuple(accounts), tuple(keys)
        cells: dict[str, dict[str, Cell]] = {account: {} for account in batch}
        for who, its_keys in self._by_use(wanted).items():
            answer = self._agreed if who.agree else self._first
            for account, found in answer(who.sources, batch, its_keys).items():
                cells[account] |= found
        return {account: AccountFacts(account, found) for account, found in cells.items()}

    def _by_use(self, keys: Sequence[str]) -> dict[Use, list[str]]:
        """Fact keys that are answered alike are asked for together."""
        found: dict[Use, list[str]] = {}
        for key in keys:
            found.setdefault(self._use.get(key, self._use.get(ANY_KEY, Use(()))), []).append(key)
        return found

    def _first(
        self, sources: Sequence[str], accounts: Sequence[str], keys: Sequence[str]
    ) -> dict[str, dict[str, Cell]]:
        best = {account: {key: _nobody(key) for key in keys} for account in accounts}
        for number, source in enumerate(sources):
            # A source that is down does not end the search; one that answers wrongly does: it is not passed over.
            open_for = {a for a, cells in best.items() if any(c.state in _ABSENT | _DOWN for c in cells.values())}
            asked = [account for account in accounts if account in open_for]
            found = self._sources[source].lookup(asked, keys) if asked else {}
            for account in asked:
                for key, before in best[account].items():
                    cell = _cell(found, account, key)
                    best[account][key] = cell if not number else _better(before, cell)
        return best

    def _agreed(
        self, sources: Sequence[str], accounts: Sequence[str], keys: Sequence[str]
    ) -> dict[str, dict[str, Cell]]:
        answers = [self._sources[source].lookup(accounts, keys) for source in sources]
        return {a: {key: agreed(key, [_cell(found, a, key) for found in answers]) for key in keys} for a in accounts}


def _cell(found: Mapping[str, AccountFacts], account: str, key: str) -> Cell:
    gap = Cell(CellState.UNAVAILABLE, note="the data source gave no answer for this account")
    return found[account].cells.get(key, gap) if account in found else gap


def _better(before: Cell, after: Cell) -> Cell:
    """Of two cells of the same key the one to go on with, `before` being of the preferred source."""
    if before.state not in _ABSENT | _DOWN:
        return before
    if before.state in _DOWN and after.state in _ABSENT:
        # Absent here says nothing: it may be there, in the source that is down.
        return replace(before, note=f"{before.note}; {after.source} does not know it")
    return after


def _nobody(key: str) -> Cell:
    return Cell(CellState.NOT_CONFIGURED, note=f"no source is set up for «{key}»; add it to [facts.use]")
