"""The check `required`: something that a message of this kind must hold, and does not. Absence is first-class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from trustcheck.checks.near import CALENDAR, is_calendar_date
from trustcheck.checks.places import place_of_absence
from trustcheck.checks.scope import counted
from trustcheck.model.check import Context
from trustcheck.model.match import Match
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule


def required(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where none of the elements stands in the message.

    Options: `any_of` pattern groups (default `match`), `entities` kinds that count as well (or CALENDAR), `claims`
    kinds of claim that do, `trigger` a pattern group without which nothing is required, `at` where the finding points.
    """
    trigger = rule.options.get("trigger")
    if trigger and not counted(rule, context, trigger):
        return
    if any(_counted(rule, context, group) for group in rule.options.get("any_of", ("match",))):
        return
    if {verified.claim.kind for verified in context.claims} & set(rule.options.get("claims", ())):
        return
    if _has_entity(context, frozenset(rule.options.get("entities", ()))):
        return
    yield RawFinding(place_of_absence(context.message, rule.options.get("at", "heading")), absent=True)


def _counted(rule: Rule, context: Context, group: str | Mapping[str, Any]) -> list[Match]:
    """The matches of a group that count; a group's own flags stand in for the rule's."""
    if isinstance(group, str):
        return counted(rule, context, group)
    return counted(replace(rule, options={**rule.options, **group}), context, group["group"])


def _has_entity(context: Context, kinds: frozenset[str]) -> bool:
    return any(
        entity.kind.value in kinds or (CALENDAR in kinds and is_calendar_date(entity))
        for entity in context.analysis.entities
    )
