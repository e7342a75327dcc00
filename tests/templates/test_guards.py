"""Every printed text knows the conditions on data that it stands under, wherever it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.templates.support import explored

from trustcheck.templates.document import Explored, Rendering
from trustcheck.templates.facts import satisfiable
from trustcheck.templates.questions import Atom, Op


def guards(found: Explored, words: str) -> list[set[str]]:
    """For each rendering that shows the words, the atoms of the conditions around all of them."""
    return [
        {str(atom) for condition in _conditions(r, words) for atom in condition.atoms}
        for r in found.renderings
        if words in r.text
    ]


def _conditions(rendering: Rendering, words: str):  # type: ignore[no-untyped-def]
    start = rendering.text.index(words)
    return rendering.guards_at(start, start + len(words))


@pytest.mark.parametrize(
    ("template", "atoms"),
    [
        ("{% if inv.paid %}MÅL{% endif %}", {"inv.paid"}),
        ("{% if inv.paid %}x{% else %}MÅL{% endif %}", {"not inv.paid"}),
        ("{% if a %}x{% elif b %}MÅL{% endif %}", {"not a", "b"}),
        ("{% if not inv.paid and n > 3 %}MÅL{% endif %}", {"not inv.paid", "n > 3"}),
        ("{% if a %}{% if b %}MÅL{% endif %}{% endif %}", {"a", "b"}),
        ("{{ 'MÅL' if a else 'x' }}", {"a"}),
        ("{{ a and 'MÅL' }}", {"a"}),
        ("{{ a or 'MÅL' }}", {"not a"}),
        ("{{ a|default('MÅL') }}", {"not a is defined"}),
        ("{{ a|default('MÅL', true) }}", {"not a"}),
        ("{{ {'due': 'MÅL', 'paid': 'x'}[inv.status] }}", {"inv.status == 'due'"}),
        ("{{ {'due': 'MÅL'}.get(inv.status, 'x') }}", {"inv.status == 'due'"}),
        ("{% if a %}{% set x = 'MÅL' %}{% endif %}{{ x }}", {"a"}),
        ("{% if a %}{% set x %}MÅL{% endset %}{% endif %}[{{ x }}]", {"a"}),
        ("{% set late = false %}{% if inv.late %}{% set late = true %}{% endif %}{% if late %}MÅL{% endif %}", {"inv.late"}),
        ("{% set late = false %}{% if inv.late %}{% set late = true %}{% endif %}{% if not late %}MÅL{% endif %}", {"not inv.late"}),
        ("{% set ns = namespace(f=false) %}{% for i in xs %}{% if i.due %}{% set ns.f = true %}{% endif %}{% endfor %}{% if ns.f %}MÅL{% endif %}", {"xs", "xs[0].due"}),
        ("{% set late = inv.n > 2 and inv.open %}{% if late %}MÅL{% endif %}", {"inv.n > 2", "inv.open"}),
        ("{% macro m(x) %}{% if x.due %}MÅL{% endif %}{% endmacro %}{{ m(invoice) }}", {"invoice.due"}),
        ("{% macro m() %}<{{ caller() }}>{% endmacro %}{% if a %}{% call m() %}MÅL{% endcall %}{% endif %}", {"a"}),
        ("{% macro m() %}{% if b %}{{ caller() }}{% endif %}{% endmacro %}{% call m() %}MÅL{% endcall %}", {"b"}),
        ("{% for x in xs %}MÅL{% endfor %}", {"xs"}),
        ("{% for x in xs %}x{% else %}MÅL{% endfor %}", {"not xs"}),
        ("{% for x in xs if x.due %}MÅL{% endfor %}", {"xs", "xs[0].due"}),
        ("{% trans n=n %}MÅL{% pluralize %}x{% endtrans %}", {"n == 1"}),
        ("{% if a %}{% macro m() %}MÅL{% endmacro %}{{ m() }}{% endif %}", {"a"}),
        ("{% with x = a.b %}{% if x %}MÅL{% endif %}{% endwith %}", {"a.b"}),
        ("{% set t = ('MÅL' if a else 'x') %}{% if b %}{{ t }}{% endif %}", {"a", "b"}),
        ("{% if a %}{% filter upper %}mål{% endfilter %}{% endif %}", {"a"}),
        ("{{ ngettext('MÅL', 'x', n) }}", {"n == 1"}),
        ("MÅL{% if a %}x{% endif %}", set()),
    ],
)  # fmt: skip
def test_conditions_are_told_in_terms_of_the_data(template: str, atoms: set[str], tmp_path: Path) -> None:
    found = guards(explored(tmp_path, template), "MÅL")
    assert found
    assert all(atoms <= held for held in found)
    if not atoms:
        assert found == [set()] * len(found)


def test_conditions_of_an_include_and_of_a_parent_hold_inside(tmp_path: Path) -> None:
    files = {
        "a.txt": "{% extends 'b.txt' %}{% block x %}{% if a %}{% include 'i.txt' %}{% endif %}{% endblock %}",
        "b.txt": "{% if outer %}{% block x %}{% endblock %}{% endif %}",
        "i.txt": "MÅL",
    }
    assert all({"outer", "a"} <= held for held in guards(explored(tmp_path, files), "MÅL"))


def test_conditions_are_shown_as_they_are_written_with_their_place(tmp_path: Path) -> None:
    found = explored(tmp_path, "Hei\n{% if not inv.paid %}MÅL{% else %}ANNET{% endif %}")
    rendering = next(r for r in found.renderings if "ANNET" in r.text)
    (condition,) = _conditions(rendering, "ANNET")
    assert (condition.text, condition.truth, str(condition)) == ("not inv.paid", False, "not (not inv.paid)")
    assert (condition.place.start.line, condition.place.start.column) == (2, 7)


def test_only_what_holds_for_the_whole_range_is_its_condition(tmp_path: Path) -> None:
    found = explored(tmp_path, "{% if a %}Betal {% if b %}straks{% endif %}{% endif %}")
    rendering = next(r for r in found.renderings if r.text == "Betal straks")
    assert [str(c) for c in rendering.guards_at(0, len(rendering.text))] == ["a"]
    assert [str(c) for c in rendering.guards_at(6, 12)] == ["a", "b"]


def test_data_in_a_sentence_is_named_by_its_path(tmp_path: Path) -> None:
    found = explored(
        tmp_path,
        "{% macro m(x) %}Du skylder {{ x.amount }} kr innen {{ x.due|date('d.m.Y') }}.{% endmacro %}{{ m(invoice) }}",
    )
    (rendering,) = found.renderings
    assert [d.data for d in rendering.data_at(0, len(rendering.text))] == [
        "invoice.amount",
        "invoice.due|date('d.m.Y')",
    ]
    first = rendering.data_at(0, len(rendering.text))[0]
    assert first.span.of(rendering.text) == "1250.00"


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        (Atom("a", Op.TRUTHY, None, True), Atom("a", Op.TRUTHY, None, False), False),
        (Atom("a", Op.EQUAL, "x", True), Atom("a", Op.EQUAL, "y", True), False),
        (Atom("a", Op.EQUAL, "x", True), Atom("a", Op.TRUTHY, None, False), False),
        (Atom("n", Op.AT_MOST, 5, False), Atom("n", Op.LESS, 5, True), False),
        (Atom("n", Op.AT_MOST, 5, False), Atom("n", Op.EQUAL, 9, True), True),
        (Atom("xs|length", Op.LESS, 1, False), Atom("xs", Op.TRUTHY, None, False), False),
        (Atom("xs", Op.TRUTHY, None, False), Atom("xs|length", Op.AT_MOST, 0, False), False),
        (Atom("a", Op.NONE, None, True), Atom("a", Op.TRUTHY, None, True), False),
        (Atom("a", Op.DEFINED, None, False), Atom("a", Op.EQUAL, 1, True), False),
        (Atom("a", Op.TRUTHY, None, True), Atom("b", Op.TRUTHY, None, False), True),
    ],
)
def test_conditions_that_cannot_hold_together(one: Atom, other: Atom, possible: bool) -> None:
    assert satisfiable([one, other]) is possible
    assert satisfiable([other, one]) is possible
