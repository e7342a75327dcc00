"""YAML with positions: the data of a file, and the line and column of every key and value in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from trustcheck.model.errors import RuleFileError
from trustcheck.model.rule import SourceLine

KeyPath = tuple[str | int, ...]

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What PyYAML counts as the end of a line."""
_PLAIN = "tag:yaml.org,2002:"
_SCALARS = frozenset(_PLAIN + name for name in ("null", "bool", "int", "float"))
_QUOTES = "Put patterns and sentences in double quotes; indent with spaces, never with tabs."


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A parsed file. `values[path]` is where the value of that key path begins; `keys[path]` where its key stands."""

    path: str
    lines: tuple[str, ...]
    data: Any
    values: dict[KeyPath, tuple[int, int]]
    keys: dict[KeyPath, tuple[int, int]]

    def at(self, path: KeyPath) -> SourceLine:
        """The place of the value at `path`, or of the nearest thing around it that has a place."""
        while path and path not in self.values:
            path = path[:-1]
        line, column = self.values.get(path, (1, 1))
        return SourceLine(self.path, line, column)

    def error(self, what: str, path: KeyPath, next_step: str, *, key: bool = False) -> RuleFileError:
        place = self.at(path)
        line, column = (self.keys.get(path) if key else None) or (place.line, place.column)
        return error_at(self.path, self.lines, (line, column), what, next_step)


def error_at(
    path: str, lines: tuple[str, ...], place: tuple[int, int], what: str, next_step: str = ""
) -> RuleFileError:
    """An error at a line and column (from 1) of a file whose lines are known."""
    line, column = place
    source_line = lines[line - 1].replace("\t", " ") if line <= len(lines) else ""
    return RuleFileError(what, path=path, line=line, column=column, source_line=source_line, next_step=next_step)


def read_yaml(path: Path, shown: str) -> YamlFile:
    """Read one file; `shown` is how messages name it. Raises RuleFileError with the place of the mistake."""
    text = _decoded(path, shown)
    lines = tuple(_LINE_BREAK.split(text))
    try:
        node = yaml.compose(text, Loader=_loader())
        reader = _Reader(shown, lines)
        data = reader.value(node, ()) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = error.problem or error.context or "it cannot be parsed"
        raise error_at(shown, lines, place, f"not YAML: {problem}", _QUOTES) from error
    except yaml.YAMLError as error:
        raise RuleFileError(f"not YAML: {error}", path=shown, next_step="Remove the character it names.") from error
    except RecursionError as error:
        raise RuleFileError("the file is nested too deep", path=shown, next_step="Take out inner levels.") from error
    return YamlFile(shown, lines, data, reader.values, reader.keys)


def _decoded(path: Path, shown: str) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"the file cannot be read: {error.strerror}"
        raise RuleFileError(reason, path=shown, next_step="Check that it is there and may be read.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RuleFileError(
            f"the file is not UTF-8 (byte {error.start})", path=shown, line=line, next_step="Save it as UTF-8."
        ) from error


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Reader:
    """Turns YAML nodes into plain data and notes where everything stands."""

    def __init__(self, shown: str, lines: tuple[str, ...]) -> None:
        self._shown = shown
        self._lines = lines
        self._seen: set[int] = set()
        self.values: dict[KeyPath, tuple[int, int]] = {}
        self.keys: dict[KeyPath, tuple[int, int]] = {}

    def value(self, node: yaml.Node, path: KeyPath) -> Any:
        self.values[path] = _place(node)
        if id(node) in self._seen:
            # An alias would give one value two places; nested ones can also grow without bound.
            raise self._error(node, "an alias (*) stands here", "Write the value out, or put a pattern in quotes.")
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, i)) for i, child in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._error(key_node, "a key must be one word", _QUOTES)
            key = str(key_node.value)
            if key in found:
                raise self._error(key_node, f"«{key}» is given twice", "Keep one of them; the other would be lost.")
            self.keys[(*path, key)] = _place(key_node)
            found[key] = self.value(value_node, (*path, key))
        return found

    def _scalar(self, node: yaml.Node) -> Any:
        """Plain scalars as YAML reads them, save that a date stays the text that was written."""
        if node.tag in (_PLAIN + "timestamp", _PLAIN + "str"):
            return node.value
        if node.tag not in _SCALARS:
            sign = node.tag.removeprefix(_PLAIN)
            raise self._error(node, f"«{sign}» has a meaning of its own in YAML", "Put the value in quotes.")
        try:
            return yaml.constructor.SafeConstructor().construct_object(node)
        except ValueError as error:
            raise self._error(node, f"«{node.value}» cannot be read", "Put the value in quotes.") from error

    def _error(self, node: yaml.Node, what: str, next_step: str) -> RuleFileError:
        return error_at(self._shown, self._lines, _place(node), what, next_step)


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
