"""Word documents (.docx). The extracted text is the source text: a position is a place in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from trustcheck.model.errors import UnreadableError
from trustcheck.model.message import BlockRole, Channel, EmphasisKind, Message
from trustcheck.model.sourcemap import SourceMap
from trustcheck.model.span import Span
from trustcheck.readers.canvas import Canvas, Look
from trustcheck.readers.htmlstyle import is_red
from trustcheck.readers.roles import give_roles
from trustcheck.readers.shown import Shown

if TYPE_CHECKING:
    from docx.document import Document

_MAX_UNPACKED = 100_000_000
_MAX_RATIO = 200
_MAX_ENTRIES = 5_000
_SMALL = 1_000_000
"""An entry of at most so many bytes may be packed as tightly as it likes."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LARGE_HALF_POINTS = 36
_LONG_CELL = 100
_POINT = Span(0, 0)


def read_docx(data: bytes, path: str, asked: Channel | None, default: Channel) -> Message:
    """A Word document: headers, body with tables and text boxes, footers. Raises UnreadableError if it is broken."""
    _guard(data, path)
    shown = _show(_open(data, path))
    channel = asked or default
    identity = SourceMap.identity(len(shown.text)) if shown.text else SourceMap(0, ())
    blocks = give_roles(shown.text, channel, shown.hints)
    return Message(
        path,
        channel,
        shown.text,
        identity,
        shown.text,
        blocks,
        links=shown.links,
        emphasis=shown.emphasis,
        hidden=shown.hidden,
    )


def _guard(data: bytes, path: str) -> None:
    """Refuses archives that unpack to something huge. `zipfile` never gives more of an entry than is declared here."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _broken(path, error) from error
    unpacked = sum(e.file_size for e in entries)
    tight = any(e.file_size > max(_SMALL, e.compress_size * _MAX_RATIO) for e in entries)
    if unpacked > _MAX_UNPACKED or tight or len(entries) > _MAX_ENTRIES:
        raise UnreadableError(
            f"the document unpacks to {unpacked} bytes in {len(entries)} entries, which no letter does",
            path=path,
            next_step="Open it in a word processor and save the letter alone as a new document.",
        )


def _open(data: bytes, path: str) -> Document:
    try:
        import docx
    except ImportError as error:
        raise UnreadableError(
            "reading .docx files needs the package python-docx",
            path=path,
            next_step='Install it: pip install "trustcheck-letters[documents]"',
        ) from error
    try:
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError, AttributeError) as error:
        # lxml's XMLSyntaxError is a SyntaxError; python-docx raises the others for archives that are no Word document.
        raise _broken(path, error) from error


def _broken(path: str, error: Exception) -> UnreadableError:
    return UnreadableError(
        f"the file is no Word document that can be opened ({error})",
        path=path,
        next_step="Open it in a word processor and save it again as .docx.",
    )


def _show(document: Document) -> Shown:
    walk = _Walk()
    sections = list(document.sections)
    for section in sections[:1]:
        walk.blocks(section.header._element, section.header.part)
    walk.blocks(document.element.body, document.part)
    for section in sections[:1]:
        walk.blocks(section.footer._element, section.footer.part)
    return walk.canvas.shown(())


class _Walk:
    def __init__(self) -> None:
        self.canvas = Canvas()
        self._owner = 0

    def blocks(self, parent: Any, part: Any) -> None:
        """Paragraphs and tables below `parent`, in the order of the document."""
        for child in parent:
            if child.tag == _W + "p":
                self._paragraph(child, part, Look("p"))
            elif child.tag == _W + "tbl":
                for row in child.iterchildren(_W + "tr"):
                    self._row(row, part)
            elif child.tag in (_W + "sdt", _W + "sdtContent"):
                self.blocks(child, part)

    def _row(self, row: Any, part: Any) -> None:
        cells = list(row.iterchildren(_W + "tc"))
        texts = [t for t in ("".join(c.itertext(_W + "t")) for c in cells) if t.strip()]
        if len(texts) < 2 or max(map(len, texts)) > _LONG_CELL or any(c.find(_W + "tbl") is not None for c in cells):
            for cell in cells:
                self.blocks(cell, part)
            return
        self._owner += 1
        self.canvas.block_edge(0, Look(""))
        look = Look("td", role=BlockRole.TABLE_ROW, owner=self._owner, row=self._owner)
        for cell in cells:
            self.canvas.cell(0)
            for paragraph in cell.iterchildren(_W + "p"):
                self._runs(paragraph, part, look)
        self.canvas.block_edge(0, Look(""))

    def _paragraph(self, paragraph: Any, part: Any, look: Look) -> None:
        self._owner += 1
        role = _role(paragraph, part)
        self.canvas.block_edge(0, look)
        self._runs(paragraph, part, Look("p", role=role, owner=self._owner))
        self.canvas.block_edge(0, look)
        for box in paragraph.iter(_W + "txbxContent"):
            if not any(a.tag == _FALLBACK for a in box.iterancestors()):
                self.blocks(box, part)

    def _runs(self, parent: Any, part: Any, look: Look) -> None:
        for child in parent:
            if child.tag == _W + "r":
                self._run(child, look)
            elif child.tag == _W + "hyperlink":
                relation = part.rels.get(child.get(_RELATION)) if child.get(_RELATION) else None
                link = self.canvas.link(relation.target_ref) if relation is not None else None
                self._runs(child, part, _look(look, look.kinds, look.hidden, link))
            elif child.tag in (_W + "ins", _W + "sdt", _W + "sdtContent", _W + "smartTag"):
                self._runs(child, part, look)

    def _run(self, run: Any, look: Look) -> None:
        here = _look(look, _kinds(run), run.find(f"{_W}rPr/{_W}vanish") is not None, look.link)
        for child in run:
            if child.tag == _W + "t":
                self.canvas.reference(child.text or "", _POINT, here)
            elif child.tag == _W + "tab":
                self.canvas.reference("\t", _POINT, here)
            elif child.tag in (_W + "br", _W + "cr"):
                self.canvas.line_break(0, here)


def _look(look: Look, kinds: frozenset[EmphasisKind], hidden: bool, link: int | None) -> Look:
    return Look(look.name, hidden=hidden, kinds=kinds, role=look.role, owner=look.owner, row=look.row, link=link)


def _role(paragraph: Any, part: Any) -> BlockRole | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(_W + "val", "").lower() if style is not None else ""
    if name.startswith(("heading", "title", "overskrift", "rubrik", "tittel", "titel")):
        return BlockRole.HEADING
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return BlockRole.LIST_ITEM if numbered or name.startswith("list") else None


def _kinds(run: Any) -> frozenset[EmphasisKind]:
    return frozenset(_emphasis(run.find(_W + "rPr")))


def _emphasis(properties: Any) -> Iterator[EmphasisKind]:
    if properties is None:
        return
    for tag, kind in (("b", EmphasisKind.BOLD), ("i", EmphasisKind.ITALIC), ("u", EmphasisKind.UNDERLINE)):
        found = properties.find(_W + tag)
        if found is not None and found.get(_W + "val", "true") not in ("0", "false", "none"):
            yield kind
    color = properties.find(_W + "color")
    if color is not None and is_red("#" + color.get(_W + "val", "").lower()):
        yield EmphasisKind.RED
    size = properties.find(_W + "sz")
    if size is not None and size.get(_W + "val", "").isdecimal() and int(size.get(_W + "val")) >= _LARGE_HALF_POINTS:
        yield EmphasisKind.LARGE
