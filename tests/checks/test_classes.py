"""What a message is for shows in its subject, its title and its text; headings further down do not say it."""

from __future__ import annotations

import pytest
from tests.checks.support import report


def class_of(text: str, language: str) -> str:
    return report(text, language=language).message_class.name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Hei Kari,\n\nPensjonen din øker fra 1. januar.\n\nDu har rett til å klage\n\nSvar innen 6 uker."),
        ("nn", "Hei Kari,\n\nPensjonen din aukar frå 1. januar.\n\nDu har rett til å klage\n\nSvar innan 6 veker."),
        (
            "en",
            "Dear Kari,\n\nYour pension goes up on 1 January.\n\nIf you disagree with this decision\n\nWrite to us.",
        ),
    ],
)
def test_the_heading_of_a_section_is_no_title(language: str, text: str) -> None:
    assert class_of(text, language) == "general"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Påminnelse\n\nHej Karin,\n\nDin tid hos tandläkaren är den 1 december kl. 10."),
        ("da", "Påmindelse\n\nKære Karen\n\nDin tid hos tandlægen er den 1. december kl. 10."),
        ("en", "Reminder\n\nDear Karen,\n\nWe will see you at the dentist on 1 December at 10."),
    ],
)
def test_a_reminder_of_an_appointment_asks_for_no_money(language: str, text: str) -> None:
    assert class_of(text, language) == "general"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Hei Kari,\n\nHer er månedens nytt. Vil du avslutte abonnementet, gjør du det her: noldusnett.no/av"),
        ("sv", "Hej Karin,\n\nHär är månadens nytt. Om du vill avsluta prenumerationen gör du det på noldusnat.se/av"),
    ],
)
def test_a_way_to_leave_is_no_leaving(language: str, text: str) -> None:
    assert class_of(text, language) != "exit-reply"
