"""Claims about contacts: we have written or called, you have not answered."""

from __future__ import annotations

import re

from trustcheck.checks.verify.inquiry import CannotTell, Inquiry, Row
from trustcheck.checks.verify.meant import seen
from trustcheck.checks.verify.values import When, when_of
from trustcheck.model.claim import Judgement
from trustcheck.text.numbers import count_of


def contact_attempted(inquiry: Inquiry) -> Judgement:
    """Confirmed by at least as many outbound contacts as the message counts or gives days for; one, if it does neither.

    A contact on a day that the message names is shown as the fact, but need not be there: records are kept by the day
    on which a letter was made, and letters tell the day on which it was sent.
    """
    ours = _ours(inquiry)
    wanted = max([1, len(_days_named(inquiry)), *map(_least, inquiry.slot("count"))])
    if len(ours) < wanted:
        reason = f"The records have {len(ours)} outbound contacts, and the message speaks of {wanted}."
        return inquiry.contradicted(reason, "contacts", seen(ours, "date"))
    days = _days_named(inquiry)
    shown = next((row for row in ours if (day := row.day("date")) and any(w.holds(day) for w in days)), ours[0])
    reason = f"The records have {len(ours)} outbound contacts, one of them on {shown.text('date')}."
    return inquiry.confirmed(reason, shown.path("date"), shown.text("date"))


def no_reply(inquiry: Inquiry) -> Judgement:
    """Confirmed where no inbound contact came after our first outbound one.

    Raises CannotTell for an answer on the very day of our first contact whose time the records do not give.
    """
    moments = [moment for row in _ours(inquiry) if (moment := row.text("date"))]
    theirs = [row for row in inquiry.rows("contacts") if row.text("direction") == "in"]
    if not moments:
        return inquiry.confirmed(
            "The records have no inbound contact after one of ours.", "contacts", seen(theirs, "date")
        )
    first = min(moments)
    later = [row for row in theirs if _is_after(row.text("date"), first)]
    if later:
        reason = f"The records have an inbound contact on {later[0].text('date')}."
        return inquiry.contradicted(reason, later[0].path("date"), later[0].text("date"))
    if any(row.text("date")[:10] == first[:10] and len(row.text("date")) <= len("2026-11-20") for row in theirs):
        raise CannotTell(f"The records do not say whether the inbound contact on {first[:10]} came before ours.")
    return inquiry.confirmed(f"The records have no inbound contact after {first}.", "contacts", seen(theirs, "date"))


def _ours(inquiry: Inquiry) -> list[Row]:
    return [row for row in inquiry.rows("contacts") if row.text("direction") == "out"]


def _is_after(moment: str, first: str) -> bool:
    """Later in time; where one of the two is a day without a time, on a later day."""
    shorter = min(len(moment), len(first))
    return moment[:shorter] > first[:shorter]


def _least(value: str) -> int:
    """The least number that a count means: `3`, `2+` (several), or a number word."""
    figures = re.match(r"\d{1,4}", value)
    count = int(figures[0]) if figures else count_of(value)
    return max(count if count is not None else 1, 1)


def _days_named(inquiry: Inquiry) -> list[When]:
    """The days of contact that the message names; a day on which an invoice was issued or due is about that."""
    invoices = inquiry.rows("invoices") if inquiry.knows("invoices") else ()
    others = [day for row in invoices for field in ("issued", "due") if (day := row.day(field))]
    times = [when for value in inquiry.slot("date") if (when := when_of(value, inquiry.today)) and when.day]
    return [when for when in times if not any(when.holds(day) for day in others)]
