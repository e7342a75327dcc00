"""Checks that read the records directly: an open dispute, a promise that is overdue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from trustcheck.checks.places import place_of_absence
from trustcheck.checks.scope import counted
from trustcheck.checks.verify.values import same_number
from trustcheck.model.check import CheckFailed, Context, NotApplicable
from trustcheck.model.facts import CellState
from trustcheck.model.language import EntityKind
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule

_UNKNOWN = frozenset({CellState.NOT_FOUND, CellState.NULL, CellState.NOT_CONFIGURED, CellState.STALE})
_SHORTEST_ID = 3
_NAMES_A_CASE = frozenset({"complaint", "dispute"})


def dispute_open(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where a complaint or dispute is open that the message neither acknowledges nor leaves out."""
    if counted(rule, context, "acknowledges"):
        return
    for case in rows(context, "cases"):
        if case["kind"] in _NAMES_A_CASE and case["status"] == "open" and _concerns(case, context):
            evidence = {"case": case.get("id"), "kind": case["kind"]}
            fields = {"case": str(case.get("id", "?"))}
            yield RawFinding(place_of_absence(context.message, "heading"), fields, evidence, absent=True)
            return


def promise_overdue(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where a promise to the reader is unkept past its day, and the message says nothing of it."""
    if counted(rule, context, "acknowledges"):
        return
    today = context.now.astimezone(UTC).date().isoformat()
    for promise in rows(context, "promises"):
        due = str(promise.get("due") or "")
        if not promise["kept"] and due and due < today:
            evidence = {"due": due, "what": promise.get("what")}
            fields = {"due": due, "what": str(promise.get("what", ""))}
            yield RawFinding(place_of_absence(context.message, "greeting"), fields, evidence, absent=True)
            return


def rows(context: Context, key: str) -> list[dict[str, Any]]:
    """The list at a fact key. Raises NotApplicable where the records do not know, CheckFailed where they fail."""
    return list(fact(context, key))


def fact(context: Context, key: str) -> Any:
    """The value at a fact key. Raises like `rows`."""
    if context.facts is None:
        raise NotApplicable("no data source is configured: add [facts] source to trustcheck.toml")
    cell = context.facts.cell(key)
    if cell.state is CellState.FOUND:
        return cell.value
    if cell.state in _UNKNOWN:
        raise NotApplicable(cell.note or f"the records have no «{key}»")
    raise CheckFailed(cell.note or f"the records answer «{key}» with: {cell.state.value}")


def _concerns(case: dict[str, Any], context: Context) -> bool:
    """Not where the message names the case, nor where the case is about an invoice that the message does not name."""
    named = [e.value for e in context.analysis.entities_of(EntityKind.REFERENCE, EntityKind.NUMBER)]
    case_id, invoice = str(case.get("id") or ""), case.get("invoice")
    if case_id and (any(same_number(value, case_id) for value in named) or _stands_in(case_id, context)):
        return False
    if not invoice:
        return True
    labelled = [
        e.value for e in context.analysis.entities_of(EntityKind.REFERENCE) if e.detail.get("label") == "invoice"
    ]
    return not labelled or any(same_number(value, invoice) for value in labelled)


def _stands_in(case_id: str, context: Context) -> bool:
    """The case's id as a word of the text; one of less than three characters may be anything."""
    found = re.search(rf"(?<!\w){re.escape(case_id)}(?!\w)", context.message.text, re.IGNORECASE)
    return len(case_id) >= _SHORTEST_ID and found is not None
