"""Claims about the reader: how long a customer, and which information we lack."""

from __future__ import annotations

import re
from datetime import date

from trustcheck.checks.verify.fields import Known, knows
from trustcheck.checks.verify.inquiry import CannotTell, Inquiry
from trustcheck.checks.verify.values import day_of
from trustcheck.model.claim import Judgement

_YEAR_DAYS = 365.25
_UNIT_DAYS = {"Y": _YEAR_DAYS, "M": _YEAR_DAYS / 12, "W": 7.0, "D": 1.0}


def customer_since(inquiry: Inquiry) -> Judgement:
    """Confirmed within one year: of a length («for twelve years»), a year, a month or a day («since March 2019»)."""
    since = day_of(str(inquiry.fields("customer").get("since") or ""))
    if since is None:
        raise CannotTell("The records do not say since when the reader is a customer.")
    distances = _distances(inquiry, since)
    if not distances:
        raise CannotTell("The message gives no number of years and no year that can be compared with the records.")
    reason = f"The records say: a customer since {since.isoformat()}."
    return inquiry.decided(min(distances) <= 1.0, reason, "customer.since", since.isoformat())


def data_missing(inquiry: Inquiry) -> Judgement:
    """Confirmed where `on_file` is without what the message says is missing.

    Raises CannotTell where the words of the message cannot be compared with what is on file.
    """
    on_file = {key: value for key, value in inquiry.fields("on_file").items() if value not in (None, False, "")}
    if not on_file:
        return inquiry.confirmed("The records have nothing on file.", "on_file", {})
    wanted = " ".join(inquiry.slot("field"))
    if not wanted:
        raise CannotTell("It is not clear from the message what is missing, so it cannot be compared with the records.")
    answers = {key: knows(wanted, key) for key in on_file}
    found = next((key for key, known in answers.items() if known is Known.YES), None)
    if found:
        reason = f"The records have «{found}» on file."
        return inquiry.contradicted(reason, f"on_file.{found}", on_file[found])
    doubtful = [key for key, known in answers.items() if known is Known.UNCLEAR]
    if doubtful:
        raise CannotTell(f"The records have «{', '.join(doubtful)}» on file, which may be what the message asks for.")
    return inquiry.confirmed("The records do not have this on file.", "on_file", sorted(on_file))


def _distances(inquiry: Inquiry, since: date) -> list[float]:
    """How far each time that the message gives is from the records, in years."""
    age = (inquiry.today - since).days / _YEAR_DAYS
    spans = [years for value in inquiry.slot("duration") if (years := _years(value)) is not None]
    at_least = bool(inquiry.slot("more"))  # «for over thirty years»
    lengths = [max(years - age, 0.0) if at_least else abs(age - years) for years in spans]
    # A date beside «for twelve years» may be anything; alone it is the day since when.
    dates = inquiry.slot("since") or (() if lengths else inquiry.slot("date"))
    starts = [gap for value in dates if (gap := _gap(value, since)) is not None]
    return [*starts, *lengths]


def _years(duration: str) -> float | None:
    found = re.fullmatch(r"P(\d{1,4})([YMWD])", duration)
    return int(found[1]) * _UNIT_DAYS[found[2]] / _YEAR_DAYS if found else None


def _gap(value: str, since: date) -> float | None:
    """Years between a year, a month or a day and the records; a year is compared as a year."""
    found = re.search(r"(?<!\d)(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?!\d)", value)
    if not found:
        return None
    year = int(found[1])
    if not found[2]:
        return float(abs(year - since.year))
    return abs(year * 12 + int(found[2]) - since.year * 12 - since.month) / 12
