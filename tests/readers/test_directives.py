"""Suppressions in files: they are no visible text, their place is exact, and it is plain which block they cover."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.support import read

from trustcheck.model.directive import Directive
from trustcheck.model.message import Message

NOTE = '{# trustcheck: ignore[shouting] reason="x" #}'
COMMENT = '<!-- trustcheck: ignore[shouting] reason="x" -->'


def only(message: Message) -> Directive:
    (found,) = message.directives
    return found


def covered(message: Message, directive: Directive) -> str:
    """The first block that ends after the directive's anchor."""
    return next((b.span.of(message.text) for b in message.blocks if b.span.end > directive.anchor), "")


def in_file(message: Message, directive: Directive) -> str:
    return directive.span.of(message.source_text)


@pytest.mark.parametrize("name", ["a.txt", "a.sms.txt", "a.md", "a.html"])
def test_a_jinja_comment_is_no_text(name: str) -> None:
    message = read(f"Hei Heidi!\n\nVi {NOTE}flytter.\n", name)
    assert "trustcheck" not in message.text
    assert "Vi flytter." in message.text
    assert in_file(message, only(message)) == NOTE
    assert only(message).words[0].span.of(message.source_text) == "shouting"


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_an_html_comment_is_no_text_and_not_among_what_is_hidden(name: str) -> None:
    message = read(f"Hei Heidi!\n\nVi {COMMENT}flytter.\n", name)
    assert "trustcheck" not in message.text + message.hidden
    assert in_file(message, only(message)) == COMMENT


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_one_that_stands_alone_covers_the_next_block(name: str, break_: str) -> None:
    message = read(break_.join(["Første avsnitt.", "", f"  {NOTE} ", "", "Andre avsnitt.", ""]), name)
    assert covered(message, only(message)) == "Andre avsnitt."
    assert only(message).apart is False or "\n\n" in message.text


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_one_beside_words_covers_their_block(name: str) -> None:
    message = read(f"Første avsnitt. {NOTE}\n\nAndre avsnitt.\n", name)
    assert covered(message, only(message)) == "Første avsnitt."
    message = read(f"Første avsnitt.\n\n{NOTE} Andre avsnitt.\n", name)
    assert covered(message, only(message)) == "Andre avsnitt."


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_line_of_its_own_splits_no_paragraph(name: str) -> None:
    message = read(f"Dette er første linje av avsnittet,\n{NOTE}\nog dette er den andre.\n", name)
    assert len(message.blocks) == 1
    assert covered(message, only(message)).startswith("Dette")


def test_two_on_a_line_both_cover_what_follows() -> None:
    message = read(f"Hei!\n\n{NOTE} {NOTE}\nVi flytter.\n")
    assert [covered(message, d) for d in message.directives] == ["Vi flytter.", "Vi flytter."]
    assert "{#" not in message.text


def test_one_may_take_several_lines() -> None:
    note = '{# trustcheck: ignore[shouting]\n   reason="x"\n#}'
    message = read(f"Hei Heidi!\n\n{note}\nVi flytter.\n")
    assert in_file(message, only(message)) == note
    assert message.text == "Hei Heidi!\n\nVi flytter.\n"


@pytest.mark.parametrize(
    ("body", "block"),
    [
        (f"<p>En</p>{COMMENT}<p>To</p>", "To"),
        (f"<p>En</p><p>{COMMENT}To</p>", "To"),
        (f"<p>En {COMMENT}</p><p>To</p>", "En"),
        (f"<p>En <b>fet {COMMENT}</b></p><p>To</p>", "En fet"),
        (f"{COMMENT}<p>En</p>", "En"),
        (f"<ul><li>En</li>{COMMENT}<li>To</li></ul>", "To"),
        (f"<p>En</p>{COMMENT}", ""),
    ],
)
def test_in_html_the_elements_say_where_it_stands(body: str, block: str) -> None:
    message = read(body, "a.html")
    assert covered(message, only(message)) == block


def test_an_unclosed_comment_in_html_is_read_to_the_end_as_a_browser_does() -> None:
    message = read('<p>En</p><!-- trustcheck: ignore[shouting] reason="x"', "a.html")
    assert in_file(message, only(message)).startswith("<!--")


def test_a_meta_element_covers_the_whole_file() -> None:
    message = read('<meta name="trustcheck-ignore" content=\'shouting; reason="x"\'><p>En</p>', "a.html")
    assert (only(message).whole, only(message).reason) == (True, "x")


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_front_matter_covers_the_whole_message_and_may_say_it_twice(name: str) -> None:
    front = '---\nclass: general\nignore: shouting; reason="x"\nignore: TON004; reason="y"\n---\n'
    message = read(f"{front}Hei Heidi!\n", name)
    assert [(d.words[0].word, d.reason, d.whole) for d in message.directives] == [
        ("shouting", "x", True),
        ("TON004", "y", True),
    ]
    assert in_file(message, message.directives[1]) == 'TON004; reason="y"'
    assert dict(message.metadata)["class"] == "general"
    assert message.text == "Hei Heidi!\n" or message.text == "Hei Heidi!"


def test_a_letter_that_begins_with_rules_has_no_front_matter() -> None:
    letter = "---\nVår ref: 17\n---\nHei Heidi!\n"
    assert read(letter).text == letter


def mail(body: str | bytes, *headers: str) -> Message:
    head = "\n".join(("From: NoldusNett <kunde@noldusnett.no>", "Subject: Hei", *headers))
    content = body.encode() if isinstance(body, str) else body
    return read(f"{head}\n\n".encode() + content, "a.eml")


def test_the_header_of_a_mail_covers_it_all_and_may_be_repeated() -> None:
    message = mail("Hei!\n", 'X-Trustcheck-Ignore: shouting; reason="x"', 'x-trustcheck-ignore: TON004;\n reason="y"')
    assert [(d.words[0].word, d.reason, d.whole) for d in message.directives] == [
        ("shouting", "x", True),
        ("TON004", "y", True),
    ]
    assert in_file(message, message.directives[0]) == 'shouting; reason="x"'
    assert message.directives[1].words[0].span.of(message.source_text) == "TON004"


def test_the_reason_in_a_header_may_be_encoded() -> None:
    message = mail("Hei!\n", 'X-Trustcheck-Ignore: shouting; reason="=?utf-8?q?p=C3=A5_fest?="')
    assert only(message).reason == "på fest"


@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
def test_a_comment_in_the_html_of_a_mail_is_found_where_the_file_has_it(encoding: str) -> None:
    html = f"<p>Første æøå</p>\n{COMMENT}\n<p>Andre</p>\n".encode()
    body = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(encoding, bytes)(html)
    message = mail(body, "Content-Type: text/html; charset=utf-8", f"Content-Transfer-Encoding: {encoding}")
    assert covered(message, only(message)) == "Andre"
    there = in_file(message, only(message))
    assert there.startswith("<!-- trustcheck") or encoding == "base64"


def test_what_the_reader_of_a_mail_would_see_stays_text() -> None:
    assert NOTE in mail(f"Hei!\n\n{NOTE}\n").text
    message = mail(f"<p>Hei! {NOTE}</p>", "Content-Type: text/html")
    assert NOTE in message.text
    assert message.directives == ()


PIECES = st.lists(
    st.sampled_from(
        [NOTE, COMMENT, "Hei!", " ", "\n", "\r\n", "\r", "| a | b", "- ", "<p>", "</p>", "**", "{#", "#}", "---\n"]
    ),
    max_size=20,
)


@given(PIECES, st.sampled_from(["a.txt", "a.md", "a.html", "a.sms.txt"]))
def test_files_of_any_shape_stay_sound(pieces: list[str], name: str) -> None:
    message = read("".join(pieces), name)
    for directive in message.directives:
        assert in_file(message, directive).startswith(("{#", "<!--"))
        assert 0 <= directive.anchor <= len(message.text)
    assert NOTE not in message.text
