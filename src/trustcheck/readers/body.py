"""The middle of a letter: paragraphs, headings over them, list items, table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.message import Block, BlockRole
from trustcheck.model.span import Span
from trustcheck.readers.layout import Paragraph, breaks_on_purpose, columns, has_wide_gap
from trustcheck.text.labels import ends_sentence, is_date_line

_ITEM = re.compile(r"(?:[-*•·–▪●○◦‣]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t\xa0]+(?=\S)")
_DAY = re.compile(r"\d{1,2}\.\s+(?:jan|feb|mar|apr|ma[ij]|jun|jul|aug|sep|okt|nov|de[sc])", re.IGNORECASE)
_ADDRESS = re.compile(r"@|://|\bwww\.", re.IGNORECASE)
_HEADING_WORDS = 12


def body_blocks(text: str, paragraph: Paragraph, width: int) -> Iterator[Block]:
    """Blocks of one paragraph. `width`: the column at which the text is wrapped.

    A list item's block begins after its marker. A heading is a short line without end mark that stands alone or ends
    although the next word would have fitted.
    """
    if paragraph.role is not None:
        yield Block(paragraph.role, paragraph.span)
        return
    lines = list(paragraph.lines)
    if len(lines) == 1 and is_date_line(lines[0].of(text)):
        yield Block(BlockRole.DATE, lines[0])
        return
    if _is_heading(text, lines, width):
        yield Block(BlockRole.HEADING, lines.pop(0))
    yield from _runs(text, lines, width)


def _runs(text: str, lines: list[Span], width: int) -> Iterator[Block]:
    """List items, table rows and running text, in the order of the lines."""
    open_role, open_lines = BlockRole.PARAGRAPH, list[Span]()
    for line in lines:
        role, span = _line_role(text, line)
        if role is BlockRole.LIST_ITEM and open_lines and open_role is BlockRole.PARAGRAPH:
            last = open_lines[-1]
            if text[last.end - 1] != ":" and not breaks_on_purpose(text, last, line, width):
                role, span = BlockRole.PARAGRAPH, line
        going_on = role is BlockRole.PARAGRAPH and open_lines and _goes_on(text, open_role, open_lines[-1], line, width)
        if open_lines and not going_on:
            yield _joined(open_role, open_lines)
            open_lines = []
        if not going_on:
            open_role = role
        open_lines.append(span)
    if open_lines:
        yield _joined(open_role, open_lines)


def _line_role(text: str, line: Span) -> tuple[BlockRole, Span]:
    marker = _ITEM.match(text, line.start, line.end)
    if marker is not None and not _DAY.match(text, line.start, line.end):
        return BlockRole.LIST_ITEM, Span(marker.end(), line.end)
    cells = columns(text, line)
    if len(cells) > 1 and has_wide_gap(text, line):
        return BlockRole.TABLE_ROW, Span(cells[0].start, cells[-1].end)
    return BlockRole.PARAGRAPH, line


def _goes_on(text: str, role: BlockRole, last: Span, line: Span, width: int) -> bool:
    """True where `line` continues the block above it: running text always, an item where it is indented or wrapped."""
    if role is BlockRole.PARAGRAPH:
        return True
    if role is BlockRole.TABLE_ROW:
        return False
    indented = text[line.start - 1 : line.start] in (" ", "\t", "\xa0")
    return indented or not breaks_on_purpose(text, last, line, width)


def _joined(role: BlockRole, lines: list[Span]) -> Block:
    return Block(role, Span(lines[0].start, lines[-1].end))


def _is_heading(text: str, lines: list[Span], width: int) -> bool:
    first = lines[0].of(text)
    if _ITEM.match(first) or len(columns(text, lines[0])) > 1 or len(first.split()) > _HEADING_WORDS:
        return False
    if first[:1].islower() or _ADDRESS.search(first) or not re.search(r"[^\W\d_]{2}", first):
        return False
    if len(lines) == 1:
        return not ends_sentence(first) and not first.endswith((":", ",", ";"))
    if (ends_sentence(first) and not first.endswith("?")) or first.endswith((",", ";")):
        return False
    following = lines[1].of(text)
    return not following[:1].islower() and breaks_on_purpose(text, lines[0], lines[1], min(width, 100))
