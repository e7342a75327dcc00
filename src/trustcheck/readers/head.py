"""The top of a letter: letterhead, date, the recipient's address, headings, and the greeting that ends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trustcheck.model.message import Block, BlockRole
from trustcheck.model.span import Span
from trustcheck.readers.layout import Paragraph, columns
from trustcheck.text.labels import (
    ends_sentence,
    has_postcode,
    is_company_line,
    is_date_line,
    is_prose,
    is_reference_line,
    is_to_line,
)
from trustcheck.text.letterform import greeting_length

_FAR = 3
"""Paragraphs of running text after which a greeting is no longer looked for."""

_LABEL_WORDS = 4
"""A first line of at most so many words is a name in a letterhead rather than a heading."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A letter cut at its greeting; without one the head ends where running text begins."""

    head: tuple[Paragraph, ...]
    greeting: Span | None
    rest: tuple[Paragraph, ...]


def find_opening(text: str, paragraphs: Sequence[Paragraph]) -> Opening:
    """The head, the greeting and the rest. What follows the greeting on its own line begins the rest."""
    prose = 0
    for index, paragraph in enumerate(paragraphs):
        running = is_prose(paragraph.span.of(text))
        found = None if paragraph.role in _NEVER_GREETING else _greeting_line(text, paragraph, running)
        if found is not None:
            return _cut_at_greeting(text, paragraphs, index, found)
        prose += running
        if prose == _FAR:
            break
    start = next((i for i, p in enumerate(paragraphs) if _begins_body(text, p)), len(paragraphs))
    start = min(start, max(len(paragraphs) - 1, 1))
    return Opening(tuple(paragraphs[:start]), None, tuple(paragraphs[start:]))


def head_blocks(text: str, head: Sequence[Paragraph]) -> Iterator[Block]:
    """Blocks of the paragraphs above the greeting."""
    known = _Seen(own_address=not _holds_other_address(text, head))
    for index, paragraph in enumerate(head):
        if index == 0 and paragraph.role is BlockRole.HEADING and _is_name_of_sender(text, paragraph):
            yield Block(BlockRole.LETTERHEAD, paragraph.span)
        elif paragraph.role is not None and paragraph.role is not BlockRole.TABLE_ROW:
            yield Block(paragraph.role, paragraph.span)
        elif is_prose(paragraph.span.of(text)) and not has_postcode(paragraph.span.of(text)):
            yield Block(BlockRole.PARAGRAPH, paragraph.span)
        else:
            yield from _labels(text, paragraph, first=index == 0, known=known)


_NEVER_GREETING = (BlockRole.QUOTED, BlockRole.LIST_ITEM, BlockRole.TABLE_ROW)


@dataclass(slots=True)
class _Seen:
    """What the head has shown so far. `own_address`: the first address of the head may be the recipient's."""

    own_address: bool
    letterhead: bool = False
    address: bool = False


def _greeting_line(text: str, paragraph: Paragraph, running: bool) -> int | None:
    lines = paragraph.lines[:1] if running and not _line_is_label(text, paragraph.lines[0]) else paragraph.lines
    return next((i for i, line in enumerate(lines) if greeting_length(line.of(text))), None)


def _line_is_label(text: str, line: Span) -> bool:
    return is_date_line(line.of(text)) or has_postcode(line.of(text)) or not ends_sentence(line.of(text))


def _cut_at_greeting(text: str, paragraphs: Sequence[Paragraph], index: int, at: int) -> Opening:
    before, inside = paragraphs[index].cut(at)
    assert inside is not None
    line = inside.lines[0]
    length = greeting_length(line.of(text))
    greeting = Span(line.start, line.start + length)
    head = (*paragraphs[:index], *((before,) if before else ()))
    return Opening(head, greeting, (*_after(text, inside, greeting), *paragraphs[index + 1 :]))


def _after(text: str, paragraph: Paragraph, greeting: Span) -> tuple[Paragraph, ...]:
    line = paragraph.lines[0]
    same_line = line.of(text)[len(greeting) :]
    start = line.end - len(same_line.lstrip(" \t\xa0"))
    lines = ((Span(start, line.end),) if start < line.end else ()) + paragraph.lines[1:]
    return (replace(paragraph, lines=lines, role=None),) if lines else ()


def _begins_body(text: str, paragraph: Paragraph) -> bool:
    if paragraph.role in (BlockRole.QUOTED, BlockRole.LIST_ITEM):
        return True
    words = paragraph.span.of(text)
    return is_prose(words) and not has_postcode(words)


def _holds_other_address(text: str, head: Sequence[Paragraph]) -> bool:
    """True where two paragraphs of the head hold an address, so that the first must be the sender's."""
    return sum(any(has_postcode(line.of(text)) for line in p.lines) for p in head) > 1


def _labels(text: str, paragraph: Paragraph, *, first: bool, known: _Seen) -> Iterator[Block]:
    """Blocks of a paragraph of short lines: it is cut at its date lines, and each part is one thing."""
    run: list[Span] = []
    began = first
    for line in paragraph.lines:
        cells = columns(text, line)
        dated = [c for c in cells if is_date_line(c.of(text))]
        if not dated:
            run.append(line)
            continue
        yield from _run(text, run, first=began, known=known)
        for cell in cells:
            yield from [Block(BlockRole.DATE, cell)] if cell in dated else _run(text, [cell], first=first, known=known)
        run, began = [], False
    yield from _run(text, run, first=began, known=known)


def _run(text: str, lines: Sequence[Span], *, first: bool, known: _Seen) -> Iterator[Block]:
    if not lines:
        return
    role = _role_of_run(text, lines, first=first, known=known)
    if role is BlockRole.ADDRESS:
        known.address = True
        yield Block(role, Span(lines[0].start, lines[-1].end))
        return
    known.letterhead |= role is BlockRole.LETTERHEAD
    yield from (Block(role, line) for line in lines)


def _role_of_run(text: str, lines: Sequence[Span], *, first: bool, known: _Seen) -> BlockRole:
    words = [line.of(text) for line in lines]
    company = any(is_company_line(w) for w in words)
    addressed = any(has_postcode(w) for w in words[1:]) or (len(words) == 1 and has_postcode(words[0]))
    if addressed and not company and (not first or known.own_address) and (known.letterhead or len(words) > 1):
        return BlockRole.ADDRESS
    if first:
        return BlockRole.HEADING if _is_heading(words) and not company else BlockRole.LETTERHEAD
    if all(is_to_line(w) for w in words):
        return BlockRole.ADDRESS
    if known.address and all(":" in w for w in words):
        return BlockRole.TABLE_ROW
    if company or addressed or all(is_reference_line(w) for w in words):
        return BlockRole.LETTERHEAD
    return BlockRole.HEADING if len(words) == 1 else _untitled(words, known)


def _is_name_of_sender(text: str, paragraph: Paragraph) -> bool:
    """True for a heading of one to three words at the very top, where a page shows whose it is."""
    words = paragraph.span.of(text)
    return len(words.split()) < _LABEL_WORDS and not ends_sentence(words)


def _is_heading(words: Sequence[str]) -> bool:
    return len(words) == 1 and (len(words[0].split()) > _LABEL_WORDS or ends_sentence(words[0]))


def _untitled(words: Sequence[str], known: _Seen) -> BlockRole:
    """Several short lines that say nothing of themselves: the recipient under a letterhead, later what it is about."""
    if known.address:
        return BlockRole.TABLE_ROW
    return BlockRole.ADDRESS if known.letterhead and not any(map(ends_sentence, words)) else BlockRole.LETTERHEAD
