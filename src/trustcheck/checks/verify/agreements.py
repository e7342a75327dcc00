"""Claims about agreements: there is none, there is one, it has ended."""

from __future__ import annotations

from dataclasses import replace

from trustcheck.checks.verify.inquiry import CannotTell, Inquiry, Row
from trustcheck.checks.verify.meant import Meant, ambiguous, numbers_of, thing_meant
from trustcheck.model.claim import Judgement


def agreement_missing(inquiry: Inquiry) -> Judgement:
    """Confirmed where none of the agreements meant is active."""
    meant = _meant(inquiry)
    active = _active(meant)
    if active:
        return inquiry.contradicted(_says(active[0]), active[0].path("status"), "active")
    return inquiry.confirmed(_none_says(meant), *_where(meant))


def agreement_active(inquiry: Inquiry) -> Judgement:
    """Confirmed where one of the agreements meant is active; where several are named by number, each of them."""
    meant = _meant(inquiry)
    active = _active(meant)
    ended = tuple(row for row in meant.rows if row not in active)
    if active and not (ended and inquiry.slot("agreement")):
        return inquiry.confirmed(_says(active[0]), active[0].path("status"), "active")
    against = replace(meant, rows=ended)
    return inquiry.contradicted(_none_says(against), *_where(against))


def agreement_ended(inquiry: Inquiry) -> Judgement:
    """Confirmed where the one meant is not active, or, if the message does not say which, where none is."""
    meant = _meant(inquiry, look_around=True)
    active = _active(meant)
    if meant.stranger and inquiry.rows("agreements"):
        raise CannotTell(f"The records do not have an agreement for {meant.stranger}.")
    if not active:
        return inquiry.confirmed(_none_says(meant), *_where(meant))
    if len(active) < len(meant.rows) and not inquiry.slot("agreement"):
        raise ambiguous("agreement", meant.rows, "id")
    return inquiry.contradicted(_says(active[0]), active[0].path("status"), "active")


def _meant(inquiry: Inquiry, *, look_around: bool = False) -> Meant:
    """The agreements meant. Raises CannotTell for a number that the records do not have beside those they have.

    Without `look_around` a number elsewhere in the message does not single out one: any agreement will do.
    """
    meant = thing_meant(inquiry, "agreements", "agreement", look_around=look_around)
    if meant.stranger and inquiry.slot("agreement") and inquiry.rows("agreements"):
        raise CannotTell(f"The records do not have {meant.stranger}.")
    return meant


def _active(meant: Meant) -> list[Row]:
    return [row for row in meant.rows if row.text("status") == "active"]


def _says(row: Row) -> str:
    return f"The records say that agreement {numbers_of([row], 'id')} is active."


def _none_says(meant: Meant) -> str:
    if not meant.rows:
        named = f" for {meant.stranger}" if meant.stranger else ""
        return f"The records have no agreement{named}."
    return f"The records say that agreement {numbers_of(meant.rows, 'id')} is not active."


def _where(meant: Meant) -> tuple[str, object]:
    if not meant.rows:
        return "agreements", []
    return meant.rows[0].path("status"), meant.rows[0].text("status")
