"""Claims about cases: sent to collection, cancellation registered, complaint registered."""

from __future__ import annotations

from collections.abc import Sequence

from trustcheck.checks.verify.inquiry import CannotTell, Inquiry, Row
from trustcheck.checks.verify.meant import numbers_of, seen
from trustcheck.checks.verify.values import same_number
from trustcheck.model.claim import Judgement


def in_collection(inquiry: Inquiry) -> Judgement:
    """Confirmed by an open collection case; one for another invoice than the message names does not count."""
    cases = [row for row in _of_kind(inquiry, "collection") if row.text("status") == "open"]
    named = inquiry.slot("invoice")
    fitting = [row for row in cases if not named or not row.text("invoice") or _is_about(row, named)]
    return _registered(inquiry, fitting, "open collection case")


def cancellation_registered(inquiry: Inquiry) -> Judgement:
    """Confirmed by a cancellation case, open or closed."""
    return _registered(inquiry, _numbered(inquiry, _of_kind(inquiry, "cancellation")), "cancellation case")


def complaint_registered(inquiry: Inquiry) -> Judgement:
    """Confirmed by a case of kind complaint or dispute, open or closed."""
    return _registered(inquiry, _numbered(inquiry, _of_kind(inquiry, "complaint", "dispute")), "complaint case")


def _registered(inquiry: Inquiry, cases: Sequence[Row], what: str) -> Judgement:
    if not cases:
        return inquiry.contradicted(f"The records have no {what}.", "cases", seen(inquiry.rows("cases"), "kind"))
    row = cases[0]
    since = f", opened {row.text('opened')}" if row.text("opened") else ""
    reason = f"The records have the {what} {numbers_of([row], 'id')}{since}."
    return inquiry.confirmed(reason, row.path("kind"), row.text("kind"))


def _numbered(inquiry: Inquiry, cases: Sequence[Row]) -> Sequence[Row]:
    """The cases with the number that the message gives, or all. Raises CannotTell where no case has that number."""
    named = inquiry.slot("case")
    fitting = [row for row in cases if any(same_number(number, row.text("id")) for number in named)]
    if named and cases and not fitting:
        raise CannotTell(f"The message names case {', '.join(named)}; the records have {numbers_of(cases, 'id')}.")
    return fitting or cases


def _of_kind(inquiry: Inquiry, *kinds: str) -> list[Row]:
    return [row for row in inquiry.rows("cases") if row.text("kind") in kinds]


def _is_about(row: Row, invoices: Sequence[str]) -> bool:
    return any(same_number(number, row.text("invoice")) for number in invoices)
