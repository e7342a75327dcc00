"""The check `variable-without-fallback`: a name in the greeting that may be empty; a default in place of an amount."""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.model.check import Context, NotApplicable
from trustcheck.model.message import BlockRole
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.template import TemplateView

_PLACEHOLDER = (
    "«{text}» is printed for `{data}` where it is missing.",
    "Hold the message back where the value is missing; a made-up amount or date is worse than none.",
)
_GRAVE = ("money", "date")


def variable_without_fallback(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """A finding for each value in a greeting that is neither tested nor given a default, and for each default that
    stands for an amount or a date."""
    view = context.message.template
    if view is None:
        raise NotApplicable("only templates are looked at")
    yield from _greetings(context, view)
    for fallback in view.fallbacks():
        text = fallback.span.of(context.message.text)
        if fallback.kind in _GRAVE and any(c.isdigit() for c in text):
            message, advice = _PLACEHOLDER
            yield RawFinding(
                fallback.span, {"text": text, "data": fallback.data}, of_data=True, message=message, advice=advice
            )


def _greetings(context: Context, view: TemplateView) -> Iterator[RawFinding]:
    for block in context.message.of_role(BlockRole.GREETING):
        for printed in view.printed_at(block.span):
            if not _is_asked(printed.data, view.asked):
                yield RawFinding(printed.span, {"text": printed.data}, evidence={"data": printed.data}, of_data=True)


def _is_asked(path: str, asked: frozenset[str]) -> bool:
    """True where the template asks about the value, as it is or before a filter: `name|title` is `name`."""
    return path in asked or path.partition("|")[0] in asked
