"""The check `phrases`: a wording that must not stand here, with the clause layer and the surroundings weighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from trustcheck.checks.near import holds
from trustcheck.checks.scope import counted
from trustcheck.model.check import Context
from trustcheck.model.match import Match
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span


def phrases(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each place where a `match` or `presupposed` pattern stands, unless the surroundings excuse it:

    no `without` relation holds there, and every `with` relation does.
    """
    without, needed = _relations(rule, "without"), _relations(rule, "with")
    found = [
        match
        for match in (*counted(rule, context), *counted(rule, context, "presupposed"))
        if not any(holds(relation, rule, match, context) for relation in without)
        and all(holds(relation, rule, match, context) for relation in needed)
    ]
    for span in merged(match.span for match in found):
        yield RawFinding(span, fields={"text": span.of(context.message.text)}, evidence=_evidence(found, span))


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one: two patterns that see the same words are one finding."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and joined[-1].overlaps(span):
            joined[-1] = joined[-1].cover(span)
        else:
            joined.append(span)
    return joined


def _relations(rule: Rule, option: str) -> list[Mapping[str, Any]]:
    given = rule.options.get(option, ())
    return [given] if isinstance(given, Mapping) else list(given)


def _evidence(found: list[Match], span: Span) -> dict[str, Any]:
    patterns = sorted({match.pattern.text for match in found if span.contains(match.span)})
    return {"patterns": patterns}
