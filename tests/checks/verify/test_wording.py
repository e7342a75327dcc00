from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.checks.verify.fields import Known, knows
from trustcheck.checks.verify.wording import Likeness, likeness


@pytest.mark.parametrize(
    ("words", "product"),
    [
        ("bredbåndsavtalen", "bredbånd"),
        ("breibandsavtala di", "bredbånd"),
        ("bredbandet", "fiber 500"),
        ("internettlinjen", "fiber"),
        ("internettet ditt", "bredbånd"),
        ("strømmen", "strøm"),
        ("straumen", "strøm"),
        ("elavtalet", "el"),
        ("elhandelsavtal", "el"),
        ("din elaftale", "strøm"),
        ("mobilabonnement", "Mobil 10 GB"),
        ("mobilabonnemanget", "mobil"),
        ("innboforsikringa di", "innbo"),
        ("hemförsäkringen", "Hem Plus"),
        ("rejseforsikringen", "rejse"),
        ("Lydrom Familie", "Lydrom Familie"),
        ("familiemedlemskabet", "Familie"),
        ("leien av skapet", "skap 114"),
        ("your broadband contract", "Fibre 900"),
    ],
)
def test_namings_of_one_product(words: str, product: str) -> None:
    assert likeness(words, product) is Likeness.SAME


@pytest.mark.parametrize(
    ("words", "product"),
    [
        ("mobilabonnement", "bredbånd"),
        ("rejseforsikring", "indboforsikring"),
        ("strømmen", "fjernvarme"),
        ("bilförsäkring", "båt"),
    ],
)
def test_products_that_surely_differ(words: str, product: str) -> None:
    assert likeness(words, product) is Likeness.OTHER


@pytest.mark.parametrize(
    ("words", "product"),
    [
        ("abonnementet ditt", "bredbånd"),
        ("avtalen", ""),
        ("", "strøm"),
        ("Nordlys", "bredbånd"),
        ("er på i og", "i og på"),
    ],
)
def test_words_that_tell_nothing_are_unclear(words: str, product: str) -> None:
    assert likeness(words, product) is Likeness.UNCLEAR


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_compared_and_the_order_does_not_matter(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one)
    assert knows(one, other) in set(Known)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("serienumret på boxen", "serial_number"),
        ("the photographs", "photographs"),
        ("bilder av skaden", "photographs"),
        ("din nye adresse", "forwarding_address"),
        ("fullmakten", "power_of_attorney"),
        ("kopi av kvitteringen", "receipt"),
        ("lønseddel for oktober", "payslip"),
        ("personnummer", "national_id"),
        ("your new address", "forwarding_address"),
        ("mobile number", "phone"),
        ("size of the main fuse", "main_fuse"),
    ],
)
def test_words_that_name_what_is_on_file(words: str, key: str) -> None:
    assert knows(words, key) is Known.YES


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("email address", "address"),
        ("kortnummeret", "bank_account"),
        ("målernummeret", "meter_reading"),
        ("telefonens serienummer", "phone"),
    ],
)
def test_words_that_name_something_else(words: str, key: str) -> None:
    assert knows(words, key) is Known.NO
