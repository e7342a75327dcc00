"""All that a template can become is seen, nothing that it cannot, and what is missing stops nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.templates.support import explored, texts, write

from trustcheck.templates.document import Explored
from trustcheck.templates.explore import Explorer, explore_template


def one_line(found: Explored) -> set[str]:
    return {" ".join(text.split()) for text in texts(found)}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% if a %}A{% endif %}.", {"A.", "."}),
        ("{% if a %}A{% else %}B{% endif %}", {"A", "B"}),
        ("{% if a %}A{% endif %}{% if a %}A{% else %}B{% endif %}", {"AA", "B"}),
        ("{% if a %}A{% endif %}{% if not a %}B{% endif %}", {"A", "B"}),
        ("{% if a is none %}N{% elif a %}T{% else %}F{% endif %}", {"N", "T", "F"}),
        ("{% if s == 'x' %}X{% elif s == 'y' %}Y{% elif s == 'z' %}Z{% else %}?{% endif %}", {"X", "Y", "Z", "?"}),
        ("{% if n > 10 %}A{% elif n > 5 %}B{% else %}C{% endif %}", {"A", "B", "C"}),
        ("{% if n > 10 %}A{% endif %}{% if n > 5 %}B{% endif %}", {"AB", ""}),
        ("{% if a and b %}AB{% elif a %}A{% elif b %}B{% else %}-{% endif %}", {"AB", "A", "B", "-"}),
        ("{% for x in xs %}x{% else %}none{% endfor %}", {"xx", "none"}),
        ("{% if xs %}some:{% for x in xs %}x{% endfor %}{% endif %}", {"some:xx", ""}),
        ("{% if xs|length > 1 %}many{% elif xs %}one{% else %}none{% endif %}", {"many", "one", "none"}),
        ("{{ 'ja' if a else 'nei' }}", {"ja", "nei"}),
        ("{{ a or 'B' }}", {"Nordlys", "B"}),
        ("{{ {'x': 'EX', 'y': 'YP'}[k] }}", {"EX", "YP", ""}),
        ("{% set f = false %}{% if a %}{% set f = true %}{% endif %}{% if f %}F{% else %}G{% endif %}", {"F", "G"}),
        ("{% set x = a.b %}{% if x %}1{% endif %}{% if a['b'] %}2{% endif %}", {"12", ""}),
        ("{% macro m(q) %}{% if q.z %}Z{% endif %}{% endmacro %}{{ m(a) }}{% if a.z %}2{% endif %}", {"Z2", ""}),
        ("{% trans n=n %}en{% pluralize %}flere{% endtrans %}", {"en", "flere"}),
        ("{% if a == true %}A{% endif %}{% if a %}B{% endif %}", {"AB", ""}),
        ("{% if k in ['x', 'y'] %}in{% if k == 'x' %}X{% else %}Y{% endif %}{% else %}out{% endif %}", {"inX", "inY", "out"}),
        ("{% if a.b == c.d %}same{% endif %}{% if c.d != a.b %}other{% endif %}", {"same", "other"}),
        ("{% set state = 'p' if a else 'q' %}{% if state == 'p' %}P{% else %}Q{% endif %}", {"P", "Q"}),
        ("{% for x in xs if x.due %}D{% else %}none{% endfor %}", {"D", "none"}),
        ("{% if a is defined and a %}A{% endif %}.", {"A.", "."}),
        ("{% ifchanged %}x{% endifchanged %}{% box a %}in{% else %}out{% endbox %}", {"xin", "xout"}),
    ],
)  # fmt: skip
def test_every_possible_text_and_no_other(template: str, expected: set[str], tmp_path: Path) -> None:
    found = explored(tmp_path, template)
    assert one_line(found) <= expected
    assert one_line(found) >= expected - {""}
    assert found.literals.reached == found.literals.total


def test_all_feasible_arms_are_reached_and_the_same_every_time(tmp_path: Path) -> None:
    names = "abcdefgh"
    template = "".join(f"{{% if {n} %}}{n}{{% else %}}not-{n}{{% endif %}}" for n in names)
    first = explored(tmp_path, template)
    assert first.arms.reached == first.arms.total == 16
    assert len(first.renderings) <= 4
    assert texts(explored(tmp_path, template)) == texts(first)


def test_what_is_never_printed_is_told_with_its_place(tmp_path: Path) -> None:
    found = explored(
        tmp_path,
        {
            "a.txt": "{% extends 'b.txt' %}\nDette ser ingen\n{% block x %}X{% endblock %}",
            "b.txt": "[{% block x %}{% endblock %}]",
        },
    )
    assert texts(found) == ["[X]"]
    ((place, words),) = found.unreached
    assert words == "Dette ser ingen"
    assert place.start.line == 1
    assert "unreached-text" in {p.code for p in found.problems}


# Entries.


def test_a_library_of_macros_is_rendered_macro_by_macro(tmp_path: Path) -> None:
    found = explored(tmp_path, "{% macro a(navn) %}Hei {{ navn }}{% endmacro %}{% macro b() %}Hilsen{% endmacro %}")
    assert {r.entry: r.text for r in found.renderings if r.text} == {"macro a": "Hei Kim Berg", "macro b": "Hilsen"}


def test_macros_of_a_parent_are_entries_of_a_mail_that_only_fills_blocks(tmp_path: Path) -> None:
    files = {
        "mail.txt": "{% extends 'base.txt' %}{% block subject %}Faktura{% endblock %}{% block body %}Betal{% endblock %}",
        "base.txt": "{% macro get_subject() %}[X] {% block subject %}{% endblock %}{% endmacro %}{% macro get_body() %}Hei, {% block body %}{% endblock %}{% endmacro %}",
    }
    found = explored(tmp_path, files)
    assert {r.entry: r.text for r in found.renderings if r.text} == {
        "macro get_subject": "[X] Faktura",
        "macro get_body": "Hei, Betal",
    }


def test_a_block_that_no_parent_shows_is_an_entry_of_its_own(tmp_path: Path) -> None:
    files = {
        "mail.txt": "{% extends 'b.txt' %}{% block subject %}Emne{% endblock %}{% block body %}Kropp{% endblock %}",
        "b.txt": "<{% block body %}{% endblock %}>",
    }
    found = explored(tmp_path, files)
    assert {r.entry: r.text for r in found.renderings} == {"template": "<Kropp>", "block subject": "Emne"}


# What is missing or unknown.


@pytest.mark.parametrize(
    ("template", "text", "code"),
    [
        ("{% extends 'no.txt' %}{% block a %}A{% endblock %}{% block b %}B{% endblock %}", "AB", "template-not-found"),
        ("{% include 'no.txt' %}Tekst", "NordlysTekst", "template-not-found"),
        ("{% include name %}Tekst", "NordlysTekst", "dynamic-template"),
        ("{% import 'no.txt' as m %}{{ m.hei('x') }} Tekst", "Nordlys Tekst", "template-not-found"),
        ("{% from 'no.txt' import hei %}{% call hei() %}Tekst{% endcall %}", "NordlysTekst", "template-not-found"),
        ("{{ 'Tekst i setning'|pretty }}", "Tekst i setning", "unknown-filter"),
        ("{% premailer inline=1 %}Tekst{% endpremailer %}", "Tekst", "unknown-tag"),
        ("{% csrf_token %}Tekst", "Tekst", "unknown-tag"),
        ("{% compress 'css' as x %}Tekst{% endcompress %}", "Tekst", "unknown-tag"),
        ("{% trans 'Tekst' %}", "Tekst", None),
        ("{{ x.__class__.__name__ }}Tekst", "Kim BergTekst", None),
        ("{{ f(1)(2).g['a'][0] }}Tekst", "NordlysTekst", None),
        ("{% set ns = namespace() %}{{ ns.missing }}Tekst", "Tekst", None),
    ],
)
def test_what_is_unknown_stops_nothing(template: str, text: str, code: str | None, tmp_path: Path) -> None:
    found = explored(tmp_path, template)
    assert found.renderings[0].text == text
    assert code is None or code in {p.code for p in found.problems}
    assert not any(p.is_failure for p in found.problems)


def test_a_template_that_two_parents_may_have_is_shown_in_both(tmp_path: Path) -> None:
    files = {
        "a.txt": "{% extends 'x.txt' if full else 'y.txt' %}{% block b %}B{% endblock %}",
        "x.txt": "X{% block b %}{% endblock %}",
        "y.txt": "Y{% block b %}{% endblock %}",
    }
    assert set(texts(explored(tmp_path, files))) == {"XB", "YB"}


def test_project_tags_filters_and_functions_mean_what_the_settings_say(tmp_path: Path) -> None:
    files = {
        "a.txt": "{% snippet 'b.txt' %}{% asset 'x' %}{{ 'ord'|md }}{{ due|kr }} {{ _t('Takk') }}",
        "b.txt": "Del ",
    }
    given: dict[str, Any] = {
        "tags": {"snippet": "include", "asset": "empty"},
        "filters": {"md": "pass", "kr": "type:money"},
        "functions": {"_t": "gettext"},
    }
    (text,) = texts(explored(tmp_path, files, **given))
    assert text == "Del ord1250.00 Takk"


# Files that cannot be read as Jinja2.


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("Hei {{#each items}}x{{/each}}", "Handlebars"),
        ("Hei {{ .Name }} {{ if .Paid }}Takk{{ end }}", "Go template"),
        ("Hei {% if (!paid) { %}Betal{% } %}", "JavaScript"),
        ("{% load i18n %}Hei {{ due|date:'j. F' }}", "Django"),
        ("{% assign x = 1 %}Hei {{ name | date: '%d' }}", "Liquid"),
    ],
)
def test_another_language_is_named_and_its_text_is_read_all_the_same(text: str, looks: str, tmp_path: Path) -> None:
    found = explored(tmp_path, text)
    (problem,) = found.problems
    assert problem.code == "syntax-error"
    assert looks in problem.what
    (rendering,) = found.renderings
    start = rendering.text.index("Hei")
    (place,) = rendering.locate(start, start + 3)
    assert place.span.of(text) == "Hei"


def test_a_syntax_error_has_its_exact_place(tmp_path: Path) -> None:
    (problem,) = explored(tmp_path, "Hei\n{% if a %}x{% endfor %}").problems
    assert problem.place is not None
    assert (problem.place.start.line, problem.place.start.column) == (2, 15)


@pytest.mark.parametrize(
    ("data", "code"), [(b"a\0b", "encoding"), (b"\xff\xfe\xe5", "encoding"), (b"x" * 1_000_001, "too-large")]
)
def test_binary_foreign_and_huge_files_are_refused(data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    found = explore_template(tmp_path / "a.txt")
    assert (found.renderings, [p.code for p in found.problems]) == ((), [code])


def test_shared_coverage_explores_a_layout_once_but_every_own_text(tmp_path: Path) -> None:
    layout = "".join(f"{{% if f{i} %}}F{i}{{% endif %}}" for i in range(6)) + "{% block b %}{% endblock %}"
    files = {
        "base.txt": layout,
        **{
            f"m{i}.txt": "{% extends 'base.txt' %}{% block b %}{% if a %}ja{% else %}nei{% endif %}{% endblock %}"
            for i in range(4)
        },
    }
    write(tmp_path, files)
    explorer = Explorer([tmp_path], shared=True)
    found = [explorer.explore(tmp_path / name) for name in files]
    assert all(f.literals.reached == f.literals.total for f in found)
    assert sum(f.attempts for f in found[2:]) <= 12


def test_a_broken_part_is_told_where_it_is_used_and_nowhere_else(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "{% include 'broken.txt' %}A", "b.txt": "B", "broken.txt": "{% if %}"})
    explorer = Explorer([tmp_path])
    codes = {name: {p.code for p in explorer.explore(tmp_path / name).problems} for name in ("a.txt", "b.txt")}
    assert "included-syntax-error" in codes["a.txt"]
    assert codes["b.txt"] == set()


def test_templates_do_not_change_the_data_they_are_given(tmp_path: Path) -> None:
    data: dict[str, Any] = {"xs": [1]}
    found = explored(tmp_path, "{% if a %}A{% endif %}{% do xs.append(2) %}{{ xs }}", data=data)
    assert set(texts(found)) == {"A[1, 2]", "[1, 2]"}
    assert data == {"xs": [1]}
