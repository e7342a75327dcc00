"""PDF files (.pdf): their text layer, page by page. The extracted text is the source text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trustcheck.model.errors import UnreadableError
from trustcheck.model.message import Channel, Message, Problem
from trustcheck.model.sourcemap import SourceMap
from trustcheck.readers.roles import give_roles

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MAX_PAGES = 200
_HYPHEN = re.compile("[\ufffe\x02]\n?")
"""What PDFium gives for a hyphen that only splits a word at a line's end."""


def read_pdf(data: bytes, path: str, asked: Channel | None, default: Channel) -> Message:
    """A PDF. Raises UnreadableError if it is locked or broken; one without a text layer gives a Problem."""
    document = _open(data, path)
    try:
        count = len(document)
        pages = [_page_text(document, index) for index in range(min(count, _MAX_PAGES))]
    finally:
        document.close()
    text = "\n\n".join(p for p in pages if p.strip())
    channel = asked or default
    source = SourceMap.identity(len(text)) if text else SourceMap(0, ())
    problems = tuple(_problems(pages, count))
    return Message(path, channel, text, source, text, give_roles(text, channel), problems=problems)


def _problems(pages: list[str], count: int) -> list[Problem]:
    made = []
    empty = [str(i + 1) for i, page in enumerate(pages) if not page.strip()]
    if empty:
        where = "the document" if len(empty) == len(pages) else f"page {', '.join(empty[:5])}"
        what = f"no text layer in {where}: it is empty or a picture of a letter"
        made.append(Problem(what, "Check the document that the PDF was made from, or run text recognition first."))
    if count > _MAX_PAGES:
        made.append(Problem(f"only the first {_MAX_PAGES} of {count} pages are read", "Split the document."))
    return made


def _open(data: bytes, path: str) -> PdfDocument:
    try:
        import pypdfium2
    except ImportError as error:
        raise UnreadableError(
            "reading .pdf files needs the package pypdfium2",
            path=path,
            next_step='Install it: pip install "trustcheck-letters[documents]"',
        ) from error
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadableError(
            "the PDF is locked with a password" if locked else f"the file is no PDF that can be opened ({error})",
            path=path,
            next_step="Save it without a password." if locked else "Export the letter as PDF again.",
        ) from error


def _page_text(document: PdfDocument, index: int) -> str:
    page = document[index]
    words = page.get_textpage()
    text = words.get_text_range().replace("\r\n", "\n").replace("\r", "\n")
    words.close()
    page.close()
    return _HYPHEN.sub("", text).strip("\n")
