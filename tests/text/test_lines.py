"""Offsets, lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.model.span import Position, Span
from trustcheck.text.lines import LineIndex


def test_every_kind_of_break_ends_a_line() -> None:
    index = LineIndex("a\nb\r\nc\rd")
    assert [index.line(n) for n in range(1, 5)] == ["a", "b", "c", "d"]
    assert index.position(5) == Position(5, 3, 1)


def test_place_and_end_of_text() -> None:
    place = LineIndex("Hei\nKari").place(Span(4, 8))
    assert (place.start.line, place.start.column, place.end.column) == (2, 1, 5)


def test_outside() -> None:
    with pytest.raises(ValueError, match="outside"):
        LineIndex("abc").position(4)


@given(st.text(alphabet="ab\r\n", max_size=40))
def test_positions_rise_and_lines_hold_all_but_breaks(text: str) -> None:
    index = LineIndex(text)
    positions = [index.position(i) for i in range(len(text) + 1)]
    assert positions == sorted(positions, key=lambda p: (p.line, p.column))
    assert "".join(index.line(n) for n in range(1, len(index) + 1)) == text.replace("\r", "").replace("\n", "")
