"""The checks `claim-unverified` and `claim-contradicted`: what the records say to each claim, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.model.check import Context, NotApplicable
from trustcheck.model.claim import ClaimVerdict, VerifiedClaim
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule


def claim_unverified(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each claim that the records cannot confirm: unknown to them, or known too long ago."""
    yield from _findings(context, ClaimVerdict.UNKNOWN, ClaimVerdict.STALE)


def claim_contradicted(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each claim that the records contradict."""
    yield from _findings(context, ClaimVerdict.CONTRADICTED)


def _findings(context: Context, *verdicts: ClaimVerdict) -> Iterator[RawFinding]:
    if context.message.template is not None:
        raise NotApplicable("a template concerns no account; claim-unguarded looks at what it says")
    for verified in context.claims:
        if verified.judgement.verdict in verdicts:
            yield _finding(verified, context)


def _finding(verified: VerifiedClaim, context: Context) -> RawFinding:
    claim, judgement = verified.claim, verified.judgement
    return RawFinding(
        claim.span,
        fields={"text": claim.span.of(context.message.text), "kind": claim.kind, "reason": judgement.reason},
        evidence={"kind": claim.kind, "verdict": judgement.verdict.value},
    )
