from __future__ import annotations

import pytest

from trustcheck.cli.outcome import Exit, Outcome
from trustcheck.model.report import Checks, ClassVerdict, Finding, MessageReport, NotRun, Verdict
from trustcheck.model.rule import Severity
from trustcheck.model.span import Place, Position

HERE = Place(Position(0, 1, 1), Position(0, 1, 1))


def _message(*found: tuple[str, Severity], failed: bool = False, unverified: bool = False) -> MessageReport:
    return MessageReport(
        path="a.txt",
        account=None,
        channel="letter",
        language="nb",
        message_class=ClassVerdict("general", "detected"),
        verdict=Verdict.HOLD if unverified else Verdict.SEND,
        findings=tuple(Finding("X", rule, severity, "", "", "", HERE) for rule, severity in found),
        claims=(),
        checks=Checks(1, failed=(NotRun("a-rule", "it broke"),) if failed else ()),
        unverified=unverified,
    )


def _code(*messages: MessageReport, fail_on: Severity = Severity.ERROR, unreadable: int = 0) -> Exit:
    outcome = Outcome(fail_on, unreadable=unreadable)
    for message in messages:
        outcome.add(message)
    return outcome.code


SHOUTS = _message(("shouting", Severity.WARNING))
THREATENS = _message(("threat-coercive", Severity.ERROR))
UNKNOWN = _message(("claim-unverified", Severity.ERROR), unverified=True)
BROKEN = _message(failed=True)


@pytest.mark.parametrize(
    ("messages", "fail_on", "code"),
    [
        ([_message()], Severity.ERROR, 0),
        ([SHOUTS], Severity.ERROR, 0),
        ([SHOUTS], Severity.WARNING, 1),
        ([THREATENS, _message()], Severity.ERROR, 1),
        ([UNKNOWN], Severity.ERROR, 3),
        ([BROKEN, SHOUTS], Severity.ERROR, 3),
        ([BROKEN, SHOUTS], Severity.WARNING, 1),
        ([UNKNOWN, THREATENS], Severity.ERROR, 1),
        ([_message(("claim-unverified", Severity.WARNING))], Severity.ERROR, 0),
    ],
)
def test_the_exit_code_is_that_of_the_worst(messages: list[MessageReport], fail_on: Severity, code: int) -> None:
    assert _code(*messages, fail_on=fail_on) == code


def test_what_could_not_be_read_outweighs_everything() -> None:
    assert _code(THREATENS, unreadable=1) == 2
    assert _code(_message(), unreadable=1) == 2


def test_no_message_is_no_success() -> None:
    assert _code() == 2
