"""The one place that judges what a source answers: too old, undated, from the future, or no answer at all."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from trustcheck.model.facts import AccountFacts, Cell, CellState, FactSource

_log = logging.getLogger(__name__)

_DEFAULT_MAX_AGE = timedelta(hours=24)
_CLOCK_SKEW = timedelta(minutes=5)
"""How far ahead another machine's clock may be before its times are not believed."""

_LONGEST_KEY = 500
"""Bytes of UTF-8."""


@dataclass(frozen=True, slots=True)
class _Age:
    """«Now», the latest time that is believed, and how old each fact key may be."""

    now: datetime
    latest: datetime
    limits: Mapping[str, timedelta]


def resolve(
    source: FactSource,
    accounts: Sequence[str],
    keys: Iterable[str],
    *,
    now: datetime,
    max_age: Mapping[str, timedelta],
    elapsed: timedelta = timedelta(),
) -> Mapping[str, AccountFacts]:
    """Facts for a batch of accounts, each cell judged by its age. Every account and key gets a cell in any case.

    `now` is the time that the run judges for, `elapsed` how long ago that was: later than both is the future.
    """
    wanted, age = tuple(keys), _Age(now, now + elapsed + _CLOCK_SKEW, max_age)
    possible = [account for account in accounts if _can_be_a_key(account)]
    try:
        answered = source.lookup(possible, wanted) if possible else {}
    except Exception as error:  # noqa: BLE001 - a source is foreign code; its failure must hold messages, not end the run
        _log.error("source %s failed with %s", source.name, type(error).__name__)
        note = f"the data source failed ({type(error).__name__})"
        answered = {a: AccountFacts(a, dict.fromkeys(wanted, _unavailable(source, note))) for a in possible}
    return {a: _judged(a, answered.get(a), wanted, source, age) for a in accounts}


def _can_be_a_key(account: str) -> bool:
    """What comes out of a mail header may be anything; one key that a database chokes on must not spoil a batch."""
    try:
        return 0 < len(account.encode()) <= _LONGEST_KEY and "\0" not in account
    except UnicodeEncodeError:
        return False


def _unavailable(source: FactSource, note: str) -> Cell:
    return Cell(CellState.UNAVAILABLE, source=source.name, note=note)


def _judged(
    account: str,
    facts: AccountFacts | None,
    keys: Sequence[str],
    source: FactSource,
    age: _Age,
) -> AccountFacts:
    given = facts.cells if facts is not None else {}
    unanswered = _unavailable(source, "the data source gave no answer for this account")
    if not _can_be_a_key(account):
        unanswered = Cell(CellState.INVALID, source=source.name, note="this is no key that an account can have")
    return AccountFacts(account, {key: _aged(given.get(key, unanswered), key, age) for key in keys})


def _aged(cell: Cell, key: str, age: _Age) -> Cell:
    if cell.state is not CellState.FOUND:
        return cell
    if cell.as_of is None:
        return replace(cell, state=CellState.UNDATED, note="the records do not say when they were read")
    if cell.as_of.tzinfo is None:
        return replace(
            cell, state=CellState.INVALID, note="the time of reading has no time zone, so the age is unknown"
        )
    if cell.as_of > age.latest:
        return replace(cell, state=CellState.INVALID, note="the records say that they were read in the future")
    limit = age.limits.get(key, age.limits.get("default", _DEFAULT_MAX_AGE))
    if age.now - cell.as_of > limit:
        return replace(cell, state=CellState.STALE, note=f"the records are older than {_hours(limit)}")
    return cell


def _hours(limit: timedelta) -> str:
    hours = limit.total_seconds() / 3600
    return f"{hours:g} hours"
