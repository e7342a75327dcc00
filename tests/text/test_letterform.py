"""Greetings and sign-offs of five languages, and whom they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.text.letterform import (
    greeting_length,
    greeting_name,
    is_generic_addressee,
    is_greeting,
    is_sign_off,
    sign_off_name,
)

GREETINGS = [
    ("Hei Heidi,", "Heidi"),
    ("Kjære Tor-Egil", "Tor-Egil"),
    ("Kjære fru Åsne Bø,", "fru Åsne Bø"),
    ("Hei igjen, Kari", "Kari"),
    ("Kjære kunde", "kunde"),
    ("Til husstanden", "husstanden"),
    ("Til beboer i Storgata 4", "beboer i Storgata 4"),
    ("Gode forsikringstakar!", "forsikringstakar"),
    ("God dag, Ingrid!", "Ingrid"),
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
    assert is_greeting(line)


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
    ("line", "greeting"),
    [
        ("Hei Kari! Pakken er klar.", "Hei Kari!"),
        ("Hej! Vi har fått ditt brev.", "Hej!"),
        ("Hej bokvän!", "Hej bokvän!"),
        ("Bäste sökande,", "Bäste sökande,"),
        ("Hi {{ first_name }},", "Hi {{ first_name }},"),
        ("Kære [FORNAVN]", "Kære [FORNAVN]"),
        ("Hei, Ingvild!", "Hei, Ingvild!"),
        ("Gode forsikringstakar!", "Gode forsikringstakar!"),
        ("Til husstanden", ""),
        ("Notice to the occupier", ""),
        ("hello@noldusnett.no | 22 00 00 00", ""),
        ("hei.no er ny", ""),
        ("Hei er et lite sted i Japan.", ""),
        ("Bästa erbjudandet just nu", ""),
    ],
)
def test_length_of_a_greeting(line: str, greeting: str) -> None:
    assert line[: greeting_length(line)] == greeting


@given(st.text(max_size=300))
def test_any_line_is_read(line: str) -> None:
    for found in (greeting_name(line), sign_off_name(line)):
        assert found is None or found.of(line).strip()
    assert 0 <= greeting_length(line) <= len(line)


@pytest.mark.parametrize("piece", ["a ", " ", "Hei ", "1", "-", "hilsen "])
def test_hostile_lines_finish(piece: str) -> None:
    line = piece * 200_000
    assert is_greeting(line) in (True, False)
    assert is_sign_off(line) in (True, False)
    assert 0 <= greeting_length(line) <= len(line)
