"""One result for each row of a manifest, in order: also for a row that nobody could read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from trustcheck.linter import Linter, Outgoing
from trustcheck.model.errors import UnreadableError
from trustcheck.model.report import Checks, ClassVerdict, MessageReport, Verdict

_UNKNOWN = "unknown"


def results(linter: Linter, messages: Iterable[Outgoing], as_of: datetime) -> Iterator[MessageReport]:
    """What was decided about each message; what cannot be read is held, and says why."""
    for outgoing, result in linter.check_each(messages, as_of=as_of):
        if isinstance(result, UnreadableError):
            yield _unread(outgoing, result)
        else:
            for message in result.messages:
                yield replace(message, reference=outgoing.reference)


def _unread(outgoing: Outgoing, error: UnreadableError) -> MessageReport:
    return MessageReport(
        path=outgoing.path,
        account=outgoing.account,
        channel=outgoing.channel or _UNKNOWN,
        language=outgoing.language or _UNKNOWN,
        message_class=ClassVerdict(
            outgoing.message_class or _UNKNOWN, "caller" if outgoing.message_class else _UNKNOWN
        ),
        verdict=Verdict.HOLD,
        findings=(),
        claims=(),
        checks=Checks(0),
        reference=outgoing.reference,
        unreadable=_said(outgoing, error),
    )


def _said(outgoing: Outgoing, error: UnreadableError) -> str:
    """On one line: where the row stands, what is wrong, and what to do."""
    what, *steps = str(error).split("\n")
    listed = outgoing.listed_at
    where = f"{listed}: " if listed is not None and not what.startswith(listed) else ""
    return where + ". ".join([what, *(step.strip() for step in steps if step.strip())])
