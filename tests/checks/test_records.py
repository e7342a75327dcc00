"""Rules that read the records themselves: a dispute that is open, a promise that is overdue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from trustcheck.checks.records import dispute_open, promise_overdue
from trustcheck.language.analyse import analyse
from trustcheck.model.check import Check, CheckFailed, Context, NotApplicable
from trustcheck.model.facts import AccountFacts, Cell, CellState
from trustcheck.model.match import Match
from trustcheck.model.registry import Organisation
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import MessageClass, PatternText, Rule, Severity, SourceLine
from trustcheck.model.span import Span
from trustcheck.readers.read import read_bytes

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
LETTER = "Kjære Heidi Lisle\n\nFaktura 7788 på 499 kroner står åpen. Betal den innen 5. desember 2026.\n\nVennlig hilsen\nGro Bø\n"
COMPLAINT = {"id": "KL-4711", "kind": "complaint", "status": "open", "opened": "2026-11-15", "invoice": None}
PROMISE = {"made": "2026-11-15", "due": "2026-11-16", "what": "call back", "kept": False}


class Acknowledged:
    """What a pattern group `acknowledges` found: something, or nothing."""

    def __init__(self, found: bool) -> None:
        self._found = found

    def of(self, owner: str, group: str = "match") -> tuple[Match, ...]:
        if not self._found or group != "acknowledges":
            return ()
        sentence = analyse(
            read_bytes(b"Ja.\n", "x.txt"), language="nb", default=None, country="NO", today=NOW.date()
        ).sentences[0]
        return (Match(PatternText("ja", SourceLine("x", 1, 1)), sentence, 0, 0, 1, Span(0, 2)),)


def run(
    check: Check, facts: Mapping[str, Cell] | None, letter: str = LETTER, *, acknowledged: bool = False
) -> list[RawFinding]:
    message = read_bytes(letter.encode(), "brev.txt")
    context = Context(
        message=message,
        analysis=analyse(message, language="nb", default=None, country="NO", today=NOW.date()),
        message_class=MessageClass.REMINDER,
        organisation=Organisation(),
        matches=Acknowledged(acknowledged),
        now=NOW,
        periods={},
        account="A-1",
        facts=None if facts is None else AccountFacts("A-1", facts),
    )
    return list(check(Rule("CLM004", "some-rule", Severity.ERROR, "", "", "", "", ""), context))


def cell(value: Any, state: CellState = CellState.FOUND) -> Cell:
    return Cell(state, value, NOW - timedelta(hours=1), "facts.json")


def cases(*changes: Mapping[str, Any]) -> dict[str, Cell]:
    return {"cases": cell([{**COMPLAINT, **change} for change in changes])}


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({}, 1),
        ({"kind": "dispute"}, 1),
        ({"kind": "delivery"}, 0),
        ({"status": "closed"}, 0),
        ({"invoice": "7788"}, 1),
        ({"invoice": "9900"}, 0),
    ],
)
def test_an_open_complaint_or_dispute_about_this_is_found(change: dict[str, Any], count: int) -> None:
    assert len(run(dispute_open, cases(change))) == count


@pytest.mark.parametrize("named", ["sak KL-4711", "Klagen din (KL-4711)", "kl-4711"])
def test_a_letter_that_names_the_case_is_silent(named: str) -> None:
    assert run(dispute_open, cases({}), LETTER.replace("Faktura", f"Vi behandler {named}. Faktura")) == []


def test_a_letter_that_acknowledges_the_case_in_words_is_silent() -> None:
    assert run(dispute_open, cases({}), acknowledged=True) == []


def test_a_case_about_an_invoice_counts_where_the_letter_names_none() -> None:
    letter = LETTER.replace("Faktura 7788 på 499 kroner", "Regningen din")
    assert len(run(dispute_open, cases({"invoice": "9900"}), letter)) == 1


def test_several_open_cases_are_one_finding_that_names_the_case() -> None:
    found = run(dispute_open, cases({}, {"id": "KL-4712"}))
    assert [finding.evidence["case"] for finding in found] == ["KL-4711"]


@pytest.mark.parametrize(
    ("change", "count"),
    [({}, 1), ({"kept": True}, 0), ({"due": "2026-11-20"}, 0), ({"due": "2026-11-19"}, 1), ({"due": None}, 0)],
)
def test_a_promise_past_its_day_is_found(change: dict[str, Any], count: int) -> None:
    assert len(run(promise_overdue, {"promises": cell([{**PROMISE, **change}])})) == count


def test_a_promise_that_the_letter_acknowledges_is_silent() -> None:
    assert run(promise_overdue, {"promises": cell([PROMISE])}, acknowledged=True) == []


def test_the_promise_is_missed_at_the_greeting_else_at_the_start() -> None:
    facts = {"promises": cell([PROMISE])}
    greeted = run(promise_overdue, facts)[0]
    assert greeted.span.of(LETTER) == "Kjære Heidi Lisle"
    assert greeted.absent
    assert run(promise_overdue, facts, "Faktura 7788 står åpen.\n")[0].span.start == 0


@pytest.mark.parametrize(("check", "key"), [(dispute_open, "cases"), (promise_overdue, "promises")])
@pytest.mark.parametrize("state", [CellState.NOT_FOUND, CellState.NULL, CellState.NOT_CONFIGURED, CellState.STALE])
def test_what_the_records_do_not_know_now_is_not_applicable(check: Check, key: str, state: CellState) -> None:
    with pytest.raises(NotApplicable, match=r"\w"):
        run(check, {key: cell([], state)})


@pytest.mark.parametrize(("check", "key"), [(dispute_open, "cases"), (promise_overdue, "promises")])
@pytest.mark.parametrize(
    "state", [CellState.UNAVAILABLE, CellState.TIMEOUT, CellState.INVALID, CellState.CONFLICT, CellState.UNDATED]
)
def test_what_the_records_cannot_tell_fails(check: Check, key: str, state: CellState) -> None:
    with pytest.raises(CheckFailed, match=r"\w"):
        run(check, {key: cell([], state)})


@pytest.mark.parametrize("check", [dispute_open, promise_overdue])
def test_without_records_the_check_is_not_applicable(check: Check) -> None:
    with pytest.raises(NotApplicable, match="facts"):
        run(check, None)
    with pytest.raises(NotApplicable):
        run(check, {})
