"""What each check reads of a rule's options. What it does not know is refused: a typo would switch something off."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trustcheck.checks.table import CHECKS
from trustcheck.model.rule import Rule

_SCOPE = frozenset(("classes", "not_classes", "channels", "not_channels"))
"""Read by the engine for every check."""
_MATCHES = frozenset(("unless", "only", "roles"))
"""Read by checks that count matches of the rule's patterns."""
_RELATION = frozenset(("group", "entity", "flag", "within", "any", "after_words", "condition", "except"))
_RELATIONS = ("without", "with")
_WITHIN = ("sentence", "sentence-or-neighbour", "paragraph", "before", "message")


@dataclass(frozen=True, slots=True)
class Reads:
    """The options of one check beside those of every rule; without the `needed` ones it cannot work."""

    known: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()


OPTIONS: Mapping[str, Reads] = {
    "asks-known-data": Reads(_MATCHES),
    "claim-unguarded": Reads(needed=frozenset(("account", "topics"))),
    "claim-unspecific": Reads(needed=frozenset(("claims",))),
    "deadline-too-short": Reads(frozenset(("words_of",))),
    "dispute-open": Reads(_MATCHES),
    "eta-missing": Reads(_MATCHES),
    "null-value-rendered": Reads(needed=frozenset(("words",))),
    "phrases": Reads(_MATCHES | {*_RELATIONS}),
    "placeholder-unfilled": Reads(frozenset(("fields", "ordinary"))),
    "promise-overdue": Reads(_MATCHES),
    "readability": Reads(needed=frozenset(("words", "lix", "grade"))),
    "reason-missing": Reads(_MATCHES | {"debt_classes"}),
    "recipient-unnamed": Reads(frozenset(("openers",))),
    "remedy-missing": Reads(_MATCHES),
    "required": Reads(_MATCHES | {"any_of", "entities", "claims", "trigger", "at"}),
    "shouting": Reads(frozenset(("acronyms", "ordinary"))),
    "signer-missing": Reads(needed=frozenset(("unit_words", "unit_endings"))),
    "suppression-faults": Reads(needed=frozenset(("fault",))),
}
"""Checks that read options of their own; the others read none but those of every rule."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in a rule that its check cannot use: where in the file (a key path), what, and what to do."""

    key_path: tuple[str | int, ...]
    what: str
    next_step: str


def mistakes_in(rule: Rule) -> Iterator[Mistake]:
    """A check that does not exist, options that it does not know or misses, relations that name nothing."""
    if rule.check not in CHECKS:
        yield Mistake(("check",), f"there is no check «{rule.check}»", _nearest(rule.check, CHECKS))
        return
    reads = OPTIONS.get(rule.check, Reads())
    known = _SCOPE | reads.known | reads.needed
    for option in rule.options:
        if option not in known:
            yield Mistake(
                ("options", option), f"the check «{rule.check}» has no option «{option}»", _nearest(option, known)
            )
    for option in sorted(reads.needed - set(rule.options)):
        what = f"the check «{rule.check}» needs the option «{option}»"
        yield Mistake(("options",), what, f"Add «{option}:» below «options:».")
    for option in _RELATIONS:
        yield from _in_relations(rule, option, rule.options.get(option, ()))


def _in_relations(rule: Rule, option: str, given: Any) -> Iterator[Mistake]:
    listed = isinstance(given, list | tuple)
    for number, relation in enumerate(given if listed else [given]):
        path = ("options", option, number) if listed else ("options", option)
        if not isinstance(relation, Mapping):
            yield Mistake(path, f"«{option}» is no relation", "Write {group: …, within: …}.")
            continue
        for key in set(relation) - _RELATION:
            yield Mistake((*path, key), f"a relation has no key «{key}»", _nearest(key, _RELATION))
        for key in ("group", "except"):
            group = relation.get(key)
            if group is not None and group not in rule.patterns:
                what = f"the rule has no group of patterns «{group}»"
                yield Mistake((*path, key), what, _nearest(str(group), rule.patterns))
        within = relation.get("within", _WITHIN[0])
        if within not in _WITHIN:
            yield Mistake((*path, "within"), f"«within» cannot be «{within}»", _nearest(str(within), _WITHIN))


def _nearest(word: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1)
    return f"Did you mean «{near[0]}»?" if near else f"Known: {', '.join(names)}."
