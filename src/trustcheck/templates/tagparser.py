"""Parsing of `{% trans %}` with its places kept, and of tags that only the project's own extensions would know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, cast

from jinja2 import TemplateSyntaxError, nodes
from jinja2.parser import Parser, _statement_keywords

from trustcheck.templates.positions import Pos
from trustcheck.templates.tags import Body, Tag, Trans

_KNOWN = _statement_keywords | {"call", "filter", "do", "break", "continue"}
_BRANCHES = ("else", "empty", "plural")
_FILLERS = frozenset({"as", "with", "only", "by", "from", "using"})


class TagParser(Parser):
    """The part of the parser that goes beyond Jinja2's own tags."""

    text: str
    ends: Counter[str]
    trimmed: bool
    aliases: Mapping[str, str]

    def prepare(self, text: str, ends: Counter[str], trimmed: bool, aliases: Mapping[str, str]) -> None:
        self.text = text
        self.ends = ends
        self.trimmed = trimmed
        self.aliases = aliases

    def parse_any_tag(self) -> Any:
        token = self.stream.current
        if token.type == "name" and token.value == "trans":
            return self._trans()
        if token.type == "name" and token.value not in _KNOWN and not self._closes_something(token.value):
            return self._unknown()
        return super().parse_statement()

    def _closes_something(self, name: str) -> bool:
        """An `end…` or `else` of Jinja2's own at the wrong place is a mistake, and jinja2 explains it best."""
        return name in ("else", "elif", "pluralize") or (name.startswith("end") and name[3:] in _KNOWN)

    def _trans(self) -> Any:
        lineno = next(self.stream).lineno
        first = self.stream.current
        if first.type == "string" and not self.ends["endtrans"]:
            return self._phrase(lineno)
        self.stream.next_if("string")
        values, trimmed = self._trans_header()
        body = cast(Body, self.parse_statements(("name:pluralize", "name:endtrans")))
        plural: Body | None = None
        count = next(iter(values.values()), None)
        if next(self.stream).value == "pluralize":
            if self.stream.current.type == "name":
                name = next(self.stream)
                count = values.get(name.value) or nodes.Name(name.value, "load", lineno=name.lineno)
            plural = cast(Body, self.parse_statements(("name:endtrans",), drop_needle=True))
        return Trans(lineno, values, body, plural, count, trimmed, self._stretch(lineno))

    def _phrase(self, lineno: int) -> nodes.Output:
        """`{% trans "text" %}`, as Django writes it: the text is printed."""
        phrase = self.parse_expression()
        while self.stream.current.type != "block_end":
            next(self.stream)
        return nodes.Output([phrase], lineno=lineno)

    def _trans_header(self) -> tuple[dict[str, nodes.Expr], bool]:
        values: dict[str, nodes.Expr] = {}
        trimmed = self.trimmed
        while self.stream.current.type != "block_end":
            if self.stream.skip_if("comma") or self.stream.skip_if("colon"):
                continue
            token = self.stream.expect("name")
            if self.stream.skip_if("assign"):
                values[token.value] = self.parse_expression()
            elif token.value in ("trimmed", "notrimmed"):
                trimmed = token.value == "trimmed"
            else:
                values[token.value] = nodes.Name(token.value, "load", lineno=token.lineno)
        return values, trimmed

    def _unknown(self) -> Tag:
        token = next(self.stream)
        arguments = self._arguments()
        tag = Tag(token.lineno, token.value, arguments)
        end = next((e for e in (f"end{token.value}", f"end_{token.value}") if self.ends[e] > 0), None)
        if end is not None and self.aliases.get(token.value) not in ("include", "empty"):
            self.ends[end] -= 1
            self._bodies(tag, end)
        tag.stretch = self._stretch(token.lineno)
        return tag

    def _bodies(self, tag: Tag, end: str) -> None:
        stops = tuple(f"name:{name}" for name in (*_BRANCHES, end))
        tag.body = cast(Body, self.parse_statements(stops))
        while next(self.stream).value != end:
            self._skip_to_end()
            tag.branches.append(cast(Body, self.parse_statements(stops)))
        self._skip_to_end()

    def _arguments(self) -> list[nodes.Expr]:
        """Expressions and `name=expression`; from the first thing that is neither on, nothing."""
        found: list[nodes.Expr] = []
        try:
            while self.stream.current.type != "block_end":
                token = self.stream.current
                if token.type == "comma" or (token.type == "name" and token.value in _FILLERS):
                    next(self.stream)
                elif token.type == "name" and self.stream.look().type == "assign":
                    next(self.stream)
                    next(self.stream)
                else:
                    found.append(self.parse_expression())
        except TemplateSyntaxError:
            self._skip_to_end()
        return found

    def _skip_to_end(self) -> None:
        while self.stream.current.type not in ("block_end", "eof"):
            next(self.stream)

    def _stretch(self, lineno: int) -> tuple[int, int]:
        end = self.stream.current.lineno
        return (
            lineno.start if isinstance(lineno, Pos) else 0,
            end.start if isinstance(end, Pos) else 0,
        )
