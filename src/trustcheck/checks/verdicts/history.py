"""Claims about what has happened between us: contacts, cases, data given, how long the reader has been a customer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from trustcheck.checks.verdicts.fields import keys_of
from trustcheck.checks.verdicts.records import Records, Undecided, confirmed, contradicted, day, decided, slot_values
from trustcheck.model.claim import Claim, Judgement
from trustcheck.text.numbers import count_of

_DAYS_A_YEAR = 365.25


def contact_attempted(claim: Claim, records: Records, today: date) -> Judgement:
    """At least as many outbound contacts as the message counts or dates, one where it does neither."""
    contacts = records.list("contacts")
    outbound = sum(row["direction"] == "out" for row in contacts)
    said = max(_count(claim), 1)
    fact = records.ref("contacts", outbound)
    reason = f"The records have {outbound} outbound contact{'' if outbound == 1 else 's'}."
    return decided(outbound >= said, reason, reason, fact)


def no_reply(claim: Claim, records: Records, today: date) -> Judgement:
    """No inbound contact since our first outbound one."""
    contacts = records.list("contacts")
    sent = [str(row.get("date", "")) for row in contacts if row["direction"] == "out"]
    first = min(sent, default="")
    for i, row in enumerate(contacts):
        if row["direction"] == "in" and sent and str(row.get("date", "")) >= first:
            reason = f"The records have a contact from the reader on {row.get('date')}."
            return contradicted(reason, records.ref(f"contacts[{i}].date", row.get("date")))
    return confirmed("The records have no contact from the reader since.", records.ref("contacts", len(contacts)))


def data_missing(claim: Claim, records: Records, today: date) -> Judgement:
    """What the message misses is not on file."""
    on_file = records.object("on_file")
    wanted = keys_of(claim.slots.get("field", ""))
    if not wanted:
        raise Undecided("It is not clear which information the message misses.")
    held = next((key for key in on_file if key in wanted), None)
    if held is None:
        return confirmed("The records do not hold it.", records.ref("on_file", sorted(on_file)))
    reason = f"The records hold it since {on_file[held]}."
    return contradicted(reason, records.ref(f"on_file.{held}", on_file[held]))


def cancellation_registered(claim: Claim, records: Records, today: date) -> Judgement:
    return _case(records, ("cancellation",), "cancellation", open_only=False)


def complaint_registered(claim: Claim, records: Records, today: date) -> Judgement:
    return _case(records, ("complaint", "dispute"), "complaint", open_only=False)


def in_collection(claim: Claim, records: Records, today: date) -> Judgement:
    return _case(records, ("collection",), "open collection", open_only=True)


def customer_since(claim: Claim, records: Records, today: date) -> Judgement:
    """The time said is within one year of the time that the records give."""
    since = day(records.object("customer").get("since"))
    if since is None:
        raise Undecided("The records do not say since when the reader is a customer.")
    said = _years_said(claim, today)
    if said is None:
        raise Undecided("The message does not say clearly how long.")
    actual = (today - since).days / _DAYS_A_YEAR
    reason = f"The records say since {since}."
    return decided(abs(said - actual) <= 1, reason, reason, records.ref("customer.since", str(since)))


def _count(claim: Claim) -> int:
    numbers = re.findall(r"\w+", claim.slots.get("count", "").removesuffix("+"))
    counts = [c for c in (count_of(n) for n in numbers) if c is not None]
    return max([*counts, len(slot_values(claim.slots, "date"))], default=0)


def _case(records: Records, kinds: Iterable[str], what: str, *, open_only: bool) -> Judgement:
    cases = records.list("cases")
    for i, row in enumerate(cases):
        if row["kind"] in kinds and (not open_only or row["status"] == "open"):
            return confirmed(f"The records have this {what} case.", records.ref(f"cases[{i}].kind", row["kind"]))
    return contradicted(f"The records have no {what} case.", records.ref("cases", [row["kind"] for row in cases]))


def _years_said(claim: Claim, today: date) -> float | None:
    for value in slot_values(claim.slots, "duration"):
        found = re.fullmatch(r"P(\d+)([YM])", value)
        if found:
            return int(found[1]) / (1 if found[2] == "Y" else 12)
    for value in [*slot_values(claim.slots, "since"), *slot_values(claim.slots, "date")]:
        found = re.match(r"((?:19|20)\d\d)(?:-(\d\d))?", value)
        if found:
            start = date(int(found[1]), int(found[2] or 7), 1)
            return (today - start).days / _DAYS_A_YEAR
    return None
