"""Every character of template text and of string constants leads to the character of the file it came from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError
from tests.templates.support import concrete, vanilla, write

from trustcheck.model.span import Span
from trustcheck.templates.document import Rendering
from trustcheck.templates.explore import explore_template
from trustcheck.templates.rope import Kind
from trustcheck.templates.settings import Syntax, TemplateSettings

BREAKS = ("\n", "\r\n", "\r")

WORDS = st.sampled_from(
    [
        "Kjære kunde",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        "\n\n  ",
        "\t",
        "åäöæø",
        "🙂",
        "𝒜",
        "e\u0301",
        "<b>",
        "&amp;",
        "%",
        "}",
        "{ {",
        "#",
        "'",
        '"',
    ]
)
TAGS = st.sampled_from(
    [
        "{{ n }}",
        "{{- n -}}",
        "{{ 'x å 🙂' }}",
        '{{ "a\\n\\u00e5\\x41" "b" }}',
        "{{ 'it\\'s' }}",
        "{{ name }}",
        "{# note #}",
        "{#- note -#}",
        "{% if yes %}",
        "{%- if yes -%}",
        "{%+ if yes %}",
        "{% raw %}{{ raw }} {% x %}{% endraw %}",
        "{%- raw -%} {{ raw }}\n{%- endraw +%}",
        "{% set x %}sett 🙂{% endset %}{{ x }}",
        "{% filter upper %}stor å{% endfilter %}",
        "{% for i in xs -%}",
        "{{ ('ab' ~ n ~ 'cd')[1:4] }}",
        "{{ ' trim '|trim }}",
        "{% trans who=name %}Hei {{ who }}\n der{% endtrans %}",
    ]
)


@st.composite
def templates(draw: st.DrawFn) -> str:
    made: list[str] = []
    ends: list[str] = []
    for _ in range(draw(st.integers(1, 14))):
        part = draw(st.one_of(WORDS, TAGS))
        made.append(part)
        if " if " in part:
            ends.append("{% endif %}")
        elif " for " in part:
            ends.append("{%- endfor %}")
        elif ends and draw(st.booleans()):
            made.append(ends.pop())
    return "".join([*made, *reversed(ends)])


DATA = {"n": 3, "name": "Kari & Ola", "yes": True, "xs": [1, 2]}


def assert_places(rendering: Rendering, sources: Mapping[str, str]) -> None:
    """Pieces lead to equal characters, segments tile the text, and the source map is right letter by letter."""
    for piece in rendering.pieces:
        if piece.kind in (Kind.LITERAL, Kind.STRING) and piece.source is not None and piece.offsets is not None:
            for index, char in enumerate(piece.text):
                at = piece.offsets + index if isinstance(piece.offsets, int) else piece.offsets[index]
                there = piece.source.raw[piece.source.raw_offset(at)]
                assert there.casefold() == char.casefold() or there in "\\\r&<>'\"" or char in " \n", (char, there)
    assert "".join(s.span.of(rendering.text) for s in rendering.segments) == rendering.text
    source_map, whole = rendering.source_map, rendering.source_text
    for file in rendering.files:
        assert file.span.of(whole) == sources[file.path]
    for segment in source_map.segments:
        if segment.exact:
            shown, there = segment.text.of(rendering.text), segment.source.of(whole)
            assert shown.casefold() == there.casefold().replace("\r", "\n") or shown.isspace()


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(templates(), st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_any_template_is_rendered_as_jinja2_does_and_every_character_has_its_place(
    text: str, trim: bool, lstrip: bool, keep: bool, html: bool
) -> None:
    syntax = Syntax(trim_blocks=trim, lstrip_blocks=lstrip, keep_trailing_newline=keep)
    name = "main.html" if html else "main.txt"
    try:
        expected = vanilla({name: text}, DATA, syntax)
    except TemplateSyntaxError:
        reject()
    with TemporaryDirectory() as made:
        folder = Path(made)
        rendering = concrete(folder, {name: text}, DATA, syntax)
        assert rendering.text == expected
        assert_places(rendering, {str(folder / name): text})


@pytest.mark.parametrize("line_break", BREAKS)
def test_offsets_count_the_line_breaks_of_the_file(line_break: str, tmp_path: Path) -> None:
    text = line_break.join(["Hei {{ name }}", "{% if yes %}", "Betal nå", "{% endif %}", "Hilsen 🙂 oss"])
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (rendering, *_) = explore_template(tmp_path / "a.txt").renderings
    for words in ("Hei", "Betal nå", "Hilsen 🙂 oss"):
        start = rendering.text.index(words)
        (place,) = rendering.locate(start, start + len(words))
        assert place.span == Span(text.index(words), text.index(words) + len(words))


def test_custom_delimiters_line_statements_and_line_comments(tmp_path: Path) -> None:
    syntax = Syntax(("<%", "%>"), ("${", "}"), ("<#", "#>"), line_statement="%%", line_comment="##")
    text = "Hei ${ name } <# nei #>\n%% if yes\n  Betal ## snart\n%% endif\n<% if yes %>Slutt<% endif %>\n"
    rendering = concrete(tmp_path, {"main.txt": text}, DATA, syntax)
    assert rendering.text == vanilla({"main.txt": text}, DATA, syntax)
    for words in ("Hei", "Betal", "Slutt"):
        start = rendering.text.index(words)
        (place,) = rendering.locate(start, start + len(words))
        assert place.span.start == text.index(words)


UNIQUE = "qzåx"

CHANGES = [
    "{{ 'WORD'|upper }}", "{{ 'aWORDb'|replace('a', 'AAAA') }}", "{{ ['x', 'WORD']|join(' og ') }}", "{{ '%s WORD'|format(n) }}",
    "{{ 'WORD {}'.format(n) }}", "{{ ('x' ~ 'WORD' ~ n)|trim }}", "{{ '<WORD>' }}", "{{ '<b>WORD</b>'|striptags }}",
    "{{ 'en lang setning med WORD i midten av det hele'|wordwrap(12) }}", "{% filter indent(4) %}a\nWORD b\n{% endfilter %}",
    "{{ 'a,WORD,b'.split(',')[1] }}", "{{ {'a': 'WORD'}['a'] }}", "{{ missing|default('WORD') }}", "{{ 'WORD' if yes else 'x' }}",
    "{{ none or 'WORD' }}", "{% set x %}a WORD b{% endset %}{{ x|truncate(90) }}", "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{{ m('WORD') }}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}WORD{% endcall %}", "{{ _('WORD %(n)s', n=n) }}", "{{ ngettext('a', 'WORD', 2) }}",
    "{% trans trimmed %}\n  a\n  WORD\n{% endtrans %}", "{{ ('a' 'WORD')[1:] }}", "{{ 'WORD x'|center(40) }}", "{{ ['b', 'WORD']|map('trim')|list|last }}",
    "{{ 'WORD'|list|join }}", "{% for w in ['WORD'] %}{{ w }}{% endfor %}", "{% with x = 'WORD' %}{{ x }}{% endwith %}", "{{ '- WORD'.strip('- ') }}",
    "{% block b %}WORD{% endblock %}{{ self.b() }}", "{{ {'class': 'WORD'}|xmlattr }}", "{{ 'a\nWORD\nb'.splitlines()[1] }}", "{{ 'WORD og lenke http://x.no'|urlize }}",
]  # fmt: skip


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("template", CHANGES)
def test_text_that_filters_and_calls_carry_about_keeps_its_place(template: str, suffix: str, tmp_path: Path) -> None:
    text = template.replace("WORD", UNIQUE)
    rendering = concrete(tmp_path, {f"main.{suffix}": text}, DATA)
    start = rendering.text.lower().index(UNIQUE)
    located = rendering.locate(start, start + len(UNIQUE))
    assert [place.span for place in located] == [Span(text.index(UNIQUE), text.index(UNIQUE) + len(UNIQUE))]


def test_text_of_included_inherited_and_imported_files_leads_to_those_files(tmp_path: Path) -> None:
    files = {
        "main.html": "{% extends 'base.html' %}{% from 'lib.html' import note %}{% block b %}Kropp {{ note('Rad') }}{% include 'foot.html' %}{% endblock %}",
        "base.html": "<p>Topp</p>{% block b %}{% endblock %}",
        "lib.html": "{% macro note(x) %}\r\n<i>Merk {{ x }}</i>{% endmacro %}",
        "foot.html": "Bunn",
    }
    write(tmp_path, files)
    (rendering,) = explore_template(tmp_path / "main.html", [tmp_path]).renderings
    for words, name in {
        "Topp": "base.html",
        "Kropp": "main.html",
        "Merk": "lib.html",
        "Rad": "main.html",
        "Bunn": "foot.html",
    }.items():
        start = rendering.text.index(words)
        (place,) = rendering.locate(start, start + len(words))
        assert (place.path, place.span.of(files[name])) == (str(tmp_path / name), words)
    start = rendering.text.index("Merk")
    assert rendering.calls_at(start, start + 4)[:2] == ("macro note", "block b")
    assert_places(rendering, {str(tmp_path / name): text for name, text in files.items()})


def test_a_template_setting_does_not_leak_into_the_next(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "[[ x ]]{{ y }}"})
    other = TemplateSettings(syntax=Syntax(variable=("[[", "]]")))
    (one,) = explore_template(tmp_path / "a.txt", settings=other).renderings
    (two,) = explore_template(tmp_path / "a.txt").renderings
    assert one.text.endswith("{{ y }}")
    assert two.text.startswith("[[ x ]]")
