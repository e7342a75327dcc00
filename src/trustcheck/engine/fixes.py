"""From edits of the text that the reader sees to edits of the file, where the two are the same letter by letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from trustcheck.model.fix import Edit, Fix
from trustcheck.model.message import Message
from trustcheck.model.span import Span
from trustcheck.readers.read import is_text_file

_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}", "${": "}", "#{": "}", "*|": "|*", "<%": "%>"}
_MARK = re.compile(r"\{\{|\}\}|\{[%#]|[%#]\}|[$#]\{|\*\||\|\*|<%|%>|\}")
_FIELD = re.compile(
    r"\[{1,2}[^\W\d_][\w .:|!?-]{0,60}\]{1,2}|<<[^<>\n]{1,60}>>|%%[^%\n]{1,60}%%|@@[^@\n]{1,60}@@"
    r"|%\(?[A-Za-z_]\w{0,40}(?:%|\)[sd])|\{[\w.-]{1,60}\}|«[^«»\n]{1,60}»"
)


class FileEdits:
    """Leads the fixes of one message to its file. Where template tags stand is found out once, and only if asked."""

    def __init__(self, message: Message) -> None:
        self._message = message

    def fix(self, fix: Fix) -> Fix | None:
        """The fix with its spans in `Message.source_text`, or None where it cannot be made there as it stands.

        It can where all edits are of characters that stand in the file as the reader sees them, side by side and
        outside template tags: no entity, no transfer encoding, no tag between them, no format that is not text.
        """
        if not is_text_file(self._message.path):
            return None
        made: list[Edit] = []
        for edit in fix.edits:
            span = self._exact(edit.span)
            if span is None or self._in_template(span):
                return None
            made.append(Edit(span, edit.replacement))
        made.sort(key=lambda edit: edit.span)
        apart = all(one.span.end <= other.span.start for one, other in pairwise(made))
        return Fix(fix.title, tuple(made)) if apart else None

    def _exact(self, span: Span) -> Span | None:
        """Where the span stands in the file, or None if it stands there otherwise or in pieces."""
        cuts = list(self._message.source.cuts(span))
        broken = any(one.source.end != other.source.start for one, other in pairwise(cuts))
        if not cuts or broken or not all(cut.exact for cut in cuts):
            return None
        found = Span(cuts[0].source.start, cuts[-1].source.end)
        if self._message.files and not self._message.files[0].span.contains(found):
            return None  # it stands in a template that this one includes, and is mended there
        return found if found.of(self._message.source_text) == span.of(self._message.text) else None

    def _in_template(self, span: Span) -> bool:
        index = bisect_right(self._tags, (span.end,))
        return index > 0 and self._ends[index - 1] > span.start

    @cached_property
    def _tags(self) -> list[tuple[int, int]]:
        source = self._message.source_text
        fields = (found.span() for found in _FIELD.finditer(source))
        return sorted({*_tags(source), *fields})

    @cached_property
    def _ends(self) -> list[int]:
        """For each tag the furthest end of it and those before it."""
        ends: list[int] = []
        for _, end in self._tags:
            ends.append(max(end, ends[-1] if ends else 0))
        return ends


def _tags(source: str) -> Iterator[tuple[int, int]]:
    """Template tags from their opening to their closing mark; one that never closes is taken to the end of its line."""
    opened, closing = -1, ""
    for found in _MARK.finditer(source):
        mark = found.group()
        if opened >= 0 and mark == closing:
            yield opened, found.end()
            opened = -1
        elif opened < 0 and mark in _CLOSES:
            opened, closing = found.start(), _CLOSES[mark]
            if source.find(closing, found.end()) < 0:
                line_end = source.find("\n", found.end())
                yield opened, len(source) if line_end < 0 else line_end
                opened = -1
        elif opened < 0 and mark != "}":
            yield found.span()
