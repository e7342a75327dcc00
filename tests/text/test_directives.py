"""The grammar of suppressions: what is understood, what is a mistake, and that every place is exact."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trustcheck.model.directive import Directive
from trustcheck.model.span import Span
from trustcheck.text.directives import MAX_REASON, MAX_RULES, find_comments, is_addressed, parse_line

WORDS = st.text("ab:[]{}#<!->-\"'«»“”=;, \t\n\rtruscheckignoflunlTON0123456789", max_size=60)
NAMES = st.from_regex(r"[A-Za-z][a-z0-9-]{0,12}", fullmatch=True)
REASONS = st.text(st.characters(exclude_characters='"#}\r\n', exclude_categories=("C", "Z")), min_size=1, max_size=30)


def only(text: str, *, html: bool = True) -> Directive:
    (found,) = find_comments(text, html=html)
    return found


def named(directive: Directive) -> list[str]:
    return [word.word for word in directive.words]


def test_a_comment_names_rules_reason_and_last_day() -> None:
    found = only('Hei {# trustcheck: ignore[shouting, TON004] reason="navnet på festen" until=2027-01-31 #} du')
    assert (named(found), found.reason, found.until) == (["shouting", "TON004"], "navnet på festen", date(2027, 1, 31))
    assert (found.whole, found.mistake) == (False, "")


@pytest.mark.parametrize(
    "comment",
    [
        '<!-- trustcheck: ignore-file[shouting] reason="x" -->',
        '{#- TrustCheck : Ignore-File[shouting] until=2027-01-31 reason="x" -#}',
        "{# trustcheck: ignore-file[ shouting ] reason=x #}",
        '{#trustcheck:ignore-file[shouting]reason="x"#}',
        "<!-- trustcheck: ignore-file[shouting]\n     reason='x'\n-->",
        "{# trustcheck: ignore-file[shouting] reason=«x» #}",
        "{# trustcheck: ignore-file[shouting]; reason=“x”; #}",
    ],
)
def test_it_may_be_written_in_several_ways(comment: str) -> None:
    found = only(comment)
    assert (found.mistake, named(found), found.reason, found.whole) == ("", ["shouting"], "x", True)


def test_html_comments_count_only_where_there_is_html() -> None:
    comment = '<!-- trustcheck: ignore[shouting] reason="x" -->'
    assert list(find_comments(comment, html=False)) == []


@pytest.mark.parametrize(
    ("inside", "mistake"),
    [
        ("trustcheck: ignore[shouting]", "no reason"),
        ('trustcheck: ignore[shouting] reason=""', "no reason"),
        ('trustcheck: ignore[shouting] reason="   "', "no reason"),
        ('trustcheck: ignore[] reason="x"', "names no rule"),
        ('trustcheck: ignore[ , ] reason="x"', "names no rule"),
        ('trustcheck: ignore shouting reason="x"', "square brackets"),
        ('trustcheck: ignore[shouting reason="x"', "square brackets"),
        ('trustcheck ignore[shouting] reason="x"', "colon"),
        ('trustcheck: ingore[shouting] reason="x"', "«ingore»"),
        ('trustcheck: ignore[shout!ng] reason="x"', "«shout!ng»"),
        ("trustcheck: ignore[shouting] reason=the name", "«name»"),
        ('trustcheck: ignore[shouting] reason="x', "cannot be read"),
        ('trustcheck: ignore[shouting] because="x"', "«because»"),
        ('trustcheck: ignore[shouting] reason="x" reason="y"', "twice"),
        ('trustcheck: ignore[shouting] reason="x" until=2027-02-30', "«2027-02-30» is no day"),
        ('trustcheck: ignore[shouting] reason="x" until=31.01.2027', "is no day"),
        (f'trustcheck: ignore[shouting] reason="{"x" * (MAX_REASON + 1)}"', "longer than"),
        (f'trustcheck: ignore[{"a," * MAX_RULES}] reason="x"', "more than"),
        ("trustcheck:", "nothing that a comment can ask for"),
    ],
)
def test_what_cannot_be_used_says_why_and_what_to_write(inside: str, mistake: str) -> None:
    found = only(f"{{# {inside} #}}")
    assert mistake in found.mistake
    assert found.next_step
    assert found.words == ()


def test_a_near_word_is_offered() -> None:
    assert "«ignore»" in only('{# trustcheck: ingore[shouting] reason="x" #}').next_step
    assert "«until»" in only('{# trustcheck: ignore[shouting] reason="x" untill=2027-01-31 #}').next_step


def test_a_comment_that_is_not_closed_is_a_mistake_of_its_line() -> None:
    text = 'A {# trustcheck: ignore[shouting] reason="x"\nB'
    found = only(text)
    assert "not closed" in found.mistake
    assert found.span.of(text) == '{# trustcheck: ignore[shouting] reason="x"'


@pytest.mark.parametrize(
    "text", ["{# a note on trustcheck #}", "<!-- trustcheck is run before this is sent -->", "{{ trustcheck: ignore }}"]
)
def test_a_comment_about_something_else_is_none(text: str) -> None:
    assert list(find_comments(text, html=True)) == []


def test_a_line_covers_the_whole_message() -> None:
    found = parse_line('shouting, TON004; reason="the name"; until=2027-01-31')
    assert (named(found), found.reason, found.until) == (["shouting", "TON004"], "the name", date(2027, 1, 31))
    assert found.whole


@pytest.mark.parametrize("line", ["", ";", "shouting", 'shouting reason="x"', '[{rule: shouting, reason: "x"}]'])
def test_a_line_that_cannot_be_read_is_a_mistake(line: str) -> None:
    found = parse_line(line)
    assert found.mistake
    assert found.whole


@given(WORDS, WORDS, WORDS)
@example("{#", "trustcheck: ignore[", "#}")
def test_any_text_is_read_and_every_place_lies_in_it(before: str, inside: str, after: str) -> None:
    text = f"{before}{{# trustcheck: ignore{inside} #}}{after}"
    end = 0
    for found in find_comments(text, html=True):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.span.of(text).startswith(("{#", "<!--"))
        assert all(word.span.of(text) == word.word and found.span.contains(word.span) for word in found.words)
        assert bool(found.words and found.reason) is not bool(found.mistake)
        end = found.span.end


@given(st.text())
def test_any_line_is_read(text: str) -> None:
    found = parse_line(text)
    assert found.span == Span(0, len(text))
    assert all(word.span.of(text) == word.word for word in found.words)


@given(st.text(max_size=20), st.lists(NAMES, min_size=1, max_size=4), REASONS, st.dates(), st.booleans())
def test_what_is_written_is_what_is_read(before: str, rules: list[str], reason: str, until: date, whole: bool) -> None:
    before = before.replace("{#", "")
    verb = "ignore-file" if whole else "ignore"
    comment = f'{{# trustcheck: {verb}[{", ".join(rules)}] reason="{reason}" until={until.isoformat()} #}}'
    found = only(f"{before} {comment} and more")
    assert found.span == Span(len(before) + 1, len(before) + 1 + len(comment))
    assert (named(found), found.reason, found.until, found.whole) == (rules, reason, until, whole)


def test_many_comments_that_are_not_closed_are_read_in_one_go() -> None:
    text = "{# trustcheck: ignore[a]\n" * 20_000 + "<!-- trustcheck: ignore[a]\n" * 20_000
    assert sum(1 for _ in find_comments(text, html=True)) == 40_000


def test_the_inside_of_a_comment_speaks_to_us_by_its_first_word() -> None:
    assert is_addressed(" trustcheck: x", Span(0, 14))
    assert not is_addressed("x trustcheck: y", Span(0, 15))


def test_the_examples_of_the_guide_can_be_used() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guides" / "suppressions.md").read_text(encoding="utf-8")
    comments = list(find_comments(guide, html=True))
    assert len(comments) == 3
    assert [found.mistake for found in comments] == [""] * 3
    lines = re.findall(r"(?:X-Trustcheck-Ignore|`ignore): ([^`]*)`", guide)
    assert [parse_line(line).mistake for line in lines] == ["", ""]
