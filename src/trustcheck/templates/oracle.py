"""Answers the questions of one run: consistently, by plan where there is one, else towards what was not yet seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trustcheck.templates.facts import Facts
from trustcheck.templates.questions import LENGTH, Atom, Constant, Op, Question

PlaceKey = tuple[str, int, int]
"""Where in which file something is asked: path, start, end."""

AskKey = tuple[PlaceKey, tuple[str, str, Constant]]
"""A place and what is asked there (operation, type and value), whatever data it is asked of."""

Plan = Mapping[tuple[str, Op, str, Constant], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """One answer. `given`: it followed from others."""

    ask: AskKey
    question: Question
    truth: bool
    given: bool


@dataclass(slots=True)
class Coverage:
    """What all runs so far have seen. Share one among the templates of a repository: a layout is then explored once."""

    outcomes: set[tuple[AskKey, bool]] = field(default_factory=set)
    arms: set[tuple[PlaceKey, int]] = field(default_factory=set)
    unknown_arms: set[PlaceKey] = field(default_factory=set)
    """Places of branches that data decided in some run, not the template itself."""
    tries: dict[tuple[object, ...], int] = field(default_factory=dict)
    """How often a goal was tried in vain."""


class Oracle:
    """The answers of one run. `decisions` are those that did not follow from others, in order."""

    def __init__(self, coverage: Coverage, plan: Plan) -> None:
        self.coverage = coverage
        self.facts = Facts()
        self.asked: list[Asked] = []
        self.branches: dict[PlaceKey, tuple[Atom, ...]] = {}
        """What the choice at a place hung on, when it was last made: also flags that earlier answers had set."""
        self._plan = plan

    def ask(self, question: Question, place: PlaceKey, *, first: bool = True) -> Atom:
        """The answer. `first`: which one to try first where nothing else decides; the first way of a branch."""
        ask = (place, (question.op.value, type(question.value).__name__, question.value))
        known = self.facts.answer(question)
        truth = known if known is not None else self._decide(question, ask, first)
        if known is None:
            self.facts.add(question, truth)
        self.asked.append(Asked(ask, question, truth, known is not None))
        self.coverage.outcomes.add((ask, truth))
        return Atom(question.path, question.op, question.value, truth)

    def count(self, length_path: str, place: PlaceKey, *, many: bool) -> tuple[int, Atom]:
        """How many items of a collection to show: none, or two (one if not `many`), or what is known to be there."""
        atom = self.ask(Question(length_path.removesuffix(LENGTH), Op.TRUTHY), place)
        if not atom.truth:
            return 0, atom
        low, high = self.facts.length(length_path)
        wanted = max(low, 2 if many else 1)
        return min(wanted, 3, high if high is not None else wanted), atom

    def _decide(self, question: Question, ask: AskKey, first: bool) -> bool:
        planned = self._plan.get(question.key)
        if planned is not None:
            return planned
        seen = self.coverage.outcomes
        return first if (ask, first) not in seen or (ask, not first) in seen else not first
