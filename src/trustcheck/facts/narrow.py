"""A source that is set up for some fact keys: it is asked for these alone, and says of the others that it is not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from trustcheck.model.facts import AccountFacts, Cell, CellState, FactSource


class Narrowed:
    """Implements `model.facts.FactSource`. What a source was never set up for is not «unavailable» when it is down."""

    def __init__(self, source: FactSource, keys: Collection[str]) -> None:
        self._source = source
        self._keys = frozenset(keys)

    @property
    def name(self) -> str:
        return self._source.name

    @property
    def source(self) -> FactSource:
        """The source itself, for whoever examines it."""
        return self._source

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        batch, wanted = tuple(accounts), tuple(keys)
        known = tuple(key for key in wanted if key in self._keys)
        found = self._source.lookup(batch, known) if known else {}
        others = {key: self._other(key) for key in wanted if key not in self._keys}
        return {a: AccountFacts(a, {**self._cells(found, a, known), **others}) for a in batch}

    def _cells(self, found: Mapping[str, AccountFacts], account: str, keys: Iterable[str]) -> Mapping[str, Cell]:
        if account in found:
            return found[account].cells
        note = "the data source gave no answer for this account"
        return dict.fromkeys(keys, Cell(CellState.UNAVAILABLE, source=self.name, note=note))

    def _other(self, key: str) -> Cell:
        note = f"the source {self.name} is not set up for «{key}»"
        return Cell(CellState.NOT_CONFIGURED, source=self.name, note=note)


def innermost(source: Any) -> Any:
    """The source behind all that stands before it."""
    while hasattr(source, "source"):
        source = source.source
    return source
