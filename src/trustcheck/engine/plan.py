"""Which rules are planned for a file, and with what severity: `select`, `ignore`, `severity`, `per_file`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch

from trustcheck.model.errors import UsageError
from trustcheck.model.rule import Lifecycle, Rule, Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """What the configuration says about rules; each word is a code, a name, a group (`TON`) or `all`."""

    select: tuple[str, ...] = ("all",)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] | None = None
    per_file: Mapping[str, tuple[str, ...]] | None = None


def check_words(selection: Selection, rules: Sequence[Rule]) -> None:
    """Raises UsageError for a word that names no rule, with the nearest that does: a typo switches nothing off."""
    known = {"all"} | {w for rule in rules for w in _words(rule)}
    per_file = [word for words in (selection.per_file or {}).values() for word in words]
    for word in (*selection.select, *selection.ignore, *(selection.severity or {}), *per_file):
        if word not in known:
            near = difflib.get_close_matches(word, sorted(known), n=1)
            hint = f" Did you mean «{near[0]}»?" if near else ""
            raise UsageError(
                f"«{word}» names no rule.{hint} `trustcheck rules list` shows all codes, names and groups."
            )


def planned(selection: Selection, rules: Sequence[Rule], path: str) -> tuple[Rule, ...]:
    """The rules to run on the file at `path`, in their order, with the severities that the configuration sets."""
    off = {w for pattern, words in (selection.per_file or {}).items() if fnmatch(path, pattern) for w in words}
    return tuple(
        _with_severity(rule, selection.severity or {})
        for rule in rules
        if _selected(rule, selection.select) and not _named(rule, {*selection.ignore, *off})
    )


def _words(rule: Rule) -> tuple[str, str, str]:
    return rule.code, rule.name, rule.group


def _selected(rule: Rule, select: Iterable[str]) -> bool:
    words = set(select)
    if rule.lifecycle is Lifecycle.PREVIEW:
        return bool(words & {rule.code, rule.name})
    return "all" in words or _named(rule, words)


def _named(rule: Rule, words: set[str]) -> bool:
    return bool(words & set(_words(rule)))


def _with_severity(rule: Rule, severities: Mapping[str, Severity]) -> Rule:
    wanted = next((severities[w] for w in _words(rule) if w in severities), None)
    return rule if wanted is None else replace(rule, severity=wanted)
