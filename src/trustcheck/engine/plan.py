"""Which rules are planned for a file, and with what severity: `select`, `ignore`, `severity`, `per_file`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

from trustcheck.config.source import read_config
from trustcheck.config.toml_positions import KeyPath
from trustcheck.model.errors import ConfigError, UsageError
from trustcheck.model.rule import Lifecycle, Rule, Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """What the configuration says about rules; each word is a code, a name, a group (`TON`) or `all`."""

    select: tuple[str, ...] = ("all",)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] | None = None
    per_file: Mapping[str, tuple[str, ...]] | None = None


def check_words(selection: Selection, rules: Sequence[Rule], config: Path | None = None) -> None:
    """Raises for a word that names no rule, with the nearest that does: a typo switches nothing off.

    ConfigError at its place where it stands in the file `config`, else UsageError.
    """
    known = {"all"} | {w for rule in rules for w in _words(rule)}
    for key_path, word in _named_words(selection):
        if word not in known:
            raise _no_rule(word, sorted(known), key_path, config)


def _named_words(selection: Selection) -> Iterator[tuple[KeyPath, str]]:
    """Every word of the selection, and where a configuration file says it."""
    yield from ((("check", "select", i), word) for i, word in enumerate(selection.select))
    yield from ((("check", "ignore", i), word) for i, word in enumerate(selection.ignore))
    yield from ((("check", "severity", word), word) for word in selection.severity or {})
    for pattern, words in (selection.per_file or {}).items():
        yield from ((("check", "per_file", pattern, i), word) for i, word in enumerate(words))


def _no_rule(word: str, known: Sequence[str], key_path: KeyPath, config: Path | None) -> ConfigError | UsageError:
    near = difflib.get_close_matches(word, known, n=1)
    what = f"«{word}» names no rule"
    step = f"Did you mean «{near[0]}»? " if near else ""
    step += "`trustcheck rules list` shows all codes, names and groups."
    source = read_config(config) if config is not None else None
    # The command line may have put its own words in the place of the file's.
    if source is None or not source.says(key_path, word):
        return UsageError(f"{what}. {step}")
    return source.error(what, key_path, at_key=key_path[-1] == word, next_step=step)


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
