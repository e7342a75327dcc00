"""From a span in the visible text to a place in the file, or in one of the files that went into the message."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from trustcheck.model.message import Message, SourceFile
from trustcheck.model.span import Place, Span
from trustcheck.text.lines import LineIndex


class Placer:
    """Places of one message; the line index of each file is built once."""

    def __init__(self, message: Message) -> None:
        self._message = message
        self._files = message.files or (SourceFile("", Span(0, len(message.source_text))),)
        self._lines: dict[str, LineIndex] = {}

    def place(self, span: Span) -> Place:
        if len(self._files) == 1 or not len(span):
            return self.in_source(self._message.source.to_source(span))
        return self.in_source(max(_stretches(self._message.source.runs(span), self._files), key=len))

    def in_source(self, span: Span) -> Place:
        """The place of a span in the source text itself, for what is no visible text."""
        own = self._files[0]
        file = _file_of(span, self._files) or own
        start, end = (min(max(at - file.span.start, 0), len(file.span)) for at in (span.start, span.end))
        place = self._index(file).place(Span(start, end))
        return Place(place.start, place.end, "" if file is own else file.path)

    def _index(self, file: SourceFile) -> LineIndex:
        if file.path not in self._lines:
            self._lines[file.path] = LineIndex(file.span.of(self._message.source_text))
        return self._lines[file.path]


def _stretches(runs: Sequence[Span], files: Sequence[SourceFile]) -> list[Span]:
    """Runs of the text that follow each other in one file, each series as one span.

    The words around a value may stem from an included file and from its caller: the longest series is their place.
    """
    made = [runs[0]]
    for before, run in pairwise(runs):
        if run.start >= before.start and _file_of(made[-1].cover(run), files) is not None:
            made[-1] = made[-1].cover(run)
        else:
            made.append(run)
    return made


def _file_of(run: Span, files: Sequence[SourceFile]) -> SourceFile | None:
    return next((file for file in files if file.span.contains(run)), None)
