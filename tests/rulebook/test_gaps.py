from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trustcheck.rulebook.gaps import Coverage, Sort, run_coverage

from .support import CLAIM, RULE, bent, write

GUARDED = bent(
    'good: ["We send you a spade."]',
    'good: ["We send you a spade.", "In our museum you see a shovel."]',
    bent("advice: Say spade.", "advice: Say spade.\noptions: {without: {group: museum, within: sentence}}"),
).replace('"pitchfork"]\n', '"pitchfork"]\n  museum:\n    en: ["museum"]\n')

ABSENT = bent(
    '"shovel~"',
    '"shovel~ & !(toy|snow)"',
    bent('good: ["We send you a spade."]', 'good: ["We send you a spade.", "We send you a toy shovel."]'),
)

WORDS = """\
sets:
  digger:
    en: ["digger", "excavator"]
"""

RULES = {
    "complete": RULE,
    "redundant": bent('["shovel~", "pitchfork"]', '["shovel~", "pitchfork", "a pitchfork"]'),
    "guarded": GUARDED,
    "guard-idle": bent(', "In our museum you see a shovel."', "", GUARDED),
    "branches": bent('"shovel~"', '"[old] (shovel~|hayfork|garden rake)"'),
    "absent": ABSENT,
    "words": bent('"pitchfork"]', '"<digger>"]').replace("Here is a «pitchfork»", "Here is a «digger»"),
    "failing": bent("We send you a spade.", "We send you a shovel."),
}


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRUSTCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mine")
    for number, (name, content) in enumerate(RULES.items()):
        named = content.replace("XYZ001", f"XYZ{number:03}").replace("no-shovels", name)
        write(folder, named, f"garden/{name}.yaml")
    write(folder, CLAIM, "claims/shovel-shipped.yaml")
    return write(folder, WORDS, "vocabulary/diggers.yaml")


@pytest.fixture(scope="module")
def outcome(folder: Path) -> Coverage:
    """All but the vocabulary, which is only known when the examples of all built-in rules have been tried."""
    return run_coverage([folder], [f"{folder}/garden", f"{folder}/claims"])


def gaps(outcome: Coverage, name: str, sort: Sort | None = None) -> list[str]:
    return [g.text for g in outcome.gaps if Path(g.at.path).stem == name and sort in (None, g.sort)]


@pytest.mark.parametrize("name", ["complete", "guarded", "shovel-shipped"])
def test_what_examples_need_is_no_gap(outcome: Coverage, name: str) -> None:
    assert gaps(outcome, name) == []


def test_of_two_patterns_that_see_the_same_no_example_needs_either(outcome: Coverage) -> None:
    assert gaps(outcome, "redundant") == ["pitchfork", "a pitchfork"]


def test_a_guard_that_keeps_no_example_silent_is_a_gap(outcome: Coverage) -> None:
    assert gaps(outcome, "guard-idle") == ["museum"]


def test_branches_that_no_example_uses_are_words_or_phrases(outcome: Coverage) -> None:
    assert gaps(outcome, "branches", Sort.PATTERN) == []
    assert gaps(outcome, "branches", Sort.PHRASE) == ["garden rake"]
    assert gaps(outcome, "branches", Sort.WORD) == ["old", "hayfork"]


def test_a_branch_of_what_must_be_absent_is_needed_where_it_keeps_an_example_silent(outcome: Coverage) -> None:
    assert gaps(outcome, "absent") == ["snow"]


def test_rows_count_what_is_needed(outcome: Coverage) -> None:
    (row,) = [row for row in outcome.rows if row.subject == f"XYZ{list(RULES).index('branches'):03}"]
    assert (row.language, row.examples, row.patterns, row.needed) == ("en", 4, 2, 2)
    assert (row.alternatives, row.exercised) == (4, 1)


def test_an_example_that_fails_anyway_is_told_and_needs_nothing(outcome: Coverage, folder: Path) -> None:
    assert [place.removeprefix(f"{folder}/garden/") for place in outcome.failing] == ["failing.yaml:15:12"]


def test_a_gap_says_where_it_stands(outcome: Coverage, folder: Path) -> None:
    (gap,) = [g for g in outcome.gaps if g.text == "garden rake"]
    assert str(gap) == (
        f"{folder}/garden/branches.yaml:11:10: no example needs «garden rake» in: [old] (shovel~|hayfork|garden rake)"
    )


def test_a_second_run_says_the_same_and_a_changed_rule_is_looked_at_again(folder: Path, outcome: Coverage) -> None:
    only = [f"{folder}/garden", f"{folder}/claims"]
    assert run_coverage([folder], only) == outcome
    file = folder / "garden" / "redundant.yaml"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace(', "a pitchfork"', ""), encoding="utf-8")
    try:
        assert gaps(run_coverage([folder], only), "redundant") == []
    finally:
        file.write_text(before, encoding="utf-8")
