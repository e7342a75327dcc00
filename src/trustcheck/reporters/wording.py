"""The words of the text format, without any layout: what is said about a message, a fact, a check that did not run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC

from trustcheck.model.claim import ClaimVerdict, FactRef
from trustcheck.model.fix import Fix
from trustcheck.model.report import Checks, Exploration, MessageReport, ReportedClaim, Suppressed, Verdict
from trustcheck.model.rule import Severity
from trustcheck.reporters.visible import visible

VERDICTS = {
    Verdict.SEND: "may be sent",
    Verdict.REVIEW: "a person should look at it before it is sent",
    Verdict.HOLD: "must not be sent like this",
}
UNVERIFIED = "must wait: nothing says that it is wrong, but not everything could be checked"

_CHANNELS = {"letter": "letter", "email": "email", "sms": "SMS"}
_CLASS_FROM = {"caller": "as given"}
_SEVERITY_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_NAMES_SHOWN = 3
_VALUE_SHOWN = 60


def about(message: MessageReport) -> str:
    """The line under the path: class and where it came from, channel, language, account."""
    source = message.message_class.source
    words = "; ".join(f"«{visible(w)}»" for w in message.message_class.evidence[:_NAMES_SHOWN])
    origin = _CLASS_FROM.get(source, f"{source}: {words}" if words else source)
    parts = [
        f"{message.message_class.name} ({origin})",
        _CHANNELS.get(message.channel, message.channel),
        message.language,
        *([f"account {visible(message.account)}"] if message.account else []),
    ]
    return " · ".join(parts)


def decision(message: MessageReport) -> str:
    if message.batch_hold:
        return f"must wait with the whole batch: {message.batch_hold}"
    if message.unreadable:
        return f"must wait, nothing was decided about it: {visible(message.unreadable)}"
    return UNVERIFIED if message.unverified else VERDICTS[message.verdict]


def fact_line(fact: FactRef) -> str:
    """What the records say, when they were read, and from where."""
    value = json.dumps(fact.value, ensure_ascii=False, default=str)
    value = value if len(value) <= _VALUE_SHOWN else value[: _VALUE_SHOWN - 1] + "…"
    when = "at a time unknown" if fact.as_of is None else f"{fact.as_of.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return visible(f"{fact.path} = {value}, read {when} from {fact.source}")


def fix_line(fix: Fix) -> str:
    """What the safe edits do, and the command that makes them."""
    return f"Fixable with `trustcheck fix`: {fix.title[:1].lower()}{fix.title[1:]}."


def open_claims(claims: Iterable[ReportedClaim]) -> list[ReportedClaim]:
    """The claims that somebody must do something about."""
    return [c for c in claims if c.verdict is not ClaimVerdict.CONFIRMED]


def not_run(checks: Checks) -> list[str]:
    """The skipped checks, one line for each reason, the reason of most checks first."""
    return _by_reason((skipped.reason, skipped.rule) for skipped in checks.skipped)


def suppressed(findings: Iterable[Suppressed]) -> list[str]:
    """What does not count, one line for each reason, the reason of most findings first."""
    return _by_reason((each.reason, each.finding.rule) for each in findings)


def _by_reason(reasons: Iterable[tuple[str, str]]) -> list[str]:
    by_reason: dict[str, list[str]] = {}
    for reason, rule in reasons:
        by_reason.setdefault(reason, []).append(rule)
    ordered = sorted(by_reason.items(), key=lambda item: -len(item[1]))
    return [f"{visible(reason)} ({_names(list(dict.fromkeys(rules)))})" for reason, rules in ordered]


def summary(messages: dict[str, int], findings: dict[Severity, int]) -> str:
    """`3 messages: 1 send, 1 review, 1 hold · 2 errors, 1 warning`."""
    verdicts = ", ".join(f"{messages[v.value]} {v.value}" for v in Verdict if messages[v.value])
    found = ", ".join(counted(findings[s], _SEVERITY_NOUNS[s]) for s in Severity if findings.get(s))
    head = counted(messages["messages"], "message")
    return f"{head}: {verdicts} · {found or 'no findings'}" if verdicts else f"{head} checked"


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def _names(rules: list[str]) -> str:
    named = ", ".join(rules[:_NAMES_SHOWN])
    more = len(rules) - _NAMES_SHOWN
    return f"{named} and {more} more" if more > 0 else named


def explored(found: Exploration) -> str:
    """How much of a template was looked at."""
    arms, literals = found.arms, found.literals
    share = f"{arms[0]} of {arms[1]} branches, {literals[0]} of {literals[1]} characters of its text"
    return f"The template was explored in {counted(found.variants, 'variant')}: {share}."
