"""The path of one message through the house: language, matches, class, claims, rules, verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from trustcheck.checks.claims import extract
from trustcheck.checks.classes import detect_class
from trustcheck.checks.table import CHECKS
from trustcheck.checks.verify.table import verify
from trustcheck.engine.decide import only_unverified, verdict_of
from trustcheck.engine.findings import claims_of, findings_of
from trustcheck.engine.place import Placer
from trustcheck.engine.run import Outcome, run_rules
from trustcheck.language.patterns.index import PatternIndex
from trustcheck.language.patterns.matches import find_matches
from trustcheck.model.check import Context, Matches
from trustcheck.model.claim import Claim, VerifiedClaim
from trustcheck.model.facts import AccountFacts
from trustcheck.model.language import Analysis
from trustcheck.model.message import Message
from trustcheck.model.registry import Organisation
from trustcheck.model.report import Checks, ClassVerdict, MessageReport, NotRun
from trustcheck.model.rule import MessageClass, Pack, Rule


@dataclass(frozen=True, slots=True)
class House:
    """What is the same for every message of a run."""

    pack: Pack
    indexes: Mapping[str, PatternIndex]
    organisation: Organisation
    periods: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Case:
    """One message and what the caller says of it. `message_class` None: detect it."""

    message: Message
    analysis: Analysis
    rules: Sequence[Rule]
    now: datetime
    account: str | None = None
    facts: AccountFacts | None = None
    message_class: MessageClass | None = None


def inspect(house: House, case: Case) -> MessageReport:
    """Everything that trustcheck has to say about one message."""
    return judge(house, case, find_matches(case.analysis.sentences, house.indexes))


def judge(house: House, case: Case, matches: Matches) -> MessageReport:
    """The same, with matches that were found before: who tests rules asks what would be without some of them."""
    claims = extract(house.pack.claims, matches, case.message, case.analysis)
    class_verdict = _class_of(house, case, matches, claims)
    context = Context(
        message=case.message,
        analysis=case.analysis,
        message_class=MessageClass(class_verdict.name),
        organisation=house.organisation,
        matches=matches,
        now=case.now,
        periods=house.periods,
        account=case.account,
        facts=case.facts,
        claims=_verified(house, case, claims),
    )
    return _report(context, class_verdict, run_rules(case.rules, CHECKS, context))


def _verified(house: House, case: Case, claims: tuple[Claim, ...]) -> tuple[VerifiedClaim, ...]:
    kinds = {kind.name: kind for kind in house.pack.claims}
    return tuple(VerifiedClaim(c, verify(kinds.get(c.kind), c, case.facts, now=case.now)) for c in claims)


def _class_of(house: House, case: Case, matches: Matches, claims: tuple[Claim, ...]) -> ClassVerdict:
    if case.message_class is not None:
        return ClassVerdict(case.message_class.value, "caller")
    return detect_class(house.pack.classes, matches, case.message, claims)


def _report(context: Context, class_verdict: ClassVerdict, outcome: Outcome) -> MessageReport:
    message, placer = context.message, Placer(context.message)
    findings = findings_of(outcome.found, message, context.analysis.language, placer)
    unread = tuple(NotRun("reading", f"{p.what}; {p.next_step}") for p in message.problems)
    verdict = verdict_of(findings, [rule for rule, _ in outcome.failed], unread=bool(unread))
    return MessageReport(
        path=message.path,
        account=context.account,
        channel=message.channel.value,
        language=context.analysis.language,
        message_class=class_verdict,
        verdict=verdict,
        findings=findings,
        claims=claims_of(context.claims, message, placer),
        checks=Checks(outcome.ran, tuple(outcome.skipped), (*unread, *(why for _, why in outcome.failed))),
        source_text=message.source_text,
        unverified=only_unverified(findings, verdict),
    )
