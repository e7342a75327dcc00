"""Every example of a pack as a message on its way out, with the account facts that it carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trustcheck.facts.cells import account_cells
from trustcheck.linter import Outgoing
from trustcheck.model.facts import AccountFacts
from trustcheck.model.rule import Example, Pack, Rule
from trustcheck.packs.sample import NOW

_SUFFIX = {"sms": ".sms.txt", "email": ".eml"}


@dataclass(frozen=True, slots=True)
class Trial:
    """One example to run: whose it is (`owner` as in the pattern index), in which language, and as what message."""

    owner: str
    language: str
    example: Example
    outgoing: Outgoing
    rule: Rule | None = None


class ExampleFacts:
    """A data source over the facts that examples carry; implements `model.facts.FactSource`."""

    name = "the example"

    def __init__(self, trials: Iterable[Trial]) -> None:
        self._facts = {t.outgoing.account: t.example.facts for t in trials if t.outgoing.account}

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        wanted = tuple(keys)
        return {a: AccountFacts(a, account_cells(_dated(self._facts[a]), wanted, self.name)) for a in accounts}


def trials_of(pack: Pack) -> Iterator[Trial]:
    """All examples of rules, claim kinds and classes."""
    number = 0
    for rule in pack.rules:
        for language, examples in rule.examples.items():
            for example in examples:
                number += 1
                yield Trial(rule.name, language, example, _outgoing(example, language, number, rule), rule)
    named = [(f"claim:{k.name}", k.examples) for k in pack.claims] + [
        (f"class:{c.name}", c.examples) for c in pack.classes
    ]
    for owner, by_language in named:
        for language, examples in by_language.items():
            for example in examples:
                number += 1
                yield Trial(owner, language, example, _outgoing(example, language, number, None))


def _outgoing(example: Example, language: str, number: int, rule: Rule | None) -> Outgoing:
    options: Mapping[str, Any] = rule.options if rule else {}
    channel = example.channel or next(iter(options.get("channels", ())), "") or _other_channel(options)
    suffix = _SUFFIX.get(channel, ".txt") if channel != "email" or _has_headers(example.text) else ".txt"
    return Outgoing(
        path=example.file or f"example-{number}{suffix}",
        content=example.text.encode(),
        account=f"E-{number}" if example.facts is not None else None,
        message_class=example.message_class or _first_class(options) or None,
        channel=channel or None,
        language=language,
    )


def _first_class(options: Mapping[str, Any]) -> str:
    """A class that the rule applies to, for an example that names none: it is a sentence of such a message."""
    first = next(iter(options.get("classes", ())), "")
    return "collection-warning" if first == "high-consequence" else str(first)


def _other_channel(options: Mapping[str, Any]) -> str:
    closed = set(options.get("not_channels", ()))
    return next((c for c in ("letter", "email", "sms") if c not in closed), "") if closed else ""


def _has_headers(text: str) -> bool:
    return text.lstrip().lower().startswith(("from:", "to:", "subject:", "reply-to:", "date:", "return-path:"))


def _dated(facts: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Facts of an example are fresh unless they say when they were read."""
    return {"as_of": NOW.isoformat(), **(facts or {})}
