"""Edits in bytes: what lies outside them stays, whatever the encoding."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.fixing.splice import compatible, edited, edits_of, spliced
from trustcheck.model.fix import Edit, Fix
from trustcheck.model.span import Span

ENCODINGS = [
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (b"", "cp1252"),
    (b"", "latin-1"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
]


def edit(start: int, end: int, replacement: str = "") -> Edit:
    return Edit(Span(start, end), replacement)


@pytest.mark.parametrize(("mark", "charset"), ENCODINGS)
@given(before=st.text("aåØ!\r\n", max_size=20), after=st.text("aåØ!\r\n", max_size=20))
def test_the_bytes_outside_an_edit_are_the_old_ones(mark: bytes, charset: str, before: str, after: str) -> None:
    text = f"{before}NÅ!!{after}"
    data = mark + text.encode(charset)
    start = len(before)
    made = spliced(data, text, [edit(start, start + 4, "nå!")])
    assert made == mark + before.encode(charset) + "nå!".encode(charset) + after.encode(charset)


def test_what_the_encoding_cannot_hold_is_not_written() -> None:
    assert spliced("Ø!!".encode("latin-1"), "Ø!!", [edit(0, 3, "Ж")]) is None


def test_bytes_that_the_text_does_not_give_back_are_not_touched() -> None:
    assert spliced(b"\x1b$B$3\x1b(B!!", "こ!!", [edit(1, 3, "!")]) is None


def test_fixes_that_overlap_wait_and_those_that_agree_go_together() -> None:
    one = Fix("a", (edit(0, 2, "x"), edit(4, 6, "y")))
    same = Fix("b", (edit(4, 6, "y"), edit(8, 9, "z")))
    crossing = Fix("c", (edit(5, 7, "w"),))
    other = Fix("d", (edit(4, 6, "q"),))
    assert compatible([one, crossing, same, other]) == [one, same]
    assert edits_of([one, same]) == [edit(0, 2, "x"), edit(4, 6, "y"), edit(8, 9, "z")]
    assert edited("0123456789", edits_of([one, same])) == "x23y67z9"
