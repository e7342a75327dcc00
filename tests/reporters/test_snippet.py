from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trustcheck.reporters.snippet import snippet
from trustcheck.reporters.visible import cells, visible


def _under(line: str, carets: str) -> str:
    """The characters that stand above the carets on the screen."""
    column, found = 0, ""
    for character in line:
        width = cells(character)
        if carets[column : column + max(width, 1)].startswith("^"):
            found += character
        column += width
    return found


def test_carets_stand_under_the_words() -> None:
    cut = snippet("Vi stenger linjen i dag.", 3, 10, 80)
    assert cut.line == "Vi stenger linjen i dag."
    assert cut.carets == "   ^^^^^^^"


def test_an_absent_thing_gets_one_caret() -> None:
    assert snippet("Hilsen kundeservice", 7, 7, 80).carets == "       ^"
    assert snippet("", 0, 0, 80).carets == "^"


def test_tabs_are_shown_as_blanks_and_counted_so() -> None:
    cut = snippet("\tSum:\t100", 6, 9, 80)
    assert "\t" not in cut.line
    assert _under(cut.line, cut.carets) == "100"


def test_wide_characters_and_combining_marks_keep_the_carets_in_place() -> None:
    for line in ("漢字 stenger nå", "Ma\u030alet stenger na\u030a"):
        start = line.index("stenger")
        cut = snippet(line, start, start + 7, 80)
        assert _under(cut.line, cut.carets) == "stenger"


def test_a_long_line_is_cut_around_the_words() -> None:
    line = "fyll " * 5000 + "stenger" + " mer" * 5000
    start = line.index("stenger")
    cut = snippet(line, start, start + 7, 60)
    assert len(cut.line) <= 60
    assert cut.line.startswith("…")
    assert cut.line.endswith("…")
    assert _under(cut.line, cut.carets) == "stenger"


def test_words_longer_than_the_screen_show_their_beginning() -> None:
    cut = snippet("a" * 500, 100, 400, 50)
    assert len(cut.line) <= 50
    assert set(cut.carets.strip()) == {"^"}
    assert len(cut.carets) <= 50


def test_a_line_that_would_steer_the_terminal_does_not() -> None:
    cut = snippet("\x1b[2J\x07hei\u202e", 0, 7, 80)
    assert "\x1b" not in cut.line
    assert "\u202e" not in cut.line
    assert visible("a\x1b]0;x\x07b\r\nc") == "a·]0;x·b c"


def test_a_flood_of_combining_marks_is_cut() -> None:
    assert len(snippet("a" + "\u0301" * 100_000, 0, 1, 80).line) < 3000


@given(st.text(alphabet=st.characters(exclude_characters="\r\n"), max_size=300), st.data())
def test_any_line_fits_and_points_inside(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    width = data.draw(st.integers(1, 120))
    cut = snippet(line, start, end, width)
    assert sum(cells(c) for c in cut.line) <= max(width, 20)
    assert "^" in cut.carets
    assert len(cut.carets) <= max(width, 20) + 1
    assert all(c.isprintable() for c in cut.line)
