"""The check `reason-missing`: does a grave message say concretely why?

A rule file gives the words, in pattern groups: `because` (what opens a reason), `fact` (a reason told as a fact),
`debt` (that money is owed), `therefore` (what points back to a reason), `vague` (wordings that only look like reasons),
`refused` (words that keep the reason back: «you know why»).
"""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.checks.places import place_of_absence
from trustcheck.checks.scope import counted
from trustcheck.model.check import Context
from trustcheck.model.language import EntityKind
from trustcheck.model.match import Flag
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import MessageClass, Rule

_OWED = frozenset({"payment-missing", "payment-overdue", "amount-owed"})
_DEMANDS = frozenset({MessageClass.COLLECTION_WARNING, MessageClass.DISCONNECTION_NOTICE})
"""They name the sum that they are about; in other messages a sum may be a fee for what is done."""


def reason_missing(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where no concrete reason is given. Option `debt_classes`: where to owe money is reason enough."""
    vague = {m.sentence_index for group in ("vague", "refused") for m in context.matches.of(rule.name, group)}
    if not any(_gives_reason(rule, context, vague)):
        yield RawFinding(place_of_absence(context.message, "heading"), absent=True)


def _gives_reason(rule: Rule, context: Context, vague: set[int]) -> Iterator[bool]:
    yield from (match.sentence_index not in vague for match in counted(rule, context, "because"))
    # Who says that the reason is kept back gives none with whatever fact stands beside it.
    if not counted(rule, context, "refused"):
        yield from _tells_facts(rule, context, vague)
    if context.message_class.value in rule.options.get("debt_classes", ()):
        yield from (Flag.CONDITION not in match.flags for match in counted(rule, context, "debt"))
        yield any(verified.claim.kind in _OWED for verified in context.claims)
    if context.message_class in _DEMANDS:
        yield bool(context.analysis.entities_of(EntityKind.MONEY))


def _tells_facts(rule: Rule, context: Context, vague: set[int]) -> Iterator[bool]:
    yield from (
        match.sentence_index not in vague
        for match in counted(rule, context, "fact")
        if Flag.CONDITION not in match.flags
    )
    # «Therefore» leans on the sentence before, and «after an overall assessment» is nothing to lean on.
    yield from (
        not vague & {match.sentence_index - 1, match.sentence_index} for match in counted(rule, context, "therefore")
    )
