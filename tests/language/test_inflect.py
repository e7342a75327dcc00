"""All forms of a dictionary form."""

from __future__ import annotations

import pytest

from trustcheck.language.inflect import forms

HAS = [
    ("nb", "betale", "betale betaler betalte betalt betales betal"),
    ("nb", "stenge", "stenger stengte stengt stenges steng"),
    ("nb", "få", "få får fikk fått"),
    ("nb", "bli", "blir ble blitt"),
    ("nb", "avskrive", "avskriver avskrev avskrevet avskrives"),
    ("nb", "faktura", "faktura fakturaen fakturaer fakturaene fakturaens"),
    ("nb", "regel", "regelen regler reglene"),
    ("nb", "stenging", "stengingen stenginga"),
    ("nb", "vare", "varen varer varene"),
    ("nb", "sikker", "sikkert sikre sikrere"),
    ("nb", "rom", "rommet rommene"),
    ("nn", "stengje", "stengjer stengde stengd stengjast"),
    ("nn", "rekning", "rekninga rekningar rekningane"),
    ("nn", "verte", "vert vart vorte"),
    ("nn", "seie", "seier sa sagt"),
    ("nn", "gje", "gjev gav gjeve gitt"),
    ("nn", "ta", "tek tok teke"),
    ("nn", "kunde", "kunden kundar kundane"),
    ("sv", "stänga", "stänger stängde stängt stängs stängdes stängd stängda"),
    ("sv", "räkning", "räkningen räkningar räkningarna"),
    ("sv", "avgift", "avgiften avgifter avgifterna"),
    ("sv", "få", "får fick fått"),
    ("sv", "regel", "regeln regler reglerna"),
    ("sv", "skriva", "skriver skrev skrivit skrivs"),
    ("da", "lukke", "lukker lukkede lukket lukkes luk"),
    ("da", "regning", "regningen regninger regningerne"),
    ("da", "butik", "butikken butikker butikkerne"),
    ("da", "give", "giver gav givet gives"),
    ("da", "aftale", "aftalen aftaler aftalerne"),
    ("en", "disconnect", "disconnects disconnected disconnecting"),
    ("en", "policy", "policies"),
    ("en", "cancel", "cancelled canceled cancelling"),
    ("en", "stop", "stops stopped stopping"),
    ("en", "charge", "charges charged charging"),
    ("en", "pay", "pays paid paying"),
]
HAS_NOT = [
    ("nb", "vare", "var være er"),
    ("nb", "være", "vare varer"),
    ("nn", "vare", "vart var"),
    ("nb", "rente", "rent"),
]


@pytest.mark.parametrize(("language", "word", "expected"), HAS)
def test_forms(language: str, word: str, expected: str) -> None:
    assert set(expected.split()) - forms(word, language) == set()


@pytest.mark.parametrize(("language", "word", "others"), HAS_NOT)
def test_other_words_are_no_forms(language: str, word: str, others: str) -> None:
    assert set(others.split()) & forms(word, language) == set()


def test_the_word_itself_in_small_letters_and_composed() -> None:
    assert "åpne" in forms("A\u030apne", "nb")
