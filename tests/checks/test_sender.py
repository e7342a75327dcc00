"""Who writes: the sender's name, the organisation number, the person who signs."""

from __future__ import annotations

import pytest
from tests.checks.support import fired, mail, report

LETTER = "Hei Heidi,\n\nAvtalen er endret fra 1. desember 2026.\n\nMed vennlig hilsen\n{}\n"


class TestSenderName:
    @pytest.mark.parametrize(
        "text",
        [
            "NoldusNett AS · Boks 1, 0101 Oslo\n\n" + LETTER.format("Kari Nes"),
            "NOLDUSNETT\n\n" + LETTER.format("Kari Nes"),
            LETTER.format("Kari Nes, NoldusNett"),
            LETTER.format("Kari Nes\n\nNoldusNett AS, Boks 1, 0101 Oslo"),
            "Hei Heidi,\n\nAvtalen er endret.\n\nGod tur!\nKari Nes, NoldusNett\n",
        ],
    )
    def test_a_name_where_a_reader_looks_for_it_is_enough(self, text: str) -> None:
        assert fired("sender-name-missing", text) == []

    @pytest.mark.parametrize(
        "text",
        [
            LETTER.format("Kundeservice"),
            "Hei Heidi,\n\nAvtalen din hos NoldusNett er endret.\n\nHilsen\nKari Nes\n",
            "Hei Heidi,\n\nSe www.noldusnett.no.\n\nHilsen\nKari Nes\nkunde@noldusnett.no\n",
        ],
    )
    def test_a_team_running_text_and_an_address_name_nobody(self, text: str) -> None:
        assert len(fired("sender-name-missing", text)) == 1

    def test_the_from_name_counts_and_a_bare_address_does_not(self) -> None:
        body = "Hei Heidi,\n\nAvtalen er endret.\n\nHilsen Kari Nes"
        assert fired("sender-name-missing", mail(body), suffix=".eml") == []
        assert fired("sender-name-missing", mail(body, sender="kunde@noldusnett.no"), suffix=".eml") != []

    @pytest.mark.parametrize(
        "text", ["NoldusNett: Pakken er klar.", "Pakken er klar. /NoldusNett", "Pakken er klar. Hilsen NoldusNett"]
    )
    def test_the_text_of_an_sms_counts(self, text: str) -> None:
        assert fired("sender-name-missing", text, channel="sms") == []
        assert fired("sender-name-missing", "Pakken er klar. Se noldusnett.no", channel="sms") != []


class TestOrgNumber:
    @pytest.mark.parametrize(
        "written",
        ["Org.nr. 310 000 000", "org nr: 310000000", "NO 310 000 000 MVA", "Foretaksregisteret NO310000000MVA"],
    )
    def test_the_registered_number_in_any_style(self, written: str) -> None:
        text = f"NoldusNett AS\n{written}\n\nHei Heidi,\n\nAvtalen er endret.\n"
        assert fired("org-number-missing", text) == fired("org-number-invalid", text) == []

    def test_a_wrong_number_is_reported_once_and_only_as_wrong(self) -> None:
        text = "NoldusNett AS\nOrg.nr. 310 000 008\n\nHei Heidi,\n\nAvtalen er endret.\n"
        assert fired("org-number-invalid", text) == ["310 000 008"]
        assert fired("org-number-missing", text) == []

    def test_an_email_needs_it_only_where_much_is_at_stake(self) -> None:
        text = mail("Hei Heidi,\n\nAvtalen er endret.\n\nHilsen Kari Nes")
        assert fired("org-number-missing", text, suffix=".eml", message_class="inquiry-reply") == []
        assert len(fired("org-number-missing", text, suffix=".eml", message_class="termination")) == 1

    def test_a_swedish_vat_number_holds_it(self) -> None:
        text = "NoldusNät AB\nMomsreg.nr SE559999000801\n\nHej Heidi,\n\nAvtalet har ändrats.\n"
        assert fired("org-number-missing", text, language="sv") == []
        assert fired("org-number-invalid", text, language="sv") == []

    def test_what_the_reader_wrote_is_not_ours(self) -> None:
        text = mail("Hei Heidi,\n\nSvar under.\n\nHilsen Kari Nes\n\n> Org.nr. 310 000 008 er feil hos dere")
        assert fired("org-number-invalid", text, suffix=".eml") == []


class TestSigner:
    @pytest.mark.parametrize(
        "name",
        ["Kari Nes", "Amalie", "Kari Nes, saksbehandler", "Åse von der Lippe", "Saksbehandler: Kari Nes", "Kundesenteret v/ Kari Nes",
         "O. Nordmann", "Jean-Luc D'Arcy", "Kundeservice / Kari Nes", "Kari Nes i kundeservice"],
    )  # fmt: skip
    def test_a_person(self, name: str) -> None:
        assert fired("signer-missing", LETTER.format(name)) == []

    @pytest.mark.parametrize(
        "name",
        ["Kundeservice", "NoldusNett AS", "oss i NoldusNett", "Alle vi på kundesenteret", "Innkrevingsavdelingen", "Kreditt og innkreving",
         "Teamet bak NoldusNett", "Fakturagruppa", "Forvaltningsseksjonen", "Vi i Drift", "Boks 1, 0101 Oslo"],
    )  # fmt: skip
    def test_nobody(self, name: str) -> None:
        assert len(fired("signer-missing", LETTER.format(name))) == 1

    @pytest.mark.parametrize(
        "name", ["The Billing Team", "Customer Care", "Collections", "NoldusNet Recoveries", "All of us at NoldusNet"]
    )
    def test_nobody_in_english(self, name: str) -> None:
        text = f"Dear Heidi,\n\nYour agreement has changed.\n\nKind regards,\n{name}\n"
        assert len(fired("signer-missing", text, language="en")) == 1

    def test_the_name_may_stand_on_the_line_of_the_sign_off(self) -> None:
        assert fired("signer-missing", "Hei Heidi,\n\nAvtalen er endret.\n\nHilsen Mette Ruud\n") == []

    def test_classes_that_need_no_signer(self) -> None:
        skipped = report(LETTER.format("Kundeservice"), message_class="receipt").checks.skipped
        assert any(check.rule == "signer-missing" for check in skipped)
