"""What stands for unknown data reads as such data would."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.templates.support import explored

from trustcheck.model.language import EntityKind
from trustcheck.text.entities import find_entities


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("Hei {{ fornavn }}!", "Hei Kim!"),
        ("Hej {{ customer.first_name|title }},", "Hej Kim,"),
        ("Dear {{ user.full_name }},", "Dear Kim Berg,"),
        ("Kära {{ x }},", "Kära Kim Berg,"),
        ("Dear <b>{{ x }}</b>,", "Dear <b>Kim Berg</b>,"),
        ("innen {{ inv.due|format_date }}", "innen 2026-12-18"),
        ("inden {{ forfaldsdato }}", "inden 2026-12-18"),
        ("senast {{ x }}.", "senast 2026-12-18."),
        ("{{ belop }} kr", "1250.00 kr"),
        ("kr {{ x }}", "kr 1250.00"),
        ("€{{ order.y }}", "€1250.00"),
        ("{{ x }} dager", "3 dager"),
        ("{{ antal_dagar }} dagar", "3 dagar"),
        ("{{ items|length }} varer", "3 varer"),
        ("faktura nr. {{ x }}", "faktura nr. 104233"),
        ("faktura {{ invoice.number }}", "faktura 104233"),
        ("ring {{ support.phone }}", "ring +47 22 00 00 00"),
        ("skriv til {{ support_email }}", "skriv til kim.berg@example.com"),
        ("{{ url_for('x', id=1) }}", "https://example.com/1042"),
        ("{{ x }} %", "12 %"),
        ("{% if n > 3 %}{{ n }}{% endif %}", "3"),
        ("{% for invoice in invoices[:1] %}{{ invoice }}{% endfor %}", "104233104233"),
        ("{{ noe_annet }}", "Nordlys"),
        ("<td width={{ w }}>", "<td width=0>"),
    ],
)
def test_by_filter_path_label_and_neighbours(template: str, text: str, tmp_path: Path) -> None:
    assert explored(tmp_path, template).renderings[0].text == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('<a href="{{ x }}">', '<a href="https://example.com/1042">'),
        ('<a href="https://{{ host }}/betal">', '<a href="https://example.com/betal">'),
        ('<a href="https://vest.example/{{ x }}/betal">', '<a href="https://vest.example/1042/betal">'),
        ('<a href="{{ base }}/betal?id={{ x }}">', '<a href="https://example.com/1042/betal?id=1042">'),
    ],
)
def test_addresses_stay_addresses(template: str, text: str, tmp_path: Path) -> None:
    assert explored(tmp_path, template, "main.txt").renderings[0].text == text


def test_the_project_says_better(tmp_path: Path) -> None:
    found = explored(tmp_path, "{{ a.b_on }} {{ firma }}", types={"*_on": "date"}, stand_ins={"company": "Vestnett AS"})
    assert found.renderings[0].text == "2026-12-18 Vestnett AS"


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "da", "en"])
def test_they_are_recognised_in_every_language(language: str, tmp_path: Path) -> None:
    template = "{{ due_date }}, {{ amount }} kr, {{ phone }}, {{ email }}, {{ url }}, {{ count }}"
    text = explored(tmp_path, template).renderings[0].text
    found = {e.kind for e in find_entities(text, language=language, country="NO", today=date(2026, 11, 20))}
    assert {EntityKind.DATE, EntityKind.MONEY, EntityKind.PHONE, EntityKind.EMAIL, EntityKind.LINK} <= found
