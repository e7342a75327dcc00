"""The front door of readers/: which suffix is read by what. A new format is one file and one line in `READERS`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath
from typing import NamedTuple, Protocol

from trustcheck.model.errors import UnreadableError
from trustcheck.model.message import BlockRole, Channel, Message, Problem
from trustcheck.readers.docx import read_docx
from trustcheck.readers.eml import read_eml
from trustcheck.readers.html import read_html
from trustcheck.readers.markdown import read_markdown
from trustcheck.readers.pdf import read_pdf
from trustcheck.readers.plain import read_plain

MAX_BYTES = 10_000_000


class Reader(Protocol):
    """Reads one format. Raises UnreadableError where nothing can be read; what is partly readable gives Problems.

    `asked`: the channel that the caller demands; else what the file says of itself, else `default`.
    Promises: every span of the message lies in its text, blocks are in order and do not overlap, and the source map
    leads every character to its place in `Message.source_text`.
    """

    def __call__(self, data: bytes, path: str, asked: Channel | None, default: Channel) -> Message: ...


class Format(NamedTuple):
    """`is_text`: the file is text that a person can edit; what is read from it stands in it."""

    read: Reader
    channel: Channel
    is_text: bool = True


READERS: dict[str, Format] = {
    ".sms.txt": Format(read_plain, Channel.SMS),
    ".eml": Format(read_eml, Channel.EMAIL),
    ".html": Format(read_html, Channel.EMAIL),
    ".htm": Format(read_html, Channel.EMAIL),
    ".mjml": Format(read_html, Channel.EMAIL),
    ".md": Format(read_markdown, Channel.LETTER),
    ".docx": Format(read_docx, Channel.LETTER, is_text=False),
    ".pdf": Format(read_pdf, Channel.LETTER, is_text=False),
    ".txt": Format(read_plain, Channel.LETTER),
}
"""Suffix to reader and default channel; the first suffix that the file name ends in counts."""

TEMPLATE_SUFFIXES = (".j2", ".jinja", ".jinja2")


def is_template(path: str) -> bool:
    """By its suffix."""
    return path.lower().endswith(TEMPLATE_SUFFIXES)


def read_bytes(data: bytes, path: str, *, channel: Channel | None = None, max_bytes: int = MAX_BYTES) -> Message:
    """The message in `data`; the suffix of `path` says the format. Raises UnreadableError if it cannot be read.

    `channel` None: what the file says of itself, else the default of its format. `max_bytes`: the largest file read.
    """
    if len(data) > max_bytes:
        raise _too_large(path, len(data), max_bytes)
    found = _format_of(path)
    return _held_if_empty(found.read(data, path, channel, found.channel))


def read_file(path: Path, *, channel: Channel | None = None, max_bytes: int = MAX_BYTES) -> Message:
    """The message in a file. Raises UnreadableError if it cannot be opened or read."""
    _format_of(str(path))
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise _too_large(str(path), size, max_bytes)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableError(
            f"the file cannot be opened: {getattr(error, 'strerror', None) or error}",
            path=str(path),
            next_step="Check the path and the permissions of the file.",
        ) from error
    return read_bytes(data, str(path), channel=channel, max_bytes=max_bytes)


def is_text_file(path: str) -> bool:
    """Can the file be edited as text? Raises UnreadableError for a suffix that no reader knows."""
    if is_template(path):
        return True
    return _format_of(path).is_text


def _held_if_empty(message: Message) -> Message:
    """A message that shows no text (an empty file, a mail that is one picture) must not pass as one without faults."""
    said = any(b.role not in (BlockRole.HEADER, BlockRole.SUBJECT) for b in message.blocks)
    if said or message.problems:
        return message
    problem = Problem(
        "the message shows no text", "Put its words into the text itself, not into a picture or attachment."
    )
    return replace(message, problems=(problem,))


def _format_of(path: str) -> Format:
    name = PurePath(path).name.lower()
    for suffix, found in READERS.items():
        if name.endswith(suffix):
            return found
    if name.endswith(TEMPLATE_SUFFIXES):
        raise UnreadableError(
            "a template is no finished message",
            path=path,
            next_step="Give it to the linter, which explores it, or render it first.",
        )
    raise UnreadableError(
        f"no reader for the suffix «{PurePath(path).suffix}»",
        path=path,
        next_step=f"Give the file one of these suffixes: {' '.join(READERS)}",
    )


def _too_large(path: str, size: int, limit: int) -> UnreadableError:
    return UnreadableError(
        f"the file has {size} bytes, more than the limit of {limit}",
        path=path,
        next_step="If it is a message all the same, raise `max_bytes` under `[check]` in the configuration.",
    )
