"""Before anything is checked: can the checks use the rules as they are written?"""

from __future__ import annotations

from collections.abc import Sequence

from trustcheck.checks.options import mistakes_in
from trustcheck.model.rule import Rule
from trustcheck.packs.mistakes import together
from trustcheck.packs.point import error_in_rule


def require_usable(rules: Sequence[Rule]) -> None:
    """Raises RuleFileError, with every place, for rules whose check or options no check knows."""
    errors = [
        error_in_rule(rule.at, mistake.key_path, mistake.what, mistake.next_step)
        for rule in rules
        for mistake in mistakes_in(rule)
    ]
    if errors:
        raise together(errors)
