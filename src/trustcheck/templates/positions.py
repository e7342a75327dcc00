"""Exact offsets for every token and node of jinja2's parser.

jinja2 keeps a line number only, but hands it on untouched from the lexer to every node, also to nodes that extensions
make. An `int` that also carries `[start, end)` therefore gives all of them their exact place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes
from jinja2.lexer import Token, TokenStream

from trustcheck.model.span import Span
from trustcheck.templates.comments import is_metadata
from trustcheck.text.directives import is_addressed


class Pos(int):
    """A line number that knows where in the text its token stands."""

    start: int
    end: int

    def __new__(cls, line: int, start: int, end: int) -> Pos:
        made = super().__new__(cls, line)
        made.start = start
        made.end = end
        return made


def located(tokens: Iterable[tuple[int, str, str]], text: str) -> Iterator[tuple[Pos, str, str]]:
    """The lexer's tokens with their places. Each is a verbatim part of `text`; the lexer only ever drops white space.

    Raises ValueError where that does not hold, for then no place could be trusted.
    """
    at = 0
    for line, kind, value in tokens:
        start = at
        while not text.startswith(value, start):
            if start >= len(text) or not text[start].isspace():
                raise ValueError(f"token {value[:40]!r} is not at offset {at} of the template")
            start += 1
        at = start + len(value)
        yield Pos(line, start, at), kind, value


def with_directives(tokens: Iterable[tuple[Pos, str, str]], text: str) -> Iterator[tuple[Pos, str, str]]:
    """The tokens, with comments that speak to trustcheck as text: the readers of what is rendered look for them."""
    begun: Pos | None = None
    for pos, kind, value in tokens:
        if kind == "comment_begin":
            begun = pos
        elif kind == "comment_end" and begun is not None:
            end = pos.start + len(value.rstrip())
            if is_addressed(text, Span(begun.end, end)) and not is_metadata(text[begun.start : end]):
                yield Pos(begun, begun.start, end), "data", text[begun.start : end]
            begun = None
        yield pos, kind, value


class Stream(TokenStream):
    """A token stream that remembers the token it gave last."""

    last: Token

    def __init__(self, tokens: Iterable[Token], name: str | None, filename: str | None) -> None:
        self.last = Token(Pos(1, 0, 0), "initial", "")
        super().__init__(tokens, name, filename)

    def __next__(self) -> Token:
        self.last = self.current
        return super().__next__()

    def look(self) -> Token:
        kept = self.last
        found = super().look()
        self.last = kept
        return found


def mark(node: Any, start: int, end: int) -> None:
    """Give a node the stretch of text it was parsed from; the first one given is the tightest and stays."""
    if not hasattr(node, "stretch"):
        node.stretch = (start, end)


def stretch_of(node: Any) -> tuple[int, int]:
    """Where a node stands: its whole expression if the parser marked it, else the token it began with."""
    marked: tuple[int, int] | None = getattr(node, "stretch", None)
    if marked is not None:
        return marked
    line = getattr(node, "lineno", 0)
    return (line.start, line.end) if isinstance(line, Pos) else (0, 0)


_PIECE = re.compile(
    r"\\(?:\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|.)|[^\\]", re.DOTALL
)


def offsets_of_string(tokens: Iterable[Token], text: str) -> int | tuple[int, ...] | None:
    """The offset of each character of a string constant made of adjacent string tokens; one number if they adjoin.

    None where an escape is so odd that its characters cannot be told apart.
    """
    parts = tuple(tokens)
    pos = parts[0].lineno
    assert isinstance(pos, Pos)
    if len(parts) == 1 and text[pos.start + 1 : pos.end - 1] == parts[0].value:
        return pos.start + 1
    table: list[int] = []
    for token in parts:
        found = _escaped(token, text)
        if found is None:
            return None
        table += found
    return tuple(table)


def _escaped(token: Token, text: str) -> list[int] | None:
    pos = token.lineno
    assert isinstance(pos, Pos)
    table: list[int] = []
    made: list[str] = []
    for piece in _PIECE.finditer(text, pos.start + 1, pos.end - 1):
        chars = piece.group()
        if len(chars) > 1:
            chars = chars.encode("ascii", "backslashreplace").decode("unicode-escape")
        made.append(chars)
        table += [piece.start()] * len(chars)
    return table if "".join(made) == token.value else None


def escape_end(text: str, at: int) -> int:
    """Where the escape that begins at `at` ends."""
    found = _PIECE.match(text, at)
    return found.end() if found else at + 1


def string_offsets(node: nodes.Const) -> int | tuple[int, ...] | None:
    """What `offsets_of_string` said of a string constant when it was parsed."""
    found: int | tuple[int, ...] | None = getattr(node, "offsets", None)
    return found
