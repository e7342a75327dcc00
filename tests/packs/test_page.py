from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from trustcheck.model.rule import Example, Lifecycle, Rule, SourceLine
from trustcheck.packs.load import load_pack
from trustcheck.packs.markdown import marked
from trustcheck.packs.page import page

from .support import write

HERE = SourceLine("rule.yaml", 1, 1)


@pytest.fixture
def rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rule:
    monkeypatch.setenv("TRUSTCHECK_CACHE_DIR", "")
    return load_pack([write(tmp_path / "mine")]).rules[0]


def test_the_page_tells_everything_in_a_fixed_order(rule: Rule) -> None:
    headings = [line for line in page(rule).splitlines() if line.startswith(("# ", "## "))]
    assert headings == [
        "# XYZ001 no-shovels",
        "## What it finds",
        "## Why",
        "## What to do",
        "## When it fires",
        "## When it stays silent",
        "## When it stays silent though it looks alike",
        "## In the configuration",
        "## References",
    ]


def test_examples_stand_under_their_language_with_their_marks(rule: Rule) -> None:
    text = page(rule)
    assert "### Bokmål\n\n- Du får en «skuffe» i morgen." in text
    assert "### English\n\n- We send you a «shovel»." in text
    assert "- English: Use a [spade]." in text


def test_a_whole_message_keeps_its_lines(rule: Rule) -> None:
    assert (
        "- A message (order-status, letter):\n\n  ```text\n  NoldusNet Ltd\n\n  Your «shovel» is here.\n  ```"
        in page(rule)
    )


def test_a_fence_inside_a_message_ends_nothing(rule: Rule) -> None:
    example = Example("before\n```\nafter\n", True, HERE, whole=True)
    assert "  ````text\n  before\n  ```\n  after\n  ````" in page(replace(rule, examples={"en": (example,)}))


def test_other_languages_are_left_out_when_asked_for_one(rule: Rule) -> None:
    text = page(rule, ["en"])
    assert "shovel" in text
    assert "skuffe" not in text


def test_what_it_needs_and_its_life_cycle_are_told(rule: Rule) -> None:
    text = page(replace(rule, needs=frozenset({"facts", "registry"}), lifecycle=Lifecycle.PREVIEW))
    assert "an organisation is configured" in text
    assert "the message concerns an account" in text
    assert "only when it is selected" in text


def test_what_cannot_be_suppressed_says_why(rule: Rule) -> None:
    assert "suppressed" not in page(rule)
    assert "nor put in a baseline: shovels are known." in page(replace(rule, never_suppressed="shovels are known"))


def test_signs_of_markdown_in_an_example_are_shown_as_they_are(rule: Rule) -> None:
    example = Example("Hi *|NAME|*, _you_ owe <b>5</b> of `it`, snake_case, [SUM](x)", True, HERE)
    shown = page(replace(rule, examples={"en": (example,)}))
    assert r"- Hi \*|NAME|\*, \_you\_ owe \<b>5\</b> of \`it\`, snake_case, [SUM\](x)" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. Pay it", r"- 1\. Pay it"),
        ("# Bill", r"- \# Bill"),
        ("- not a list", r"- \- not a list"),
        ("> quoted", r"- \> quoted"),
        ("~~gone~~ &nbsp; ${name}", r"- \~~gone\~~ \&nbsp; \${name}"),
        ("5 & 6 > 3 + $2", "- 5 & 6 > 3 + $2"),
    ],
)
def test_a_sentence_that_looks_like_markdown_stays_a_sentence(rule: Rule, text: str, shown: str) -> None:
    written = page(replace(rule, examples={"en": (Example(text, True, HERE),)})).splitlines()
    assert written[written.index("### English") + 2] == shown


def test_which_messages_it_is_for_is_told(rule: Rule) -> None:
    options = {"classes": ["reminder", "high-consequence"], "not_channels": ["sms"]}
    text = page(replace(rule, options=options))
    assert "Only in messages of class reminder, high-consequence." in text
    assert "Not in the channel sms." in text


def test_how_to_leave_it_out_is_a_configuration_that_can_be_copied(rule: Rule) -> None:
    block = page(rule).split("```toml\n")[1].split("```")[0]
    check = tomllib.loads(block)["check"]
    assert check["ignore"] == ["no-shovels"]
    assert check["severity"] == {"no-shovels": "info"}
    assert check["per_file"] == {"newsletters/**": ["no-shovels"]}


def test_a_rule_in_preview_says_how_to_switch_it_on(rule: Rule) -> None:
    assert 'select = ["all", "no-shovels"]' in page(replace(rule, lifecycle=Lifecycle.PREVIEW))


def test_marked_puts_every_mark_back() -> None:
    assert marked(Example("a bc d", True, HERE, marks=((0, 1), (2, 4)))) == "«a» «bc» d"
