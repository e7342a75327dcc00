"""What every format is: a stream of pieces of text, so that a run over many messages is shown while it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from trustcheck.model.report import Report, Verdict
from trustcheck.reporters.view import View

Stream = Callable[[Iterable[Report], Report, View], Iterator[str]]
"""From reports, and a frame, to pieces of text that are written one after another.

The frame is a report without messages: it says version and time even where no message could be read.
"""


def split(report: Report) -> Iterator[Report]:
    """A report of many messages as reports of one message each, in order."""
    return (replace(report, messages=(message,)) for message in report.messages)


def frame_of(report: Report) -> Report:
    return replace(report, messages=())


def counts(verdicts: Iterable[Verdict]) -> dict[str, int]:
    """The summary of a report: messages in all, and by verdict."""
    listed = list(verdicts)
    return {"messages": len(listed), **{v.value: listed.count(v) for v in Verdict}}
