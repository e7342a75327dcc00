"""Agreements, services, the account, orders and refunds: which one is meant, and what its status says."""

from __future__ import annotations

from typing import Any

import pytest

from .asking import ask, reference

BROADBAND = {"id": "AV-1", "product": "bredbånd", "status": "active"}
POWER = {"id": "AV-2", "product": "strøm", "status": "ended"}
MOBILE = {"id": "AV-3", "product": "mobil", "status": "ended"}


@pytest.mark.parametrize(
    ("agreements", "slots", "missing", "active", "ended"),
    [
        ([], {}, "confirmed", "contradicted", "confirmed"),
        ([BROADBAND], {}, "contradicted", "confirmed", "contradicted"),
        ([POWER], {}, "confirmed", "contradicted", "confirmed"),
        ([BROADBAND, POWER], {}, "contradicted", "confirmed", "unknown"),
        ([BROADBAND, POWER], {"agreement": "AV-2"}, "confirmed", "contradicted", "confirmed"),
        ([BROADBAND, POWER], {"agreement": "AV-1|AV-2"}, "contradicted", "contradicted", "contradicted"),
        ([BROADBAND, POWER], {"agreement": "AV-9"}, "unknown", "unknown", "unknown"),
        ([BROADBAND, POWER], {"product": "strømavtalen din"}, "confirmed", "contradicted", "confirmed"),
        ([BROADBAND, POWER], {"product": "bredbåndsavtalen"}, "contradicted", "confirmed", "contradicted"),
        ([BROADBAND, POWER], {"product": "internettabonnementet"}, "contradicted", "confirmed", "contradicted"),
        ([BROADBAND, MOBILE], {"product": "mobilabonnement"}, "confirmed", "contradicted", "confirmed"),
        ([BROADBAND, POWER], {"product": "elavtalet"}, "confirmed", "contradicted", "confirmed"),
        ([BROADBAND, POWER], {"product": "abonnementet ditt"}, "contradicted", "confirmed", "unknown"),
        ([BROADBAND], {"product": "mobilabonnement"}, "confirmed", "contradicted", "unknown"),
        ([BROADBAND], {"product": "Nordlys Pluss"}, "contradicted", "confirmed", "contradicted"),
    ],
)
def test_agreements(
    agreements: list[dict[str, Any]], slots: dict[str, str], missing: str, active: str, ended: str
) -> None:
    facts = {"agreements": agreements}
    assert ask("agreement-missing", facts, **slots).verdict == missing
    assert ask("agreement-active", facts, **slots).verdict == active
    assert ask("agreement-ended", facts, **slots).verdict == ended


def test_a_number_elsewhere_says_which_agreement_has_ended() -> None:
    assert (
        ask("agreement-ended", {"agreements": [BROADBAND, POWER]}, reference("AV-2", "agreement")).verdict
        == "confirmed"
    )


def test_the_day_says_which_agreement_has_ended_and_which_order_has_come() -> None:
    facts = {"agreements": [{**BROADBAND, "ended": None}, {**POWER, "ended": "2026-11-19"}]}
    assert ask("agreement-ended", facts, date="-1").verdict == "confirmed"
    assert ask("agreement-ended", facts, date="--11-18").verdict == "unknown"
    orders = [{"id": "1", "status": "ordered"}, {"id": "2", "status": "delivered", "delivered_on": "2026-11-18"}]
    assert ask("order-delivered", {"orders": orders}, date="2026-11-18").verdict == "confirmed"


def test_an_ambiguous_claim_names_the_candidates_by_number_only() -> None:
    reason = ask("agreement-ended", {"agreements": [BROADBAND, POWER]}).reason
    assert "AV-1, AV-2" in reason
    assert "bredbånd" not in reason


ON = {"id": "S-1", "product": "internett", "status": "active"}
OFF = {"id": "S-2", "product": "strøm", "status": "disconnected"}
HELD = {"id": "S-3", "product": "mobil", "status": "suspended"}


@pytest.mark.parametrize(
    ("services", "slots", "suspended", "active"),
    [
        ([ON], {}, "contradicted", "confirmed"),
        ([OFF], {}, "confirmed", "contradicted"),
        ([HELD], {}, "confirmed", "contradicted"),
        ([OFF, HELD], {}, "confirmed", "contradicted"),
        ([], {}, "contradicted", "contradicted"),
        ([ON, OFF], {}, "unknown", "unknown"),
        ([ON, OFF], {"product": "strømmen"}, "confirmed", "contradicted"),
        ([ON, OFF], {"product": "bredbåndet"}, "contradicted", "confirmed"),
        ([ON, OFF], {"product": "fjernvarmen"}, "unknown", "unknown"),
    ],
)
def test_services(services: list[dict[str, Any]], slots: dict[str, str], suspended: str, active: str) -> None:
    assert ask("service-suspended", {"services": services}, **slots).verdict == suspended
    assert ask("service-active", {"services": services}, **slots).verdict == active


def test_the_words_for_the_account_mean_the_account_where_no_service_is_known() -> None:
    facts = {"account": {"status": "suspended"}}
    assert ask("service-suspended", facts, product="kontoen din").verdict == "confirmed"
    assert ask("service-suspended", facts, product="linjen din").verdict == "unknown"
    assert ask("service-suspended", {**facts, "services": [ON]}, product="kontoen din").verdict == "contradicted"


@pytest.mark.parametrize(
    ("status", "verdict"),
    [("closed", "confirmed"), ("active", "contradicted"), ("suspended", "contradicted"), (None, "unknown")],
)
def test_account_closed(status: str | None, verdict: str) -> None:
    assert ask("account-closed", {"account": {"status": status}}).verdict == verdict


@pytest.mark.parametrize(
    ("orders", "slots", "shipped", "delivered"),
    [
        ([{"id": "O-9", "item": "CA-modul", "status": "ordered"}], {}, "contradicted", "contradicted"),
        ([{"id": "O-9", "item": "CA-modul", "status": "shipped"}], {}, "confirmed", "contradicted"),
        ([{"id": "O-9", "item": "CA-modul", "status": "delivered"}], {}, "confirmed", "confirmed"),
        ([{"id": "O-9", "item": "CA-modul", "status": "cancelled"}], {}, "contradicted", "contradicted"),
        ([], {}, "contradicted", "contradicted"),
        ([{"id": "O-9", "status": "shipped"}, {"id": "O-10", "status": "ordered"}], {}, "unknown", "contradicted"),
        (
            [{"id": "O-9", "status": "shipped"}, {"id": "O-10", "status": "ordered"}],
            {"order": "O-10"},
            "contradicted",
            "contradicted",
        ),
        ([{"id": "O-9", "status": "shipped"}], {"order": "O-77"}, "unknown", "unknown"),
        (
            [{"id": "1", "item": "hjelm", "status": "shipped"}, {"id": "2", "item": "lås", "status": "ordered"}],
            {"product": "hjelmen"},
            "confirmed",
            "contradicted",
        ),
    ],
)
def test_orders(orders: list[dict[str, Any]], slots: dict[str, str], shipped: str, delivered: str) -> None:
    assert ask("order-shipped", {"orders": orders}, **slots).verdict == shipped
    assert ask("order-delivered", {"orders": orders}, **slots).verdict == delivered


@pytest.mark.parametrize(
    ("amount", "verdict"),
    [
        ("", "confirmed"),
        ("100.00 NOK", "confirmed"),
        ("100.00 ?", "confirmed"),
        ("100.00 SEK", "contradicted"),
        ("99.99 NOK", "contradicted"),
    ],
)
def test_refunds(amount: str, verdict: str) -> None:
    refunds = [{"date": "2026-11-01", "amount": "100.00", "currency": "NOK"}]
    assert ask("refund-issued", {"refunds": refunds}, amount=amount).verdict == verdict


def test_no_refund_at_all_contradicts() -> None:
    assert ask("refund-issued", {"refunds": []}).verdict == "contradicted"
