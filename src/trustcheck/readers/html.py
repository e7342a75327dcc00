"""HTML as its reader sees it: visible text with an exact map, links, emphasis, and what is hidden."""

from __future__ import annotations

import re

from trustcheck.model.directive import Directive
from trustcheck.model.message import BlockRole, Channel, Message
from trustcheck.model.span import Span
from trustcheck.readers.canvas import Canvas, Look
from trustcheck.readers.decode import decode
from trustcheck.readers.htmlstyle import classes_of, emphasis_of, is_hidden, style_of
from trustcheck.readers.htmltokens import Kind, Token, data_rows, tokens_of
from trustcheck.readers.roles import give_roles
from trustcheck.readers.shown import Shown, channel_of
from trustcheck.text.directives import find_comments, is_addressed, parse_comment, parse_line

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_LOOK_FOR_CHARSET = 4096

_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
_BLOCK_NAMES = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead"
    " tr ul"
)
_BLOCK = frozenset(_BLOCK_NAMES.split())
_ROLES = {"li": BlockRole.LIST_ITEM, **{f"h{n}": BlockRole.HEADING for n in range(1, 7)}}
_CELL = frozenset({"td", "th"})
_TERM = frozenset({"dt", "dd"})
_CLOSES = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "td", "th", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (_CELL, frozenset({"tr", "table"})),
    "th": (_CELL, frozenset({"tr", "table"})),
    "dt": (_TERM, frozenset({"dl", "td", "th"})),
    "dd": (_TERM, frozenset({"dl", "td", "th"})),
}
"""Which open elements a start tag ends, and where the search for one stops (WHATWG HTML, optional tags)."""

_WALLS = frozenset({"table", "td", "th", "ul", "ol", "body"})
"""Elements that a missing end tag inside them does not close."""

_COMMENT = "<!--"

_NEAR = 200
"""How far up the open elements an end tag looks for its start; deeper nesting is an attack or a mistake."""


def read_html(data: bytes, path: str, asked: Channel | None, default: Channel) -> Message:
    """An HTML file. `<meta name="trustcheck-class" content="…">` and its like go into the metadata."""
    declared = _CHARSET.search(data[:_LOOK_FOR_CHARSET])
    source = decode(data, path, declared=declared.group(1).decode("ascii") if declared else None)
    shown = show_html(source, is_file=True)
    channel = asked or channel_of(shown.metadata, default)
    return Message(
        path,
        channel,
        shown.text,
        shown.source,
        source,
        give_roles(shown.text, channel, shown.hints),
        links=shown.links,
        emphasis=shown.emphasis,
        hidden=shown.hidden,
        metadata=shown.metadata,
        directives=shown.directives,
    )


def show_html(source: str, *, is_file: bool = False) -> Shown:
    """What a browser or mail program shows of `source`. Never raises: what is malformed is shown as best it can be.

    `is_file`: directives in Jinja comments are no text; in a mail that is on its way, the reader would see them.
    """
    tokens = tuple(tokens_of(source))
    return _Page(tokens, is_file=is_file).shown()


class _Page:
    """One walk over the tokens, with the elements that are open at each."""

    def __init__(self, tokens: tuple[Token, ...], *, is_file: bool) -> None:
        self._tokens = tokens
        self._is_file = is_file
        self._rows = data_rows(tokens)
        self._canvas = Canvas()
        self._open: list[Look] = [Look("")]
        self._metadata: list[tuple[str, str]] = []
        css = "\n".join(t.value for t in tokens if t.kind is Kind.RAW and t.name == "style")
        self._classes = classes_of(css)

    def shown(self) -> Shown:
        for index, token in enumerate(self._tokens):
            self._step(index, token)
        return self._canvas.shown(tuple(self._metadata))

    def _step(self, index: int, token: Token) -> None:
        look = self._open[-1]
        if token.kind is Kind.START:
            self._start(index, token)
        elif token.kind is Kind.END:
            self._end(token)
        elif token.kind is Kind.COMMENT and is_addressed(token.value, Span(0, len(token.value))):
            self._canvas.direct(_directive(token))
        elif token.kind is Kind.COMMENT or (token.kind is Kind.RAW and token.name == "title"):
            self._canvas.hide(token.value)
        elif token.kind is Kind.TEXT:
            self._text(token, look)
        elif token.kind is Kind.REFERENCE:
            self._canvas.reference(token.value, token.span, look)

    def _text(self, token: Token, look: Look) -> None:
        """Text; the directives in it are taken out of a file, where a program will do so before it is sent."""
        done = 0
        for directive in find_comments(token.value, html=False) if self._is_file else ():
            self._canvas.text(token.value[done : directive.span.start], token.span.start + done, look)
            self._canvas.direct(directive.led(lambda span: span.shift(token.span.start)))
            done = directive.span.end
        self._canvas.text(token.value[done:], token.span.start + done, look)

    def _start(self, index: int, token: Token) -> None:
        self._close_implied(token.name)
        if token.name == "meta":
            self._note(token)
        look = self._look(index, token)
        if token.name == "br":
            self._canvas.line_break(token.span.start, look)
        elif token.name == "img":
            alt = token.attributes.get("alt", "").strip()
            self._canvas.reference(alt, token.span, look)
        elif token.name in ("td", "th") and look.row is not None:
            self._canvas.cell(token.span.start)
        elif token.name in _BLOCK:
            self._canvas.block_edge(token.span.start, look)
        if token.name not in _VOID:
            self._open.append(look)

    def _look(self, index: int, token: Token) -> Look:
        parent = self._open[-1]
        style = style_of(token.name, token.attributes, self._classes)
        role, row = parent.role, parent.row
        if token.name in _ROLES:
            role = _ROLES[token.name]
        elif token.name == "tr":
            role, row = (BlockRole.TABLE_ROW, index) if index in self._rows else (None, None)
        link = self._canvas.link(token.attributes["href"]) if token.name == "a" and "href" in token.attributes else None
        return Look(
            token.name,
            hidden=parent.hidden or is_hidden(token.name, token.attributes, style),
            kinds=emphasis_of(token.name, style, parent.kinds),
            role=role,
            owner=index if token.name in _ROLES or row == index else parent.owner,
            row=row,
            link=parent.link if link is None else link,
            kept=parent.kept or token.name == "pre" or style.get("white-space", "").startswith("pre"),
        )

    def _end(self, token: Token) -> None:
        if token.name in ("p", "br"):
            self._canvas.block_edge(token.span.start, self._open[-1])
        for up in range(1, min(len(self._open), _NEAR)):
            name = self._open[-up].name
            if name == token.name:
                self._pop(up, token.span.start)
                return
            if name in _WALLS and token.name not in ("table", "tr", "tbody", "ul", "ol", "html", "body"):
                return

    def _close_implied(self, name: str) -> None:
        """`<li>` ends an open `<li>`, a block ends an open `<p>`, and so on."""
        if name in _BLOCK and self._open[-1].name == "p":
            self._pop(1, None)
        if name not in _CLOSES:
            return
        targets, walls = _CLOSES[name]
        for up in range(1, min(len(self._open), _NEAR)):
            if self._open[-up].name in targets:
                self._pop(up, None)
                return
            if self._open[-up].name in walls:
                return

    def _pop(self, count: int, at: int | None) -> None:
        gone = self._open[-count:]
        del self._open[-count:]
        if at is not None and any(e.name in _BLOCK for e in gone):
            self._canvas.block_edge(at, self._open[-1] if gone[0].row is None else gone[0])

    def _note(self, token: Token) -> None:
        name = token.attributes.get("name", "").lower()
        if name.startswith("trustcheck-"):
            value = token.attributes.get("content", "").strip()
            self._metadata.append((name.removeprefix("trustcheck-"), value))
        if name == "trustcheck-ignore":
            self._canvas.direct(parse_line(token.attributes.get("content", "")).led(lambda _: token.span))


def _directive(token: Token) -> Directive:
    """The directive in a comment, with its places in the file."""
    inside = len(_COMMENT)
    body = Span(inside, inside + len(token.value))
    # A comment that the file cuts off has no end mark, so the text is put together from what is known to be there.
    found = parse_comment(_COMMENT + token.value, Span(0, len(token.span)), body)
    return found.led(lambda span: span.shift(token.span.start))
