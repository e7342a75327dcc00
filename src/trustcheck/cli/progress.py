"""A bar on stderr for runs that take a while. Short runs, and runs whose report is on the same screen, show none."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

_PATIENCE = 1.0
"""Seconds after which a person begins to wonder."""

T = TypeVar("T")


def with_progress(items: Iterable[T], total: int, *, wanted: bool) -> Iterator[T]:
    """The items, with a bar as they pass, if it is wanted, stderr is a terminal, and it takes longer than a second."""
    if not wanted or not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    waiting = iter(items)
    done = 0
    for item in waiting:
        done += 1
        yield item
        if time.monotonic() - started > _PATIENCE:
            break
    else:
        return
    yield from _with_bar(waiting, done, total)


def _with_bar(items: Iterator[T], done: int, total: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("checking", total=total, completed=done)
        for item in items:
            bar.advance(task)
            yield item
