"""Run the examples: bad ones fire where they are marked, good ones are silent, and every pattern is exercised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trustcheck.config.settings import RulesSettings, Settings
from trustcheck.language.patterns.build import patterns_of
from trustcheck.linter import Linter
from trustcheck.model.language import LANGUAGES
from trustcheck.model.report import MessageReport
from trustcheck.model.rule import Pack, PatternText, SourceLine
from trustcheck.model.span import Place
from trustcheck.packs.sample import NOW, ORGANISATIONS
from trustcheck.rulebook.examples import ExampleFacts, Trial, trials_of


@dataclass(frozen=True, slots=True)
class Failure:
    """An example or a pattern that does not do what its file says."""

    owner: str
    at: SourceLine
    what: str

    def __str__(self) -> str:
        return f"{self.at.path}:{self.at.line}:{self.at.column}: {self.owner}: {self.what}"


@dataclass(frozen=True, slots=True)
class Result:
    """`examples` and `patterns` are how many were run; `exercised` the patterns that an example of theirs matches."""

    examples: int
    patterns: int
    exercised: frozenset[tuple[str, PatternText]]
    failures: tuple[Failure, ...]


def run_selftest(paths: Sequence[Path] = (), *, only: Sequence[str] = ()) -> Result:
    """Test the built-in rules and those under `paths`. `only`: owners (rule names, `claim:<kind>`) to look at.

    With `paths`, the files under them are what is tested; the built-in ones lend their words.
    """
    failures: list[Failure] = []
    exercised: set[tuple[str, PatternText]] = set()
    examples = patterns = 0
    for language in LANGUAGES:
        settings = Settings(organisation=ORGANISATIONS[language], rules=RulesSettings(tuple(paths)))
        linter = Linter(settings)
        trials = [
            t for t in trials_of(linter.pack) if t.language == language and _wanted(t.owner, t.example.at, paths, only)
        ]
        linter = Linter(settings, source=ExampleFacts(trials))
        examples += len(trials)
        failures += _failed_examples(linter, trials)
        touched = {(t.owner, m.pattern) for t in trials for m in linter.matches_in(t.outgoing, as_of=NOW)}
        declared = _declared(linter.pack, language, paths, only)
        patterns += len(declared)
        exercised |= {pair for pair in declared if pair in touched}
        failures += [
            Failure(owner, p.at, f"no example in {language} makes this pattern match: {p.text}")
            for owner, p in declared
            if (owner, p) not in touched
        ]
    in_order = sorted(failures, key=lambda f: (f.at.path, f.at.line, f.at.column))
    return Result(examples, patterns, frozenset(exercised), tuple(in_order))


def _wanted(owner: str, at: SourceLine, paths: Sequence[Path], only: Sequence[str]) -> bool:
    inside = not paths or any(at.path.startswith(f"{path.name}/") for path in paths)
    return inside and (not only or owner in only)


def _declared(pack: Pack, language: str, paths: Sequence[Path], only: Sequence[str]) -> list[tuple[str, PatternText]]:
    grouped = patterns_of(pack, language)
    return [(owner, p) for (owner, _), found in grouped.items() for p in found if _wanted(owner, p.at, paths, only)]


def _failed_examples(linter: Linter, trials: Sequence[Trial]) -> Iterator[Failure]:
    reports = linter.check_many((t.outgoing for t in trials), as_of=NOW)
    for trial, report in zip(trials, reports, strict=True):
        problem = _problem(trial, report.messages[0])
        if problem:
            yield Failure(trial.owner, trial.example.at, f"{problem} [{trial.language}]: {_short(trial.example.text)}")


def _problem(trial: Trial, message: MessageReport) -> str:
    """What is wrong with an example, or an empty text."""
    if trial.owner.startswith("class:"):
        wanted = trial.owner.removeprefix("class:")
        detected = message.message_class.name
        return "" if detected == wanted else f"detected as «{detected}»"
    if trial.example.verdict and message.verdict != trial.example.verdict:
        return f"the verdict is «{message.verdict}», not «{trial.example.verdict}»"
    places = list(_places(trial, message))
    if not trial.example.bad:
        return f"should be silent, but fires at «{_words(trial, places)}»" if places else ""
    if not places:
        failed = next((n.reason for n in message.checks.failed if n.rule == trial.owner), "")
        return f"should fire, but does not {f'({failed})' if failed else ''}".strip()
    missed = next((m for m in trial.example.marks if not any(_overlap(m, p) for p in places)), None)
    return "" if missed is None else f"fires at «{_words(trial, places)}», not at the marked place"


def _places(trial: Trial, message: MessageReport) -> Iterable[Place]:
    if trial.owner.startswith("claim:"):
        kind = trial.owner.removeprefix("claim:")
        return (c.place for c in message.claims if c.kind == kind)
    return (f.place for f in message.findings if f.rule == trial.owner)


def _overlap(mark: tuple[int, int], place: Place) -> bool:
    return place.start.offset < mark[1] and mark[0] < place.end.offset


def _words(trial: Trial, places: Sequence[Place]) -> str:
    return " / ".join(_short(trial.example.text[p.start.offset : p.end.offset]) for p in places)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else line[:97] + "…"
