"""Bytes to source text. All positions that trustcheck reports are code points of what these functions give."""

from __future__ import annotations

import codecs
import re

from trustcheck.model.errors import UnreadableError

_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF32 = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"))

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
"""Characters that no letter holds: C0 controls but tab, newline, form feed and return, and what cp1252 leaves open."""


def decode(data: bytes, path: str, *, declared: str | None = None) -> str:
    """The text of a file: by its BOM, else UTF-8, else the `declared` charset, else Windows-1252 if it is plausible.

    The BOM is not part of the text. Raises UnreadableError for NUL bytes and for bytes that no charset explains.
    """
    marked = _by_bom(data, path)
    if marked is not None:
        return marked
    if b"\0" in data:
        raise _nul(data, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _fallback(data, path, declared, error)


def decode_mail(data: bytes, path: str) -> str:
    """The source text of a mail file: UTF-8 where valid, else one character a byte (latin-1).

    The parts of a mail are decoded again, each by its own charset. NUL bytes mean that this is no mail.
    """
    if b"\0" in data and _by_bom(data, path) is None:
        raise _nul(data, path)
    marked = _by_bom(data, path)
    if marked is not None:
        return marked
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def python_charset(name: str) -> str | None:
    """The name by which Python knows a charset of text, or None if it does not know it."""
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _by_bom(data: bytes, path: str) -> str | None:
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data[3:], "utf-8", path, skipped=3)
    for mark, charset in (*_UTF32, *_UTF16):
        if data.startswith(mark):
            return _strict(data[len(mark) :], charset, path, skipped=len(mark))
    return None


def _strict(data: bytes, charset: str, path: str, *, skipped: int) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"the file starts as {charset.upper()}, but byte {error.start + skipped} does not fit that encoding",
            path=path,
            line=data[: error.start].decode(charset, "replace").count("\n") + 1,
            next_step="Save the file again as UTF-8.",
        ) from error


def _fallback(data: bytes, path: str, declared: str | None, error: UnicodeDecodeError) -> str:
    charset = python_charset(declared) if declared else None
    for candidate in (charset, "cp1252"):
        if candidate is None:
            continue
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return text
    raise UnreadableError(
        f"byte {error.start} (0x{data[error.start]:02x}) is not valid UTF-8, and the file is no Windows-1252 text",
        path=path,
        line=data.count(b"\n", 0, error.start) + 1,
        next_step="Save the file as UTF-8; if it is no text file, give it its right suffix.",
    ) from error


def _nul(data: bytes, path: str) -> UnreadableError:
    offset = data.index(b"\0")
    return UnreadableError(
        f"byte {offset} is NUL: this is UTF-16 without a byte order mark, or a binary file",
        path=path,
        line=data.count(b"\n", 0, offset) + 1,
        next_step="Save the file as UTF-8; if it is no text file, give it its right suffix.",
    )
