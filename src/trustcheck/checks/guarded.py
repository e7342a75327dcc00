"""The check `claim-unguarded`: what a template says of the account, whatever the data are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from trustcheck.checks.claims import sentence_of
from trustcheck.model.check import Context, NotApplicable
from trustcheck.model.claim import Claim
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.template import Asked, Condition, TemplateView

_WORD = re.compile(r"[A-Z]?[a-zæøåäö]+|[A-ZÆØÅÄÖ]+(?![a-zæøåäö])")
_OPPOSITE = (
    "«{text}» stands where {condition}, and says the opposite of it.",
    "Turn the condition round, or move the sentence to the other branch.",
)
_FALSE_WORDS = frozenset({"false", "no", "0", "none", "nei", "nej"})


class Bearing(Enum):
    """What a condition says to a claim."""

    NONE = auto()
    BEARS = auto()
    """It is about the matter, and leaves open in which way."""
    SUPPORTS = auto()
    CONTRADICTS = auto()


@dataclass(frozen=True, slots=True)
class Topic:
    """The words in paths of data that are about a kind of claim.

    `about`: the matter. `kinds`: kind of claim → the state that it tells. `states`: state → the words for it; they
    exclude each other. The claim in question tells `state`.
    """

    about: frozenset[str]
    kinds: Mapping[str, str]
    states: Mapping[str, frozenset[str]]
    state: str

    @classmethod
    def of(cls, rule: Rule, kind: str) -> Topic:
        """The topic of a kind of claim; for kinds that no topic names, only what every account holds."""
        account = frozenset(rule.options["account"])
        for topic in rule.options["topics"]:
            if kind in topic["kinds"]:
                states = {state: frozenset(words) for state, words in topic["states"].items()}
                return cls(account | frozenset(topic["about"]), topic["kinds"], states, topic["kinds"][kind])
        return cls(account, {}, {}, "")

    def bearing(self, asked: Asked, facts: Mapping[str, str]) -> Bearing:
        """What a question and its answer say to the claim. `facts`: path → kind of claim, as the project declares."""
        words = _words(asked.path)
        truth, named = _assertion(asked)
        if asked.path in facts:
            state = self.kinds.get(facts[asked.path])
            words |= self.about  # of the account in any case
        else:
            state = self._state_in(named or words)
        if state is not None:
            return Bearing.SUPPORTS if (state == self.state) == truth else Bearing.CONTRADICTS
        return Bearing.BEARS if words & self.about or self._state_in(words) else Bearing.NONE

    def _state_in(self, words: frozenset[str]) -> str | None:
        """The state that the words name; None where they name none, or two of them."""
        found = [state for state, names in self.states.items() if words & names]
        return found[0] if len(found) == 1 else None


def claim_unguarded(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each claim that no condition on the account's data governs, or that denies the one around it."""
    view = context.message.template
    if view is None:
        raise NotApplicable("only templates are looked at")
    for verified in context.claims:
        yield from _about(verified.claim, view, rule, context)


def _about(claim: Claim, view: TemplateView, rule: Rule, context: Context) -> Iterator[RawFinding]:
    topic = Topic.of(rule, claim.kind)
    fields = {"text": claim.span.of(context.message.text), "kind": claim.kind}
    found = list(_bearings(claim, view, topic, context))
    kinds = {bearing for bearing, _ in found}
    denying = next((words for bearing, words in found if bearing is Bearing.CONTRADICTS), None)
    if denying is not None and Bearing.SUPPORTS not in kinds:
        message, advice = _OPPOSITE
        yield RawFinding(claim.span, {**fields, "condition": denying}, message=message, advice=advice)
    elif kinds <= {Bearing.NONE} and not _printed(claim, view, topic, context):
        yield RawFinding(claim.span, fields, evidence={"kind": claim.kind})


def _bearings(claim: Claim, view: TemplateView, topic: Topic, context: Context) -> Iterator[tuple[Bearing, str]]:
    """What each condition around the claim, and each fact noted for it, says to it; with its words."""
    for condition in view.conditions_at(claim.span):
        yield _joint(condition, topic, context.template_facts), f"`{condition}`"
    for note in view.noted_at(claim.span):
        yield topic.bearing(_Noted.of(note), context.template_facts), f"the comment says `{note}`"


def _joint(condition: Condition, topic: Topic, facts: Mapping[str, str]) -> Bearing:
    """The strongest of what the condition's questions say."""
    found = {topic.bearing(asked, facts) for asked in condition.atoms}
    order = (Bearing.SUPPORTS, Bearing.CONTRADICTS, Bearing.BEARS)
    return next((bearing for bearing in order if bearing in found), Bearing.NONE)


def _printed(claim: Claim, view: TemplateView, topic: Topic, context: Context) -> bool:
    """True where the claim's sentence prints a value of the account."""
    paths = [printed.data for printed in view.printed_at(sentence_of(claim, context.analysis))]
    return any(_words(path) & topic.about or context.template_facts.get(path) == claim.kind for path in paths)


@dataclass(frozen=True, slots=True)
class _Noted:
    """A fact that a comment names: `invoice.paid=false`, `invoice.status=unpaid`, or a bare kind of claim."""

    path: str
    op: str
    value: Any
    truth: bool

    @classmethod
    def of(cls, note: str) -> _Noted:
        path, sign, value = note.partition("=")
        if not sign or value.casefold() in {"true", "yes", "ja"}:
            return cls(path, "truthy", None, True)
        if value.casefold() in _FALSE_WORDS:
            return cls(path, "truthy", None, False)
        return cls(path, "eq", value.strip("\"'"), True)


def _assertion(asked: Asked) -> tuple[bool, frozenset[str]]:
    """Whether a question's answer affirms, and the words of the value that it affirms; a comparison affirms nothing."""
    if asked.op == "none":
        return not asked.truth, frozenset()
    if asked.op == "eq" and isinstance(asked.value, str):
        return asked.truth, _words(asked.value) or frozenset({"?"})
    if asked.op in ("truthy", "defined", "flag") or isinstance(asked.value, bool):
        return asked.truth == (asked.value is not False), frozenset()
    return asked.truth, frozenset({"?"})


def _words(path: str) -> frozenset[str]:
    """The words of a path in small letters: `invoice.isPaid` → invoice, is, paid."""
    return frozenset(word.casefold() for word in _WORD.findall(path))
