"""Edits of the decoded source, made in the bytes of the file: whatever lies outside them stays as it is, bit by bit."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from trustcheck.model.fix import Edit, Fix

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSETS = ("utf-8", "cp1252", "latin-1", "iso8859-15", "iso8859-2", "cp1250", "cp850", "mac-roman")


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be made together, the first come first. Those that want the very same edit agree."""
    taken: list[Fix] = []
    edits: dict[Edit, None] = {}
    for fix in fixes:
        both = sorted({*edits, *fix.edits}, key=_place)
        if all(one.span.end <= other.span.start for one, other in pairwise(both)):
            taken.append(fix)
            edits = dict.fromkeys(both)
    return taken


def edits_of(fixes: Iterable[Fix]) -> list[Edit]:
    """The edits of compatible fixes, in the order of the file, each once."""
    return sorted({edit for fix in fixes for edit in fix.edits}, key=_place)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made; they are in order and apart."""
    return "".join(_pieces(text, edits))


def spliced(data: bytes, text: str, edits: Sequence[Edit]) -> bytes | None:
    """The file's bytes `data`, of which `text` was read, with the edits (in order, apart) made in them.

    None where the file cannot be written so that everything else stays: its encoding is not known, or what an edit puts
    in cannot be written in it.
    """
    found = _encoding(data, text)
    if found is None:
        return None
    mark, charset = found
    try:
        return mark + b"".join(piece.encode(charset) for piece in _pieces(text, edits))
    except UnicodeEncodeError:
        return None


def _pieces(text: str, edits: Sequence[Edit]) -> Iterator[str]:
    done = 0
    for edit in edits:
        yield text[done : edit.span.start]
        yield edit.replacement
        done = edit.span.end
    yield text[done:]


def _encoding(data: bytes, text: str) -> tuple[bytes, str] | None:
    """Byte order mark and charset by which `text` gives back `data` exactly."""
    for mark, charset in (*_MARKS, *((b"", charset) for charset in _CHARSETS)):
        if data.startswith(mark) and _gives(data[len(mark) :], text, charset):
            return mark, charset
    return None


def _gives(data: bytes, text: str, charset: str) -> bool:
    try:
        return text.encode(charset) == data
    except UnicodeEncodeError:
        return False


def _place(edit: Edit) -> tuple[int, int, str]:
    return edit.span.start, edit.span.end, edit.replacement
