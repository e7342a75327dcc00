"""HTML cut into tags and text, every token with its place.

Written over one regular expression rather than `html.parser`, because that one gives no end of a token, changes its
mind about unclosed tags between Python versions, and needs quadratic time for some malformed input. Each branch
below ends at the end of the file at the latest, as in the WHATWG tokenizer, so every character is looked at once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from trustcheck.model.span import Span

_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)(?:--!?>|\Z)"
    r"|<(?:[!?]|/(?![a-zA-Z]))[^>]*+(?:>|\Z)"
    r"|</(?P<end>[a-zA-Z][^\s/>]*+)[^>]*+(?:>|\Z)"
    r"|<(?P<start>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))|=)*+)(?:>|(?P<cut>\Z))"
    r"|(?P<reference>&(?:#[xX]?[0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,40});?)"
    r"|(?P<text>(?:[^<&]|<(?![a-zA-Z/!?])|&(?![#a-zA-Z]))++|[<&])",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"?|'([^']*+)'?|([^\s>]*+)))?")
_RAW = frozenset({"script", "style", "title", "textarea", "xmp"})


class Kind(Enum):
    START = "start"
    END = "end"
    TEXT = "text"
    """Characters that stand in the source as themselves."""
    REFERENCE = "reference"
    """`&oslash;` and its like; `value` is what it stands for."""
    RAW = "raw"
    """The inside of script, style, title, textarea."""
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Token:
    """`name`: lower-case tag name. `value`: text, decoded reference or comment. `attributes`: names in lower case."""

    kind: Kind
    span: Span
    name: str = ""
    value: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def tokens_of(source: str) -> Iterator[Token]:
    """All tokens of `source` in order. Declarations are left out. Never raises."""
    at = 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        assert found is not None
        token = _token(found)
        at = found.end()
        if token is None:
            continue
        yield token
        if token.kind is Kind.START and token.name in _RAW:
            raw = _raw(source, at, token.name)
            at = raw.span.end
            yield raw


def data_rows(tokens: Sequence[Token]) -> frozenset[int]:
    """Indexes of the `<tr>` tokens whose cells hold short texts, two at least; other rows only lay out the page."""
    rows: list[_Row] = []
    found: set[int] = set()
    for index, token in enumerate(tokens):
        if token.kind is Kind.START and token.name == "tr":
            rows.append(_Row(index))
        elif token.kind is Kind.END and token.name in ("tr", "table") and rows:
            row = rows.pop()
            if row.is_data():
                found.add(row.index)
        elif rows:
            rows[-1].see(token)
    return frozenset(found)


_LONG_CELL = 100


@dataclass(slots=True)
class _Row:
    index: int
    cells: list[int] = field(default_factory=list)
    blocks: int = 0
    laid_out: bool = False

    def see(self, token: Token) -> None:
        if token.kind in (Kind.TEXT, Kind.REFERENCE) and self.cells:
            self.cells[-1] += len(token.value.strip())
        elif token.kind is Kind.START and token.name in ("td", "th"):
            self.cells.append(0)
            self.blocks = 0
        elif token.kind is Kind.START and token.name in ("p", "div", "br"):
            self.blocks += 1
            self.laid_out |= self.blocks > 2
        elif token.kind is Kind.START and token.name in ("table", "ul", "ol", "h1", "h2", "h3", "h4"):
            self.laid_out = True

    def is_data(self) -> bool:
        filled = [length for length in self.cells if length]
        return len(filled) > 1 and not self.laid_out and max(filled) <= _LONG_CELL


def _token(found: re.Match[str]) -> Token | None:
    span = Span(found.start(), found.end())
    if found["text"] is not None:
        return Token(Kind.TEXT, span, value=found["text"])
    if found["reference"] is not None:
        meant = html.unescape(found["reference"])
        return Token(Kind.TEXT if meant == found["reference"] else Kind.REFERENCE, span, value=meant)
    if found["start"] is not None:
        if found["cut"] is not None:
            return Token(Kind.COMMENT, span, value=found.group())
        return Token(Kind.START, span, found["start"].lower(), attributes=_attributes(found["attributes"]))
    if found["end"] is not None:
        return Token(Kind.END, span, found["end"].lower())
    return Token(Kind.COMMENT, span, value=found["comment"]) if found["comment"] is not None else None


def _attributes(text: str) -> dict[str, str]:
    made: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        made.setdefault(name.lower(), html.unescape(double or single or bare))
    return made


def _raw(source: str, start: int, name: str) -> Token:
    end = re.compile(rf"</{name}(?=[\s/>]|\Z)", re.IGNORECASE).search(source, start)
    span = Span(start, end.start() if end else len(source))
    return Token(Kind.RAW, span, name, span.of(source))
