"""Numbers that name an invoice, agreement, order, case, customer or meter."""

from __future__ import annotations

import pytest
from tests.text.support import detail, values

from trustcheck.model.language import EntityKind


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("faktura 7788", "7788", "invoice"),
        ("Faktura nr.: 512903", "512903", "invoice"),
        ("strømfakturaen 20777", "20777", "invoice"),
        ("Bill no. H-20417", "H-20417", "invoice"),
        ("contract CV-A-3307", "CV-A-3307", "agreement"),
        ("medlemskab M-40017", "M-40017", "agreement"),
        ("order K-40418", "K-40418", "order"),
        ("sak 4711", "4711", "case"),
        ("Ärende 2026-3391", "2026-3391", "case"),
        ("sag SK-9204", "SK-9204", "case"),
        ("avtale LY-10077", "LY-10077", "agreement"),
        ("Our reference: TC-0014", "TC-0014", "case"),
        ("kundenr. 12345", "12345", "customer"),
        ("mätarnummer 735999", "735999", "meter"),
        ("(G-10460)", "G-10460", ""),
        ("faktura\n7788", "7788", "invoice"),
        ("för fakturan 30118820", "30118820", "invoice"),
        ("registrert, nummer 2026-3391", "2026-3391", ""),
    ],
)
def test_references(text: str, value: str, label: str) -> None:
    assert values(text, EntityKind.REFERENCE) == [value]
    assert detail(text, EntityKind.REFERENCE)["label"] == label


@pytest.mark.parametrize(
    "text",
    [
        "fakturaen 12 dager",
        "sak 2 av 3",
        "faktura 12. mars",
        "faktura 499 kr",
        "ordre 20.11.2026",
        "avtalen 14 dager",
        "saken",
        "A4",
    ],
)
def test_no_references(text: str) -> None:
    assert values(text, EntityKind.REFERENCE) == []


def test_a_list_goes_on() -> None:
    assert values("fakturaene 7788, 7789 og 7790", EntityKind.REFERENCE) == ["7788", "7789", "7790"]
