"""From what pydantic found wrong to an error that a person can act on: what, where, likely cause, next step."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from trustcheck.config.schema import MAX_AGE_KEYS, PERIOD_CLASSES, SEVERITIES, known_keys
from trustcheck.config.source import ConfigSource, covered
from trustcheck.config.source_schema import KINDS, USE_KEYS, is_tag
from trustcheck.config.toml_positions import KeyPath
from trustcheck.model.errors import ConfigError
from trustcheck.model.facts import FACT_KEYS

_IS_KEY = "[key]"
"""What pydantic puts last in `loc` where the key of a mapping is wrong, and not its value."""

_SHOWN_MORE = 5
_SHOWN_LENGTH = 60
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def explain(problems: Sequence[Mapping[str, Any]], source: ConfigSource) -> ConfigError:
    """One error for all that pydantic found: the first in the file in full, the others by their place."""
    errors = sorted((_explain_one(p, source) for p in problems), key=lambda e: (e.line or 0, e.column or 0))
    first, rest = errors[0], errors[1:]
    steps = [first.next_step, *(f"Also {e.path}:{e.line}:{e.column}: {e.what}." for e in rest[:_SHOWN_MORE])]
    if len(rest) > _SHOWN_MORE:
        steps.append(f"And {len(rest) - _SHOWN_MORE} more.")
    return ConfigError(
        first.what,
        path=first.path,
        line=first.line,
        column=first.column,
        source_line=first.source_line,
        next_step="\n  ".join(step for step in steps if step),
    )


def _explain_one(problem: Mapping[str, Any], source: ConfigSource) -> ConfigError:
    loc: KeyPath = tuple(step for step in problem["loc"] if not is_tag(step))
    is_key = loc[-1:] == (_IS_KEY,)
    path = loc[:-1] if is_key else loc
    if problem["type"] == "extra_forbidden":
        what, next_step = _unknown_key(path, source)
    elif problem["type"] == "trustcheck":
        what, next_step = problem["ctx"]["what"], problem["ctx"]["next_step"]
        next_step = _nearest_key(path) + next_step if is_key else next_step
    else:
        what, next_step = _wrong_value(problem, path, source.prefix)
    at_key = is_key or problem["type"] == "extra_forbidden"
    return source.error(covered(what), path, at_key=at_key, next_step=covered(next_step))


def _unknown_key(path: KeyPath, source: ConfigSource) -> tuple[str, str]:
    table, key, prefix = path[:-1], str(path[-1]), source.prefix
    where = f"in [{_dotted(prefix + table)}]" if prefix + table else "at the top of the configuration"
    what = f"unknown key «{key}» {where}"
    if not table and key == "tool":
        return what, "Only pyproject.toml has [tool.trustcheck]; in this file write [check], [organisation] and so on."
    known = known_keys(table, source.table)
    home = next((t for t in _tables() if t != table and key in known_keys(t)), None)
    if home is not None and not _nearest(key, known):
        return (
            what,
            f"«{key}» belongs in [{_dotted(prefix + home)}]."
            if home
            else f"Its heading is [{_dotted((*prefix, key))}].",
        )
    return what, f"{_nearest(key, known)}Known keys: {', '.join(known)}."


def _tables() -> list[KeyPath]:
    """The tables with fixed keys, from the top."""
    return [(), *((key,) for key in known_keys(()) if known_keys((key,))), ("organisation", "external")]


def _nearest_key(path: KeyPath) -> str:
    tables = {
        "max_age": MAX_AGE_KEYS,
        "periods": PERIOD_CLASSES,
        "use": USE_KEYS,
        "queries": FACT_KEYS,
        "files": FACT_KEYS,
    }
    known = tables.get(str(path[-2]), FACT_KEYS if path[-2:-1] == ("facts",) else ())
    return _nearest(str(path[-1]), known)


def _wrong_value(problem: Mapping[str, Any], path: KeyPath, prefix: KeyPath) -> tuple[str, str]:
    name, value, ctx = _dotted(path), problem["input"], problem.get("ctx", {})
    assign = f"{path[-1]} = " if isinstance(path[-1], str) else ""
    match problem["type"]:
        case "list_type":
            return f"«{name}» must be a list", f"Put the value in square brackets: {assign}[{_example(value)}]"
        case "string_type":
            return f"«{name}» must be text, not {_kind(value)}", _text_step(assign, value)
        case "int_type":
            step = f"Write a number without quotation marks: {assign}14"
            return f"«{name}» must be a whole number, not {_kind(value)}", step
        case "dict_type" | "model_type":
            step = f"Write its keys below a line [{_dotted(prefix + path)}]."
            return f"«{name}» must be a table, not {_kind(value)}", step
        case "string_too_short":
            return f"«{name}» is empty", "Fill it in, or take it out."
        case "string_too_long":
            return f"«{name}» is longer than {ctx['max_length']} characters", "Shorten it."
        case "too_short":
            return f"«{name}» has too few entries", f"Write {ctx['min_length']} or more."
        case "union_tag_not_found":
            return f"[{_dotted(prefix + path)}] does not say its kind", f"Add  kind = …  Known: {', '.join(KINDS)}."
        case "union_tag_invalid":
            kind = str(value["kind"])
            return (
                f"«{covered(kind)}» is no kind of source",
                f"{_nearest(kind, tuple(KINDS))}Known: {', '.join(KINDS)}.",
            )
        case "missing":
            return f"«{name}» is missing", f"[{_dotted(prefix + path[:-1])}] needs it; add  {path[-1]} = …"
        case "literal_error" if path[:1] == ("facts",):
            return f"«{name}» has a value that is not known", f"Known: {ctx['expected']}."
        case "literal_error":
            step = f"{_nearest(str(value), SEVERITIES)}Known: {', '.join(SEVERITIES)}."
            return f"«{covered(str(value))}» is no severity", step
        case "greater_than_equal":
            return f"«{name}» is too small: {value}", f"Write {ctx['ge']} or more."
        case "less_than_equal":
            return f"«{name}» is too large: {value}", f"Write {ctx['le']} or less."
        case _:
            return f"«{name}»: {problem['msg'][:1].lower()}{problem['msg'][1:]}", "Correct the value."


def _text_step(assign: str, value: Any) -> str:
    if isinstance(value, list):
        return f"Take away the square brackets: {assign}{_example(value[0] if value else None)}"
    if isinstance(value, dict):
        return f'Write one text: {assign}"text"'
    return f"Put it in quotation marks: {assign}{_example(str(value))}"


def _example(value: Any) -> str:
    """The value as TOML text, for showing; a stand-in where it is no short text."""
    fits = isinstance(value, str) and len(value) <= _SHOWN_LENGTH and value.isprintable()
    return json.dumps(covered(value), ensure_ascii=False) if fits else '"text"'


def _kind(value: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "a table"}
    return names.get(type(value), "a date or time")


def _nearest(word: str, known: Sequence[str]) -> str:
    """«Did you mean …?» with the nearest known word, whichever of - and _ was written; empty where none is near."""
    by_shape = {k.replace("-", "_"): k for k in known}
    found = get_close_matches(word.lower().replace("-", "_")[:_SHOWN_LENGTH], by_shape, n=1)
    return f"Did you mean «{by_shape[found[0]]}»? " if found else ""


def _dotted(path: KeyPath) -> str:
    """The path as TOML writes it: `check.per_file."a/**"`; array indexes as `[0]`."""
    parts = (f"[{p}]" if isinstance(p, int) else f".{p if _BARE.fullmatch(p) else json.dumps(p)}" for p in path)
    return "".join(parts).removeprefix(".")
