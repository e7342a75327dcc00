"""Cases, contacts, how long a customer, what is on file."""

from __future__ import annotations

from typing import Any

import pytest

from .asking import ask


def out(date: str) -> dict[str, Any]:
    return {"date": date, "direction": "out", "channel": "letter"}


def back(date: str) -> dict[str, Any]:
    return {"date": date, "direction": "in", "channel": "phone"}


@pytest.mark.parametrize(
    ("contacts", "count", "verdict"),
    [
        ([], "", "contradicted"),
        ([back("2026-11-01")], "", "contradicted"),
        ([out("2026-11-01")], "", "confirmed"),
        ([out("2026-11-01")], "2", "contradicted"),
        ([out("2026-11-01"), out("2026-11-08")], "2", "confirmed"),
        ([out("2026-11-01"), out("2026-11-08")], "2+", "confirmed"),
        ([out("2026-11-01")], "2+", "contradicted"),
        ([out("2026-11-01"), out("2026-11-08")], "tre", "contradicted"),
    ],
)
def test_contact_attempted(contacts: list[dict[str, Any]], count: str, verdict: str) -> None:
    assert ask("contact-attempted", {"contacts": contacts}, count=count).verdict == verdict


def test_the_contact_on_the_day_named_is_shown() -> None:
    judgement = ask("contact-attempted", {"contacts": [out("2026-10-06"), out("2026-10-27")]}, date="--10-27")
    assert judgement.fact is not None
    assert judgement.fact.path == "contacts[1].date"


def test_two_days_are_two_contacts_and_a_due_date_is_none() -> None:
    facts: dict[str, Any] = {"contacts": [out("2026-11-04")]}
    assert ask("contact-attempted", facts, date="--11-04|--11-11").verdict == "contradicted"
    facts["invoices"] = [{"number": "1", "status": "unpaid", "due": "2026-11-11"}]
    assert ask("contact-attempted", facts, date="--11-04|--11-11").verdict == "confirmed"


@pytest.mark.parametrize(
    ("contacts", "verdict"),
    [
        ([], "confirmed"),
        ([out("2026-11-01")], "confirmed"),
        ([back("2026-10-01"), out("2026-11-01")], "confirmed"),
        ([out("2026-11-01"), back("2026-11-03")], "contradicted"),
        ([back("2026-11-03"), out("2026-11-10"), out("2026-11-01")], "contradicted"),
        ([out("2026-11-01"), back("2026-11-01")], "unknown"),
        ([out("2026-11-01T09:00"), back("2026-11-01T15:00")], "contradicted"),
        ([out("2026-11-01T09:00"), back("2026-11-01T08:00")], "confirmed"),
    ],
)
def test_no_reply_looks_at_inbound_contacts_after_our_first(contacts: list[dict[str, Any]], verdict: str) -> None:
    assert ask("no-reply", {"contacts": contacts}).verdict == verdict


def case(kind: str, status: str = "open", **fields: Any) -> dict[str, Any]:
    return {"id": "K-4711", "kind": kind, "status": status, "opened": "2026-11-15", "invoice": None, **fields}


@pytest.mark.parametrize(
    ("kind", "cases", "slots", "verdict"),
    [
        ("in-collection", [case("collection")], {}, "confirmed"),
        ("in-collection", [case("collection", "closed")], {}, "contradicted"),
        ("in-collection", [case("complaint")], {}, "contradicted"),
        ("in-collection", [], {}, "contradicted"),
        ("in-collection", [case("collection", invoice="7788")], {"invoice": "7788"}, "confirmed"),
        ("in-collection", [case("collection", invoice="7788")], {"invoice": "7789"}, "contradicted"),
        ("cancellation-registered", [case("cancellation", "closed")], {}, "confirmed"),
        ("cancellation-registered", [case("complaint")], {}, "contradicted"),
        ("complaint-registered", [case("complaint")], {}, "confirmed"),
        ("complaint-registered", [case("dispute")], {"case": "4711"}, "confirmed"),
        ("complaint-registered", [case("dispute")], {"case": "K-1"}, "unknown"),
        ("complaint-registered", [case("delivery")], {}, "contradicted"),
    ],
)
def test_cases(kind: str, cases: list[dict[str, Any]], slots: dict[str, str], verdict: str) -> None:
    assert ask(kind, {"cases": cases}, **slots).verdict == verdict


@pytest.mark.parametrize(
    ("since", "slots", "verdict"),
    [
        ("2014-11-30", {"duration": "P12Y"}, "confirmed"),
        ("2014-11-30", {"duration": "P11Y"}, "confirmed"),
        ("2014-11-30", {"duration": "P14Y"}, "contradicted"),
        ("2014-11-30", {"duration": "P144M"}, "confirmed"),
        ("2014-11-30", {"since": "2014"}, "confirmed"),
        ("2014-11-30", {"since": "2013"}, "confirmed"),
        ("2014-11-30", {"since": "2012"}, "contradicted"),
        ("2014-11-30", {"since": "2015-11"}, "confirmed"),
        ("2014-11-30", {"since": "2016-01"}, "contradicted"),
        ("2014-11-30", {"date": "2014-10-30"}, "confirmed"),
        ("2014-11-30", {"duration": "P5Y", "date": "2014-11-30"}, "contradicted"),
        ("2014-11-30", {}, "unknown"),
        (None, {"duration": "P12Y"}, "unknown"),
    ],
)
def test_customer_since(since: str | None, slots: dict[str, str], verdict: str) -> None:
    assert ask("customer-since", {"customer": {"since": since}}, **slots).verdict == verdict


@pytest.mark.parametrize(
    ("on_file", "field", "verdict"),
    [
        ({"serial_number": "2026-09-01"}, "serial_number", "contradicted"),
        ({"serial_number": "2026-09-01"}, "card_number", "confirmed"),
        ({"serial_number": "2026-09-01"}, "serienummeret på boksen", "contradicted"),
        ({"phone": "2026-09-01"}, "mobilnummeret ditt", "contradicted"),
        ({"phone": "2026-09-01"}, "telefonens IMEI-nummer", "confirmed"),
        ({"address": "2026-09-01"}, "e-postadressen din", "confirmed"),
        ({"email": "2026-09-01"}, "e-postadressen din", "contradicted"),
        ({"meter_reading": "2026-09-01"}, "mätarställningen", "contradicted"),
        ({"meter_number": "2026-09-01"}, "måleraflæsningen", "confirmed"),
        ({"id_document": "2026-09-01"}, "kopian av din legitimation", "contradicted"),
        ({"phone": "2026-09-01"}, "uppgiften om pengarnas ursprung", "confirmed"),
        ({"bank_account": "2026-09-01"}, "kontonummeret ditt", "contradicted"),
        ({"bank_account": "2026-09-01"}, "kortopplysninger", "confirmed"),
        ({"fuse_rating": "2026-09-01"}, "størrelsen på hovedsikringen", "unknown"),
        ({"serial_number": None}, "serial_number", "confirmed"),
        ({"serial_number": "2026-09-01"}, "", "unknown"),
        ({}, "", "confirmed"),
    ],
)
def test_data_missing(on_file: dict[str, Any], field: str, verdict: str) -> None:
    judgement = ask("data-missing", {"on_file": on_file}, field=field)
    assert judgement.verdict == verdict, judgement.reason
