"""The way back to the sender."""

from __future__ import annotations

import pytest
from tests.checks.support import fired, mail

CONTACT_RULES = ("contact-channel-missing", "contact-not-in-registry", "noreply-dead-end")
LETTER = "NoldusNett AS\n\nHei Heidi,\n\nAvtalen er endret. {}\n\nHilsen\nKari Nes\n"


def contact_rules(text: str, **options: str) -> list[str]:
    return [rule for rule in CONTACT_RULES if fired(rule, text, **options)]


@pytest.mark.parametrize(
    "words",
    ["Ring 22 00 00 00.", "Ring +47 22000000.", "Ring 0047 22 00 00 00.", "Skriv til svar@noldusnett.no.", "Skriv til Boks 1, 0101 Oslo.",
     "Skriv til post@under.noldusnett.no.", "Ring (+47) 22 00 00 00."],
)  # fmt: skip
def test_any_registered_way_is_enough(words: str) -> None:
    assert contact_rules(LETTER.format(words)) == []


@pytest.mark.parametrize(
    "words", ["", "Se noldusnett.no.", "Chat med oss på noldusnett.no/hjelp.", "Ved fare, ring 112."]
)
def test_a_web_address_and_an_emergency_number_are_no_way_back(words: str) -> None:
    assert contact_rules(LETTER.format(words)) == ["contact-channel-missing"]


def test_only_the_ombudsmans_number_is_no_way_back() -> None:
    assert contact_rules(LETTER.format("Klag til Brukerklagenemnda, tlf. 22 47 80 00.")) == ["contact-channel-missing"]


def test_the_readers_own_address_is_no_way_back() -> None:
    text = (
        "NoldusNett AS\n\nHeidi Lisle\nSkogveien 3\n0860 Oslo\n\nHei Heidi,\n\nAvtalen er endret.\n\nHilsen\nKari Nes\n"
    )
    assert contact_rules(text) == ["contact-channel-missing"]


@pytest.mark.parametrize(
    "words", ["Ring 22 11 22 33.", "Ring 22112233.", "Skriv til kunde@noldusnet.no.", "Tlf: 22 11 22 33"]
)
def test_an_unregistered_contact_is_named_alone(words: str) -> None:
    assert contact_rules(LETTER.format(words)) == ["contact-not-in-registry"]


@pytest.mark.parametrize("words", ["Vi ringer deg på 912 34 567.", "Kvitteringen er sendt til kari@example.org."])
def test_the_readers_own_number_is_not_ours(words: str) -> None:
    assert fired("contact-not-in-registry", LETTER.format(words), account="A-1") == []


@pytest.mark.parametrize(
    "words",
    [
        "Faktura 22112233 er betalt.",
        "Kundenr. 22112233.",
        "Målernummer 22112233.",
        "Beløpet er 22 112 233 kr.",
        "KID 22112233.",
        "Vi ses 20.11.2026.",
    ],
)
def test_other_numbers_are_no_phones(words: str) -> None:
    assert fired("contact-not-in-registry", LETTER.format(words)) == []


class TestMail:
    BODY = "Hei Heidi,\n\nAvtalen er endret.\n\nHilsen Kari Nes, NoldusNett"

    def test_a_registered_sender_that_is_read_is_a_way_back(self) -> None:
        assert contact_rules(mail(self.BODY), suffix=".eml") == []

    @pytest.mark.parametrize(
        "local", ["noreply", "no-reply", "do.not.reply", "ikke-svar", "svar-ikke", "DoNotReply", "no_reply+22"]
    )
    def test_a_noreply_sender_is_a_dead_end(self, local: str) -> None:
        text = mail(self.BODY, sender=f"NoldusNett <{local}@noldusnett.no>")
        assert contact_rules(text, suffix=".eml") == ["noreply-dead-end"]

    def test_a_reply_to_that_is_read_opens_it(self) -> None:
        text = mail(self.BODY, sender="NoldusNett <noreply@noldusnett.no>", Reply_To="kunde@noldusnett.no")
        assert contact_rules(text, suffix=".eml") == []

    def test_a_noreply_reply_to_closes_it(self) -> None:
        assert contact_rules(mail(self.BODY, Reply_To="noreply@noldusnett.no"), suffix=".eml") == ["noreply-dead-end"]

    def test_saying_so_closes_it_unless_another_way_is_given(self) -> None:
        assert contact_rules(mail(self.BODY + "\n\nDenne e-posten kan ikke besvares."), suffix=".eml") == [
            "noreply-dead-end"
        ]
        assert contact_rules(mail(self.BODY + "\n\nIngen leser denne adressen. Ring 22 00 00 00."), suffix=".eml") == []

    def test_a_foreign_reply_to_is_another_rules_business(self) -> None:
        text = mail(self.BODY, Reply_To="noldus@example.net")
        assert contact_rules(text, suffix=".eml") == []
        assert fired("reply-to-mismatch", text, suffix=".eml") == ["noldus@example.net"]


@pytest.mark.parametrize(
    ("language", "number"),
    [("nb", "829 00 417"), ("nb", "+47 820 12 345"), ("sv", "0900-123 45 67"), ("sv", "0939-20 25"), ("da", "90 11 22 33"),
     ("en", "0871 664 0912"), ("en", "0905 821 0034"), ("en", "+44 844 496 0123")],
)  # fmt: skip
def test_premium_numbers_are_found_and_are_unregistered_too(language: str, number: str) -> None:
    text = f"Hei!\n\nRing {number}.\n"
    assert fired("premium-rate-number", text, language=language) == [number]
    assert fired("contact-not-in-registry", text, language=language) == [number]


@pytest.mark.parametrize(
    ("language", "number"),
    [("nb", "800 40 000"), ("sv", "020-12 34 56"), ("da", "80 12 34 56"), ("en", "0800 023 4567")],
)
def test_freephone_numbers_cost_nothing(language: str, number: str) -> None:
    assert fired("premium-rate-number", f"Hei!\n\nRing {number}.\n", language=language) == []
