"""The mutation run over a pack: which patterns, branches and vocabulary entries examples need.

Work is divided into units: a rule in one language, all claim kinds in one, all message classes in one. Units run in
parallel. Their results are kept in the disk cache, keyed by all that they depend on, so that after a change of one rule
only its own units run again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from trustcheck.checks.suppressions import SUPPRESSION_FAULTS
from trustcheck.config import diskcache
from trustcheck.language.patterns.build import patterns_of
from trustcheck.language.patterns.nearby import Nearby
from trustcheck.model.errors import UnreadableError, UsageError
from trustcheck.model.language import LANGUAGES
from trustcheck.model.rule import Example, Pack
from trustcheck.packs.load import builtin_rules, load_pack
from trustcheck.readers.read import is_template
from trustcheck.rulebook.bench import Bench
from trustcheck.rulebook.mutants import Mutants, mark_of
from trustcheck.rulebook.stage import Stage, staged
from trustcheck.rulebook.subjects import Subject, subjects_of

_FEW = 4
"""Units that are run here rather than in processes of their own, which take a second to begin."""
_KEPT = 1500
"""Results kept in the cache: those of this run, and of earlier ones while there is room."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Subjects whose examples are tried together in one language: claim kinds and classes decide among themselves."""

    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Needs:
    """What the examples of a unit need (marks of alternatives), and the places of those that fail as it is.

    `reads`: owners whose patterns the checks asked for.
    """

    needed: frozenset[str]
    failing: frozenset[str]
    reads: frozenset[str]


def run_mutants(pack: Pack, folders: Sequence[Path], subjects: Iterable[Subject]) -> Needs:
    """What the examples of the subjects need. `folders` are those that `pack` was loaded from beside the built-in."""
    wanted = {Unit(_unit_name(subject), language) for subject in subjects for language in subject.languages}
    # Those of one language beside each other: a process need not know all five.
    units = sorted(wanted, key=lambda unit: (LANGUAGES.index(unit.language), unit.name))
    keys = _Keys(pack)
    cached = _Cache(keys)
    todo = [unit for unit in units if cached.get(unit) is None]
    for unit, needs in zip(todo, _run_all(tuple(folders), todo), strict=True):
        cached.put(unit, needs)
    cached.write()
    found = [each for unit in units if (each := cached.get(unit)) is not None]
    return Needs(
        needed=frozenset().union(*(each.needed for each in found)),
        failing=frozenset().union(*(each.failing for each in found)),
        reads=frozenset().union(*(each.reads for each in found)),
    )


def _unit_name(subject: Subject) -> str:
    return subject.owner if subject.kind == "rule" else subject.kind


def _run_all(folders: tuple[Path, ...], units: Sequence[Unit]) -> Iterator[Needs]:
    if len(units) <= _FEW:
        yield from (_run(folders, unit) for unit in units)
        return
    with ProcessPoolExecutor(os.cpu_count() or 1) as pool:
        yield from pool.map(_run, [folders] * len(units), units)


def _run(folders: tuple[Path, ...], unit: Unit) -> Needs:
    return _workshop(folders).run(unit)


@cache
def _workshop(folders: tuple[Path, ...]) -> _Workshop:
    """One for each process: what is compiled and loaded serves all its units."""
    return _Workshop(folders)


class _Workshop:
    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._pack = load_pack([builtin_rules(), *folders])
        self._rules = {rule.name: rule for rule in self._pack.rules}
        self._subjects = list(subjects_of(self._pack))
        self._bench = Bench(folders, self._subjects)
        self._nearby: dict[str, Nearby] = {}

    def run(self, unit: Unit) -> Needs:
        language = unit.language
        mine = [subject for subject in self._subjects if _unit_name(subject) == unit.name]
        examples = [(s, e) for s in mine for e in s.examples.get(language, ()) if self._could_need(s, e)]
        shown = [(s, e, self._staged(s, e, language)) for s, e in examples]
        stages = [stage for _, _, stage in shown if stage is not None and stage.holds]
        failing = [example.at for _, example, stage in shown if stage is None or not stage.holds]
        reads = frozenset(owner for stage in stages for owner in stage.reads)
        owners = {subject.owner for subject in mine} | {owner for owner in reads if owner in self._rules}
        patterns = {group: p for group, p in patterns_of(self._pack, language).items() if group[0] in owners}
        if language not in self._nearby:
            self._nearby[language] = Nearby(language, self._pack.vocabulary)
        mutants = Mutants(patterns, self._nearby[language], stages)
        return Needs(frozenset(mutants.needed()), frozenset(map(mark_of, failing)), reads)

    def _could_need(self, subject: Subject, example: Example) -> bool:
        """The rules about templates and about suppressions have no patterns, and cannot be run alone on one message."""
        rule = self._rules.get(subject.name) if subject.kind == "rule" else None
        return not is_template(example.file) and (rule is None or rule.check != SUPPRESSION_FAULTS)

    def _staged(self, subject: Subject, example: Example, language: str) -> Stage | None:
        rules = [self._rules[subject.name]] if subject.kind == "rule" else []
        try:
            return staged(self._bench, subject, example, language, rules)
        except (UnreadableError, UsageError):
            return None  # `trustcheck rules test` tells why; here it counts as an example that fails


class _Keys:
    """What the result of a unit depends on, as digests."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._common = _digest(_code(), pack.vocabulary, pack.claims, pack.classes)
        self._rules = {rule.name: _digest(rule) for rule in pack.rules}

    def of(self, unit: Unit) -> str:
        return _digest(self._common, unit, self._rules.get(unit.name, ""))

    def read(self, owners: Iterable[str]) -> Mapping[str, str]:
        """The digests of the rules among the owners whose patterns were asked for."""
        return {owner: self._rules[owner] for owner in sorted(owners) if owner in self._rules}


class _Cache:
    """Results by unit, in one file: what is not read is not lost while there is room."""

    _NAME = "needs.json"

    def __init__(self, keys: _Keys) -> None:
        self._keys = keys
        self._found: dict[str, Any] = _parsed(diskcache.read(self._NAME))
        self._used: dict[str, Any] = {}
        self._needs: dict[Unit, Needs] = {}

    def get(self, unit: Unit) -> Needs | None:
        if unit not in self._needs:
            row = self._found.get(self._keys.of(unit))
            if row is None or row["reads"] != self._keys.read(row["reads"]):
                return None
            self._used[self._keys.of(unit)] = row
            self._needs[unit] = Needs(frozenset(row["needed"]), frozenset(row["failing"]), frozenset(row["reads"]))
        return self._needs[unit]

    def put(self, unit: Unit, needs: Needs) -> None:
        reads = self._keys.read(needs.reads)
        row = {"needed": sorted(needs.needed), "failing": sorted(needs.failing), "reads": reads}
        self._used[self._keys.of(unit)] = row
        self._needs[unit] = needs

    def write(self) -> None:
        rows = {**self._used, **{key: row for key, row in self._found.items() if key not in self._used}}
        diskcache.write(self._NAME, json.dumps(dict(list(rows.items())[:_KEPT])))


def _parsed(text: str | None) -> dict[str, Any]:
    """The cached rows; none where the file is damaged."""
    try:
        rows = json.loads(text or "{}")
        return {key: row for key, row in rows.items() if row.keys() == {"needed", "failing", "reads"}}
    except (ValueError, AttributeError):
        return {}


@cache
def _code() -> str:
    """Changes with any source of trustcheck: all of it has a say in what an example does."""
    sources = sorted(Path(__file__).parent.parent.rglob("*.py"))
    return sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def _digest(*parts: object) -> str:
    # The frozen dataclasses of a pack show all that they hold, places included.
    return sha256("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
