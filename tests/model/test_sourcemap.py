"""A source map that cannot be wrong: it refuses gaps, and exact runs stay letter for letter through composition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.model.sourcemap import MapBuilder, Segment, SourceMap
from trustcheck.model.span import Span


@st.composite
def derived(draw: st.DrawFn, source: str) -> tuple[str, SourceMap]:
    """A text made from `source`: runs kept, runs replaced by something else, and insertions at points."""
    builder = MapBuilder()
    at = 0
    while at < len(source):
        length = draw(st.integers(1, max(1, len(source) - at)))
        run = source[at : at + length]
        kind = draw(st.sampled_from(["keep", "replace", "drop", "insert"]))
        if kind == "keep":
            builder.exact(run, at)
        elif kind == "replace":
            builder.atomic(draw(st.text(min_size=1, max_size=3)), Span(at, at + length))
        elif kind == "insert":
            builder.atomic(draw(st.text(min_size=1, max_size=2)), Span(at, at))
            builder.exact(run, at)
        at += length
    return builder.build()


@given(st.data(), st.text(max_size=30))
def test_every_letter_of_an_exact_run_is_the_same_letter_in_the_source(data: st.DataObject, source: str) -> None:
    text, source_map = data.draw(derived(source))
    for segment in source_map.segments:
        if segment.exact:
            for i in range(segment.text.start, segment.text.end):
                assert source_map.to_source(Span(i, i + 1)).of(source) == text[i]


@given(st.data(), st.text(max_size=30))
def test_two_steps_composed_lead_where_the_steps_lead_one_by_one(data: st.DataObject, source: str) -> None:
    middle, outer = data.draw(derived(source))
    text, inner = data.draw(derived(middle))
    composed = inner.compose(outer)
    assert composed.length == len(text)
    for segment in composed.segments:
        if segment.exact:
            assert segment.source.of(source) == segment.text.of(text)
    for i in range(len(text)):
        step_by_step = outer.to_source(inner.to_source(Span(i, i + 1)))
        found = composed.to_source(Span(i, i + 1))
        assert found == step_by_step or len(found) == len(step_by_step) == 0


@given(st.data(), st.text(min_size=1, max_size=30))
def test_a_wider_span_never_leads_to_less_of_the_source(data: st.DataObject, source: str) -> None:
    text, source_map = data.draw(derived(source))
    if not text:
        return
    whole = source_map.to_source(Span(0, len(text)))
    for i in range(len(text)):
        part = source_map.to_source(Span(i, i + 1))
        assert len(part) == 0 or whole.contains(part)


def test_a_gap_is_refused() -> None:
    with pytest.raises(ValueError, match="gap or overlap at 2"):
        SourceMap(4, [Segment(Span(0, 2), Span(0, 2), True), Segment(Span(3, 4), Span(3, 4), True)])


def test_a_text_longer_than_its_map_is_refused() -> None:
    with pytest.raises(ValueError, match="covers 2 of 3"):
        SourceMap(3, [Segment(Span(0, 2), Span(0, 2), True)])


def test_an_exact_run_of_unequal_lengths_is_refused() -> None:
    with pytest.raises(ValueError, match="unequal"):
        Segment(Span(0, 2), Span(0, 3), True)


def test_an_entity_leads_to_the_whole_of_its_source() -> None:
    builder = MapBuilder()
    builder.exact("K", 0)
    builder.atomic("ø", Span(1, 9))
    builder.exact("b", 9)
    text, source_map = builder.build()
    assert text == "Køb"
    assert source_map.to_source(Span(1, 2)).of("K&oslash;b") == "&oslash;"
    assert source_map.to_source(Span(0, 3)) == Span(0, 10)


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        SourceMap.identity(3).to_source(Span(2, 4))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_is_half_open_and_never_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="half-open"):
        Span(start, end)
