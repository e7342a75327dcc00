"""A rendered template is read like a file of its format, and every place leads to the template's own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck.engine.place import Placer
from trustcheck.model.message import BlockRole, Channel, Message
from trustcheck.model.span import Span
from trustcheck.readers.rendered import inner_name, read_rendered
from trustcheck.templates.explore import explore_template


def read_template(folder: Path, files: dict[str, str], channel: Channel | None = None) -> list[Message]:
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    first = folder / next(iter(files))
    return [
        read_rendered(
            r.text, r.path, source=r.source_map, source_text=r.source_text, files=r.files, channel=channel
        ).message
        for r in explore_template(first, [folder]).renderings
    ]


def words_at(message: Message, words: str, folder: Path) -> tuple[str, int, int, str]:
    """The file, line and column at which some words of the message stand, and what stands there."""
    start = message.text.index(words)
    place = Placer(message).place(Span(start, start + len(words)))
    path = Path(place.path or message.path)
    text = path.read_bytes().decode("utf-8-sig")
    return path.name, place.start.line, place.start.column, text[place.start.offset : place.end.offset]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/mail.html.j2", "a/mail.html"),
        ("brev.txt.jinja", "brev.txt"),
        ("v1.2/brev.J2", "v1.2/brev.txt"),
        ("x.sms.txt.jinja2", "x.sms.txt"),
        ("a.eml", "a.eml"),
    ],
)
def test_the_inner_suffix_says_the_format(path: str, name: str) -> None:
    assert inner_name(path) == name


def test_html_of_several_files_leads_to_each_of_them(tmp_path: Path) -> None:
    files = {
        "mail.html.j2": "{% extends 'base.html' %}\r\n{% from 'lib.html' import knapp %}\r\n{% block b %}<p>Du m&aring; betale\r\n{{ belop }} kr.</p>{{ knapp('Betal her') }}{% endblock %}",
        "base.html": "<html><body><h1>Vestnett</h1>\n{% block b %}{% endblock %}<p>Hilsen oss</p></body></html>",
        "lib.html": '\ufeff{% macro knapp(tekst) %}\n  <a href="https://example.com">Se &oslash;verst: {{ tekst }}</a>{% endmacro %}',
    }
    (message,) = read_template(tmp_path, files)
    assert message.channel is Channel.EMAIL
    assert [b.role for b in message.of_role(BlockRole.HEADING)] == [BlockRole.HEADING]
    assert words_at(message, "Vestnett", tmp_path) == ("base.html", 1, 17, "Vestnett")
    assert words_at(message, "Du må betale", tmp_path) == ("mail.html.j2", 3, 17, "Du m&aring; betale")
    assert words_at(message, "Se øverst", tmp_path) == ("lib.html", 2, 33, "Se &oslash;verst")
    assert words_at(message, "Betal her", tmp_path) == ("mail.html.j2", 4, 30, "Betal her")
    assert words_at(message, "1250.00", tmp_path) == ("mail.html.j2", 4, 4, "belop")


def test_a_sentence_over_two_files_stands_where_most_of_it_stands(tmp_path: Path) -> None:
    files = {
        "a.txt.j2": "Kjære kunde, vi {% include 'b.txt' %} nå.",
        "b.txt": "stenger linjen din om fjorten dager dersom du ikke betaler",
    }
    (message,) = read_template(tmp_path, files)
    place = Placer(message).place(Span(0, len(message.text)))
    assert Path(place.path).name == "b.txt"
    assert place.start.line == 1


@pytest.mark.parametrize(
    "text", ["\ufeffHei {{ navn }}", "Hei\x0bder {{ navn }}\r\nHilsen", "{{ navn }}", "🙂 {{ navn }} 🙂\rx"]
)
def test_odd_characters_do_not_shift_the_places(text: str, tmp_path: Path) -> None:
    for message in read_template(tmp_path, {"a.txt.j2": text}):
        for index, char in enumerate(message.text):
            place = Placer(message).place(Span(index, index + 1))
            there = text.removeprefix("\ufeff")[place.start.offset : place.end.offset]
            assert char in there or char in "\n " or there == "navn"


def test_a_channel_that_is_asked_for_wins(tmp_path: Path) -> None:
    (message,) = read_template(tmp_path, {"a.txt.j2": "Hei {{ navn }}"}, channel=Channel.SMS)
    assert message.channel is Channel.SMS
    assert message.path.endswith("a.txt.j2")


@pytest.mark.parametrize(
    "files",
    [
        {"a.html.j2": '<p>{{ navn }}</p>\r\n<!-- trustcheck: ignore[shouting] reason="avtalt" -->\n<p>OBS</p>'},
        {"a.html.j2": '<p>{{ navn }}</p>\r\n{#- trustcheck: ignore[shouting] reason="avtalt" -#}\n<p>OBS</p>'},
        {"a.txt.j2": 'Hei {{ navn }}\n\n{# trustcheck: ignore[shouting] reason="avtalt" #}\nOBS'},
        {"a.txt.j2": '{% extends "b.txt" %}{# trustcheck: ignore-file[shouting] reason="avtalt" #}', "b.txt": "OBS"},
    ],
)
def test_a_suppression_in_a_template_counts_and_has_its_place(files: dict[str, str], tmp_path: Path) -> None:
    (message,) = read_template(tmp_path, files)
    (directive,) = message.directives
    assert [w.span.of(message.source_text) for w in directive.words] == ["shouting"]
    assert (directive.reason, directive.mistake) == ("avtalt", "")
    assert "trustcheck" not in message.text
    assert Placer(message).in_source(directive.span).path == ""


def test_conditions_and_data_are_found_from_a_place_in_the_message(tmp_path: Path) -> None:
    text = "<p>Hei {{ navn }}</p>{% if inv.late %}<p>Du m&aring; betale {{ belop }} kr</p>{% endif %}"
    (tmp_path / "a.html.j2").write_text(text, encoding="utf-8")
    rendering = explore_template(tmp_path / "a.html.j2").renderings[0]
    message, to_text = read_rendered(
        rendering.text,
        rendering.path,
        source=rendering.source_map,
        source_text=rendering.source_text,
        files=rendering.files,
    )
    start = message.text.index("Du må")
    span = to_text.to_source(Span(start, message.text.index(" kr", start) + 3))
    assert [str(c) for c in rendering.guards_at(span.start, span.end)] == ["inv.late"]
    assert [d.data for d in rendering.data_at(span.start, span.end)] == ["belop"]
