"""Edits of what the reader sees become edits of the file, or nothing."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.engine.fixes import FileEdits
from trustcheck.model.fix import Edit, Fix
from trustcheck.model.span import Span
from trustcheck.readers.read import read_bytes


def in_file(source: str, words: str, name: str = "a.txt") -> str | None:
    """What stands in the file where the edit of `words` would be made."""
    message = read_bytes(source.encode(), name)
    start = message.text.index(words)
    fix = FileEdits(message).fix(Fix("x", (Edit(Span(start, start + len(words)), "y"),)))
    return None if fix is None else fix.edits[0].span.of(message.source_text)


@pytest.mark.parametrize(
    ("source", "words", "name"),
    [
        ("Hei\r\n\r\nBetal nå!!\r\n", "!!", "a.txt"),
        ("<p>Hei</p><p>Betal <b>straks!!</b></p>", "!!", "a.html"),
        ("Hei {{ navn }}!! Betal", "!!", "a.txt"),
        ("# Hei\n\nBetal **straks!!**\n", "!!", "a.md"),
        ("From: a@example.org\nSubject: Viktig!!\n\nHei\n", "!!", "a.eml"),
    ],
)
def test_what_stands_in_the_file_as_it_is_seen_can_be_edited(source: str, words: str, name: str) -> None:
    assert in_file(source, words, name) == words


MAIL = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "


@pytest.mark.parametrize(
    ("source", "words", "name"),
    [
        ("<p>Betal straks!&#33;</p>", "!!", "a.html"),
        ("<p>Betal <b>straks!</b>!</p>", "!!", "a.html"),
        ("<p>Betal n&aring;</p>", "nå", "a.html"),
        (MAIL + "base64\n\n" + base64.b64encode(b"Hei, betal!! snarest").decode(), "!!", "a.eml"),
        (MAIL + "quoted-printable\n\nHei, betal n=C3=A5=21!\n", "!!", "a.eml"),
        (MAIL + "quoted-printable\n\nHei, betal straks!=\n!\n", "!!", "a.eml"),
        ("Betal\r\nnå\r\n", "Betal\nnå", "a.txt"),
    ],
)
def test_what_is_coded_or_in_pieces_cannot(source: str, words: str, name: str) -> None:
    assert in_file(source, words, name) is None


@pytest.mark.parametrize(
    "tag",
    ["{{ navn!! }}", "{{ f('}') !! }}", "{% if a!! %}", "{# skriv BETAL!! her #}", "${navn!!}", "*|NAVN!!|*", "[NAVN!!]", "<<navn!!>>", "%%navn!!%%",
     "{{ navn!!", "{# " + "a" * 500 + "!! #}", "{{ a\nb!! }}"],
)  # fmt: skip
def test_inside_a_template_tag_nothing_is_edited(tag: str) -> None:
    source = f"Hei der.\n\nVi skriver {tag} til deg\n\nog mer!\n"
    message = read_bytes(source.encode(), "a.txt")
    start = message.text.index("!!")
    assert FileEdits(message).fix(Fix("x", (Edit(Span(start, start + 2), "!"),))) is None


def test_all_edits_of_a_fix_are_made_or_none() -> None:
    message = read_bytes(b"<p>Betal!! og ring!&#33;</p>", "a.html")
    one, two = message.text.index("!!"), message.text.rindex("!!")
    edits = tuple(Edit(Span(at, at + 2), "!") for at in (one, two))
    assert FileEdits(message).fix(Fix("x", edits)) is None
    assert FileEdits(message).fix(Fix("x", edits[:1])) is not None


@pytest.mark.parametrize(
    "edits", [(), (Edit(Span(3, 5), ""), Edit(Span(4, 6), "")), (Edit(Span(3, 5), ""), Edit(Span(0, 1), ""))]
)
def test_a_fix_refuses_disorder(edits: tuple[Edit, ...]) -> None:
    with pytest.raises(ValueError, match="in order"):
        Fix("x", edits)


PLAIN = st.text("ab !?.\n", max_size=20)


@given(PLAIN, PLAIN, PLAIN, st.sampled_from([("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("${", "}"), ("*|", "|*")]))
def test_edits_beside_a_tag_are_kept_and_those_that_touch_it_are_not(
    before: str, inside: str, after: str, marks: tuple[str, str]
) -> None:
    tag = marks[0] + inside + marks[1]
    text = f"{before}{tag}{after}."
    message = read_bytes(text.encode(), "a.txt")
    edits, place = FileEdits(message), Span(len(before), len(before) + len(tag))
    for start in range(len(text)):
        span = Span(start, start + 1)
        kept = edits.fix(Fix("x", (Edit(span, "y"),)))
        assert (kept is None) == span.overlaps(place)
