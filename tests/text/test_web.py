"""Mail and web addresses in running text, and who owns a domain."""

from __future__ import annotations

import pytest
from tests.text.support import found, values

from trustcheck.model.language import EntityKind
from trustcheck.text.domains import (
    host_of,
    imitates,
    is_ip_address,
    is_shortener,
    is_within,
    registrable_domain,
)


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("se noldusnett.no/hjelp.", "noldusnett.no/hjelp", "noldusnett.no/hjelp"),
        ("(noldusnett.no)", "noldusnett.no", "noldusnett.no"),
        ("Noldusnett.no er nede", "Noldusnett.no", "noldusnett.no"),
        ("hjelp.noldusnett.no", "hjelp.noldusnett.no", "hjelp.noldusnett.no"),
        ("bit.ly/3kTm0b", "bit.ly/3kTm0b", "bit.ly/3kTm0b"),
        ("https://X.no/A?b=C.", "https://X.no/A?b=C", "https://x.no/A?b=C"),
        ("http://192.168.1.1/x", "http://192.168.1.1/x", "http://192.168.1.1/x"),
        ("www.foo.dk", "www.foo.dk", "www.foo.dk"),
    ],
)
def test_links(text: str, written: str, value: str) -> None:
    assert found(text, EntityKind.LINK) == [(written, value)]


@pytest.mark.parametrize(
    "text",
    [
        "dag.Vi",
        "idag.vi",
        "brev.pdf",
        "kl.12",
        "J.P.Hansen",
        "f.eks. slik",
        "org.nr 12",
        "ordne.Kontakt",
        "bl.a. det",
        "3.14",
        "a@b.no",
    ],
)
def test_no_links(text: str) -> None:
    assert values(text, EntityKind.LINK) == []


def test_mail_addresses() -> None:
    text = "Skriv til Kunde@NoldusNett.no, eller mailto:x@y.no."
    assert [w for w, _ in found(text, EntityKind.EMAIL)] == ["Kunde@NoldusNett.no", "x@y.no"]
    assert [v.partition("@")[2] for v in values(text, EntityKind.EMAIL)] == ["noldusnett.no", "y.no"]
    assert values("pris @ 12 kr, a@b", EntityKind.EMAIL) == []


def test_registrable_domain() -> None:
    assert registrable_domain("mail.shop.example.co.uk") == "example.co.uk"
    assert registrable_domain("noldusnett.no") == "noldusnett.no"
    assert registrable_domain("co.uk") == "co.uk"


def test_within() -> None:
    assert is_within("a.noldusnett.no", ["noldusnett.no"])
    assert not is_within("anoldusnett.no", ["noldusnett.no"])


def test_host_of() -> None:
    assert host_of("https://user@Example.NO:8080/x") == "example.no"
    assert host_of("example.no/x") == "example.no"


def test_shorteners_and_ip_addresses() -> None:
    assert is_shortener("bit.ly")
    assert not is_shortener("noldusnett.no")
    assert is_ip_address("192.168.1.1")
    assert not is_ip_address("1.2.3")


@pytest.mark.parametrize(
    "host",
    [
        "noldusnett-konto.net",
        "noldusnet.no",
        "n0ldusnett.no",
        "noldusnett.com",
        "noIdusnett.no".lower(),
        "noldusnett.sikker.no",
    ],
)
def test_look_alikes(host: str) -> None:
    assert imitates(host, ["noldusnett.no"]) == "noldusnett.no"


@pytest.mark.parametrize("host", ["noldusnett.no", "hjelp.noldusnett.no", "brukerklagenemnda.no", "example.org"])
def test_no_look_alikes(host: str) -> None:
    assert imitates(host, ["noldusnett.no"]) == ""
