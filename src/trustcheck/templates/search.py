"""Which runs it takes to see every branch: first as they come, then aimed at what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from trustcheck.templates.entries import Entry, Trial, Workshop
from trustcheck.templates.oracle import AskKey, PlaceKey
from trustcheck.templates.outline import outline_of
from trustcheck.templates.parse import Template
from trustcheck.templates.questions import LENGTH, Constant, Op, Question
from trustcheck.templates.rope import Kind

_TRIES_PER_OUTCOME = 4
_TRIES_PER_ARM = 12
_FLIPS = 6
_PASSES = 4

MutablePlan = dict[tuple[str, Op, str, Constant], bool]


def search(shop: Workshop, template: Template) -> list[Trial]:
    """The runs that showed something new, over all entries of the template."""
    hunt = _Hunt(shop, template)
    hunt.entry(Entry())
    if not any(t.says_something for t in hunt.kept):
        for name in hunt.kept[0].macros if hunt.kept else ():
            hunt.entry(Entry("macro", name))
    for name, node in template.macros.items():
        if not hunt.saw(node):
            hunt.entry(Entry("macro", name))
    for name, block in template.blocks.items():
        if not hunt.saw(block):
            hunt.entry(Entry("block", name))
    return hunt.kept


class _Hunt:
    """The search through one template."""

    def __init__(self, shop: Workshop, template: Template) -> None:
        self.shop = shop
        self.template = template
        self.kept: list[Trial] = []
        self.outline = outline_of(template)
        self.seen: set[tuple[str, int]] = set()

    def saw(self, node: object) -> bool:
        """Whether any text below a node was printed, or there is none."""
        texts = outline_of(Template(self.template.source, [node], {}, {}, False)).literals
        path = self.template.source.path
        return not texts or any((path, at) in self.seen for start, end in texts for at in range(start, end))

    def entry(self, entry: Entry) -> None:
        """Runs an entry until nothing is missing that can be aimed at, or the limits are reached."""
        mine: list[Trial] = []
        while self._run(entry, {}, mine) and not self._full():
            pass
        for _ in range(_PASSES):
            before = len(mine)
            for plan in self._plans(mine):
                if self._full():
                    return
                self._run(entry, plan, mine)
            if len(mine) == before:
                return

    def _full(self) -> bool:
        return self.shop.exhausted or len(self.kept) >= self.shop.settings.limits.runs

    def _run(self, entry: Entry, plan: MutablePlan, mine: list[Trial]) -> bool:
        """One run; kept if it showed an outcome, an arm or a text that no run had shown. The first is always kept."""
        coverage = self.shop.coverage
        before = len(coverage.outcomes), len(coverage.arms), len(self.seen)
        trial = self.shop.trial(self.template, entry, plan)
        for piece in trial.pieces:
            if piece.kind is Kind.LITERAL and piece.source is not None and isinstance(piece.offsets, int):
                self.seen.add((piece.source.path, piece.offsets))
        new = before != (len(coverage.outcomes), len(coverage.arms), len(self.seen))
        if new or not mine:
            mine.append(trial)
            self.kept.append(trial)
        return new and bool(trial.asked) and trial.limit is None

    def _plans(self, runs: list[Trial]) -> Iterator[MutablePlan]:
        yield from self._missing_outcomes(runs)
        yield from _constants(runs)
        yield from self._missing_arms(runs)

    def _missing_outcomes(self, runs: list[Trial]) -> Iterator[MutablePlan]:
        """For each question that was only ever answered one way: a run up to there, and then the other way."""
        coverage = self.shop.coverage
        for run in tuple(runs):
            for index, asked in enumerate(run.asked):
                goal = (asked.ask, not asked.truth)
                if goal not in coverage.outcomes and self._may_try(goal, _TRIES_PER_OUTCOME):
                    yield _flipped(run, index)

    def _may_try(self, goal: tuple[AskKey, bool] | tuple[object, ...], limit: int) -> bool:
        tries = self.shop.coverage.tries
        tries[goal] = tries.get(goal, 0) + 1
        return tries[goal] <= limit

    def _missing_arms(self, runs: list[Trial]) -> Iterator[MutablePlan]:
        """For each way of a branch that was never taken: one or two of the answers it hangs on, the other way."""
        arms = self.shop.coverage.arms
        for place in self.outline.branches:
            missing = [arm for arm in (0, 1) if (place, arm) not in arms]
            if len(missing) != 1:
                continue
            for run in tuple(runs):
                within = _decisive(run, place)
                if within:
                    for flips in _choices(within):
                        if (place, missing[0]) not in arms and self._may_try((place, missing[0]), _TRIES_PER_ARM):
                            yield _flipped(run, *flips)
                    break


def _decisive(run: Trial, place: PlaceKey) -> list[int]:
    """Which of the answers given in a run the choice at a place hung on: the first time that each was given."""
    keys = {atom.question.key for atom in run.branches.get(place, ())}
    found: dict[tuple[str, Op, str, Constant], int] = {}
    for index, asked in enumerate(run.asked):
        if asked.question.key in keys:
            found.setdefault(asked.question.key, index)
    return list(found.values())


def _choices(indexes: Sequence[int]) -> list[tuple[int, ...]]:
    single: list[tuple[int, ...]] = [(i,) for i in indexes]
    return [*single, *combinations(indexes, 2)][:_FLIPS]


def _flipped(run: Trial, *indexes: int) -> MutablePlan:
    """The answers of a run before the first of the given questions, and those questions the other way.

    Answers that the wanted ones would contradict are dropped: those about the same data.
    """
    wanted = [run.asked[i] for i in indexes]
    subjects = {_subject(a.question) for a in wanted if a.given}
    plan: MutablePlan = {
        a.question.key: a.truth for a in run.asked[: indexes[0]] if not a.given and _subject(a.question) not in subjects
    }
    plan.update({a.question.key: not a.truth for a in wanted})
    if len(indexes) > 1:
        plan.update(
            {a.question.key: a.truth for a in run.asked[indexes[0] : indexes[-1]] if a not in wanted and not a.given}
        )
    for asked in wanted:
        plan.update(_helpers(asked.question, not asked.truth))
    return plan


def _subject(question: Question) -> str:
    return question.path.removesuffix(LENGTH)


def _helpers(question: Question, truth: bool) -> MutablePlan:
    """What must be answered earlier for a wanted answer to be possible: a length of two needs an item at all."""
    if question.path.endswith(LENGTH) and question.op in (Op.LESS, Op.AT_MOST):
        items = Question(_subject(question), Op.TRUTHY)
        return {} if truth else {items.key: True}
    if question.op is Op.EQUAL and truth:
        helpers = {Question(question.path, Op.TRUTHY).key: bool(question.value)}
        helpers[Question(question.path, Op.DEFINED).key] = True
        return helpers
    if question.op is Op.NONE and truth:
        return {Question(question.path, Op.TRUTHY).key: False}
    return {}


def _constants(runs: list[Trial]) -> Iterator[MutablePlan]:
    """Data compared with several constants, as in a chain of `elif`: one run for each, and one for none of them."""
    compared: dict[str, dict[tuple[str, Op, str, Constant], Question]] = {}
    answered: set[tuple[str, Op, str, Constant]] = set()
    first: dict[str, tuple[Trial, int]] = {}
    for run in runs:
        for index, asked in enumerate(run.asked):
            question = asked.question
            if question.op is Op.EQUAL:
                compared.setdefault(question.path, {})[question.key] = question
                first.setdefault(question.path, (run, index))
                answered |= {question.key} if asked.truth else set()
    for path, questions in compared.items():
        if len(questions) < 2:
            continue
        run, index = first[path]
        before: MutablePlan = {a.question.key: a.truth for a in run.asked[:index] if not a.given}
        for key, question in questions.items():
            if key not in answered:
                others: MutablePlan = dict.fromkeys(questions, False)
                yield {**before, **others, key: True, **_helpers(question, True)}
        yield {**before, **dict.fromkeys(questions, False)}
