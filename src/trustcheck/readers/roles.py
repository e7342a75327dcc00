"""What each block of a visible text is to its reader. All formats come through here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trustcheck.model.message import Block, BlockRole, Channel
from trustcheck.model.span import Span
from trustcheck.readers.body import body_blocks
from trustcheck.readers.ending import ending_blocks, find_endings
from trustcheck.readers.head import Opening, find_opening, head_blocks
from trustcheck.readers.layout import Hint, Paragraph, line_width, paragraphs_of
from trustcheck.text.replies import starts_quoted_reply


def give_roles(text: str, channel: Channel, hints: Sequence[Hint] = ()) -> tuple[Block, ...]:
    """The blocks of `text` in reading order, without overlap. `hints`: what the format itself says, in order."""
    paragraphs = tuple(_with_quotations(text, paragraphs_of(text, hints)))
    if channel is Channel.SMS:
        return tuple(Block(p.role or BlockRole.PARAGRAPH, p.span) for p in paragraphs)
    return tuple(_blocks(text, paragraphs))


def _blocks(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    width = line_width(text, paragraphs)
    opening = find_opening(text, paragraphs)
    yield from head_blocks(text, opening.head)
    if opening.greeting is not None:
        yield Block(BlockRole.GREETING, opening.greeting)
    yield from _rest(text, opening, width)


def _rest(text: str, opening: Opening, width: int) -> Iterator[Block]:
    for part in find_endings(text, opening.rest):
        if part.ending:
            yield from ending_blocks(text, part.paragraphs)
        else:
            for paragraph in part.paragraphs:
                yield from body_blocks(text, paragraph, width)


def _with_quotations(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, with what is quoted from an earlier message cut off and marked as such."""
    to_the_end = False
    for index, paragraph in enumerate(paragraphs):
        if to_the_end:
            yield replace(paragraph, role=BlockRole.QUOTED)
            continue
        start = _reply_start(text, paragraph)
        before, quoted = paragraph.cut(len(paragraph.lines) if start is None else start)
        if before is not None:
            yield from _quoted_lines(text, before)
        if quoted is not None:
            yield replace(quoted, role=BlockRole.QUOTED)
            to_the_end = not _marked_follows(text, quoted, paragraphs[index + 1 :])


def _reply_start(text: str, paragraph: Paragraph) -> int | None:
    lines = [line.of(text) for line in paragraph.lines]
    for index, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        wrapped = f"{line} {following}" if following and not starts_quoted_reply(following) else line
        if starts_quoted_reply(line, following) or starts_quoted_reply(wrapped):
            return index
    return None


def _marked_follows(text: str, quoted: Paragraph, later: Sequence[Paragraph]) -> bool:
    """True where the quotation under an intro is marked line by line with `>`, so an answer may follow it."""
    after = [*quoted.lines[1:], *(line for p in later[:1] for line in p.lines)]
    return any(text[line.start] == ">" for line in after[:3])


def _quoted_lines(text: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    lines: list[Span] = []
    marked = False
    for line in paragraph.lines:
        if (text[line.start] == ">") != marked and lines:
            yield _part(paragraph, lines, marked)
            lines = []
        marked = text[line.start] == ">"
        lines.append(line)
    yield _part(paragraph, lines, marked)


def _part(paragraph: Paragraph, lines: Sequence[Span], marked: bool) -> Paragraph:
    return replace(paragraph, lines=tuple(lines), role=BlockRole.QUOTED if marked else paragraph.role)
