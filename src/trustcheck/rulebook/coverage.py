"""How many patterns and examples each rule, claim kind and class has in each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trustcheck.language.patterns.build import patterns_of
from trustcheck.model.language import LANGUAGES
from trustcheck.packs.load import builtin_rules, load_pack
from trustcheck.rulebook.examples import trials_of
from trustcheck.rulebook.selftest import run_selftest


@dataclass(frozen=True, slots=True)
class Row:
    owner: str
    language: str
    patterns: int
    exercised: int
    examples: int


def coverage_rows(paths: Sequence[Path] = ()) -> Iterator[Row]:
    """One row for each owner of patterns or examples and each language."""
    pack = load_pack([builtin_rules(), *paths])
    exercised = run_selftest(paths).exercised
    trials = list(trials_of(pack))
    owners = dict.fromkeys(trial.owner for trial in trials)
    for owner in owners:
        for language in LANGUAGES:
            declared = [p for (o, _), found in patterns_of(pack, language).items() if o == owner for p in found]
            used = sum((owner, p) in exercised for p in declared)
            count = sum(t.owner == owner and t.language == language for t in trials)
            yield Row(owner, language, len(declared), used, count)
