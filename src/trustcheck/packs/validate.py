"""From pydantic's complaints to errors that point at the line and say what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from trustcheck.model.errors import RuleFileError
from trustcheck.packs.mistakes import together
from trustcheck.packs.source import KeyPath, YamlFile

Shape = TypeVar("Shape", bound=BaseModel)

_SHAPES = {
    "string_type": "a text: put it in double quotes",
    "list_type": "a list: begin each entry with «- »",
    "dict_type": "a mapping: lines of «key: value»",
    "model_type": "a mapping: lines of «key: value»",
    "float_type": "a number",
    "float_parsing": "a number",
}
_PATTERNS = {
    "code": "three capital letters and three digits, such as TON008",
    "name": "lower-case words with hyphens between, such as blame-customer",
    "kind": "lower-case words with hyphens between, such as payment-missing",
}


def validated(file: YamlFile, shape: type[Shape]) -> Shape:
    """The file's data in its shape. Raises RuleFileError with every mistake in it."""
    if not isinstance(file.data, dict):
        raise file.error("the file holds no keys", (), f"It needs: {', '.join(_keys(shape))}.")
    try:
        return shape.model_validate(file.data)
    except ValidationError as error:
        found = (_explained(file, shape, detail) for detail in error.errors(include_url=False))
        raise together(sorted(found, key=lambda e: (e.line or 0, e.column or 0))) from error


def nearest(word: str, known: Iterable[str], *, label: str = "Known") -> str:
    """«Did you mean …?», or all that is known where nothing is near."""
    names = list(known)
    near = difflib.get_close_matches(word, names, n=1)
    return f"Did you mean «{near[0]}»?" if near else f"{label}: {', '.join(names)}."


def _explained(file: YamlFile, shape: type[BaseModel], detail: Any) -> RuleFileError:
    location = tuple(step for step in detail["loc"] if step != "[key]")
    path, kind = _path(file, location), detail["type"]
    key = str(location[-1])
    if kind == "extra_forbidden":
        return file.error(
            f"unknown key «{key}»", path, nearest(key, _keys_at(shape, path), label="Known keys"), key=True
        )
    if detail["loc"][-1] == "[key]":
        return file.error(f"unknown {_key_sort(detail)} «{key}»", path, _allowed_key(key, detail), key=True)
    if kind == "missing":
        return file.error(f"the key «{key}» is missing", path, f"Add «{key}:» with its value.")
    return _wrong_value(file, path, detail)


def _wrong_value(file: YamlFile, path: KeyPath, detail: Any) -> RuleFileError:
    name, kind, given = _named(path), detail["type"], detail["input"]
    if kind in ("enum", "literal_error"):
        return file.error(f"«{name}» cannot be «{given}»", path, nearest(str(given), _allowed(detail), label="Allowed"))
    if kind == "string_pattern_mismatch":
        wanted = _PATTERNS.get(name, "lower-case letters, digits and hyphens")
        return file.error(f"«{name}» cannot be «{given}»", path, f"Write {wanted}.")
    if kind == "string_too_short":
        return file.error(f"«{name}» is empty", path, "Write something, or take the line out.")
    if kind in _SHAPES:
        return file.error(f"«{name}» has the wrong type ({_sort(given)})", path, f"Write {_SHAPES[kind]}.")
    return file.error(f"«{name}»: {detail['msg']}", path, "See CONTRIBUTING.md, «A rule», for the format.")


def _named(path: KeyPath) -> str:
    """The nearest key: an entry of a list is called by the list's."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "file")


def _sort(value: Any) -> str:
    words = {bool: "yes or no", int: "a number", float: "a number", list: "a list", dict: "a mapping", str: "a text"}
    return "nothing" if value is None else words.get(type(value), type(value).__name__)


def _key_sort(detail: Any) -> str:
    return "language" if "nb" in str(detail.get("ctx", {})) else "name"


def _allowed_key(key: str, detail: Any) -> str:
    allowed = _allowed(detail)
    return nearest(key, allowed, label="Allowed") if allowed else "Write lower-case letters, digits and hyphens."


def _allowed(detail: Any) -> list[str]:
    """The values out of pydantic's «'error', 'warning' or 'info'»."""
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return [word.strip(" '") for word in expected.replace(" or ", ",").split(",") if word.strip(" '")]


def _path(file: YamlFile, location: Iterable[str | int]) -> KeyPath:
    """The part of pydantic's location that exists in the file: union branches are its own additions."""
    path: KeyPath = ()
    for step in location:
        if (*path, step) in file.values:
            path = (*path, step)
    return path


def _keys(shape: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in shape.model_fields.items()]


def _keys_at(shape: type[BaseModel], path: KeyPath) -> list[str]:
    """The keys known where the last step of `path` stands."""
    here = [shape]
    for step in path[:-1]:
        here = [model for known in here for model in _below(known, step)] or here
    return [key for model in here for key in _keys(model)]


def _below(shape: type[BaseModel], step: str | int) -> Iterator[type[BaseModel]]:
    for name, field in shape.model_fields.items():
        if step in (name, field.alias):
            yield from _models_in(field)


def _models_in(field: FieldInfo | Any) -> Iterator[type[BaseModel]]:
    annotation = field.annotation if isinstance(field, FieldInfo) else field
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) is not Literal and not (isinstance(annotation, type) and issubclass(annotation, Enum)):
        for argument in get_args(annotation):
            yield from _models_in(argument)
