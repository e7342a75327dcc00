"""The check `asks-known-data`: the reader is asked for something that the records already hold."""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.checks.records import fact
from trustcheck.checks.scope import counted
from trustcheck.checks.verify.fields import Known, knows
from trustcheck.model.check import Context
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule


def asks_known_data(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each request whose slot `field` names something on file.

    Not where the group `shown` matches in the sentence or beside it: what is shown for confirmation is not asked for.
    """
    asked = counted(rule, context)
    if not asked:
        return
    shown = {match.sentence_index for match in context.matches.of(rule.name, "shown")}
    on_file = fact(context, "on_file")
    for match in asked:
        words = match.slots["field"].of(context.message.text) if "field" in match.slots else ""
        held = next((key for key in on_file if knows(words, key) is Known.YES), None)
        if held is not None and not any(abs(match.sentence_index - number) <= 1 for number in shown):
            evidence = {"on_file": held, "since": on_file[held]}
            yield RawFinding(match.span, {"field": held.replace("_", " "), "since": str(on_file[held])}, evidence)
