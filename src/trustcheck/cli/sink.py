"""Where a report goes: standard output or a file; and whether colour is wanted there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from trustcheck.cli.pipe import PipeClosedError
from trustcheck.model.errors import UsageError
from trustcheck.reporters.view import View

_PIPE_WIDTH = 100
_WIDEST = 120
"""Longer lines of prose are hard to read, however wide the window is."""

Write = Callable[[str], None]


@contextmanager
def opened(output: str | None) -> Iterator[Write]:
    """A function that writes a piece of the report at once. Raises UsageError for a file that cannot be written."""
    if output is None:
        yield write_stdout
        return
    with _created(output) as file:
        yield lambda piece: _write(file, piece)


def _created(output: str) -> TextIO:
    try:
        return Path(output).open("w", encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise UsageError(f"{output}: the report cannot be written: {error.strerror}. Name another --output.") from error


def _write(file: TextIO, piece: str) -> None:
    file.write(piece)


def view_for(output: str | None, *, no_color: bool, show_confirmed: bool, quiet: bool) -> View:
    """How a person will see the report: on a terminal in its width, and plain everywhere else."""
    on_terminal = output is None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns, _WIDEST) if on_terminal else _PIPE_WIDTH
    color = not no_color and output is None and wants_color(os.environ, on_terminal=on_terminal)
    return View(color=color, width=width, show_confirmed=show_confirmed, quiet=quiet)


def wants_color(environ: Mapping[str, str], *, on_terminal: bool) -> bool:
    """NO_COLOR (https://no-color.org) wins, then FORCE_COLOR; a value of either but the empty one counts."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return environ["FORCE_COLOR"] != "0"
    return on_terminal and environ.get("TERM") != "dumb"


def write_stdout(piece: str) -> None:
    # A pipe gets UTF-8 whatever the locale: JSON is always so, and a report must not stop at a letter it cannot spell.
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    try:
        sys.stdout.buffer.write(piece.encode(encoding or "utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise PipeClosedError from error
