from __future__ import annotations

from typing import Any

import pytest

from .asking import ask, invoice, records, reference

PAID = invoice("7788", "paid", paid_on="2026-10-19")
UNPAID = invoice("7789", amount="650.00", due="2026-11-10", period="2026-11")
NOT_DUE = invoice("7790", amount="700.00", due="2026-12-20", period="2026-12")
TODAY = invoice("7791", due="2026-11-20")


@pytest.mark.parametrize(
    ("kind", "invoices", "slots", "verdict"),
    [
        ("payment-missing", [UNPAID], {}, "confirmed"),
        ("payment-missing", [PAID], {}, "contradicted"),
        ("payment-missing", [], {}, "contradicted"),
        ("payment-missing", [PAID, UNPAID], {}, "confirmed"),
        ("payment-missing", [PAID, UNPAID], {"invoice": "7788"}, "contradicted"),
        ("payment-missing", [PAID, UNPAID], {"invoice": "7789"}, "confirmed"),
        ("payment-missing", [PAID, UNPAID], {"invoice": "F-7789"}, "confirmed"),
        ("payment-missing", [PAID, UNPAID], {"invoice": "****7789"}, "confirmed"),
        ("payment-missing", [PAID, UNPAID], {"invoice": "…788"}, "contradicted"),
        ("payment-missing", [PAID, UNPAID], {"invoice": "9999"}, "unknown"),
        ("payment-missing", [PAID], {"invoice": "9999"}, "contradicted"),
        ("payment-missing", [PAID, UNPAID], {"invoice": "7788|7789"}, "contradicted"),
        ("payment-missing", [UNPAID, NOT_DUE], {"invoice": "7789|7790"}, "confirmed"),
        ("payment-missing", [PAID, UNPAID], {"amount": "499.00 NOK"}, "contradicted"),
        ("payment-missing", [PAID, UNPAID], {"amount": "650.00 ?"}, "confirmed"),
        ("payment-missing", [PAID, UNPAID], {"amount": "650.00 SEK"}, "unknown"),
        ("payment-missing", [PAID, UNPAID], {"amount": "123.00 NOK"}, "unknown"),
        ("payment-missing", [PAID, UNPAID], {"due": "--10-20"}, "contradicted"),
        ("payment-missing", [PAID, UNPAID], {"date": "2026-11-10"}, "confirmed"),
        ("payment-missing", [PAID, UNPAID], {"date": "2026-11-20"}, "confirmed"),
        ("payment-missing", [PAID, UNPAID], {"period": "--10"}, "contradicted"),
        ("payment-missing", [invoice("1", "disputed")], {}, "confirmed"),
        ("payment-missing", [invoice("1", "credited")], {}, "contradicted"),
        ("payment-missing", [PAID, UNPAID, NOT_DUE], {"amount": "1350.00 NOK"}, "confirmed"),
        ("payment-overdue", [UNPAID, NOT_DUE], {"amount": "1350.00 NOK"}, "contradicted"),
        ("payment-overdue", [UNPAID], {}, "confirmed"),
        ("payment-overdue", [NOT_DUE], {}, "contradicted"),
        ("payment-overdue", [TODAY], {}, "contradicted"),
        ("payment-overdue", [PAID], {}, "contradicted"),
        ("payment-overdue", [], {}, "contradicted"),
        ("payment-overdue", [PAID, NOT_DUE], {}, "contradicted"),
        ("payment-overdue", [UNPAID, NOT_DUE], {}, "confirmed"),
        ("payment-overdue", [UNPAID, NOT_DUE], {"invoice": "7789|7790"}, "contradicted"),
        ("payment-overdue", [invoice("1", due=None)], {}, "unknown"),
        ("payment-received", [PAID], {}, "confirmed"),
        ("payment-received", [PAID, UNPAID], {}, "confirmed"),
        ("payment-received", [PAID, UNPAID], {"invoice": "7789"}, "contradicted"),
        ("payment-received", [PAID, UNPAID], {"amount": "650.00 NOK"}, "contradicted"),
        ("payment-received", [UNPAID], {}, "contradicted"),
        ("payment-received", [], {}, "contradicted"),
        ("payment-received", [PAID], {"invoice": "9999"}, "unknown"),
    ],
)
def test_invoices(kind: str, invoices: list[dict[str, Any]], slots: dict[str, str], verdict: str) -> None:
    judgement = ask(kind, {"invoices": invoices}, **slots)
    assert judgement.verdict == verdict, judgement.reason


def test_the_reason_names_the_invoice_and_the_day_of_payment() -> None:
    judgement = ask("payment-missing", {"invoices": [PAID]})
    assert judgement.reason == "The records say that invoice 7788 was paid on 2026-10-19."
    assert judgement.fact is not None
    assert (judgement.fact.path, judgement.fact.value) == ("invoices[0].status", "paid")
    assert judgement.fact.source == "facts.json"


def test_the_balance_with_its_fees_is_what_is_unpaid() -> None:
    facts = {"invoices": [PAID, UNPAID], "balance": {"amount": "685.00", "currency": "NOK"}}
    assert ask("payment-missing", facts, amount="685.00 NOK").verdict == "confirmed"
    assert ask("payment-missing", facts, amount="684.00 NOK").verdict == "unknown"


def test_a_number_elsewhere_in_the_message_says_which_invoice_is_meant() -> None:
    facts = {"invoices": [PAID, UNPAID]}
    assert ask("payment-missing", facts, reference("7788", "invoice")).verdict == "contradicted"
    assert ask("payment-missing", facts, reference("7789")).verdict == "confirmed"
    assert ask("payment-missing", facts, reference("7788", "order")).verdict == "confirmed"


def test_two_numbers_elsewhere_that_differ_are_ambiguous_and_both_are_named() -> None:
    near = reference("7788", "invoice"), reference("7789", "invoice")
    judgement = ask("payment-missing", {"invoices": [PAID, UNPAID]}, *near)
    assert judgement.verdict == "unknown"
    assert "7788, 7789" in judgement.reason


def test_the_amount_beside_the_claim_outweighs_a_number_far_away() -> None:
    facts = {"invoices": [PAID, UNPAID]}
    assert ask("payment-missing", facts, reference("7788", "invoice"), amount="650.00 NOK").verdict == "confirmed"


@pytest.mark.parametrize(
    ("payments", "slots", "verdict"),
    [
        ([{"date": "2026-11-12", "amount": "300.00", "currency": "NOK", "invoice": "7789"}], {}, "confirmed"),
        ([{"date": "2026-11-12", "amount": "300.00"}], {"amount": "300.00 NOK"}, "confirmed"),
        ([{"date": "2026-11-12", "amount": "300.00"}], {"amount": "301.00 NOK"}, "contradicted"),
        ([{"date": "2026-11-12", "amount": "300.00", "invoice": "1"}], {"invoice": "7789"}, "contradicted"),
        ([], {}, "contradicted"),
    ],
)
def test_a_payment_counts_though_the_invoice_is_still_unpaid(
    payments: list[dict[str, Any]], slots: dict[str, str], verdict: str
) -> None:
    assert ask("payment-received", {"invoices": [UNPAID], "payments": payments}, **slots).verdict == verdict
    assert ask("payment-received", {"payments": payments}, **slots).verdict == verdict


@pytest.mark.parametrize(
    ("facts", "amount", "verdict"),
    [
        ({"balance": {"amount": "499.00", "currency": "NOK"}}, "499.00 NOK", "confirmed"),
        ({"balance": {"amount": "499.00", "currency": "NOK"}}, "499.00 ?", "confirmed"),
        ({"balance": {"amount": "499.00", "currency": "NOK"}}, "499.00 SEK", "contradicted"),
        ({"balance": {"amount": "0.00", "currency": "NOK"}}, "499.00 NOK", "contradicted"),
        ({"balance": {"amount": "0.00", "currency": "NOK"}}, "0.00 NOK", "contradicted"),
        ({"balance": {"amount": "-20.00", "currency": "NOK"}}, "", "contradicted"),
        ({"balance": {"amount": "20.00", "currency": "NOK"}}, "", "confirmed"),
        ({"invoices": [UNPAID, NOT_DUE]}, "1350.00 NOK", "confirmed"),
        ({"invoices": [UNPAID, NOT_DUE]}, "650.00 NOK", "confirmed"),
        ({"invoices": [UNPAID, NOT_DUE]}, "651.00 NOK", "contradicted"),
        ({"invoices": [PAID]}, "499.00 NOK", "contradicted"),
        ({"invoices": [PAID]}, "", "contradicted"),
        ({"invoices": [UNPAID]}, "", "confirmed"),
        ({"invoices": []}, "1.00 NOK", "contradicted"),
        ({"invoices": [UNPAID], "balance": {"amount": "720.00", "currency": "NOK"}}, "720.00 NOK", "confirmed"),
        ({"invoices": [invoice("1", amount=None)]}, "1.00 NOK", "unknown"),
        ({}, "1.00 NOK", "unknown"),
    ],
)
def test_amount_owed(facts: dict[str, Any], amount: str, verdict: str) -> None:
    judgement = ask("amount-owed", facts, amount=amount)
    assert judgement.verdict == verdict, judgement.reason


def test_an_amount_of_another_invoice_than_the_one_named_is_not_owed_for_it() -> None:
    facts = {"invoices": [UNPAID, NOT_DUE]}
    assert ask("amount-owed", facts, amount="700.00 NOK", invoice="7789").verdict == "contradicted"
    assert ask("amount-owed", facts, amount="700.00 NOK", invoice="9999").verdict == "unknown"


def test_a_reason_holds_no_amount() -> None:
    for amount in ("650.00 NOK", "651.00 NOK", "1350.00 NOK"):
        assert "0.00" not in ask("amount-owed", records({"invoices": [UNPAID, NOT_DUE]}), amount=amount).reason
