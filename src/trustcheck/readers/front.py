"""Front matter: `key: value` lines between `---` lines at the top of a file, in which it speaks of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trustcheck.model.directive import Directive
from trustcheck.model.span import Span
from trustcheck.readers.shown import Metadata
from trustcheck.text.directives import parse_line

_FRONT = re.compile(r"---[ \t]*(?:\r\n?|\n)(.*?)(?:\r\n?|\n)---[ \t]*(?:\r\n?|\n|\Z)", re.DOTALL)
_LINE = re.compile(r"[^\r\n]+")
_PAIR = re.compile(r"[ \t]*([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
_KNOWN = frozenset(("account", "channel", "class", "from", "ignore", "language", "sender"))
_IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter says, and where the text behind it begins."""

    metadata: Metadata = ()
    directives: tuple[Directive, ...] = ()
    end: int = 0


def front_matter(source: str, *, known_only: bool = False) -> Front:
    """The front matter of a file, if it has any.

    `known_only`: it counts only if every line holds a key that trustcheck reads. A plain letter may begin with a rule.
    """
    found = _FRONT.match(source)
    if found is None:
        return Front()
    lines = [line for line in _LINE.finditer(source, *found.span(1)) if line.group().strip()]
    pairs = [_PAIR.fullmatch(source, *line.span()) for line in lines]
    if known_only and not (pairs and all(pair and pair[1].lower() in _KNOWN for pair in pairs)):
        return Front()
    metadata = tuple((pair[1].lower(), pair[2].rstrip().strip("\"'")) for pair in pairs if pair)
    directives = tuple(_directive(pair) for pair in pairs if pair and pair[1].lower() == _IGNORE)
    return Front(metadata, directives, found.end())


def _directive(pair: re.Match[str]) -> Directive:
    return parse_line(pair[2]).led(lambda span: Span(span.start + pair.start(2), span.end + pair.start(2)))
