"""From a span in the visible text to a place in the file."""

from __future__ import annotations

from trustcheck.model.message import Message
from trustcheck.model.span import Place, Span
from trustcheck.text.lines import LineIndex


class Placer:
    """Places of one message; the line index of its file is built once."""

    def __init__(self, message: Message) -> None:
        self._source = message.source
        self._lines = LineIndex(message.source_text)

    def place(self, span: Span) -> Place:
        return self._lines.place(self._source.to_source(span))

    def in_source(self, span: Span) -> Place:
        """The place of a span in the file itself, for what is no visible text."""
        return self._lines.place(span)
