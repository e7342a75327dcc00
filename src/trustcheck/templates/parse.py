"""Text to syntax tree: jinja2's own lexer and parser, tolerant of tags it does not know. Nothing is compiled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from trustcheck.templates.positions import Pos, Stream, located, mark, offsets_of_string, with_directives
from trustcheck.templates.settings import Syntax
from trustcheck.templates.source import Source
from trustcheck.templates.tagparser import TagParser
from trustcheck.templates.tags import Body, walk

_DEEPEST = 400


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A parsed file. `blocks` and `macros` are those of the file, `extends` whether it has a parent."""

    source: Source
    body: Body
    blocks: Mapping[str, nodes.Block]
    macros: Mapping[str, nodes.Macro]
    extends: bool


class _Environment(Environment):
    def _tokenize(self, source: str, name: str | None, filename: str | None = None, state: str | None = None) -> Stream:
        raw = self.lexer.tokeniter(source, name, filename, state)
        tokens = with_directives(located(raw, source), source)
        return Stream(self.lexer.wrap(tokens, name, filename), name, filename)


class _Parser(TagParser, Parser):
    """Parser that marks expressions with their stretch of text, and ends a nesting that is too deep."""

    depth = 0

    def parse_statement(self) -> Any:
        self.deeper()
        try:
            return self.parse_any_tag()
        finally:
            self.depth -= 1

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise RecursionError

    def parse_primary(self, *args: Any, **kwargs: Any) -> nodes.Expr:
        start = _start(self)
        if self.stream.current.type == "string":
            node: nodes.Expr = self._string()
        else:
            node = super().parse_primary(*args, **kwargs)
        mark(node, start, _end(self))
        return node

    def _string(self) -> nodes.Const:
        tokens = [next(self.stream)]
        while self.stream.current.type == "string":
            tokens.append(next(self.stream))
        node = nodes.Const("".join(t.value for t in tokens), lineno=tokens[0].lineno)
        setattr(node, "offsets", offsets_of_string(tokens, self.text))  # noqa: B010  # jinja2's nodes declare no such field
        return node


def _start(parser: Parser) -> int:
    pos = parser.stream.current.lineno
    return pos.start if isinstance(pos, Pos) else 0


def _end(parser: Parser) -> int:
    pos = parser.stream.last.lineno if isinstance(parser.stream, Stream) else 0
    return pos.end if isinstance(pos, Pos) else 0


def _marking(name: str) -> Any:
    """The parser's method of that name, marking what it gives."""
    parse = getattr(Parser, name)

    def marked(self: _Parser, *args: Any, **kwargs: Any) -> Any:
        start = _start(self)
        node = parse(self, *args, **kwargs)
        mark(node, start, _end(self))
        return node

    return marked


for _name in ("parse_tuple", "parse_condexpr", "parse_or", "parse_and", "parse_not", "parse_compare", "parse_unary"):
    setattr(_Parser, _name, _marking(_name))


@lru_cache(maxsize=16)
def environment_for(syntax: Syntax) -> Environment:
    """A jinja2 environment with the project's syntax; it lexes and parses, and never compiles or loads."""
    return _Environment(
        *syntax.block,
        *syntax.variable,
        *syntax.comment,
        line_statement_prefix=syntax.line_statement,
        line_comment_prefix=syntax.line_comment,
        trim_blocks=syntax.trim_blocks,
        lstrip_blocks=syntax.lstrip_blocks,
        keep_trailing_newline=syntax.keep_trailing_newline,
        newline_sequence="\n",
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )


def parse(source: Source, syntax: Syntax, aliases: Mapping[str, str]) -> Template:
    """The syntax tree of a file. `aliases`: project tags and what they do.

    Raises TemplateSyntaxError where the file is no Jinja2; its `lineno` is a `Pos` where the place is known exactly.
    """
    environment = environment_for(syntax)
    try:
        parser = _Parser(environment, source.text, source.name, source.path)
        parser.prepare(source.text, _end_tags(syntax, source.text), syntax.trimmed, aliases)
        tree = parser.parse()
    except RecursionError:
        raise TemplateSyntaxError("the template nests too deep", 1, source.name, source.path) from None
    except (ValueError, OverflowError, AssertionError) as error:
        # A number of thousands of digits, or a token that is not where it should be.
        raise TemplateSyntaxError(str(error) or "the template cannot be read", 1, source.name, source.path) from error
    return _template(source, tree.body)


def _template(source: Source, body: Body) -> Template:
    blocks: dict[str, nodes.Block] = {}
    extends = False
    for node in (n for statement in body for n in walk(statement)):
        if isinstance(node, nodes.Block):
            blocks.setdefault(node.name, node)
        elif isinstance(node, nodes.Extends):
            extends = True
    macros = {n.name: n for n in body if isinstance(n, nodes.Macro)}
    return Template(source, body, blocks, macros, extends)


def _end_tags(syntax: Syntax, text: str) -> Counter[str]:
    """How often each `end…` tag stands in the file; says which unknown tags have a body."""
    openers = [syntax.block[0], *filter(None, [syntax.line_statement])]
    pattern = rf"(?:{'|'.join(map(re.escape, openers))})[-+]?\s*(end\w*)"
    return Counter(re.findall(pattern, text))
