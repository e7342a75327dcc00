"""Organisation numbers, bank accounts, payment references, national ids and cards."""

from __future__ import annotations

import pytest
from tests.text.support import detail, entities, found, values

from trustcheck.model.language import EntityKind


@pytest.mark.parametrize(
    ("country", "text", "written", "value", "valid"),
    [
        ("NO", "Org.nr. 339 633 290", "339 633 290", "339633290", "yes"),
        ("NO", "orgnr 339633291", "339633291", "339633291", "no"),
        ("NO", "Foretaksregisteret 339 633 290 MVA", "339 633 290", "339633290", "yes"),
        ("NO", "NO 339 633 290 MVA", "339 633 290", "339633290", "yes"),
        ("NO", "Føretaksregisteret: org.nr. 337 958 230", "337 958 230", "337958230", "yes"),
        ("SE", "Organisationsnummer 559204-1866", "559204-1866", "5592041866", "yes"),
        ("SE", "Org.nr 559204-1867", "559204-1867", "5592041867", "no"),
        ("DK", "CVR-nr. 31204461", "31204461", "31204461", "yes"),
        ("DK", "CVR 31 20 44 62", "31 20 44 62", "31204462", "no"),
        ("GB", "company no. 09417382", "09417382", "09417382", "yes"),
        ("GB", "Registered in Scotland, no. SC482913", "SC482913", "SC482913", "yes"),
        ("GB", "Registered in Scotland No. SC482913", "SC482913", "SC482913", "yes"),
    ],
)
def test_organisation_numbers(country: str, text: str, written: str, value: str, valid: str) -> None:
    assert found(text, EntityKind.ORG_NUMBER, country) == [(written, value)]
    assert detail(text, EntityKind.ORG_NUMBER, country)["valid"] == valid


@pytest.mark.parametrize("text", ["339 633 290", "KID 339633290", "faktura 339633290", "Sammenlagt 339 633 290"])
def test_unlabelled_numbers_are_no_organisation(text: str) -> None:
    assert values(text, EntityKind.ORG_NUMBER) == []


@pytest.mark.parametrize(
    ("country", "text", "value", "scheme", "valid"),
    [
        ("NO", "konto 1503.31.87766", "15033187766", "NO", "yes"),
        ("NO", "konto 1503.31.87769", "15033187769", "NO", "no"),
        ("NO", "kontonr. 1503 31 87766", "15033187766", "NO", "yes"),
        ("NO", "konto 15033187766", "15033187766", "NO", "yes"),
        ("SE", "bankgiro 5713-2086", "57132086", "BG", "yes"),
        ("SE", "bg 5921-0476", "59210476", "BG", "yes"),
        ("SE", "plusgiro 48213-3", "482133", "PG", "yes"),
        ("DK", "reg.nr. 9682 konto 0003377451", "96820003377451", "DK", "yes"),
        ("DK", "konto 9682\n0003377451", "96820003377451", "DK", "yes"),
        ("DK", "DK46 2004 0447 1188 30", "DK4620040447118830", "IBAN", "yes"),
        ("GB", "sort code 20-29-59, account 63748472", "20295963748472", "GB", "yes"),
        ("GB", "IBAN GB96HBUK40478488620173", "GB96HBUK40478488620173", "IBAN", "yes"),
    ],
)
def test_bank_accounts(country: str, text: str, value: str, scheme: str, valid: str) -> None:
    assert values(text, EntityKind.BANK_ACCOUNT, country) == [value]
    assert detail(text, EntityKind.BANK_ACCOUNT, country) == {"scheme": scheme, "valid": valid}


@pytest.mark.parametrize(
    ("country", "text", "value", "scheme", "valid"),
    [
        ("NO", "KID 2345676", "2345676", "KID", "yes"),
        ("NO", "KID: 12345678903", "12345678903", "KID", "yes"),
        ("NO", "KID 2345675", "2345675", "KID", "no"),
        ("SE", "OCR-nummer 12345674", "12345674", "OCR", "yes"),
        ("SE", "ocr 12345675", "12345675", "OCR", "no"),
        ("SE", "OCR                    12345674", "12345674", "OCR", "yes"),
        ("GB", "Use OCR number 12345674.", "12345674", "OCR", "yes"),
        ("DK", "+71<000001234567897+12345678<", "000001234567897", "FIK", "yes"),
    ],
)
def test_payment_references(country: str, text: str, value: str, scheme: str, valid: str) -> None:
    assert values(text, EntityKind.PAYMENT_REFERENCE, country) == [value]
    assert detail(text, EntityKind.PAYMENT_REFERENCE, country) == {"scheme": scheme, "valid": valid}


@pytest.mark.parametrize(
    ("country", "text", "value"),
    [
        ("NO", "fødselsnummer 15076500565", "15076500565"),
        ("NO", "150765 00565", "15076500565"),
        ("SE", "personnummer 19900101-0017", "199001010017"),
        ("SE", "900101-0017", "9001010017"),
        ("DK", "CPR 070761-4285", "0707614285"),
        ("GB", "NI number AB 12 34 56 C", "AB123456C"),
    ],
)
def test_national_ids(country: str, text: str, value: str) -> None:
    assert values(text, EntityKind.NATIONAL_ID, country) == [value]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("NO", "ordrenr 15076500565"), ("NO", "KID 15076500565"), ("NO", "15076500566"), ("SE", "900101-0018"),
        ("SE", "******-0017"), ("DK", "991361-4285"), ("GB", "BG 12 34 56 C"),
    ],
)  # fmt: skip
def test_no_national_ids(country: str, text: str) -> None:
    assert values(text, EntityKind.NATIONAL_ID, country) == []


def test_cards() -> None:
    assert values("kort 4111 1111 1111 1111", EntityKind.CARD_NUMBER) == ["4111111111111111"]
    assert values("5500005555555559", EntityKind.CARD_NUMBER) == ["5500005555555559"]
    for text in ("**** **** **** 1111", "4111 1111 1111 1112", "ordre 4111111111111111", "9999 9999 9999 9995"):
        assert values(text, EntityKind.CARD_NUMBER) == []


def test_a_label_that_ends_as_a_web_address_does_is_still_a_label() -> None:
    kinds = [e.kind for e in entities("Se NoldusNett.no, org.nr. 339 633 290")]
    assert kinds == [EntityKind.LINK, EntityKind.ORG_NUMBER]
