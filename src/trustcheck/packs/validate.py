"""From pydantic's complaints to errors that point at the line and say what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from trustcheck.model.errors import RuleFileError
from trustcheck.packs.source import KeyPath, YamlFile

Shape = TypeVar("Shape", bound=BaseModel)


def validated(file: YamlFile, shape: type[Shape]) -> Shape:
    """The file's data in its shape. Raises RuleFileError for the first mistake, and says how many more there are."""
    if not isinstance(file.data, dict):
        raise file.error("the file holds no keys", (), f"It needs: {', '.join(_keys(shape))}.")
    try:
        return shape.model_validate(file.data)
    except ValidationError as error:
        raise _rule_file_error(file, shape, error) from error


def _rule_file_error(file: YamlFile, shape: type[BaseModel], error: ValidationError) -> RuleFileError:
    details = error.errors(include_url=False)
    first = min(details, key=lambda d: file.at(_path(file, d["loc"])).line)
    more = f" ({len(details) - 1} more mistakes in this file)" if len(details) > 1 else ""
    path = _path(file, first["loc"])
    key = str(first["loc"][-1])
    if first["type"] == "extra_forbidden":
        known = _keys_at(shape, first["loc"][:-1])
        return file.error(f"unknown key «{key}»{more}", path, _nearest(key, known), key=True)
    if first["type"] == "missing":
        return file.error(f"the key «{key}» is missing{more}", path, f"Add «{key}:» with its value.")
    return file.error(f"«{key}»: {first['msg']}{more}", path, _allowed(first))


def _path(file: YamlFile, location: Iterable[str | int]) -> KeyPath:
    """The part of pydantic's location that exists in the file: union branches and «[key]» are its own additions."""
    path: KeyPath = ()
    for step in location:
        if (*path, step) in file.values:
            path = (*path, step)
    return path


def _keys(shape: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in shape.model_fields.items()]


def _keys_at(shape: type[BaseModel], location: tuple[str | int, ...]) -> list[str]:
    """The keys known at a place, as far as the shape tells: those of the nested model, else of the file."""
    for name in reversed(location):
        nested = _models(shape).get(str(name))
        if nested is not None:
            return _keys(nested)
    return _keys(shape)


def _models(shape: type[BaseModel]) -> dict[str, type[BaseModel]]:
    found: dict[str, type[BaseModel]] = {}
    for name, field in shape.model_fields.items():
        found.update({key: model for model in _inside(field.annotation) for key in (name, model.__name__)})
    return found


def _inside(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in getattr(annotation, "__args__", ()) for model in _inside(argument)]


def _nearest(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    return f"Did you mean «{near[0]}»?" if near else f"Known keys: {', '.join(known)}."


def _allowed(detail: Any) -> str:
    expected = detail.get("ctx", {}).get("expected")
    return f"Allowed: {expected}." if expected else "See CONTRIBUTING.md, «Add a rule», for the format."
