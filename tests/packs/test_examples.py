from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.model.rule import Example, SourceLine
from trustcheck.packs.examples import unmarked
from trustcheck.packs.markdown import marked


@pytest.mark.parametrize(
    ("written", "text", "marks"),
    [
        ("«a» b «c»", "a b c", ((0, 1), (4, 5))),
        ("nothing marked", "nothing marked", ()),
        ("never « closed", "never « closed", ()),
        ("closed » only", "closed » only", ()),
        ("«»", "", ((0, 0),)),
        ("🙂 «å»", "🙂 å", ((2, 3),)),
    ],
)
def test_marks(written: str, text: str, marks: tuple[tuple[int, int], ...]) -> None:
    assert unmarked(written) == (text, marks)


@given(st.lists(st.tuples(st.text("ab 🙂å\n"), st.text("cd æ", min_size=1)), max_size=5), st.text("xy"))
def test_what_is_unmarked_is_what_was_marked(pieces: list[tuple[str, str]], end: str) -> None:
    written = "".join(f"{before}«{inside}»" for before, inside in pieces) + end
    text, marks = unmarked(written)
    assert [text[a:b] for a, b in marks] == [inside for _, inside in pieces]
    assert marked(Example(text, True, SourceLine("", 1, 1), marks)) == written
