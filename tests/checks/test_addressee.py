"""Grave messages must name their reader."""

from __future__ import annotations

import pytest
from tests.checks.support import fired, mail, report

BODY = "Vi kan ikke flytte linjen fordi huset ligger utenfor nettet.\n\nHilsen\nKari Nes\n"


def unnamed(text: str, **options: str) -> list[str]:
    return fired("recipient-unnamed", text, message_class="refusal", **options)


@pytest.mark.parametrize(
    "greeting",
    [
        "Hei Heidi!",
        "Hei, Heidi!",
        "Kjære Heidi Lisle,",
        "Til Heidi Lisle",
        "Kjære fru Lisle",
        "Hei Ola og Kari,",
        "Kjære Ødegård,",
        "Hei Ikke-Ali,",
    ],
)
def test_a_name_in_the_greeting(greeting: str) -> None:
    assert unnamed(f"NoldusNett AS\n\n{greeting}\n\n{BODY}") == []


@pytest.mark.parametrize(
    "greeting",
    ["Kjære kunde,", "Hei!", "Gode medlem", "Til husstanden", "Til beboerne i Skogveien 3", "Kjære alle sammen,", "Hei [FORNAVN],", "Hei {{ navn }}!",
     "Hei None,", "Hei undefined!", "Hei ,", "Kjære innehaver av anlegg 4711", "Til den det måtte gjelde"],
)  # fmt: skip
def test_nobody(greeting: str) -> None:
    assert len(unnamed(f"NoldusNett AS\n\n{greeting}\n\n{BODY}")) == 1


@pytest.mark.parametrize(
    ("language", "greeting"),
    [("sv", "Bästa kund,"), ("sv", "Hej bokvän!"), ("da", "Kære medlem"), ("da", "Til lejeren"), ("en", "Dear Sir or Madam,"),
     ("en", "Dear valued customer,"), ("en", "To the occupier"), ("en", "To whom it may concern"), ("nn", "Gode forsikringstakar"),
     ("en", "Dear resident,"), ("en", "Dear Account Holder,"), ("sv", "Till dig som bor på Åsgatan 2")],
)  # fmt: skip
def test_nobody_in_other_languages(language: str, greeting: str) -> None:
    assert len(unnamed(f"{greeting}\n\n4711.\n\nMvh\nA. B.\n", language=language)) == 1


def test_a_name_in_the_address_is_enough() -> None:
    text = f"NoldusNett AS\nBoks 1, 0101 Oslo\n\nHeidi Lisle\nSkogveien 3\n0860 Oslo\n\nKjære kunde,\n\n{BODY}"
    assert unnamed(text) == []


def test_a_generic_line_in_the_address_is_not() -> None:
    text = f"NoldusNett AS\nBoks 1, 0101 Oslo\n\nBEBOER I LEILIGHET H0304\nSkogveien 3\n0860 Oslo\n\n{BODY}"
    assert len(unnamed(text)) == 1


def test_the_to_name_counts_and_a_bare_address_does_not() -> None:
    assert unnamed(mail(f"Hei!\n\n{BODY}", to="Heidi Lisle <h@example.org>"), suffix=".eml") == []
    assert len(unnamed(mail(f"Hei!\n\n{BODY}", to="heidi.lisle@example.org"), suffix=".eml")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "NoldusNett: Hei Amira! Linjen er stengt.",
        "Hei Amira, linjen er stengt.",
        "NoldusNett: Amira, linjen er stengt.",
    ],
)
def test_sms_with_a_name(text: str) -> None:
    assert unnamed(text, channel="sms") == []


@pytest.mark.parametrize(
    "text",
    [
        "NoldusNett: Linjen er stengt.",
        "Hei! Linjen er stengt.",
        "Kjære kunde, linjen er stengt.",
        "NoldusNett: Viktig, linjen er stengt.",
    ],
)
def test_sms_without(text: str) -> None:
    assert len(unnamed(text, channel="sms")) == 1


def test_other_classes_may_greet_everybody() -> None:
    skipped = report(f"Kjære kunde,\n\n{BODY}", message_class="newsletter").checks.skipped
    assert any(check.rule == "recipient-unnamed" for check in skipped)
