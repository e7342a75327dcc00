"""Links, their shown text, and where a reply goes."""

from __future__ import annotations

import pytest
from tests.checks.support import fired, mail, report


def page(link: str) -> str:
    return f"<p>Hei Heidi,</p><p>Se {link}.</p><p>Hilsen Kari Nes, NoldusNett, 22 00 00 00</p>"


@pytest.mark.parametrize(
    ("shown", "target"),
    [("noldusnett.no", "https://trk-9.biz/x"), ("https://www.noldusnett.no/a", "https://noldusnett.no.trk.biz/a"), ("noldusnett.no", "http://10.0.0.1/a"),
     ("kunde@noldusnett.no", "mailto:kunde@noldusnett.com"), ("NOLDUSNETT.NO/faktura", "https://noldusnett.com/faktura")],
)  # fmt: skip
def test_a_link_that_says_one_thing_and_does_another(shown: str, target: str) -> None:
    assert fired("link-text-mismatch", page(f'<a href="{target}">{shown}</a>'), suffix=".html") == [shown]


@pytest.mark.parametrize(
    ("shown", "target"),
    [("noldusnett.no", "https://mail.noldusnett.no/x?y=1"), ("fakturaen", "https://noldusnett.no/f"), ("22 00 00 00", "tel:+4722000000"),
     ("kunde@noldusnett.no", "mailto:kunde@noldusnett.no?subject=Hei"), ("www.noldusnett.no", "HTTPS://NOLDUSNETT.NO/"), ("les mer.Nå", "https://noldusnett.no")],
)  # fmt: skip
def test_an_honest_link(shown: str, target: str) -> None:
    assert fired("link-text-mismatch", page(f'<a href="{target}">{shown}</a>'), suffix=".html") == []


@pytest.mark.parametrize(
    ("address", "kind"),
    [("https://bit.ly/3x", "shortener"), ("http://185.20.11.7/k", "IP address"), ("https://noldusnett-konto.no/x", "looks like noldusnett.no"),
     ("https://n0ldusnett.no", "looks like noldusnett.no"), ("https://xn--nldusnett-57a.no", "not registered"), ("https://example.com/a", "not registered"),
     ("https://noldusnett.no.evil.com/a", "looks like noldusnett.no"), ("https://noldusnett.no@evil.com/a", "not registered")],
)  # fmt: skip
def test_foreign_links_and_what_they_are(address: str, kind: str) -> None:
    found = [
        f
        for f in report(page(f'<a href="{address}">her</a>'), suffix=".html").findings
        if f.rule == "link-domain-unregistered"
    ]
    assert len(found) == 1
    assert kind in found[0].message


@pytest.mark.parametrize(
    "text", ["Se noldusnett.no.", "Se https://min.noldusnett.no/a?b=c#d", "Klag på www.brukerklagenemnda.no.", "Les vedlegget brev.pdf.", "Skriv til a@example.com.",
             "Vi kommer kl. 10.Ta med nøkkel.", "Versjon 2.0 av avtalen"]
)  # fmt: skip
def test_registered_links_and_things_that_are_none(text: str) -> None:
    assert fired("link-domain-unregistered", f"Hei Heidi,\n\n{text}\n\nHilsen\nKari Nes\n") == []


def test_a_bare_foreign_address_in_the_text_is_found_once() -> None:
    text = "Hei Heidi,\n\nSe https://noldusnett.com/a og bit.ly/3x.\n\nHilsen\nKari Nes\n"
    assert fired("link-domain-unregistered", text) == ["https://noldusnett.com/a", "bit.ly/3x"]


@pytest.mark.parametrize("header", ["Reply_To", "Return_Path"])
@pytest.mark.parametrize(
    ("address", "leaves"),
    [("a@example.net", True), ("a@noldusnett.no", False), ("a@x.noldusnett.no", False), ("a@noldusnett.no.net", True)],
)
def test_where_a_reply_goes(header: str, address: str, leaves: bool) -> None:
    text = mail("Hei Heidi.\n\nHilsen Kari Nes", **{header: f"<{address}>"})
    assert fired("reply-to-mismatch", text, suffix=".eml") == ([address] if leaves else [])


def test_an_empty_return_path_leaves_nothing() -> None:
    assert fired("reply-to-mismatch", mail("Hei Heidi.", Return_Path="<>"), suffix=".eml") == []


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("nb", "Betal til konto 1234.56.78903 med KID 77883.", []),
        ("nb", "Betal til konto 12345678903.", []),
        ("nb", "Betal til IBAN NO53 1234 5678 903.", []),
        ("nb", "Betal til konto 9365.02.05748.", ["9365.02.05748"]),
        ("nb", "Betal med KID 7788123.", ["7788123"]),
        ("nb", "Vi refunderer 499 kr til konto 9365.02.05748.", []),
        ("sv", "Betala till bankgiro 123-4566 med OCR 77883.", []),
        ("sv", "Betala till bg 5580-1245.", ["5580-1245"]),
        ("da", "Betal til reg.nr. 1234 konto 0123456789.", []),
        ("da", "Betal til reg. 7711 konto 0004512298.", ["7711 konto 0004512298"]),
        ("en", "Pay to sort code 00-00-00, account number 12345678.", []),
        ("en", "Pay to sort code 20-29-59, account number 63748472.", ["20-29-59, account number 63748472"]),
    ],
)
def test_payment_details(language: str, words: str, expected: list[str]) -> None:
    assert fired("payment-details-unknown", f"Heidi,\n\n{words}\n", language=language) == expected
