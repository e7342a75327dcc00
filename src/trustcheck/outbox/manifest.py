"""The front door to manifests: which suffix is read by what. Rows are streamed; no more than a chunk is in memory."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from trustcheck.linter import Outgoing
from trustcheck.model.errors import UnreadableError, UsageError
from trustcheck.outbox.csv_rows import csv_rows
from trustcheck.outbox.jsonl_rows import jsonl_rows
from trustcheck.outbox.parquet_rows import parquet_rows

Rows = Callable[[BinaryIO, str], Iterator[Outgoing]]

FORMATS: Mapping[str, Rows] = {
    ".jsonl": jsonl_rows,
    ".ndjson": jsonl_rows,
    ".csv": csv_rows,
    ".parquet": parquet_rows,
}
"""Suffix → what reads the rows. A new format is one file and one line here."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def rows(path: str) -> Iterator[Outgoing]:
    """The messages of a manifest, in order; bad rows among them, each with its fault.

    Raises UsageError or UnreadableError where no row at all can be read.
    """
    read = FORMATS.get(Path(path).suffix.lower())
    if read is None:
        raise UsageError(f"{path}: no manifest is read by this suffix. Use one of {' '.join(FORMATS)}")
    with _opened(path) as file:
        if read is not parquet_rows:
            _require_utf8(file, path)
        yield from read(file, path)


def digest(path: str) -> str:
    """What the manifest is known again by, hexadecimal."""
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _opened(path: str) -> io.BufferedReader:
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        step = "Check the path and the permissions of the file."
        raise UnreadableError(f"the manifest cannot be opened: {why}", path=path, next_step=step) from error


def _require_utf8(file: BinaryIO, path: str) -> None:
    start = file.read(2)
    file.seek(0)
    if start in _UTF16:
        raise UnreadableError("the manifest is in UTF-16", path=path, line=1, next_step="Write it in UTF-8.")
