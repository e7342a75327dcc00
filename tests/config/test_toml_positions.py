"""Places of keys and values, in documents that hypothesis writes in every style TOML has, against `tomllib`."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trustcheck.config.toml_positions import KeyPath, find_positions

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x7f"), max_size=8)
_KEYS = st.one_of(
    st.sampled_from(["a", "b", "check", "per_file", "a b", "a.b", "", "ø", '"', "'", "#", "[x]", "\t"]), _WORDS
)

SCALARS = st.one_of(
    st.integers(-(10**9), 10**9).map(str),
    st.sampled_from(["true", "false", "1.5", "6e3", "inf", "0xff", "1_000"]),
    st.sampled_from(["2026-11-20", "2026-11-20T09:00:00Z", "2026-11-20 09:00:00", "09:00:00"]),
    _WORDS.flatmap(lambda text: st.sampled_from(spellings(text))),
)


def spellings(text: str) -> list[str]:
    """All the ways to write a string."""
    basic = json.dumps(text, ensure_ascii=False)
    ways = [basic, f'""{basic}""', f'"""{basic[1:-1]}x"""""', f'"""\n{basic[1:-1]}"""']
    if text.isprintable() and "'" not in text:
        ways += [f"'{text}'", f"'''{text}'''", f"'''{text}#'''''", f"'''\n[{text}\n'''"]
    return ways


def tables(depth: int = 3) -> st.SearchStrategy[dict[str, Any]]:
    """Nested data whose leaves are TOML literals, as text."""
    values: st.SearchStrategy[Any] = SCALARS
    for _ in range(depth):
        values = st.one_of(SCALARS, st.lists(values, max_size=3), st.dictionaries(_KEYS, values, max_size=3))
    return st.dictionaries(_KEYS, values, max_size=4)


def _takes_header(value: Any) -> bool:
    """A table, or an array of nothing but tables."""
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)
    )


class Writer:
    """Writes such data as TOML; every choice of style comes from hypothesis."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self.literals: dict[tuple[str | int, ...], str] = {}
        self._lines: list[str] = []

    def document(self, data: dict[str, Any]) -> str:
        self._table((), "", data)
        text = "".join(self._lines)
        return text.replace("\n", "\r\n") if self._flip() and "'''" not in text and '"""' not in text else text

    def _table(self, path: tuple[str | int, ...], heading: str, data: dict[str, Any]) -> None:
        later: list[tuple[tuple[str | int, ...], str, Any]] = []
        for key, value in data.items():
            name = self._key(key)
            if _takes_header(value) and self._flip():
                later.append(((*path, key), f"{heading}.{name}" if heading else name, value))
            elif isinstance(value, dict) and value and self._flip():
                self._dotted((*path, key), name, value)
            else:
                self._line(f"{name}{self._space()}={self._space()}{self._value((*path, key), value)}")
        for inner, title, value in later:
            if isinstance(value, dict):
                self._line(f"[{self._space()}{title}{self._space()}]")
                self._table(inner, title, value)
                continue
            for index, element in enumerate(value):
                self._line(f"[[{self._space()}{title}{self._space()}]]")
                self._table((*inner, index), title, element)

    def _dotted(self, path: tuple[str | int, ...], name: str, data: dict[str, Any]) -> None:
        for key, value in data.items():
            full = f"{name}{self._space()}.{self._space()}{self._key(key)}"
            if isinstance(value, dict) and value:
                self._dotted((*path, key), full, value)
            else:
                self._line(f"{full} = {self._value((*path, key), value)}")

    def _value(self, path: tuple[str | int, ...], value: Any) -> str:
        if isinstance(value, list):
            parts = [self._between() + self._value((*path, i), v) + self._between() for i, v in enumerate(value)]
            return f"[{','.join(parts)}{',' if parts and self._flip() else ''}{self._between()}]"
        if isinstance(value, dict):
            pairs = [f" {self._key(k)} = {self._value((*path, k), v)}" for k, v in value.items()]
            return "{" + ",".join(pairs) + " }"
        self.literals[path] = value
        return str(value)

    def _key(self, key: str) -> str:
        quoted = [json.dumps(key, ensure_ascii=False)]
        if key.isprintable() and "'" not in key:
            quoted.append(f"'{key}'")
        return self._draw(st.sampled_from([*([key] if _BARE.fullmatch(key) else []), *quoted]))

    def _line(self, line: str) -> None:
        self._lines.append(self._draw(st.sampled_from(["", "\n", "# [no] = 'table'\n", "  "])))
        self._lines.append(line + self._draw(st.sampled_from(["\n", " # x = 1\n", "\n\n"])))

    def _between(self) -> str:
        return self._draw(st.sampled_from(["", " ", "\n", " # ] , }\n "]))

    def _space(self) -> str:
        return self._draw(st.sampled_from(["", " ", "\t"]))

    def _flip(self) -> bool:
        return self._draw(st.booleans())


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[tuple[str | int, ...], str]]:
    """A document, and for every scalar in it the key path and how it is written."""
    writer = Writer(draw)
    return writer.document(draw(tables())), writer.literals


def paths_of(value: Any, path: KeyPath = ()) -> set[KeyPath]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    own = {path} if path else set()
    return own.union(*(paths_of(v, (*path, k)) for k, v in inner))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_every_key_of_a_document_has_a_place_and_nothing_else_has(document: tuple[str, dict[KeyPath, str]]) -> None:
    source, literals = document
    marks = find_positions(source)
    assert set(marks) == paths_of(tomllib.loads(source))
    for path, literal in literals.items():
        written = literal.replace("\n", "\r\n") if "\r\n" in source else literal
        assert source.startswith(written, marks[path].value)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_a_key_mark_points_at_the_key_as_written(document: tuple[str, dict[KeyPath, str]]) -> None:
    source, _ = document
    for path, mark in find_positions(source).items():
        if isinstance(path[-1], str):
            rest = source[mark.key :]
            assert any(_reads_as(rest[:length], path[-1]) for length in range(len(path[-1]), len(path[-1]) * 6 + 3))


def _reads_as(written: str, key: str) -> bool:
    try:
        return list(tomllib.loads(f"{written} = 1")) == [key]
    except tomllib.TOMLDecodeError:
        return False


@settings(max_examples=200)
@given(st.text(st.sampled_from(list("ab.=[]{},\"'#\\ \n1")), max_size=30))
def test_whatever_tomllib_accepts_is_placed(source: str) -> None:
    try:
        document = tomllib.loads(source)
    except tomllib.TOMLDecodeError:
        return
    assert set(find_positions(source)) == paths_of(document)


@pytest.mark.parametrize(
    ("source", "path", "expected"),
    [
        ('[check]\nfail_on = "x"\n', ("check", "fail_on"), '"x"'),
        ('check.fail_on = "x"\n', ("check", "fail_on"), '"x"'),
        ('check = { a = 1, "fail_on" = "x" }\n', ("check", "fail_on"), '"x"'),
        ('[a]\nb = [1, # ]\n  "x",\n]\n', ("a", "b", 1), '"x"'),
        ("[[a]]\nb = 1\n[[a]]\nb = 'x'\n", ("a", 1, "b"), "'x'"),
        ("[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2\n", ("a", 1, "b", "c"), "2"),
        ('[a."b.c"]\nd = """x"""\n', ("a", "b.c", "d"), '"""x"""'),
        ("a = 1", ("a",), "1"),
    ],
)
def test_a_value_is_found_in_every_spelling(source: str, path: KeyPath, expected: str) -> None:
    assert source.startswith(expected, find_positions(source)[path].value)


def test_a_table_that_a_header_opens_is_placed_at_its_name() -> None:
    source = "x = 1\n[check.severity]\n"
    marks = find_positions(source)
    assert source.startswith("check.", marks["check",].key)
    assert source.startswith("severity", marks["check", "severity"].value)
