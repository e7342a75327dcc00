"""The notation reads what rule authors write, and points at the character that it cannot read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.language.patterns.notation import Choice, Edge, Gap, Sequence, SetRef, Slot, Word, parse
from trustcheck.model.errors import RuleFileError
from trustcheck.model.language import EntityKind
from trustcheck.model.rule import PatternText, SourceLine

AT = SourceLine("rules/tone/x.yaml", 7, 9)


def items(text: str) -> tuple[object, ...]:
    (part,) = parse(PatternText(text, AT))
    return part.sequence.items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("betalt", Word("betalt")),
        ("betale~", Word("betale", inflected=True)),
        ("*avtale~", Word("avtale", inflected=True, before=True)),
        ("betaling*", Word("betaling", after=True)),
        ("<invoice>", SetRef("invoice")),
        ("...", Gap(5)),
        ("..2", Gap(2)),
        ("^", Edge(start=True)),
        ("$", Edge(start=False)),
        ("{DATE}", Slot(EntityKind.DATE, "date")),
        ("{MONEY:amount}", Slot(EntityKind.MONEY, "amount")),
        (r"\?", Word("?")),
        ("!", Word("!")),
        (",", Word(",")),
        ("don't", Word("don't")),
    ],
)
def test_each_element_is_read_as_what_it_is(text: str, expected: object) -> None:
    assert items(f"ord {text}")[1] == expected


def test_alternatives_hold_sequences_and_may_bind_a_slot() -> None:
    (choice,) = items("(glemt|unnlatt å):what")
    assert choice == Choice(
        (Sequence((Word("glemt"),)), Sequence((Word("unnlatt"), Word("å")))), optional=False, name="what"
    )


def test_brackets_are_optional() -> None:
    assert items("du [nå|snart] må")[1] == Choice((Sequence((Word("nå"),)), Sequence((Word("snart"),))), optional=True)


def test_parts_joined_by_and_may_be_forbidden() -> None:
    parts = parse(PatternText("<we> & ikke & !<thanks>", AT))
    assert [part.absent for part in parts] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "complaint", "column"),
    [
        ("du (har", "«)» is missing", 7),
        ("du [har)", "«]» is missing", 7),
        ("", "something is missing", 0),
        ("a & ", "something is missing", 4),
        ("{DATUM}", "the kinds are DATE", 0),
        ("<Invoice>", "in small letters", 0),
        ("!a", "needs a part that must occur", 2),
        ("du ~", "a special character needs a backslash", 3),
        ("a(b)", "a space is missing", 1),
        ("a) b", "unexpected", 1),
    ],
)
def test_a_mistake_is_shown_where_it_stands(text: str, complaint: str, column: int) -> None:
    with pytest.raises(RuleFileError) as caught:
        parse(PatternText(text, AT))
    message = str(caught.value)
    assert complaint in message
    assert "rules/tone/x.yaml:7:9" in message
    caret = next(line for line in message.splitlines() if line.strip() == "^")
    assert caret.index("^") - 4 >= column


@given(st.text(alphabet="ab ()[]|<>{}&!^$~*.\\:å,?1", max_size=40))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    assert _parts_or_line(text)[1] in (None, AT.line)


def _parts_or_line(text: str) -> tuple[object, int | None]:
    try:
        return parse(PatternText(text, AT)), None
    except RuleFileError as refused:
        return None, refused.line or 0
