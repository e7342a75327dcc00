"""Which parts of a mail its reader sees, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from trustcheck.model.message import Attachment, Problem
from trustcheck.model.sourcemap import MapBuilder, SourceMap
from trustcheck.model.span import Span
from trustcheck.readers.charset import decode_runs, known_charset
from trustcheck.readers.headers import decode_value
from trustcheck.readers.html import show_html
from trustcheck.readers.mime import MAX_DEPTH, MAX_PARTS, Part
from trustcheck.readers.plain import with_plain_breaks
from trustcheck.readers.shown import Shown
from trustcheck.readers.transfer import KNOWN, decoded_runs, decoded_size, is_cut_base64

_READABLE = ("text/plain", "text/html", "application/xhtml+xml")


@dataclass(slots=True)
class Content:
    """What a mail holds: texts that are seen, the twins that are not, attachments, problems."""

    shown: list[Shown] = field(default_factory=list)
    twins: list[str] = field(default_factory=list)
    attached: list[Attachment] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        return tuple(self.attached)

    @property
    def hidden(self) -> str:
        return "\n".join(filter(None, self.twins))


def contents_of(source: str, top: Part, *, utf8: bool) -> Content:
    """Everything below `top`; of alternatives the one that a mail program shows."""
    reader = _Reader(source, utf8=utf8)
    reader.visit(top)
    reader.note_structure(top)
    reader.content.problems = tuple(dict.fromkeys(reader.problems))
    return reader.content


class _Reader:
    def __init__(self, source: str, *, utf8: bool) -> None:
        self._source = source
        self._utf8 = utf8
        self.content = Content()
        self.problems: list[Problem] = []

    def visit(self, part: Part) -> None:
        if part.media_type == "multipart/alternative" and part.children:
            self._alternatives(part)
        elif part.media_type == "multipart/related" and part.children:
            self.visit(part.children[0])
            for child in part.children[1:]:
                self._attach(child)
        elif part.children:
            for child in part.children:
                self.visit(child)
        elif _is_text(part):
            self._show(part)
        elif not part.media_type.startswith("multipart/"):
            self._attach(part)

    def note_structure(self, top: Part) -> None:
        """Problems of the structure itself: boundaries that are missing, parts that lie too deep."""
        for part in top.walk():
            if part.too_deep:
                what = f"parts nested more than {MAX_DEPTH} deep, or more than {MAX_PARTS} parts, are not read"
                self.problems.append(Problem(what, "Send the text in one part, with its attachments beside it."))
            elif part.media_type.startswith("multipart/") and not part.children:
                self.problems.append(Problem("a multipart mail has no parts inside its boundary", _SAVE_AGAIN))
            elif not part.closed:
                self.problems.append(Problem("the last boundary is missing, so the mail is cut short", _SAVE_AGAIN))

    def _alternatives(self, part: Part) -> None:
        """RFC 2046, 5.1.4: the last alternative that can be shown is the one that is."""
        for wanted in (_READABLE[1:], _READABLE[:1]):
            chosen = next((c for c in reversed(part.children) if _holds(c, wanted)), None)
            if chosen is not None:
                break
        for child in part.children:
            if child is chosen:
                self.visit(child)
            elif _is_text(child):
                self.content.twins.append(self._text_of(child)[0])
            else:
                self._attach(child)

    def _show(self, part: Part) -> None:
        text, source_map = self._text_of(part)
        if part.media_type != "text/plain":
            shown = show_html(text).through(source_map)
        else:
            if part.parameters.get("format", "").lower() == "flowed":
                text, source_map = _unflowed(text, source_map, delete=part.parameters.get("delsp", "").lower() == "yes")
            shown = Shown(text, source_map)
        self.content.shown.append(shown)

    def _text_of(self, part: Part) -> tuple[str, SourceMap]:
        name = part.parameters.get("charset", "")
        charset = known_charset(name)
        if charset is None:
            self.problems.append(Problem(f"unknown charset «{name}», read as UTF-8", "Write the mail as UTF-8."))
        if part.encoding not in KNOWN:
            what = f"the transfer encoding «{part.encoding}» is unknown; the text is read as it stands"
            self.problems.append(Problem(what, "Write the mail as quoted-printable, base64 or 8bit."))
        if part.encoding == "base64" and is_cut_base64(self._source, part.body):
            self.problems.append(Problem("a base64 part is cut short", _SAVE_AGAIN))
        runs = decoded_runs(self._source, part.body, part.encoding, utf8=self._utf8)
        found = decode_runs(runs, charset or "utf-8", self._source)
        if found.unreadable:
            what = f"{found.unreadable} characters of a part do not fit its charset «{name or 'utf-8'}»"
            self.problems.append(Problem(what, "Label the part with the charset it is written in, best UTF-8."))
        text, breaks = with_plain_breaks(found.text)
        return text, breaks.compose(found.source)

    def _attach(self, part: Part) -> None:
        if part.children:
            for child in part.children:
                self._attach(child)
            return
        size = decoded_size(self._source, part.body, part.encoding, utf8=self._utf8)
        name = part.file_name
        if "=?" in name:
            name = decode_value(name, Span(0, len(name)), utf8=True)[0]
        self.content.attached.append(Attachment(name, part.media_type, size))


_SAVE_AGAIN = "Save or export the mail again and check that it is complete."


def _is_text(part: Part) -> bool:
    return part.media_type in _READABLE and part.disposition != "attachment"


def _holds(part: Part, media_types: tuple[str, ...]) -> bool:
    return any(p.media_type in media_types and _is_text(p) for p in part.walk())


def _unflowed(text: str, source: SourceMap, *, delete: bool) -> tuple[str, SourceMap]:
    """A text of format=flowed (RFC 3676) with its soft breaks undone and its space-stuffing removed."""
    made = MapBuilder()
    done = 0
    for start, end in _flow_cuts(text, delete=delete):
        made.exact(text[done:start], done)
        done = end
    made.exact(text[done:], done)
    joined, inner = made.build()
    return joined, inner.compose(source)


def _flow_cuts(text: str, *, delete: bool) -> Iterator[tuple[int, int]]:
    """What to leave out: stuffing spaces, and line breaks after a trailing space (with `delete` that space too).

    A signature line «-- » is never joined, nor a line to one of another quote depth.
    """
    offset = 0
    lines = text.split("\n")
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if line.startswith(" "):
            yield offset, offset + 1
        end = offset + len(line)
        soft = line.endswith(" ") and line != "-- " and following is not None
        if soft and not line.startswith(">") and not (following or "").startswith(">") and following != "-- ":
            yield max(end - delete, offset + line.startswith(" ")), end + 1
        offset = end + 1
