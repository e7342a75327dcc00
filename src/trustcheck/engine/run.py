"""Running the planned rules apart from each other: every one leaves findings, or a reason why it did not run."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from trustcheck.checks.scope import Scope
from trustcheck.model.check import Check, CheckFailed, Context, NotApplicable
from trustcheck.model.report import NotRun, RawFinding
from trustcheck.model.rule import Rule

_log = logging.getLogger(__name__)

NO_REGISTRY = "no organisation is configured: add [organisation] to trustcheck.toml"
NO_ACCOUNT = "the message concerns no account: give its account key to check what it says against the records"


@dataclass(slots=True)
class Outcome:
    """What became of the planned rules, in their order."""

    found: list[tuple[Rule, RawFinding]] = field(default_factory=list)
    ran: int = 0
    skipped: list[NotRun] = field(default_factory=list)
    failed: list[tuple[Rule, NotRun]] = field(default_factory=list)


def run_rules(rules: Sequence[Rule], checks: Mapping[str, Check], context: Context) -> Outcome:
    """Run each rule's check. A check that raises anything unplanned fails alone, and the failure is reported."""
    outcome = Outcome()
    for rule in rules:
        try:
            _require_needs(rule, context)
            Scope.of(rule).require(context)
            outcome.found.extend((rule, finding) for finding in list(checks[rule.check](rule, context)))
            outcome.ran += 1
        except NotApplicable as reason:
            outcome.skipped.append(NotRun(rule.name, str(reason)))
        except CheckFailed as reason:
            outcome.failed.append((rule, NotRun(rule.name, str(reason))))
        except Exception as error:  # noqa: BLE001 - one broken rule must not take the others' findings with it
            _log.error("rule %s failed with %s", rule.name, type(error).__name__)
            reason_text = f"the rule itself broke ({type(error).__name__}); please report it with the rule's name"
            outcome.failed.append((rule, NotRun(rule.name, reason_text)))
    return outcome


def _require_needs(rule: Rule, context: Context) -> None:
    if "registry" in rule.needs and not context.organisation.configured:
        raise NotApplicable(NO_REGISTRY)
    if "facts" in rule.needs and context.account is None:
        raise NotApplicable(NO_ACCOUNT)
