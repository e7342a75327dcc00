"""YAML with positions: the data of a file, and the line and column of every key and value in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from trustcheck.model.errors import RuleFileError
from trustcheck.model.rule import SourceLine

KeyPath = tuple[str | int, ...]


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
        source_line = self.lines[line - 1] if line <= len(self.lines) else ""
        return RuleFileError(
            what, path=self.path, line=line, column=column, source_line=source_line, next_step=next_step
        )


def read_yaml(path: Path, shown: str) -> YamlFile:
    """Read one file; `shown` is how messages name it. Raises RuleFileError with the place of the mistake."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleFileError(
            f"the file is not UTF-8 (byte {error.start})", path=shown, next_step="Save it as UTF-8."
        ) from error
    except OSError as error:
        raise RuleFileError(f"the file cannot be read: {error.strerror}", path=shown) from error
    lines = tuple(text.splitlines())
    try:
        node = yaml.compose(text, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, shown, lines) from error
    except yaml.YAMLError as error:
        raise RuleFileError(f"not YAML: {error}", path=shown, next_step="Remove the character it names.") from error
    reader = _Reader(shown, lines)
    data = reader.value(node, ()) if node is not None else None
    return YamlFile(shown, lines, data, reader.values, reader.keys)


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _syntax_error(error: yaml.MarkedYAMLError, shown: str, lines: tuple[str, ...]) -> RuleFileError:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    source_line = lines[line - 1] if line <= len(lines) else ""
    hint = "Put patterns and sentences in double quotes; indent with spaces, never with tabs."
    what = f"not YAML: {error.problem or error.context or 'cannot be parsed'}"
    return RuleFileError(what, path=shown, line=line, column=column, source_line=source_line, next_step=hint)


class _Reader:
    """Turns YAML nodes into plain data and notes where everything stands."""

    def __init__(self, shown: str, lines: tuple[str, ...]) -> None:
        self._shown = shown
        self._lines = lines
        self.values: dict[KeyPath, tuple[int, int]] = {}
        self.keys: dict[KeyPath, tuple[int, int]] = {}

    def value(self, node: yaml.Node, path: KeyPath) -> Any:
        self.values[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, i)) for i, child in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            place = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if key in found:
                raise RuleFileError(
                    f"«{key}» is given twice",
                    path=self._shown,
                    line=place[0],
                    column=place[1],
                    source_line=self._lines[place[0] - 1],
                    next_step="Keep one of them; the other would be lost.",
                )
            self.keys[(*path, key)] = place
            found[key] = self.value(value_node, (*path, key))
        return found


def _scalar(node: yaml.Node) -> Any:
    """Plain scalars as YAML reads them, save that a date stays the text that was written."""
    if node.tag in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:str"):
        return node.value
    constructor = yaml.constructor.SafeConstructor()
    return constructor.construct_object(node)
