"""Grave letters: by when, why, how to settle it. What stands in the rule files' examples is not repeated here."""

from __future__ import annotations

import pytest
from tests.checks.support import fired, report

PAID_LATE = "Faktura 7788 på 499 kr er ikke betalt. "


@pytest.mark.parametrize(
    "line",
    [
        "Betal innen 4. desember 2026.",
        "Siste dag for å gjøre opp er tirsdag 15. desember.",
        "Betalingsfrist: 04.12.2026",
        "Er pengene på konto 1234.56.78903 før 4. desember, er alt i orden.",
    ],
)
def test_a_calendar_day_is_a_deadline(line: str) -> None:
    assert fired("deadline-missing", PAID_LATE + line, message_class="reminder") == []


@pytest.mark.parametrize(
    "line",
    [
        "Betal innen 14 dager.",
        "Betal innen fredag.",
        "Den skulle vært betalt innen 20. oktober 2026.",
        "Vi svarer på spørsmål innen 4. desember 2026.",
    ],
)
def test_these_are_no_deadlines(line: str) -> None:
    assert len(fired("deadline-missing", PAID_LATE + line, message_class="reminder")) == 1


def test_the_day_of_the_letter_is_no_deadline() -> None:
    letter = "NoldusNett AS\n\nOslo, 20. november 2026\n\nHei Kari\n\nFaktura 7788 er ikke betalt. Betal den snarest.\n"
    assert len(fired("deadline-missing", letter, message_class="reminder")) == 1


def test_the_day_to_pay_counts_before_the_day_to_ask_for_more_time() -> None:
    text = "Betal 499 kr innen 14. desember 2026. Ring før 25. november hvis du vil dele opp."
    assert fired("deadline-too-short", text, message_class="collection-warning") == []


def test_the_country_sets_the_minimum() -> None:
    text = "Betal 499 kr. senest den 1. december 2026."
    assert fired("deadline-too-short", text, language="da", message_class="collection-warning") == []
    assert fired("deadline-too-short", text, language="da", message_class="disconnection-notice") != []


def test_without_a_deadline_there_is_none_to_measure() -> None:
    skipped = report(PAID_LATE, message_class="collection-warning").checks.skipped
    assert [n.reason for n in skipped if n.rule == "deadline-too-short"] == ["the message gives no deadline"]


def test_therefore_needs_something_to_lean_on() -> None:
    vague = "Vi har gjort en samlet vurdering. Avtalen avsluttes derfor 1. februar 2027."
    told = "Du har tre ganger brukt kortet til å slippe inn andre. Avtalen avsluttes derfor 1. februar 2027."
    assert len(fired("reason-missing", vague, message_class="termination")) == 1
    assert fired("reason-missing", told, message_class="termination") == []


def test_a_refused_objection_is_no_objection_route() -> None:
    text = "Vi aksepterer ikke forklaringen din. Avgjørelsen kan ikke påklages."
    assert len(fired("objection-route-missing", text, message_class="refusal")) == 1


def test_an_account_without_an_amount_is_no_remedy() -> None:
    text = "Regningen er ubetalt. Betal til konto 1234.56.78903 innen 14. desember 2026."
    assert len(fired("remedy-missing", text, message_class="collection-warning")) == 1


def test_what_we_send_is_no_step_of_the_readers() -> None:
    text = "Det finnes ingen avtale for boligen. Vi sender deg en kopi av brevet. Ring oss på 22 00 00 00."
    assert len(fired("remedy-missing", text, message_class="disconnection-notice")) == 1


def test_the_finding_about_an_amount_says_what_is_missing() -> None:
    findings = report("Du skylder oss 499 kr ennå.", message_class="reminder").findings
    messages = [f.message for f in findings if f.rule == "claim-unspecific"]
    assert [m.endswith("says that money is owed, but not what for.") for m in messages] == [True]


@pytest.mark.parametrize("text", ["", "\n\n", "🙂" * 50, "innen innen innen", "Frist: 99.99.9999"])
def test_odd_texts_are_told_apart_from_letters(text: str) -> None:
    found = report(text, message_class="collection-warning").checks.failed
    assert not [n for n in found if n.rule in ("deadline-missing", "reason-missing", "remedy-missing")]
