"""Claims of an organisation's own kinds: the condition in the claim file decides."""

from __future__ import annotations

from typing import Any

from trustcheck.checks.verify.inquiry import CannotTell, Inquiry
from trustcheck.conditions.evaluate import evaluate
from trustcheck.conditions.parse import parse
from trustcheck.conditions.values import Unknown
from trustcheck.model.claim import Judgement
from trustcheck.model.facts import FACT_KEYS


def by_condition(condition: str, inquiry: Inquiry) -> Judgement:
    """Confirmed where the condition holds, contradicted where it does not. Raises CannotTell for everything between.

    An absent fact makes the claim unknown, never false; a fact that is too old makes it stale.
    """
    reader = _Reader(inquiry)
    found = evaluate(parse(condition, frozenset(FACT_KEYS)), reader.look_up)
    if isinstance(found, Unknown):
        raise CannotTell(found.reason)
    if not reader.read:
        raise CannotTell("The condition of this kind of claim asks the records for nothing.")
    first, *others = reader.read
    holds = "as the message says" if found else "otherwise than the message says"
    return inquiry.decided(found, f"The records have {first} {holds}.", first, _shown(reader.read[first]), *others)


class _Reader:
    """Hands out what the condition names, and remembers which facts it took."""

    def __init__(self, inquiry: Inquiry) -> None:
        self._inquiry = inquiry
        self.read: dict[str, Any] = {}

    def look_up(self, name: str) -> Any:
        if name == "today":
            return self._inquiry.today
        if name == "slots":
            return _Slots(self._inquiry)
        try:
            value = self._inquiry.value(name)
        except CannotTell as reason:
            return Unknown(str(reason))
        self.read[name] = value
        return value


class _Slots(dict[str, Any]):
    """What the message gives; a slot that it leaves out, or gives twice, is unknown."""

    def __init__(self, inquiry: Inquiry) -> None:
        super().__init__()
        for name in inquiry.claim.slots:
            values = inquiry.slot(name)
            several = Unknown(f"The message gives more than one «{name}»: {', '.join(values)}.")
            self[name] = values[0] if len(values) == 1 else several

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> Unknown:
        return Unknown(f"The message does not give «{name}».", not_said=True)


def _shown(value: Any) -> Any:
    """A fact as the report shows it: one value, or how many entries there are."""
    return f"entries: {len(value)}" if isinstance(value, list) else sorted(value) if isinstance(value, dict) else value
