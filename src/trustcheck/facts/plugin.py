"""A source from elsewhere: an entry point of the group `trustcheck.sources`, found by its name.

The entry point names a callable `(options: Mapping[str, Any], root: Path) -> source`. The source has a `lookup` or an
`alookup` (`model/facts.py`); for an account it gives `AccountFacts`, or the facts as the contract has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from trustcheck.config.sources import Plugin
from trustcheck.facts.cells import account_cells
from trustcheck.model.errors import UsageError
from trustcheck.model.facts import AccountFacts, AsyncFactSource, Cell, CellState, FactSource

GROUP = "trustcheck.sources"


def open_plugin(name: str, settings: Plugin, root: Path) -> FactSource | AsyncFactSource:
    """The source that the entry point makes. Raises UsageError where there is none, or it cannot be made."""
    known = {point.name: point for point in entry_points(group=GROUP)}
    if settings.entry_point not in known:
        listed = ", ".join(sorted(known)) or "none"
        raise UsageError(
            f"[facts.sources.{name}] names the entry point «{settings.entry_point}», which no installed package has in "
            f"the group {GROUP}. Installed: {listed}. Install the package into the same environment as trustcheck."
        )
    try:
        made = known[settings.entry_point].load()(settings.options, root)
    except Exception as error:  # foreign code; its own words may hold the options, and with them a secret
        what = f"The entry point «{settings.entry_point}» of [facts.sources.{name}] cannot be opened"
        raise UsageError(f"{what} ({type(error).__name__}). Check its options, and ask whoever made it.") from error
    return _AsyncChecked(name, made) if hasattr(made, "alookup") else _Checked(name, made)


class _Checked:
    """Implements `model.facts.FactSource` over foreign code: what it gives is looked at like any other data."""

    def __init__(self, name: str, source: Any) -> None:
        self._name = name
        self._source = source

    @property
    def name(self) -> str:
        return self._name

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        batch, wanted = list(accounts), tuple(keys)
        return _checked(self._name, self._source.lookup(batch, wanted), batch, wanted)


class _AsyncChecked:
    """Implements `model.facts.AsyncFactSource` in the same way."""

    def __init__(self, name: str, source: Any) -> None:
        self._name = name
        self._source = source

    @property
    def name(self) -> str:
        return self._name

    async def alookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        batch, wanted = list(accounts), tuple(keys)
        return _checked(self._name, await self._source.alookup(batch, wanted), batch, wanted)


def _checked(name: str, given: Any, accounts: Sequence[str], keys: Sequence[str]) -> dict[str, AccountFacts]:
    found = given if isinstance(given, Mapping) else {}
    return {a: AccountFacts(a, _cells(name, found.get(a), keys)) for a in accounts}


def _cells(name: str, given: Any, keys: Sequence[str]) -> dict[str, Cell]:
    if given is None:
        note = "the data source gave no answer for this account"
        return dict.fromkeys(keys, Cell(CellState.INVALID, source=name, note=note))
    if isinstance(given, AccountFacts):
        return {key: _cell(name, key, given.cells.get(key)) for key in keys}
    return account_cells(given, keys, name)


def _cell(name: str, key: str, cell: Any) -> Cell:
    if not isinstance(cell, Cell) or cell.state is CellState.STALE:
        # How old is too old is not for a source to say.
        return Cell(CellState.INVALID, source=name, note=f"the data source gave no cell for «{key}»")
    if cell.state is not CellState.FOUND:
        return replace(cell, source=cell.source or name)
    return account_cells({key: cell.value, "as_of": cell.as_of}, [key], name)[key]
