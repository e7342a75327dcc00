"""A manifest in JSON lines: one object a line. A line that cannot be used is a bad row; the others go on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from trustcheck.linter import Outgoing
from trustcheck.model.errors import UnreadableError
from trustcheck.outbox.columns import Origin, outgoing_of

MAX_ROW_BYTES = 1_000_000
"""A longer line is refused without being held in memory: a chunk of rows stays small."""

_PIECE = 65_536


def jsonl_rows(file: BinaryIO, manifest: str) -> Iterator[Outgoing]:
    """The messages, in order. Empty lines are no rows."""
    number = 0
    while line := file.readline(MAX_ROW_BYTES + 1):
        number += 1
        at = Origin(manifest, number)
        if len(line) > MAX_ROW_BYTES:
            _skip_line(file, line)
            step = "Put the letter into a file, and give its `path`."
            yield at.bad(at.fault(f"the line has more than {MAX_ROW_BYTES} bytes", step))
        elif line.strip():
            yield _row(line, at)


def _skip_line(file: BinaryIO, piece: bytes) -> None:
    while piece and not piece.endswith(b"\n"):
        piece = file.readline(_PIECE)


def _row(line: bytes, at: Origin) -> Outgoing:
    try:
        return outgoing_of(_object(line, at), at)
    except UnreadableError as error:
        return at.bad(error)


def _object(line: bytes, at: Origin) -> dict[str, Any]:
    step = "Write one JSON object a line, in UTF-8, with line breaks inside a text as \\n."
    try:
        text = line.decode("utf-8-sig" if at.line == 1 else "utf-8")
        found = json.loads(text, object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise at.fault(f"the line is not in UTF-8 (byte {error.start + 1})", step) from error
    except json.JSONDecodeError as error:
        raise at.fault(f"the line is no JSON: {error.msg}", step, column=error.colno) from error
    except (ValueError, RecursionError) as error:  # a key given twice, a number too long, or nested too deep
        raise at.fault(f"the line cannot be used: {error}", step) from error
    if not isinstance(found, dict):
        raise at.fault("the line is JSON, but no object", step)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is given twice")
    return found
