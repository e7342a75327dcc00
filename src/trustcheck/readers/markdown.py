"""Markdown letters (.md): front matter, and the text without its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trustcheck.model.message import BlockRole, Channel, EmphasisKind, Message
from trustcheck.model.span import Span
from trustcheck.readers.canvas import Canvas, Look
from trustcheck.readers.decode import decode
from trustcheck.readers.directives import cleared, forward
from trustcheck.readers.front import front_matter
from trustcheck.readers.roles import give_roles
from trustcheck.readers.shown import Metadata, Shown, channel_of

_LINE = re.compile(r"([^\r\n]*)(\r\n?|\n|\Z)")
_BLOCK = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<heading>#{1,6})[ \t]+|(?P<item>(?:[-*+]|\d{1,3}[.)])[ \t]+)"
    r"|(?P<quote>(?=>))|(?P<row>\|?(?=[^|]*\|)))"
)
_ROW_RULE = re.compile(r"[ \t|:-]*-[ \t|:-]*")
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<shown>[^\[\]\r\n]{0,500})\]\((?P<target>[^()\s]{0,2000})(?:\s+\"[^\"\r\n]{0,300}\")?\)"
    r"|<(?P<bare>(?:https?://|mailto:)[^<>\s]{1,2000}|[^<>\s@]{1,64}@[^<>\s@]{1,255})>"
    r"|(?P<mark>\*\*\*|\*\*|__|\*|(?<!\w)_|_(?!\w)|`+)"
    r"|(?P<bar>[ \t]*\|[ \t]*)"
)
_EMPHASIS = {
    "***": frozenset({EmphasisKind.BOLD, EmphasisKind.ITALIC}),
    "**": frozenset({EmphasisKind.BOLD}),
    "__": frozenset({EmphasisKind.BOLD}),
    "*": frozenset({EmphasisKind.ITALIC}),
    "_": frozenset({EmphasisKind.ITALIC}),
}


def read_markdown(data: bytes, path: str, asked: Channel | None, default: Channel) -> Message:
    """A Markdown file; `key: value` lines between `---` lines at its start go into the metadata."""
    source = decode(data, path)
    front = front_matter(source)
    words = cleared(source, html=True, start=front.end)
    page = _show(words.text, front.metadata)
    shown = page.through(words.source)
    channel = asked or channel_of(front.metadata, default)
    return Message(
        path,
        channel,
        shown.text,
        shown.source,
        source,
        give_roles(shown.text, channel, shown.hints),
        links=shown.links,
        emphasis=shown.emphasis,
        metadata=front.metadata,
        directives=(*front.directives, *forward(words.directives, page.source)),
    )


def _show(source: str, metadata: Metadata) -> Shown:
    canvas = Canvas()
    owner = -1
    for found in _LINE.finditer(source):
        line = Span(found.start(1), found.end(1))
        head = _BLOCK.match(source, line.start, line.end)
        role, skip = _role(head, line)
        if role is not None:
            owner += 1
            canvas.block_edge(line.start, Look(""))
        rule = role is BlockRole.TABLE_ROW and _ROW_RULE.fullmatch(source, line.start, line.end)
        if not rule and len(line):
            _put_line(canvas, source, Span(skip, line.end), Look("", role=role, owner=owner, kept=True))
        edge = role in (BlockRole.HEADING, BlockRole.TABLE_ROW)
        (canvas.block_edge if edge else canvas.line_break)(found.start(2), Look(""))
        if found.end() == len(source):
            break
    return canvas.shown(metadata)


def _role(head: re.Match[str] | None, line: Span) -> tuple[BlockRole | None, int]:
    """The role that the start of a line gives it, and where its words begin."""
    if head is None or head["quote"] is not None:
        return None, line.start
    if head["heading"]:
        return BlockRole.HEADING, head.end()
    return (BlockRole.LIST_ITEM if head["item"] else BlockRole.TABLE_ROW), head.end()


@dataclass(slots=True)
class _Open:
    """The emphasis marks that are open at a place in a line."""

    marks: list[str]

    def kinds(self) -> frozenset[EmphasisKind]:
        return frozenset().union(*(_EMPHASIS[m] for m in self.marks if m in _EMPHASIS))


def _put_line(canvas: Canvas, source: str, line: Span, look: Look) -> None:
    opened = _Open([])
    pairs = _paired(source, line)
    done = line.start
    for found in _INLINE.finditer(source, line.start, line.end):
        here = _with(look, opened.kinds())
        if found["bar"] is not None and look.role is not BlockRole.TABLE_ROW:
            continue
        if found["mark"] and found.start() not in pairs:
            continue
        canvas.text(source[done : found.start()], done, here)
        done = found.end()
        _put_inline(canvas, source, found, here, opened)
    canvas.text(source[done : line.end].rstrip(), done, _with(look, opened.kinds()))


def _put_inline(canvas: Canvas, source: str, found: re.Match[str], look: Look, opened: _Open) -> None:
    if found["mark"]:
        if found["mark"] in opened.marks:
            opened.marks.remove(found["mark"])
        else:
            opened.marks.append(found["mark"])
    elif found["bar"] is not None:
        canvas.cell(found.start())
    elif found["escaped"]:
        canvas.text(found["escaped"], found.start("escaped"), look)
    elif found["bare"]:
        bare = found["bare"]
        target = bare if ":" in bare else f"mailto:{bare}"
        canvas.text(bare, found.start("bare"), _with(look, look.kinds, canvas.link(target)))
    else:
        link = None if found.group().startswith("!") else canvas.link(found["target"])
        canvas.text(found["shown"], found.start("shown"), _with(look, look.kinds, link))


def _paired(source: str, line: Span) -> set[int]:
    """Where the emphasis marks of a line stand that have a partner; a lone `*` is a star."""
    open_at: dict[str, int] = {}
    paired: set[int] = set()
    for found in _INLINE.finditer(source, line.start, line.end):
        mark = found["mark"]
        if not mark:
            continue
        if mark in open_at:
            if not source[found.start() - 1].isspace():
                paired |= {open_at.pop(mark), found.start()}
        elif found.end() < line.end and not source[found.end()].isspace():
            open_at[mark] = found.start()
    return paired


def _with(look: Look, kinds: frozenset[EmphasisKind], link: int | None = None) -> Look:
    return Look(look.name, kinds=kinds, role=look.role, owner=look.owner, link=link, kept=True)
