"""Kinds of claim of an organisation's own: the condition in the file decides, and whatever it lacks is unknown."""

from __future__ import annotations

from typing import Any

import pytest
from tests.checks.verify.asking import NOW, READ, records

from trustcheck.checks.verify.table import verify
from trustcheck.model.claim import Claim, ClaimVerdict, Judgement
from trustcheck.model.facts import CellState
from trustcheck.model.rule import ClaimKind
from trustcheck.model.span import Span

BOUND = "agreements | selectattr('bound_until', 'gt', today)"
SAME_PLAN = "customer.plan == slots.plan"
BOTH = "customer.plan == slots.plan and agreements"


def ask(condition: str, facts: dict[str, Any], state: CellState = CellState.FOUND, **slots: str) -> Judgement:
    kind = ClaimKind("own-kind", "", "", "own-kind", {}, condition)
    return verify(kind, Claim("own-kind", Span(0, 0), slots), records(facts, state), now=NOW)


@pytest.mark.parametrize(
    ("condition", "facts", "slots", "verdict"),
    [
        (BOUND, {"agreements": [{"bound_until": "2027-01-01"}]}, {}, ClaimVerdict.CONFIRMED),
        (BOUND, {"agreements": [{"bound_until": "2026-11-20"}]}, {}, ClaimVerdict.CONTRADICTED),
        (BOUND, {"agreements": []}, {}, ClaimVerdict.CONTRADICTED),
        (BOUND, {"agreements": [{"id": "AV-1"}]}, {}, ClaimVerdict.UNKNOWN),
        (BOUND, {}, {}, ClaimVerdict.UNKNOWN),
        (SAME_PLAN, {"customer": {"plan": "Gull"}}, {"plan": "gull"}, ClaimVerdict.CONFIRMED),
        (SAME_PLAN, {"customer": {"plan": "Gull"}}, {"plan": "sølv"}, ClaimVerdict.CONTRADICTED),
        (SAME_PLAN, {"customer": {"plan": "Gull"}}, {}, ClaimVerdict.UNKNOWN),
        (SAME_PLAN, {"customer": {"plan": "Gull"}}, {"plan": "gull|sølv"}, ClaimVerdict.UNKNOWN),
        ("slots.plan == 'gull'", {}, {"plan": "gull"}, ClaimVerdict.UNKNOWN),
    ],
)
def test_the_condition_decides(
    condition: str, facts: dict[str, Any], slots: dict[str, str], verdict: ClaimVerdict
) -> None:
    judgement = ask(condition, facts, **slots)
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.endswith(".")


def test_a_fact_that_is_too_old_decides_nothing() -> None:
    assert ask(SAME_PLAN, {"customer": {"plan": "Gull"}}, CellState.STALE, plan="x").verdict is ClaimVerdict.STALE


@pytest.mark.parametrize("state", [s for s in CellState if s not in (CellState.FOUND, CellState.STALE)])
def test_a_source_that_does_not_answer_leaves_it_unknown(state: CellState) -> None:
    assert ask(f"not ({BOTH})", {"customer": {"plan": "Gull"}}, state, plan="x").verdict is ClaimVerdict.UNKNOWN


def test_the_fact_that_decided_is_named() -> None:
    fact = ask(BOUND, {"agreements": [{"bound_until": "2027-01-01"}]}).fact
    assert fact is not None
    assert (fact.path, fact.value, fact.as_of) == ("agreements", "entries: 1", READ)
