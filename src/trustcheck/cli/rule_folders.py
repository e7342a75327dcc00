"""Which rules a command is about: those that ship, those of the configuration, and folders that a person names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trustcheck.config.load import find_config, load_settings
from trustcheck.model.rule import Pack
from trustcheck.packs.load import BUILTIN, builtin_rules, load_pack


def known_pack() -> Pack:
    """The built-in rules and those of the configuration where the person stands. Loads no language tools."""
    return load_pack([builtin_rules(), *configured()])


def places(paths: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """What to load beside the built-in rules, and what of all that to test, named as the pack names it."""
    home, loaded = builtin_rules().resolve(), list(configured())
    only: list[str] = []
    for path in (given.absolute() for given in paths):
        if path.resolve().is_relative_to(home):
            only.append((BUILTIN / path.resolve().relative_to(home)).as_posix())
            continue
        if not any(path.is_relative_to(folder) for folder in loaded):
            loaded.append(path)
        only.append(path.as_posix())
    return loaded, only


def configured() -> tuple[Path, ...]:
    return load_settings(find_config(Path.cwd())).rules.paths
