"""What stands near a match: a length of time that leaves time to plan excuses hurry, hours do not."""

from __future__ import annotations

import pytest
from tests.checks.support import fired

RULE = "false-urgency"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Bekreft kontoen i løpet av 24 timer."),
        ("nn", "Stadfest kontoen i løpet av 48 timar."),
        ("sv", "Bekräfta kontot inom 24 timmar."),
        ("da", "Bekræft kontoen inden for 24 timer."),
        ("en", "Reply to this message within 24 hours."),
        ("en", "Reply to this message within two days."),
    ],
)
def test_hours_and_a_few_days_hurry(language: str, text: str) -> None:
    assert fired(RULE, text, language=language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Bekreft kontoen i løpet av 14 dager."),
        ("sv", "Bekräfta kontot inom tre veckor."),
        ("en", "Reply to this message within 30 days."),
    ],
)
def test_a_period_leaves_time_to_plan(language: str, text: str) -> None:
    assert not fired(RULE, text, language=language)


ANSWER = "Ja, du kan flytte abonnementet til den nye adressen uten å betale noe for det. Montøren kommer fredag."
MORE = "Du finner mer informasjon på nettsidene våre."


def test_more_after_an_answer_sends_nobody_away() -> None:
    assert fired("website-deflection", MORE)
    assert not fired("website-deflection", f"{ANSWER} {MORE}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Vi stenger strømmen på mandag. Har du spørsmål, kan du ringe oss."),
        ("sv", "Vi stänger av strömmen på måndag. Om du har frågor kan du ringa oss."),
        ("en", "We will cut off your electricity on Monday. If you have any questions, call us."),
    ],
)
def test_a_condition_about_something_else_excuses_nothing(language: str, text: str) -> None:
    assert fired("consequence-unconditional", text, language=language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Vi stenger strømmen på mandag. Har du betalt, skjer det ikke."),
        ("en", "We will cut off your electricity on Monday. If you pay by Friday, it stays on."),
    ],
)
def test_a_condition_beside_the_harm_excuses_it(language: str, text: str) -> None:
    assert not fired("consequence-unconditional", text, language=language)
