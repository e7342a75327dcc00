"""The bottom of a letter: sign-off, signature, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.model.message import Block, BlockRole
from trustcheck.readers.layout import Paragraph
from trustcheck.text.labels import ends_sentence, has_postcode, is_company_line, is_prose
from trustcheck.text.letterform import is_sign_off

_POSTSCRIPT = re.compile(r"(?:P\.?\s?S\.?|NB)\b[:.]?", re.IGNORECASE)
_DIGITS = re.compile(r"\d{2}")
_FIGURE = re.compile(r"\d")
_PHONE = re.compile(r"\+?\d[\d ()/-]{5,16}\d")
_IMPRINT = re.compile(
    r"[A-ZÆØÅÄÖ][^,.|·\n]{1,60}[,|·]\s{0,3}(?:(?i:(?:post)?bo(?:ks|x)|po box)\s?\d|[A-ZÆØÅÄÖ][^\d,.\n]{2,40}\s\d)"
)
"""A line that opens with a name and an address: whose letter it is."""
_LABEL_LINES = 3
_LINE_WORDS = 7
"""A line of running text has more words than this."""
_NAME_WORDS = 4
_FAREWELL_WORDS = 7
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
    split = tuple(_split_at_names(text, tuple(_split_at_sign_offs(text, paragraphs))))
    starts = [i for i, p in enumerate(split) if _is_sign_off(text, p)]
    if not starts:
        start = _trailing_labels(text, split)
        yield from _parts((split[:start], False), (split[start:], True))
        return
    done = 0
    for start in starts[:-1]:
        end = start + (2 if start + 1 < len(split) and _is_label(text, split[start + 1]) else 1)
        yield from _parts((split[done:start], False), (split[max(done, start) : end], True))
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
            footer = footer or (
                _is_footer(text, paragraphs, index) and not (index == 0 and _is_signed(text, paragraph))
            )
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
    if paragraph.after_rule or _is_running(text, paragraph):
        return True
    return _is_company_data(words) and (signed or index == 0)


def _is_running(text: str, paragraph: Paragraph) -> bool:
    """Running text, not several short lines that add up to many words."""
    words = paragraph.span.of(text)
    lines = len(paragraph.lines)
    return is_prose(words) and (lines == 1 or len(words.split()) > _LINE_WORDS * lines or ends_sentence(words))


def _is_signed(text: str, paragraph: Paragraph) -> bool:
    """True where the first line is a name, and what follows are the sender's particulars."""
    first = paragraph.lines[0].of(text)
    return _is_name_line(first) and len(paragraph.lines) > 1 and not is_company_line(first)


def _is_name_line(line: str) -> bool:
    """One to four words with capitals, without figures or an end mark; a role may follow behind a comma."""
    head = line.partition(",")[0].split()
    capitals = all(word[0].isupper() for word in head)
    return 1 <= len(head) <= _NAME_WORDS and capitals and not ends_sentence(line) and not _FIGURE.search(line)


def _split_at_names(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """A name set on the last lines of the last paragraph, under a short farewell («God tur!»), is a paragraph."""
    last = next((i for i in range(len(paragraphs) - 1, -1, -1) if paragraphs[i].role is not BlockRole.QUOTED), -1)
    for index, paragraph in enumerate(paragraphs):
        at = _farewell_line(text, paragraph) if index == last else None
        before, after = paragraph.cut(at or 0)
        yield from (part for part in (before, after) if part is not None)


def _farewell_line(text: str, paragraph: Paragraph) -> int | None:
    """The line at which one to three lines of names begin, under a short line that ends a sentence."""
    lines = [line.of(text) for line in paragraph.lines]
    for at in range(max(1, len(lines) - _LABEL_LINES), len(lines)):
        farewell = lines[at - 1]
        if ends_sentence(farewell) and len(farewell.split()) <= _FAREWELL_WORDS and all(map(_is_name_line, lines[at:])):
            return at
    return None


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
    lines = [line.of(text) for line in paragraph.lines]
    if _IMPRINT.match(words) and has_postcode(words):
        return True
    if (
        _is_signed(text, paragraph)
        and len(lines) <= _LABEL_LINES + 1
        and any(_PHONE.search(line) for line in lines[1:])
    ):
        return not ends_sentence(words)
    if any(has_postcode(line) or is_company_line(line) for line in lines):
        return not is_prose(words) and not words.endswith((".", ":", "?", "!"))
    return paragraph.role is None and _is_label(text, paragraph) and not any(c.isdigit() for c in words)
