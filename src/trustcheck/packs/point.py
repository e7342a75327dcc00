"""Pointing at a key of a rule file again, for mistakes that only a higher floor can see."""

from __future__ import annotations

from pathlib import Path

from trustcheck.model.errors import RuleFileError
from trustcheck.model.rule import SourceLine
from trustcheck.packs.load import BUILTIN, builtin_rules


def error_in_rule(at: SourceLine, key_path: tuple[str | int, ...], what: str, next_step: str) -> RuleFileError:
    """An error at a key of the file that `at` names, or at the nearest thing around it that is there."""
    from trustcheck.packs.source import read_yaml  # late: rules that come from the cache need no YAML

    file = read_yaml(_on_disk(at.path), at.path)
    return file.error(what, key_path, next_step, key=key_path in file.keys and key_path[-1:] != ("check",))


def _on_disk(shown: str) -> Path:
    """The file behind a name as places show it: built-in rules are called by their folder, wherever it is."""
    path = Path(shown)
    built_in = builtin_rules().joinpath(*path.parts[1:])
    return built_in if path.parts[:1] == (BUILTIN,) and built_in.is_file() else path
