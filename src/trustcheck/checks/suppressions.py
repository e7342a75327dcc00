"""The check about suppressions: those that say nothing, have run out, or are about nothing."""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.model.check import Context
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span

SUPPRESSION_FAULTS = "suppression-faults"
"""The name of the check in rule files. Its rules run when all the others have run and were suppressed or not."""


def suppression_faults(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each fault of the kind in the option `fault`: `invalid`, `expired` or `unused`."""
    for fault in context.faults:
        if fault.kind == rule.options["fault"]:
            yield RawFinding(Span(0, 0), fields={"fault": fault.what}, advice=fault.next_step, source=fault.span)
