"""The path of one message through the house: language, matches, class, claims, rules, verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from trustcheck.checks.claims import extract
from trustcheck.checks.classes import detect_class
from trustcheck.checks.suppressions import SUPPRESSION_FAULTS
from trustcheck.checks.table import CHECKS
from trustcheck.checks.verify.table import verify
from trustcheck.engine.baseline import leave_out
from trustcheck.engine.decide import only_unverified, verdict_of
from trustcheck.engine.findings import Findings, claims_of, in_order
from trustcheck.engine.place import Placer
from trustcheck.engine.run import Outcome, run_rules
from trustcheck.engine.suppress import Silenced, suppress
from trustcheck.language.patterns.index import PatternIndex
from trustcheck.language.patterns.matches import find_matches
from trustcheck.model.baseline import Baseline
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
    template_facts: Mapping[str, str] = field(default_factory=dict)
    baseline: Baseline | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One message and what the caller says of it. `message_class` None: detect it.

    `path`: that of its file as configuration and baseline see it, from the configuration's folder.
    """

    message: Message
    analysis: Analysis
    rules: Sequence[Rule]
    now: datetime
    path: str = ""
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
        template_facts=house.template_facts,
    )
    return _report(house, case, context, class_verdict)


def _run(house: House, case: Case, context: Context) -> tuple[Outcome, tuple[Silenced, ...]]:
    """What counts of all that the rules find, and what was suppressed. The rules about suppressions run last."""
    watching = [rule for rule in case.rules if rule.check == SUPPRESSION_FAULTS]
    others = [rule for rule in case.rules if rule.check != SUPPRESSION_FAULTS]
    first = run_rules(others, CHECKS, context)
    not_run = {reason.rule for reason in (*first.skipped, *(why for _, why in first.failed))}
    ran = {rule.name for rule in others} - not_run
    settled = suppress(first.found, case.message, house.pack.rules, ran=ran, today=case.now.date())
    last = run_rules(watching, CHECKS, replace(context, faults=settled.faults))
    outcome = Outcome(
        found=[*settled.counted, *last.found],
        ran=first.ran + last.ran,
        skipped=[*first.skipped, *last.skipped],
        failed=[*first.failed, *last.failed],
    )
    return outcome, settled.suppressed


def _verified(house: House, case: Case, claims: tuple[Claim, ...]) -> tuple[VerifiedClaim, ...]:
    kinds = {kind.name: kind for kind in house.pack.claims}
    return tuple(VerifiedClaim(c, verify(kinds.get(c.kind), c, case.facts, now=case.now)) for c in claims)


def _class_of(house: House, case: Case, matches: Matches, claims: tuple[Claim, ...]) -> ClassVerdict:
    if case.message_class is not None:
        return ClassVerdict(case.message_class.value, "caller")
    return detect_class(house.pack.classes, matches, case.message, claims)


def _report(house: House, case: Case, context: Context, class_verdict: ClassVerdict) -> MessageReport:
    message, placer = case.message, Placer(case.message)
    outcome, silenced = _run(house, case, context)
    made = Findings(message, case.analysis, placer)
    never = {rule.name for rule in house.pack.rules if rule.never_suppressed}
    findings, known = leave_out(made.of(outcome.found), case.path, house.baseline, never)
    unread = tuple(NotRun("reading", f"{p.what}; {p.next_step}") for p in message.problems)
    verdict = verdict_of(findings, [rule for rule, _ in outcome.failed], unread=bool(unread))
    return MessageReport(
        path=message.path,
        account=context.account,
        channel=message.channel.value,
        language=case.analysis.language,
        message_class=class_verdict,
        verdict=verdict,
        findings=findings,
        claims=claims_of(context.claims, message, placer),
        checks=Checks(outcome.ran, tuple(outcome.skipped), (*unread, *(why for _, why in outcome.failed))),
        suppressed=in_order((*made.suppressed(silenced), *known)),
        source_text=message.source_text,
        files=message.files,
        unverified=only_unverified(findings, verdict),
    )
