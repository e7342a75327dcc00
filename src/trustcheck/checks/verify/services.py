"""Claims about services and the account: blocked, open, closed."""

from __future__ import annotations

from collections.abc import Container

from trustcheck.checks.verify.inquiry import CannotTell, Inquiry
from trustcheck.checks.verify.meant import Meant, ambiguous, numbers_of, thing_meant
from trustcheck.model.claim import Judgement

_OFF = ("suspended", "disconnected")
_ACCOUNT_WORDS = ("konto", "account", "kundeforhold", "kundforhåll", "kundeforhold", "profil", "profile")


def service_suspended(inquiry: Inquiry) -> Judgement:
    """Confirmed where the service meant is suspended or disconnected."""
    return _status(inquiry, _OFF, of_account=("suspended", "closed"))


def service_active(inquiry: Inquiry) -> Judgement:
    """Confirmed where the service meant is active."""
    return _status(inquiry, ("active",), of_account=("active",))


def account_closed(inquiry: Inquiry) -> Judgement:
    """Confirmed where the account's status is `closed`."""
    return _account_status(inquiry, ("closed",))


def _status(inquiry: Inquiry, wanted: Container[str], *, of_account: Container[str]) -> Judgement:
    """All the services meant must be as the message says, or none: a mixture is ambiguous."""
    if _means_account(inquiry) and not _has_own_service(inquiry):
        return _account_status(inquiry, of_account)
    meant = thing_meant(inquiry, "services", "service")
    if not meant.rows:
        return _none(inquiry, meant)
    as_said = [row for row in meant.rows if row.text("status") in wanted]
    if as_said and len(as_said) < len(meant.rows):
        raise ambiguous("service", meant.rows, "id")
    row = meant.rows[0]
    reason = f"The records say that service {numbers_of(meant.rows, 'id')} is {row.text('status')}."
    return inquiry.decided(bool(as_said), reason, row.path("status"), row.text("status"))


def _none(inquiry: Inquiry, meant: Meant) -> Judgement:
    if meant.stranger and inquiry.rows("services"):
        raise CannotTell(f"The records do not have a service for {meant.stranger}.")
    return inquiry.contradicted("The records have no service.", "services", [])


def _means_account(inquiry: Inquiry) -> bool:
    words = " ".join(inquiry.slot("product")).casefold()
    return any(word in words for word in _ACCOUNT_WORDS) and inquiry.knows("account")


def _has_own_service(inquiry: Inquiry) -> bool:
    """«Your account» is the user account where the records keep one among the services, or nothing but services."""
    return inquiry.knows("services") and bool(inquiry.rows("services"))


def _account_status(inquiry: Inquiry, wanted: Container[str]) -> Judgement:
    status = inquiry.fields("account").get("status")
    if not isinstance(status, str):
        raise CannotTell("The records give no status for the account.")
    return inquiry.decided(status in wanted, f"The records say that the account is {status}.", "account.status", status)
