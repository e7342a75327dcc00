"""Files that are not Jinja2: which language they look like, and what text they hold all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.templates.rope import Kind, Piece
from trustcheck.templates.source import Source, Spot
from trustcheck.templates.stand_ins import StandIns
from trustcheck.templates.values import Symbol

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a Handlebars or Mustache template", re.compile(r"\{\{\s*[#/^>&!]|\{\{\{|\{\{else\}\}")),
    ("a Go template", re.compile(r"\{\{-?\s*(?:\.[A-Z]\w*|if \.|range \.|end\s*-?\}\}|template \")")),
    (
        "a JavaScript micro-template",
        re.compile(r"<%|\{%=|\{%\s*(?:if|for|while)\s*\([^%]*\)\s*\{|\{%\s*\}|\{%\s*if\s*\(!"),
    ),
    ("a Liquid template", re.compile(r"\{%-?\s*(?:assign|capture|unless|case|liquid|schema|section)\s")),
    ("a Twig template", re.compile(r"\{\{[^}]*\?[^}]*:|\{%-?\s*(?:embed|apply|sandbox)\s|\?\?")),
    (
        "a Django template",
        re.compile(r"\{%\s*(?:load|url|blocktrans\w*|ifequal|comment|cycle|regroup|static)\s|\|\w+:[\"'\w]"),
    ),
)
_CODE = re.compile(r"\{\{\{.*?\}\}\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<%.*?%>", re.DOTALL)
_LONGEST = 10_000


def dialect_of(text: str) -> str:
    """What the file looks like, in words that follow «looks like»; empty if nothing tells."""
    return next((name for name, sign in _SIGNS if sign.search(text)), "")


def text_outside_code(source: Source, stand_ins: StandIns) -> Iterator[Piece]:
    """The text between tags of any template language, with a stand-in for each printed value."""
    at = 0
    for found in _CODE.finditer(source.text):
        if found.end() - found.start() > _LONGEST:
            continue
        yield _literal(source, at, found.start())
        at = found.end()
        if found.group().startswith("{{") and not re.match(
            r"\{\{\{?\s*[#/^>!]|\{\{\s*(?:end|else|if|range)\b", found.group()
        ):
            name = found.group().strip("{} \n\t-&=")
            spot = Spot(source, found.start(), found.end())
            symbol = Symbol(" ".join(name.split())[:80] or "value")
            yield Piece(stand_ins.text(symbol, spot), Kind.DATA, None, None, symbol=symbol, via=spot)
    yield _literal(source, at, len(source.text))


def _literal(source: Source, start: int, end: int) -> Piece:
    return Piece(source.text[start:end], Kind.LITERAL, source, start, via=Spot(source, start, end))
