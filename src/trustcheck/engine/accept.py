"""Making a baseline anew: what is added to it, what has gone, and what nothing is known about today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from trustcheck.engine.baseline import key_of
from trustcheck.model.baseline import Baseline, BaselineKey
from trustcheck.model.report import MessageReport
from trustcheck.model.rule import Rule


@dataclass(slots=True)
class Today:
    """The findings of a run that a baseline may hold, and where the run looked. `never`: rules that it may not hold."""

    never: Collection[str]
    found: Counter[BaselineKey] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    looked: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, path: str, message: MessageReport, planned: Collection[Rule]) -> None:
        """Count what a message has. `path` as the baseline has it; `planned` are the rules that were to run on it."""
        for finding in message.findings:
            if finding.rule in self.never:
                self.refused[finding.rule] += 1
            else:
                self.found[key_of(path, finding)] += 1
        not_run = {outcome.rule for outcome in (*message.checks.skipped, *message.checks.failed)}
        self.looked[path] = frozenset(rule.name for rule in planned) - not_run


@dataclass(frozen=True, slots=True)
class Change:
    """A baseline and how it came from the old one: findings added and removed, by key, and how many were kept."""

    baseline: Baseline
    added: Mapping[BaselineKey, int]
    removed: Mapping[BaselineKey, int]
    kept: int


def renewed(
    old: Baseline | None, today: Today, *, day: date, gone: Collection[str], rules: Collection[str], prune: bool
) -> Change:
    """The baseline after today. With `prune` nothing is added.

    An entry that today says nothing about stays: its file was not checked, or its rule did not run there. It goes if
    its file is gone (`gone`, paths) or there is no such rule (`rules`, names). The day moves on if something is added.
    """
    before = Counter(old.counts if old is not None else {})
    after: Counter[BaselineKey] = Counter()
    for key in before.keys() | today.found.keys():
        count = before[key]
        if key.path in gone or key.rule not in rules:
            count = 0
        elif key.rule in today.looked.get(key.path, ()):
            count = min(count, today.found[key]) if prune else today.found[key]
        after[key] = count
    after = +after
    added = after - before
    made = day if old is None or added else old.made
    return Change(Baseline(made, after), added, before - after, (before & after).total())
