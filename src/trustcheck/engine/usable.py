"""Before anything is checked: can the checks use the rules and claim kinds as they are written?"""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.checks.options import mistakes_in
from trustcheck.checks.verify.table import VERIFIERS
from trustcheck.model.errors import RuleFileError
from trustcheck.model.facts import FACT_KEYS
from trustcheck.model.rule import ClaimKind, Pack
from trustcheck.packs.mistakes import together
from trustcheck.packs.point import error_in_rule


def require_usable(pack: Pack) -> None:
    """Raises RuleFileError, with every place, for rules whose check or options no check knows, and for kinds of claim
    that nothing could verify."""
    errors = [
        error_in_rule(rule.at, mistake.key_path, mistake.what, mistake.next_step)
        for rule in pack.rules
        for mistake in mistakes_in(rule)
    ]
    errors += [error for kind in pack.claims for error in _about_kind(kind)]
    if errors:
        raise together(errors)


def _about_kind(kind: ClaimKind) -> Iterator[RuleFileError]:
    if kind.condition:
        yield from _about_condition(kind)
    elif kind.verifier not in VERIFIERS:
        what = f"nothing verifies claims of the kind «{kind.name}»"
        step = "Write a `condition` over the facts, or name a built-in `verifier`: " + ", ".join(sorted(VERIFIERS))
        yield error_in_rule(kind.at, ("kind",), what, step)


def _about_condition(kind: ClaimKind) -> Iterator[RuleFileError]:
    from trustcheck.conditions.parse import ConditionError, parse  # late: most rule folders have no condition

    try:
        parse(kind.condition, frozenset(FACT_KEYS))
    except ConditionError as error:
        yield error_in_rule(
            kind.at, ("condition",), f"the condition {error}", "What it may hold is in docs/guides/own-claims.md."
        )
