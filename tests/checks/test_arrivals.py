"""When it comes: what counts as a time, and what only looks like one."""

from __future__ import annotations

import pytest
from tests.checks.support import fired

LATE = "Sykkelen er forsinket. "


@pytest.mark.parametrize(
    "line",
    [
        "Den kommer på tirsdag.",
        "Den kommer i uke 50.",
        "Det tar normalt tre virkedager.",
        "Vi skriver senest 27. november.",
    ],
)
def test_these_say_when(line: str) -> None:
    assert fired("eta-missing", LATE + line, message_class="delay") == []


@pytest.mark.parametrize(
    "line",
    [
        "Vi sendte den på tirsdag.",
        "Den skulle ha kommet 16. november.",
        "Vi sier fra.",
        "Tilbudet gjelder til 24. desember.",
    ],
)
def test_these_do_not(line: str) -> None:
    assert len(fired("eta-missing", LATE + line, message_class="delay")) == 1


def test_what_has_come_needs_no_day_unless_some_of_it_has_not() -> None:
    came = "Hjelmen er levert ved døren din."
    assert fired("eta-missing", came, message_class="order-status") == []
    assert len(fired("eta-missing", f"{came} Sykkelen er forsinket.", message_class="order-status")) == 1
