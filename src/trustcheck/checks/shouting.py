"""The check `shouting`: capitals, rows of exclamation marks, repeated alarm words, red and bold print."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from trustcheck.checks.calming import Capitals, one_mark
from trustcheck.checks.channels import customer_value
from trustcheck.checks.phrases import merged
from trustcheck.model.check import Context
from trustcheck.model.fix import Edit, Fix
from trustcheck.model.match import Match
from trustcheck.model.message import PROSE, Block, BlockRole, EmphasisKind
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span
from trustcheck.text.names import names_organisation

_CAPITALS = re.compile(r"(?<![\w@./\[{<%|*$_-])[A-ZÆØÅÄÖÉÜ]{4,}(?![\w@\]}>|*]|\.\w|-\d)")
_BETWEEN = re.compile(r"[ \u00a0\t]{0,40}[-–,:]?[ \u00a0\t]{0,40}\n?[ \t]{0,40}|[!. ]{1,6}")
_MARKS = re.compile(r"[^\s!?]{0,40}[ ]?![ ]?[!?][!?1]*")
"""The length of a word is bounded: a megabyte without a space must not cost its square."""
_ANSWER = re.compile(r"\s*(?:subject:\s*)?(?:re|sv|vs|aw|ang)\s*:", re.IGNORECASE)
_QUOTED = re.compile(r"«[^«»]{1,300}»|“[^“”]{1,300}”|”[^”]{1,300}”|„[^„“”]{1,300}[“”]|»[^«»]{1,300}«|\"[^\"]{1,300}\"")
_NO_LETTER = re.compile(r"[\W_]{1,8}")
_LEGAL_FORM = re.compile(r"[ ](?:AS|ASA|AB|A/S|APS|LTD|LIMITED|PLC|LLP|SA|BA)\b")
_LOUD = frozenset({EmphasisKind.BOLD, EmphasisKind.LARGE})
_BLANK = re.compile(r"\s{0,40}")
_MOST = 100
"""Findings in one message; the last one speaks for all that follow. Nobody reads the ten-thousandth."""

_SHOWN = 80
"""Code points of a place that the message repeats."""


class _Kind(Enum):
    ALARM = "The alarm word once"
    MARKS = "One mark instead of several"
    CAPITALS = "Ordinary letters instead of capitals"
    PRINT = ""


@dataclass(frozen=True, slots=True, order=True)
class _Shout:
    """One thing that shouts. `cut`: for a repeated alarm word, what goes when it is said once."""

    span: Span
    kind: _Kind = field(compare=False)
    block: Block = field(compare=False)
    cut: Span | None = field(default=None, compare=False)


def shouting(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each place that shouts; a row of the same is one place, and from the hundredth on all are one.

    Options: `acronyms`, words that are written in capitals anyway; `ordinary`, words of letters that the dictionary
    knows as names, too. Patterns: `alarm`, the words («OBS», «VIKTIG») that shout when they are repeated.
    """
    capitals = Capitals.of(rule, context)
    places = _places(rule, context)
    for group in places[: _MOST - 1]:
        yield RawFinding(_cover(group), _told(group, context), fix=_fix([group], context, capitals))
    rest = places[_MOST - 1 :]
    if rest:
        told, fix = _told(rest[0], context), _fix(rest, context, capitals)
        more = len(rest) - 1
        message = f"{rule.message} The message shouts in {more} more places after it." if more else ""
        yield RawFinding(_cover(rest[0]), told, {"more": more} if more else {}, message=message, fix=fix)


def _told(group: list[_Shout], context: Context) -> dict[str, str]:
    """The words for the finding's message; of a long row its beginning."""
    words = _cover(group).of(context.message.text)
    return {"text": words if len(words) <= _SHOWN else words[:_SHOWN] + " …"}


def _places(rule: Rule, context: Context) -> list[list[_Shout]]:
    """What shouts, in order; what overlaps stands together."""
    found = [s for s in _shouts(rule, context) if not _is_name(s.span.of(context.message.text), context)]
    theirs = merged(_readers_words(context))
    starts = [words.start for words in theirs]
    groups: list[list[_Shout]] = []
    reach = -1
    for shout in sorted(found):
        if shout.span.start < reach:
            groups[-1].append(shout)
        else:
            groups.append([shout])
        reach = max(reach, shout.span.end)
    return [g for g in groups if not _is_inside(_cover(g), theirs, starts)]


def _is_inside(span: Span, theirs: list[Span], starts: list[int]) -> bool:
    index = bisect_right(starts, span.start)
    return index > 0 and theirs[index - 1].contains(span)


def _cover(group: list[_Shout]) -> Span:
    return Span(group[0].span.start, max(shout.span.end for shout in group))


def _shouts(rule: Rule, context: Context) -> Iterator[_Shout]:
    text, blocks = context.message.text, context.message.blocks
    acronyms = frozenset(rule.options.get("acronyms", ()))
    yield from _red_print(context)
    for block in blocks:
        if block.role in PROSE:
            yield from (_Shout(s, _Kind.CAPITALS, block) for s in _runs_of_capitals(text, block.span, acronyms))
            yield from (_Shout(s, _Kind.MARKS, block) for s in _rows_of_marks(text, block.span))
    alarms = {m.span: blocks[m.sentence.block] for m in context.matches.of(rule.name, "alarm") if _is_ours(m, context)}
    yield from _repeated(text, alarms)


def _fix(groups: list[list[_Shout]], context: Context, capitals: Capitals) -> Fix | None:
    """One fix for all that can be mended there."""
    edits: list[Edit] = []
    kinds: set[_Kind] = set()
    for group in groups:
        found = [_edits(shout, context, capitals) for shout in group]
        # All of a place or nothing: half a fix would leave the finding.
        if all(found):
            edits += (edit for each in found if each for edit in each)
            kinds |= {shout.kind for shout in group}
    # Of edits that overlap the first and longest stays: what an alarm word takes with it need not be mended.
    apart: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.span.start, -e.span.end)):
        if not apart or edit.span.start >= apart[-1].span.end:
            apart.append(edit)
    return Fix("; ".join(kind.value for kind in _Kind if kind in kinds), tuple(apart)) if apart else None


def _edits(shout: _Shout, context: Context, capitals: Capitals) -> tuple[Edit, ...] | None:
    text = context.message.text
    if shout.kind is _Kind.MARKS:
        return one_mark(text, shout.span, shout.block.span)
    if shout.kind is _Kind.CAPITALS:
        return capitals.lowered(shout.span, shout.block)
    if shout.cut is None or "\n" in shout.cut.of(text):
        return None
    return (Edit(shout.cut, ""),)


def _readers_words(context: Context) -> Iterator[Span]:
    """What the reader shouted and we repeat: words in quotation marks, and the subject of the mail we answer."""
    text = context.message.text
    for block in context.message.blocks:
        if block.role is BlockRole.SUBJECT and _ANSWER.match(text, block.span.start, block.span.end):
            yield block.span
        elif block.role in PROSE:
            yield from (Span(*match.span()) for match in _QUOTED.finditer(text, block.span.start, block.span.end))


def _is_ours(match: Match, context: Context) -> bool:
    return context.message.blocks[match.sentence.block].role in PROSE


def _runs_of_capitals(text: str, block: Span, acronyms: Container[str]) -> Iterator[Span]:
    """Two or more words of four letters and more in a row, in capitals; a firm's name with its legal form is none."""
    run: list[Span] = []
    for match in _CAPITALS.finditer(text, block.start, block.end):
        if match.group() in acronyms:
            continue
        if run and not _BETWEEN.fullmatch(text, run[-1].end, match.start()):
            yield from _run(text, run)
            run = []
        run.append(Span(*match.span()))
    yield from _run(text, run)


def _run(text: str, words: list[Span]) -> Iterator[Span]:
    if len(words) > 1 and not _LEGAL_FORM.match(text, words[-1].end):
        yield Span(words[0].start, words[-1].end)


def _rows_of_marks(text: str, block: Span) -> Iterator[Span]:
    """Words with several marks behind them; those with nothing between them («nå!! NÅ!!») are one row."""
    row: Span | None = None
    for match in _MARKS.finditer(text, block.start, block.end):
        found = Span(*match.span())
        if row is not None and _BLANK.fullmatch(text, row.end, found.start):
            row = row.cover(found)
            continue
        if row is not None:
            yield row
        row = found
    if row is not None:
        yield row


def _repeated(text: str, alarms: Mapping[Span, Block]) -> Iterator[_Shout]:
    """The same alarm word twice in a row, with nothing but marks between, and at least one «!» or capitals."""
    for first, second in pairwise(sorted(alarms)):
        between = text[first.end : second.start]
        same = first.of(text).lower() == second.of(text).lower()
        loud = "!" in text[first.end : second.end + 1] or first.of(text).isupper()
        if same and loud and _NO_LETTER.fullmatch(between):
            end = second.end + (text[second.end : second.end + 1] == "!")
            yield _Shout(Span(first.start, end), _Kind.ALARM, alarms[first], cut=Span(first.end, second.end))


def _red_print(context: Context) -> Iterator[_Shout]:
    """Words in red that are bold or oversized as well, and words that blink."""
    text = context.message.text
    for run in context.message.emphasis:
        block = context.message.block_at(run.span.start)
        quoted = block is not None and block.role is BlockRole.QUOTED
        alarming = EmphasisKind.BLINK in run.kinds or (EmphasisKind.RED in run.kinds and run.kinds & _LOUD)
        if alarming and not quoted and any(c.isalpha() for c in run.span.of(text)):
            yield _Shout(run.span, _Kind.PRINT, block or Block(BlockRole.PARAGRAPH, run.span))


def _is_name(words: str, context: Context) -> bool:
    """Is it the organisation's or the reader's name, and nothing else?"""
    plain = " ".join(words.split()).strip(" .,!")
    own = names_organisation(plain, context.organisation.names)
    customer = customer_value(context, "name")
    covers = own is not None and len(own) >= len(plain) - len(" LIMITED")
    return covers or (bool(customer) and plain.lower() in customer.lower())
