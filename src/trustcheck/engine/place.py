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
        self._lines: dict[str, LineIndex] = {}

    def place(self, span: Span) -> Place:
        """The place of a span of the visible text: the longest stretch of one file that it stems from.

        Words around a value may stem from an included file and from the one that includes it.
        """
        source, files = self._message.source, self._message.files
        if not files:
            return self.in_source(source.to_source(span))
        runs = source.runs(span) if len(span) else [source.to_source(span)]
        return self.in_source(max(_stretches(runs, files), key=len))

    def in_source(self, span: Span) -> Place:
        """The place of a span of `Message.source_text`, also of what is no visible text."""
        files = self._message.files
        if not files:
            return self._index("", self._message.source_text).place(span)
        file = _file_of(span, files) or files[0]
        within = Span(max(span.start - file.span.start, 0), max(min(span.end, file.span.end) - file.span.start, 0))
        place = self._index(file.path, file.span.of(self._message.source_text)).place(within)
        return Place(place.start, place.end, file.path if file is not files[0] else "")

    def _index(self, path: str, text: str) -> LineIndex:
        return self._lines.setdefault(path, LineIndex(text))


def _stretches(runs: Sequence[Span], files: Sequence[SourceFile]) -> list[Span]:
    """Runs of the text that follow each other in one file, each series as one span."""
    made = [runs[0]]
    for before, run in pairwise(runs):
        if run.start >= before.start and _file_of(made[-1].cover(run), files) is not None:
            made[-1] = made[-1].cover(run)
        else:
            made.append(run)
    return made


def _file_of(run: Span, files: Sequence[SourceFile]) -> SourceFile | None:
    return next((file for file in files if file.span.contains(run)), None)
