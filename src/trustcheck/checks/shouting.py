"""The check `shouting`: capitals, rows of exclamation marks, repeated alarm words, red and bold print."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import pairwise

from trustcheck.checks.channels import customer_value
from trustcheck.checks.phrases import merged
from trustcheck.model.check import Context
from trustcheck.model.match import Match
from trustcheck.model.message import PROSE, BlockRole, EmphasisKind
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


def shouting(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each place that shouts.

    Options: `acronyms`, words of four letters and more that are written in capitals anyway. Patterns: `alarm`, the
    words («OBS», «VIKTIG») that shout when they are repeated.
    """
    text = context.message.text
    loud = [*_red_print(context)]
    for block in context.message.blocks:
        if block.role in PROSE:
            loud += _runs_of_capitals(text, block.span, frozenset(rule.options.get("acronyms", ())))
            loud += (Span(*match.span()) for match in _MARKS.finditer(text, block.span.start, block.span.end))
    alarms = {m.span for m in context.matches.of(rule.name, "alarm") if _is_ours(m, context)}
    loud += _repeated(text, sorted(alarms))
    theirs = [*_readers_words(context)]
    for span in merged(s for s in loud if not _is_name(s.of(text), context)):
        if not any(words.contains(span) for words in theirs):
            yield RawFinding(span)


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


def _repeated(text: str, alarms: list[Span]) -> Iterator[Span]:
    """The same alarm word twice in a row, with nothing but marks between, and at least one «!» or capitals."""
    for first, second in pairwise(alarms):
        between = text[first.end : second.start]
        same = first.of(text).lower() == second.of(text).lower()
        loud = "!" in text[first.end : second.end + 1] or first.of(text).isupper()
        if same and loud and _NO_LETTER.fullmatch(between):
            end = second.end + (text[second.end : second.end + 1] == "!")
            yield Span(first.start, end)


def _red_print(context: Context) -> Iterator[Span]:
    """Words in red that are bold or oversized as well, and words that blink."""
    text = context.message.text
    for run in context.message.emphasis:
        block = context.message.block_at(run.span.start)
        quoted = block is not None and block.role is BlockRole.QUOTED
        alarming = EmphasisKind.BLINK in run.kinds or (EmphasisKind.RED in run.kinds and run.kinds & _LOUD)
        if alarming and not quoted and any(c.isalpha() for c in run.span.of(text)):
            yield run.span


def _is_name(words: str, context: Context) -> bool:
    """Is it the organisation's or the reader's name, and nothing else?"""
    plain = " ".join(words.split()).strip(" .,!")
    own = names_organisation(plain, context.organisation.names)
    customer = customer_value(context, "name")
    covers = own is not None and len(own) >= len(plain) - len(" LIMITED")
    return covers or (bool(customer) and plain.lower() in customer.lower())
