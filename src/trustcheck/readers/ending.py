"""The bottom of a letter: sign-off, signature, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.model.message import Block, BlockRole
from trustcheck.readers.layout import Paragraph
from trustcheck.readers.lineform import ends_sentence, has_postcode, is_company_line, is_prose, is_sign_off

_POSTSCRIPT = re.compile(r"(?:P\.?\s?S\.?|NB)\b[:.]?", re.IGNORECASE)
_DIGITS = re.compile(r"\d{2}")
_LABEL_LINES = 3
_LABEL_WORDS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs that are running text, or an ending (from a sign-off on)."""

    paragraphs: tuple[Paragraph, ...]
    ending: bool


def find_endings(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    """Cuts what follows the greeting into running text and endings.

    The last sign-off opens the ending that reaches to the end; an earlier one (a letter in two languages) only one
    paragraph of signature. Without a sign-off the last paragraphs are an ending if they are mere labels.
    """
    split = tuple(_split_at_sign_offs(text, paragraphs))
    starts = [i for i, p in enumerate(split) if _is_sign_off(text, p)]
    if not starts:
        start = _trailing_labels(text, split)
        yield from _parts((split[:start], False), (split[start:], True))
        return
    done = 0
    for start in starts[:-1]:
        end = start + (2 if start + 1 < len(split) and _is_label(text, split[start + 1]) else 1)
        yield from _parts((split[done:start], False), (split[start:end], True))
        done = max(end, done)
    yield from _parts((split[done : starts[-1]], False), (split[max(done, starts[-1]) :], True))


def ending_blocks(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    """Blocks of an ending: the sign-off line, then names and labels as signature, then everything else as footer."""
    footer = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role is BlockRole.QUOTED:
            yield Block(BlockRole.QUOTED, paragraph.span)
        elif _is_sign_off(text, paragraph):
            yield Block(BlockRole.SIGN_OFF, paragraph.lines[0])
            yield from (Block(BlockRole.SIGNATURE, line) for line in paragraph.lines[1:])
        elif _POSTSCRIPT.match(paragraph.span.of(text)):
            yield Block(BlockRole.PARAGRAPH, paragraph.span)
        else:
            footer = footer or _is_footer(text, paragraphs, index)
            yield from _labels(paragraph, BlockRole.FOOTER if footer else BlockRole.SIGNATURE)


def _labels(paragraph: Paragraph, role: BlockRole) -> Iterator[Block]:
    if role is BlockRole.FOOTER:
        yield Block(role, paragraph.span)
        return
    yield from (Block(role, line) for line in paragraph.lines)


def _parts(*parts: tuple[Sequence[Paragraph], bool]) -> Iterator[Part]:
    for paragraphs, ending in parts:
        if paragraphs:
            yield Part(tuple(paragraphs), ending)


def _split_at_sign_offs(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        at = None if paragraph.role is BlockRole.QUOTED else _sign_off_line(text, paragraph)
        before, after = paragraph.cut(at or 0)
        yield from (part for part in (before, after) if part is not None)


def _sign_off_line(text: str, paragraph: Paragraph) -> int | None:
    found = (i for i, line in enumerate(paragraph.lines) if is_sign_off(line.of(text)))
    return next(found, None)


def _is_sign_off(text: str, paragraph: Paragraph) -> bool:
    return paragraph.role is not BlockRole.QUOTED and is_sign_off(paragraph.lines[0].of(text))


def _is_label(text: str, paragraph: Paragraph) -> bool:
    """True for a few short lines that are no sentences: a name, a title, a company."""
    lines = [line.of(text) for line in paragraph.lines]
    return (
        paragraph.role in (None, BlockRole.TABLE_ROW)
        and len(lines) <= _LABEL_LINES + 2
        and all(len(line.split()) <= _LABEL_WORDS for line in lines)
        and not any(ends_sentence(line) or line.endswith(":") for line in lines)
    )


def _is_footer(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """True where the signature is over: at a rule, at running text, or at company lines after a signer's name."""
    paragraph = paragraphs[index]
    signed = index > 0 and (index > 1 or len(paragraphs[0].lines) > 1)
    words = paragraph.span.of(text)
    if paragraph.after_rule or is_prose(words):
        return True
    return _is_company_data(words) and (signed or index == 0)


def _is_company_data(words: str) -> bool:
    return has_postcode(words) or is_company_line(words) or bool(_DIGITS.search(words))


def _trailing_labels(text: str, paragraphs: Sequence[Paragraph]) -> int:
    """Where the labels at the end of a letter without sign-off begin; at most three paragraphs, never all of them."""
    visible = [i for i, p in enumerate(paragraphs) if p.role is not BlockRole.QUOTED]
    if not visible or visible != list(range(len(visible))):
        return len(paragraphs)
    start = len(visible)
    while start > max(len(visible) - 3, 1) and _is_closing(text, paragraphs[start - 1]):
        start -= 1
    return start if start < len(visible) else len(paragraphs)


def _is_closing(text: str, paragraph: Paragraph) -> bool:
    """True for names, or for the sender's particulars; not for a table of amounts."""
    if paragraph.role not in (None, BlockRole.TABLE_ROW):
        return False
    words = paragraph.span.of(text)
    if any(has_postcode(line.of(text)) or is_company_line(line.of(text)) for line in paragraph.lines):
        return not is_prose(words) and not words.endswith((".", ":", "?", "!"))
    return paragraph.role is None and _is_label(text, paragraph) and not any(c.isdigit() for c in words)
