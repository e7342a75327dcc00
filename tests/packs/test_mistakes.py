"""Every mistake that a person makes in a rule file is told with its line, and with what to write instead."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trustcheck.model.errors import RuleFileError
from trustcheck.packs.load import load_pack

from .support import CLASS, RULE, VOCABULARY, write


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTCHECK_CACHE_DIR", "")


def told(tmp_path: Path, content: str, name: str = "garden/rule.yaml") -> str:
    with pytest.raises(RuleFileError) as caught:
        load_pack([write(tmp_path / "mine", {name: content})])
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("advice: Say", "advise: Say", ":9:1:", ["unknown key «advise»", "Did you mean «advice»?", "advise: Say spade."]),
        ("advice: Say spade.\n", "", ":1:1:", ["the key «advice» is missing", "Add «advice:»"]),
        ("severity: warning", "severity: warnin", ":3:11:", ["«severity» cannot be «warnin»", "Did you mean «warning»?"]),
        ("severity: warning", "severity: grave", ":3:11:", ["Allowed: error, warning, info."]),
        ("code: XYZ001", "code: XY1", ":1:7:", ["three capital letters"]),
        ("code: XYZ001", "code: 12", ":1:7:", ["wrong type (a number)", "double quotes"]),
        ("advice: Say spade.", "advice:", ":9:8:", ["wrong type (nothing)"]),
        ("advice: Say spade.", 'advice: ""', ":9:9:", ["«advice» is empty"]),
        ('nb: ["skuffe~"]', 'no: ["skuffe~"]', ":15:5:", ["unknown language «no»", "nb"]),
        ('nb: ["skuffe~"]', "nb: [no]", ":15:10:", ["«nb» has the wrong type (yes or no)", "double quotes"]),
        ('nb: ["skuffe~"]', 'nb: "skuffe~"', ":15:9:", ["wrong type (a text)", "a list"]),
        ("unless: [negated]", "unless: [negatid]", ":12:12:", ["Did you mean «negated»?"]),
        ("unless: [negated]", "unles: [negated]", ":12:3:", ["unknown option «unles»", "Did you mean «unless»?"]),
        ("unless: [negated]", "classes: [remindr]", ":12:13:", ["Did you mean «reminder»?"]),
        ("near_miss:", "near_mis:", ":23:5:", ["unknown key «near_mis»", "Did you mean «near_miss»?"]),
        ("channel: letter", "channel: fax", ":31:18:", ["«channel» cannot be «fax»", "Allowed: letter, email, sms."]),
        ("class: order-status", "klass: order-status", ":32:9:", ["unknown key «klass»", "Did you mean «class»?"]),
        ("check: phrases", "name: no-spades", ":4:1:", ["«name» is given twice"]),
        ("check: phrases", "\tcheck: phrases", ":4:1:", ["not YAML", "never with tabs"]),
        ("check: phrases", "check: *phrases", ":4:8:", ["not YAML", "double quotes"]),
        ("check: phrases", "check: &a phrases\nneeds: *a", ":4:8:", ["an alias", "in quotes"]),
        ("check: phrases", "check: !!binary aGVp", ":4:8:", ["«binary» has a meaning of its own", "in quotes"]),
        ("check: phrases", "check: !shell rm", ":4:8:", ["«!shell» has a meaning of its own"]),
        ("check: phrases", "? [a]\n: b", ":4:3:", ["a key must be one word"]),
        ("check: phrases", "check: 'phrases", ":", ["not YAML"]),
        ("check: phrases", "check: \x07", ":", ["not YAML"]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(tmp_path: Path, old: str, new: str, place: str, words: list[str]) -> None:
    assert old in RULE
    message = told(tmp_path, RULE.replace(old, new, 1))
    assert f"mine/garden/rule.yaml{place}" in message
    for word in words:
        assert word in message


def test_the_line_is_shown_with_a_caret(tmp_path: Path) -> None:
    lines = told(tmp_path, RULE.replace("severity: warning", "severity: warnin")).splitlines()
    assert lines[1:3] == ["    severity: warnin", "              ^"]


@pytest.mark.parametrize("content", ["", "# nothing\n", "- a\n- b\n", "text\n"])
def test_a_file_without_keys_is_told_what_it_needs(tmp_path: Path, content: str) -> None:
    assert "code, name, severity" in told(tmp_path, content)


def test_a_weight_that_is_no_number(tmp_path: Path) -> None:
    message = told(tmp_path, CLASS.replace("weight: 2", "weight: much"), "classes/order-status.yaml")
    assert "«weight» has the wrong type (a text)" in message
    assert "Write a number." in message


def test_an_unknown_class_is_told_the_nearest(tmp_path: Path) -> None:
    message = told(tmp_path, CLASS.replace("class: order-status", "class: order-state"), "classes/c.yaml")
    assert "Did you mean «order-status»?" in message


def test_a_set_name_that_no_pattern_could_name(tmp_path: Path) -> None:
    message = told(tmp_path, VOCABULARY.replace("tool:", "My Tool:"), "vocabulary/v.yaml")
    assert "My Tool" in message
    assert "lower-case letters, digits and hyphens" in message


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    folder = write(tmp_path / "mine")
    path = folder / "garden" / "no-shovels.yaml"
    path.write_bytes(RULE.replace("Say spade", "Si spade på").encode("latin-1"))
    with pytest.raises(RuleFileError, match=r"no-shovels\.yaml:8: the file is not UTF-8"):
        load_pack([folder])


@pytest.mark.parametrize("depth", [900, 100_000])
def test_a_deep_nest_is_no_crash(tmp_path: Path, depth: int) -> None:
    assert "rule.yaml" in told(tmp_path, "a: " + "[" * depth + "]" * depth)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.text(max_size=40), cut=st.integers(0, len(RULE)))
def test_whatever_is_written_loads_or_is_a_rule_file_error(tmp_path: Path, junk: str, cut: int) -> None:
    content = (RULE[:cut] + junk + RULE[cut:]).encode("utf-8", "surrogatepass")
    path = tmp_path / "mine" / "garden" / "rule.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with suppress(RuleFileError):
        load_pack([tmp_path / "mine"])
