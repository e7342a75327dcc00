"""Files that are not Jinja2: which language they look like, and what text they hold all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.templates.rope import Kind, Piece
from trustcheck.templates.source import Source, Spot
from trustcheck.templates.stand_ins import StandIns
from trustcheck.templates.values import Symbol

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a Handlebars or Mustache template", re.compile(r"\{\{\s?[#/^>&!]|\{\{\{|\{\{else\}\}")),
    ("a Go template", re.compile(r"\{\{-?\s?(?:\.[A-Z]|if \.|range \.|end\s?-?\}\}|template \")")),
    ("a JavaScript micro-template", re.compile(r"<%|\{%=|\{% ?(?:if|for) ?\([^%]{0,99}\) ?\{|\{% ?\}|\{% ?if ?\(!")),
    ("a Liquid template", re.compile(r"\{%-? ?(?:assign|capture|unless|case|liquid|schema|section)\s")),
    ("a Twig template", re.compile(r"\{\{[^}]{0,200}\?[^}]{0,200}:|\{%-? ?(?:embed|apply|sandbox)\s|\?\?")),
    ("a Django template", re.compile(r"\{% ?(?:load|url|blocktrans|ifequal|comment|static)\s|\|\w{1,40}:[\"'\w]")),
)  # fmt: skip
_OPEN = re.compile(r"\{\{\{|\{\{|\{%|\{#|<%")
_CLOSE = {"{{{": "}}}", "{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>"}
_NO_VALUE = re.compile(r"\{\{\{?\s*(?:[#/^>!]|(?:end|else|if|range)\b)")
_LONGEST = 2_000


def dialect_of(text: str) -> str:
    """What the file looks like, in words that follow «looks like»; empty if nothing tells."""
    return next((name for name, sign in _SIGNS if sign.search(text)), "")


def text_outside_code(source: Source, stand_ins: StandIns) -> Iterator[Piece]:
    """The text between tags of any template language, with a stand-in for each printed value."""
    done = 0
    for start, end in _code(source.text):
        yield _literal(source, done, start)
        done = end
        code = source.text[start:end]
        if code.startswith("{{") and not _NO_VALUE.match(code):
            spot = Spot(source, start, end)
            symbol = Symbol(" ".join(code.strip("{} \n\t-&=").split())[:80] or "value")
            yield Piece(stand_ins.text(symbol, spot), Kind.DATA, None, None, symbol=symbol, via=spot)
    yield _literal(source, done, len(source.text))


def _code(text: str) -> Iterator[tuple[int, int]]:
    """The tags, by looking for their ends and not by a pattern: an attacker leaves thousands of them open."""
    last = {mark: text.rfind(mark) for mark in _CLOSE.values()}
    at = 0
    while (found := _OPEN.search(text, at)) is not None:
        close = _CLOSE[found.group()]
        end = text.find(close, found.end(), found.end() + _LONGEST) if last[close] >= found.end() else -1
        if end >= 0:
            yield found.start(), end + len(close)
        at = end + len(close) if end >= 0 else found.end()


def _literal(source: Source, start: int, end: int) -> Piece:
    return Piece(source.text[start:end], Kind.LITERAL, source, start, via=Spot(source, start, end))
