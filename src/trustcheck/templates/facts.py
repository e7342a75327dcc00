"""What is known of the data on one way through a template, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf

from trustcheck.templates.questions import LENGTH, Atom, Constant, Op, Question


@dataclass(slots=True)
class _Known:
    """What is known of one path. `low` and `high` are inclusive unless strict."""

    truthy: bool | None = None
    defined: bool | None = None
    none: bool | None = None
    equal: list[Constant] = field(default_factory=list)
    unequal: list[Constant] = field(default_factory=list)
    low: float = -inf
    low_strict: bool = False
    high: float = inf
    high_strict: bool = False


class Facts:
    """Answers given so far. Only facts about one path each: `a < b` says nothing of `b < a`."""

    __slots__ = ("_flags", "_known")

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._flags: dict[tuple[str, Op, str, Constant], bool] = {}

    def answer(self, question: Question) -> bool | None:
        """What follows from the facts, None if nothing does."""
        exact = self._flags.get(question.key)
        if exact is not None or question.op is Op.FLAG:
            return exact
        known = self._known.get(question.path)
        if question.op is Op.TRUTHY:
            return self._truthy(question.path, known)
        if known is None:
            return False if _never_less(question) else None
        if question.op is Op.EQUAL:
            return _equal(known, question.value)
        if question.op is Op.DEFINED:
            return known.defined
        if question.op is Op.NONE:
            return known.none
        return False if _never_less(question) else _below(known, question)

    def add(self, question: Question, truth: bool) -> None:
        """Note an answer. What contradicts earlier answers is noted too; ask `answer` first."""
        self._flags[question.key] = truth
        if question.op is Op.FLAG:
            return
        known = self._known.setdefault(question.path, _Known(low=0 if question.path.endswith(LENGTH) else -inf))
        _NOTE[question.op](known, question.value, truth)
        if question.path.endswith(LENGTH):
            self._note_items(question.path.removesuffix(LENGTH), known)
        elif question.op is Op.TRUTHY:
            self._note_length(question.path, truth)

    def is_number(self, path: str) -> bool:
        """Whether the data was compared with a number."""
        known = self._known.get(path)
        return known is not None and (known.low > -inf or known.high < inf)

    def length(self, path: str) -> tuple[int, int | None]:
        """The fewest and the most items of a collection, by the path of its length; None: no limit known."""
        known = self._known.get(path)
        if known is None:
            return 0, None
        low = int(known.low) + known.low_strict if known.low > 0 else 0
        return low, None if known.high == inf else int(known.high) - (
            known.high_strict and known.high == int(known.high)
        )

    def _truthy(self, path: str, known: _Known | None) -> bool | None:
        if known is not None and known.truthy is not None:
            return known.truthy
        if not path.endswith(LENGTH):
            low, high = self.length(path + LENGTH)
            return True if low > 0 else False if high is not None and high <= 0 else None
        return None

    def _note_items(self, path: str, length: _Known) -> None:
        held = self._known.setdefault(path, _Known())
        if length.truthy is not None and held.truthy is None:
            _note_truthy(held, None, length.truthy)

    def _note_length(self, path: str, truth: bool) -> None:
        length = self._known.setdefault(path + LENGTH, _Known(low=0))
        if truth and length.low < 1:
            length.low, length.low_strict, length.truthy = 1, False, True
        elif not truth:
            length.high, length.high_strict, length.truthy = 0, False, False


def satisfiable(atoms: Iterable[Atom]) -> bool:
    """Whether all atoms can hold at once, as far as facts about one path each tell."""
    facts = Facts()
    for atom in atoms:
        if facts.answer(atom.question) is (not atom.truth):
            return False
        facts.add(atom.question, atom.truth)
    return True


def _never_less(question: Question) -> bool:
    """`items|length < 0`: no collection has fewer than no items."""
    value = question.value
    if not question.path.endswith(LENGTH) or not isinstance(value, int | float):
        return False
    return (question.op is Op.LESS and value <= 0) or (question.op is Op.AT_MOST and value < 0)


def _equal(known: _Known, value: Constant) -> bool | None:
    if known.equal:
        return known.equal[0] == value
    if value in known.unequal or known.defined is False or (known.none and value is not None):
        return False
    if value is None:
        return known.none
    if known.truthy is not None and known.truthy is not bool(value):
        return False
    if isinstance(value, int | float) and not _inside(known, value):
        return False
    return None


def _inside(known: _Known, value: float) -> bool:
    above = value > known.low or (value == known.low and not known.low_strict)
    return above and (value < known.high or (value == known.high and not known.high_strict))


def _below(known: _Known, question: Question) -> bool | None:
    value = question.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    strict = question.op is Op.LESS
    if known.high < value or (known.high == value and (known.high_strict or not strict)):
        return True
    if known.low > value or (known.low == value and (known.low_strict or strict)):
        return False
    return None


def _note_truthy(known: _Known, _: Constant, truth: bool) -> None:
    known.truthy = truth
    if truth:
        known.defined, known.none = True, False


def _note_equal(known: _Known, value: Constant, truth: bool) -> None:
    if not truth:
        known.unequal.append(value)
        if value is None:
            known.none = False
        elif isinstance(value, int) and value == known.low and not known.low_strict:
            known.low = value + 1 if known.low >= 0 else known.low
        return
    known.equal = [value]
    known.defined, known.none, known.truthy = True, value is None, bool(value)
    if isinstance(value, int | float):
        known.low = known.high = value
        known.low_strict = known.high_strict = False


def _note_less(known: _Known, value: Constant, truth: bool) -> None:
    _note_bound(known, value, truth, strict=True)


def _note_at_most(known: _Known, value: Constant, truth: bool) -> None:
    _note_bound(known, value, truth, strict=False)


def _note_bound(known: _Known, value: Constant, truth: bool, *, strict: bool) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return
    if truth and value <= known.high:
        known.high, known.high_strict = value, strict
    elif not truth and value >= known.low:
        known.low, known.low_strict = value, not strict
    if known.low > 0 or (known.low == 0 and known.low_strict) or known.high < 0:
        _note_truthy(known, None, True)
    elif known.low == 0 and (known.high == 0 or (known.high <= 1 and known.high_strict)):
        known.truthy = False


def _note_defined(known: _Known, _: Constant, truth: bool) -> None:
    known.defined = truth
    if not truth:
        known.truthy = False
        known.none = False


def _note_none(known: _Known, _: Constant, truth: bool) -> None:
    known.none = truth
    if truth:
        known.truthy, known.defined, known.equal = False, True, [None]


_NOTE = {
    Op.TRUTHY: _note_truthy,
    Op.EQUAL: _note_equal,
    Op.LESS: _note_less,
    Op.AT_MOST: _note_at_most,
    Op.DEFINED: _note_defined,
    Op.NONE: _note_none,
}
