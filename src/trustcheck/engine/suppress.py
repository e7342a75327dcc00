"""Which findings the directives in a message take out of the count, and what is wrong with those directives."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import chain

from trustcheck.model.directive import Directive, Fault, FaultKind, RuleWord
from trustcheck.model.message import Block, BlockRole, Message
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span

Found = tuple[Rule, RawFinding]
Silenced = tuple[Rule, RawFinding, str]
"""What a rule found and somebody suppressed, with the reason given."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What counts, what was suppressed and why, and what to say about the directives."""

    counted: tuple[Found, ...]
    suppressed: tuple[Silenced, ...]
    faults: tuple[Fault, ...]


def suppress(
    found: Iterable[Found], message: Message, rules: Sequence[Rule], *, ran: Collection[str], today: date
) -> Settled:
    """Lay the directives of a message over what was found.

    `rules` are all that there are, for telling a typo from a rule that is switched off; `ran` the names of those that
    ran: of another nobody knows whether it would have fired, so suppressing it is not called idle.
    One that is invalid or expired suppresses nothing.
    """
    known = {word: rule for rule in rules for word in (rule.code, rule.name)}
    blocks = _Blocks(message.blocks)
    valid: list[Directive] = []
    faults: list[Fault] = []
    for directive in message.directives:
        if blocks.quotes(directive):
            continue
        wrong = list(_wrong(directive, known, rules, today))
        faults += wrong
        valid += [] if wrong else [directive]
    cover = _Cover(valid, known, blocks)
    counted: list[Found] = []
    suppressed: list[Silenced] = []
    for rule, raw in found:
        directive_over = cover.over(rule, raw)
        if directive_over is None:
            counted.append((rule, raw))
        else:
            suppressed.append((rule, raw, directive_over.reason))
    faults += cover.idle(ran)
    return Settled(tuple(counted), tuple(suppressed), tuple(faults))


class _Blocks:
    """The blocks of a message, found by place."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._starts = [block.span.start for block in blocks]
        self._ends = [block.span.end for block in blocks]

    def after(self, anchor: int) -> int:
        """The index of the first block that ends after a place; the number of blocks where there is none."""
        return bisect_right(self._ends, anchor)

    def touched(self, span: Span) -> range:
        """The indexes of the blocks that share a character with `span`; of a point, those it stands in or beside."""
        if not len(span):
            return range(bisect_right(self._ends, span.start - 1), bisect_right(self._starts, span.start))
        return range(self.after(span.start), bisect_right(self._starts, span.end - 1))

    def quotes(self, directive: Directive) -> bool:
        """True for a directive inside a quoted message: it is of whoever wrote that, and says nothing about ours."""
        index = self.after(directive.anchor)
        around = self._blocks[max(index - 1, 0) : index + 1] if directive.apart else self._blocks[index : index + 1]
        return bool(around) and all(block.role is BlockRole.QUOTED for block in around)


class _Cover:
    """What is covered by directives that can be used, by rule; the first of several is the one that counts."""

    def __init__(self, directives: Iterable[Directive], known: Mapping[str, Rule], blocks: _Blocks) -> None:
        self._blocks = blocks
        self._words = [(d, word, known[word.word].name) for d in directives for word in d.words]
        self._whole: dict[str, int] = {}
        self._parts: dict[tuple[str, int], int] = {}
        self._used: set[int] = set()
        for number, (directive, _, name) in enumerate(self._words):
            if directive.whole:
                self._whole.setdefault(name, number)
            else:
                self._parts.setdefault((name, blocks.after(directive.anchor)), number)

    def over(self, rule: Rule, raw: RawFinding) -> Directive | None:
        """The directive that covers a finding: one for its block before one for the whole message."""
        near = (self._parts.get((rule.name, index)) for index in self._blocks.touched(raw.span))
        hit = next((number for number in chain(near, [self._whole.get(rule.name)]) if number is not None), None)
        if hit is None:
            return None
        self._used.add(hit)
        return self._words[hit][0]

    def idle(self, ran: Collection[str]) -> Iterator[Fault]:
        """A fault for every rule that a directive names, that ran, and that has nothing there to suppress."""
        for number, (directive, word, name) in enumerate(self._words):
            if name in ran and number not in self._used:
                where = "in this message" if directive.whole else "in the block that it covers"
                yield Fault(FaultKind.UNUSED, word.span, f"«{name}» has nothing to suppress {where}")


def _wrong(directive: Directive, known: Mapping[str, Rule], rules: Sequence[Rule], today: date) -> Iterator[Fault]:
    if directive.mistake:
        yield Fault(FaultKind.INVALID, directive.span, directive.mistake, directive.next_step)
        return
    for word in directive.words:
        rule = known.get(word.word)
        if rule is None:
            yield _no_rule(word, known, rules)
        elif rule.never_suppressed:
            what = f"«{rule.name}» cannot be suppressed: {rule.never_suppressed}"
            yield Fault(FaultKind.INVALID, word.span, what, "Take it out here, and mend what the finding says.")
    if directive.until is not None and directive.until < today:
        yield Fault(FaultKind.EXPIRED, directive.span, f"its last day was {directive.until.isoformat()}")


def _no_rule(word: RuleWord, known: Mapping[str, Rule], rules: Sequence[Rule]) -> Fault:
    if word.word in {rule.group for rule in rules} | {"all"}:
        what, step = f"«{word.word}» is not one rule", "Name each rule that is meant, so that no other goes with it."
    else:
        near = get_close_matches(word.word[:60], known, n=1) or get_close_matches(word.word[:60].upper(), known, n=1)
        what = f"«{word.word}» names no rule"
        step = f"Did you mean «{near[0]}»? " if near else ""
        step += "`trustcheck rules list` shows all codes and names."
    return Fault(FaultKind.INVALID, word.span, what, step)
