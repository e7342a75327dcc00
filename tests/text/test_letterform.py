"""Greetings, sign-offs, date and reference lines, and quoted replies of five languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.text.letterform import (
    greeting_name,
    is_date_line,
    is_generic_addressee,
    is_greeting,
    is_heading,
    is_reference_line,
    is_sign_off,
    sign_off_name,
    starts_quoted_reply,
)

GREETINGS = [
    ("Hei Heidi,", "Heidi"),
    ("Kjære Tor-Egil", "Tor-Egil"),
    ("Kjære fru Åsne Bø,", "fru Åsne Bø"),
    ("Hei igjen, Kari", ""),
    ("Kjære kunde", "kunde"),
    ("Til husstanden", "husstanden"),
    ("Til beboer i Storgata 4", "beboer i Storgata 4"),
    ("Gode forsikringstakar!", "forsikringstakar"),
    ("God dag, Ingrid!", ""),
    ("Hei Anne og Per,", "Anne og Per"),
    ("Bäste kund", "kund"),
    ("Bästa medlem!", "medlem"),
    ("Hej Petra!", "Petra"),
    ("Till innehavaren av anläggning 330918", "innehavaren av anläggning 330918"),
    ("God morgon Petra!", "Petra"),
    ("Kære Mette", "Mette"),
    ("Kære hr. Holm,", "hr. Holm"),
    ("Til indehaveren af måler 1188", "indehaveren af måler 1188"),
    ("Dear Mr Adeyemi,", "Mr Adeyemi"),
    ("Dear Mrs. O'Hara:", "Mrs. O'Hara"),
    ("Dear Sir or Madam", "Sir or Madam"),
    ("To the occupier", "the occupier"),
    ("Notice to the occupier", "the occupier"),
    ("Good morning Priya,", "Priya"),
    ("Hei ,", ""),
]
NO_GREETINGS = [
    "Heidi Lisle",
    "Hei er et lite sted i Japan",
    "Til orientering sender vi kopi til utleier.",
    "Til sammen skylder du 499 kr",
    "To pay, use the number below",
    "Bästa erbjudandet just nu",
    "God helg",
    "Dearne Valley Water",
    "Hilsen Mette Ruud",
    "",
]
SIGN_OFFS = [
    ("Med vennlig hilsen", ""),
    ("Hilsen Mette Ruud", "Mette Ruud"),
    ("Vennlig hilsen, Kari Nes", "Kari Nes"),
    ("Mvh", ""),
    ("Mvh Jonas", "Jonas"),
    ("Ha en fin dag!", ""),
    ("Vennleg helsing", ""),
    ("Beste helsingar frå oss", "frå oss"),
    ("Vänliga hälsningar", ""),
    ("Med vänlig hälsning, Eva", "Eva"),
    ("Ha en riktigt fin helg", ""),
    ("Allt gott, Lars", "Lars"),
    ("De bedste hilsner", ""),
    ("Venlig hilsen Lone Damgaard", "Lone Damgaard"),
    ("Hav en rigtig god weekend", ""),
    ("Yours sincerely", ""),
    ("Kind regards, Anna", "Anna"),
    ("Cheers,", ""),
    ("Thanks, Moira", "Moira"),
    ("With best wishes", ""),
]
NO_SIGN_OFFS = [
    "Thanks for your patience while we look into it",
    "Takk for brevet ditt",
    "Tack för att du hörde av dig.",
    "Best before 12 May",
    "Hilsen til alle som har ventet",
    "Ha en telefon i nærheten",
    "Regards the invoice, we will write again.",
    "Kind of you to ask",
    "",
]


@pytest.mark.parametrize(("line", "name"), GREETINGS)
def test_greets(line: str, name: str) -> None:
    found = greeting_name(line)
    assert (found.of(line) if found else "") == name
    assert is_greeting(line) or "," in line.rstrip(" ,")


@pytest.mark.parametrize("line", NO_GREETINGS)
def test_does_not_greet(line: str) -> None:
    assert not is_greeting(line)


def test_greeting_in_a_text_message_goes_on() -> None:
    line = "Hei Amira! Pakken din er klar."
    found = greeting_name(line)
    assert found is not None
    assert found.of(line) == "Amira"
    assert not is_greeting(line)


@pytest.mark.parametrize(
    "words",
    ["kunde", "kund", "the household", "husstanden", "Sir or Madam", "abonnent", "medlem", "BEBOER I LEILIGHET H0101",
     "innehavaren av anläggning 330918", "valued customer", "forsikringstakar", "alle sammen", "whom it may concern"],
)  # fmt: skip
def test_names_nobody(words: str) -> None:
    assert is_generic_addressee(words)


@pytest.mark.parametrize("words", ["Heidi", "Mr Adeyemi", "kunde Heidi Lisle", "Anne og Per", "", "hr. Holm"])
def test_names_somebody(words: str) -> None:
    assert not is_generic_addressee(words)


@pytest.mark.parametrize(("line", "name"), SIGN_OFFS)
def test_signs_off(line: str, name: str) -> None:
    assert is_sign_off(line)
    found = sign_off_name(line)
    assert (found.of(line) if found else "") == name


@pytest.mark.parametrize("line", NO_SIGN_OFFS)
def test_does_not_sign_off(line: str) -> None:
    assert not is_sign_off(line)


@pytest.mark.parametrize(
    "line",
    ["Oslo, 20. november 2026", "Borlänge den 20 november 2026", "20/11-2026", "  20.11.2026", "Kista 2026-11-20",
     "20 November 2026", "Odense, den 3. maj 2026", "November 20, 2026", "Dato: 20.11.2026", "fredag 20. november 2026"],
)  # fmt: skip
def test_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["Vi ringer deg 20. november 2026", "Frist: snarest", "20 kroner", "3001 Drammen"])
def test_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize("line", ["Vår ref.: 2026/114", "Ärendenr: 4711", "Our reference: TC-0014", "Sagsnr.: 88-12"])
def test_reference_lines(line: str) -> None:
    assert is_reference_line(line)


@pytest.mark.parametrize("line", ["Saken er avgjort.", "Referansen står på fakturaen", "Vår ref"])
def test_no_reference_lines(line: str) -> None:
    assert not is_reference_line(line)


def test_headings() -> None:
    assert is_heading("Varsel om stenging")
    assert is_heading("Your heating bills for August")
    assert not is_heading("Vi stenger ikke likevel.")
    assert not is_heading("Hei Heidi,")
    assert not is_heading("")


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Den 19 november 2026 skrev Zahra Amini:", ""),
        ("On Thu, 19 Nov 2026 at 18:02, Ailsa wrote:", ""),
        ("tor. 19. nov. 2026 kl. 08:11 skrev Ola <ola@example.no>:", ""),
        ("----- Ursprungligt meddelande -----", ""),
        ("-----Original Message-----", ""),
        ("--- Opphavleg melding ---", ""),
        ("Fra: Ola Nordmann", "Sendt: 19. november 2026"),
        ("Från: Eva", "Skickat: den 19 november"),
        ("Ola Nordmann skrev:", "> Hei"),
        ("> Please close it", ""),
    ],
)
def test_quoted_replies(line: str, following: str) -> None:
    assert starts_quoted_reply(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Du skrev til oss 19. november om fakturaen.", "Vi har sett på saken."),
        ("Fra 1. desember gjelder nye priser", ""),
        ("Fra: 1. desember", "Pris: 499 kr"),
        ("We wrote to you on 2 November.", ""),
        ("----", ""),
    ],
)
def test_no_quoted_replies(line: str, following: str) -> None:
    assert not starts_quoted_reply(line, following)


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_line_is_read(line: str, following: str) -> None:
    for found in (greeting_name(line), sign_off_name(line)):
        assert found is None or found.of(line).strip()
    starts_quoted_reply(line, following)
    is_heading(line)


@pytest.mark.parametrize("piece", ["a ", " ", "Hei ", "1", "-", "hilsen ", "Den 1 ", ">", "skrev "])
def test_hostile_lines_finish(piece: str) -> None:
    line = piece * 200_000
    for form in (is_greeting, is_sign_off, is_date_line, is_reference_line, is_heading, starts_quoted_reply):
        assert form(line) in (True, False)
