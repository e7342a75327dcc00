"""What a run remembers of the accounts that it has looked up, so that a second message about one does not ask again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from trustcheck.model.facts import AccountFacts, CellState, FactSource

_PASSING = frozenset({CellState.TIMEOUT, CellState.UNAVAILABLE})
"""What may be gone a moment later, and is asked again."""


class Remembering:
    """Implements `model.facts.FactSource` for one run, in one thread. The oldest accounts are forgotten beyond `limit`.

    Not for longer than a run: the next one must see what was paid in between.
    """

    def __init__(self, source: FactSource, limit: int) -> None:
        self._source = source
        self._limit = limit
        self._facts: OrderedDict[str, AccountFacts] = OrderedDict()

    @property
    def name(self) -> str:
        return self._source.name

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        asked, wanted = list(dict.fromkeys(accounts)), tuple(keys)
        known = {account: self._facts[account] for account in asked if self._knows(account, wanted)}
        missing = [account for account in asked if account not in known]
        found = self._source.lookup(missing, wanted) if missing else {}
        for account in known:
            self._facts.move_to_end(account)
        for account, facts in found.items():
            self._remember(account, facts)
        return {**known, **found}

    def _knows(self, account: str, keys: Iterable[str]) -> bool:
        return account in self._facts and all(key in self._facts[account].cells for key in keys)

    def _remember(self, account: str, facts: AccountFacts) -> None:
        if any(cell.state in _PASSING for cell in facts.cells.values()):
            return
        self._facts[account] = facts
        while len(self._facts) > self._limit:
            self._facts.popitem(last=False)
