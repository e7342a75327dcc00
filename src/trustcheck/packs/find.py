"""Finding a rule by what people type, and the files that they mean by a place."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from trustcheck.model.errors import UsageError
from trustcheck.model.rule import Rule


def find_rule(word: str, rules: Sequence[Rule]) -> Rule:
    """The rule of that code or name, in any case. Raises UsageError with the nearest for a word that names none."""
    wanted = word.strip().lower()
    for rule in rules:
        if wanted in (rule.code.lower(), rule.name):
            return rule
    names = [name for rule in rules for name in (rule.name, rule.code)]
    near = difflib.get_close_matches(wanted, names, n=1) or difflib.get_close_matches(wanted.upper(), names, n=1)
    hint = f" Did you mean «{near[0]}»?" if near else ""
    raise UsageError(f"«{word}» names no rule.{hint} `trustcheck rules list` shows all of them.")


def is_in(path: str, place: str) -> bool:
    """Is `path`, as the pack names it, the file `place` or somewhere below that folder?"""
    return path == place or path.startswith(place.rstrip("/") + "/")
