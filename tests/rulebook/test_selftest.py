from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trustcheck.model.errors import RuleFileError
from trustcheck.packs.mistakes import ManyMistakesError
from trustcheck.rulebook.selftest import SelfTest, run_selftest

from .support import CLAIM, RULE, bent, write

FACTS_RULE = bent("check: phrases", "check: phrases\nneeds: [facts]")
SENTENCES = (
    "We send you a «shovel».",
    "Here is a «pitchfork».",
    "We send you a spade.",
    "We do not send you a shovel.",
)

RULES = {
    "sound": RULE,
    "bad-is-silent": bent("We send you a «shovel».", "We send you a «rake», no shovel."),
    "good-fires": bent("We send you a spade.", "We send you a shovel."),
    "mark-beside": bent("We send you a «shovel».", "We «send» you a shovel."),
    "not-exercised": bent(', "Here is a «pitchfork»."', ""),
    "no-examples": bent("  match:\n", '  match:\n    sv: ["spade"]\n'),
    "scoped": bent("advice: Say spade.", "advice: Say spade.\noptions: {classes: [high-consequence], channels: [sms]}"),
    "not-run": FACTS_RULE,
    "with-facts": FACTS_RULE,
    "no-rewrite": bent("rewrite: {en", "rewrite: {nb"),
    "no-rewrite-for-a-note": bent("severity: warning", "severity: info", bent("rewrite: {en", "rewrite: {nb")),
    "preview": bent("check: phrases", "check: phrases\nlifecycle: preview"),
}
CLAIMS = {
    "shovel-shipped": CLAIM,
    "claim-wrong": bent(
        '"Is the shovel on its way?"',
        '"The shovel is on its way."',
        bent("Your «shovel is on its way».", "If your «shovel is on its way», wait.", CLAIM),
    ),
    "claim-opposite": bent("patterns:", "opposite: shovel-lost\npatterns:", CLAIM),
    "claim-verdict": bent("status: shipped}", "status: cancelled}", CLAIM),
    "claim-untested": bent("verdict: unknown", 'verdict: ""', CLAIM),
}


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache for all these tests, and none of theirs in the developer's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRUSTCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All the files above at once: compiling the built-in rules for each of them would take long."""
    folder = tmp_path_factory.mktemp("mine")
    for number, (name, content) in enumerate(RULES.items()):
        if name == "with-facts":
            for sentence in SENTENCES:
                content = bent(f'"{sentence}"', f'{{text: "{sentence}", facts: {{contacts: []}}}}', content)
        named = content.replace("XYZ001", f"XYZ{number:03}").replace("no-shovels", name)
        write(folder, named, f"garden/{name}.yaml")
    for name, content in CLAIMS.items():
        write(folder, content.replace("kind: shovel-shipped", f"kind: {name}"), f"claims/{name}.yaml")
    return folder


@pytest.fixture(scope="module")
def outcome(folder: Path) -> SelfTest:
    return run_selftest([folder], [folder.as_posix()])


def told(outcome: SelfTest, name: str) -> list[str]:
    """What the self-test says of one file: line and column, what was expected, what was found."""
    mine = [failure for failure in outcome.failures if Path(failure.at.path).stem == name]
    return [f"{f.at.line}:{f.at.column} {f.expected}: {f.found}" for f in mine]


def test_rules_and_claim_kinds_are_counted(outcome: SelfTest) -> None:
    assert outcome.rules == len(RULES) + len(CLAIMS)


@pytest.mark.parametrize(
    "name", ["sound", "scoped", "with-facts", "preview", "no-rewrite-for-a-note", "shovel-shipped"]
)
def test_what_is_sound_passes(outcome: SelfTest, name: str) -> None:
    assert told(outcome, name) == []


def test_a_bad_example_that_stays_silent(outcome: SelfTest) -> None:
    assert told(outcome, "bad-is-silent") == ["14:11 fires: it stays silent: We send you a rake, no shovel."]


def test_a_good_example_that_fires(outcome: SelfTest) -> None:
    assert told(outcome, "good-fires") == ["15:12 stays silent: it fires at «shovel»"]


def test_a_mark_beside_the_finding(outcome: SelfTest) -> None:
    assert told(outcome, "mark-beside") == ["14:11 fires at «send»: it fires at «shovel»"]


def test_a_pattern_that_no_example_matches(outcome: SelfTest) -> None:
    assert told(outcome, "not-exercised") == [
        "11:21 an example of the file matches every pattern: none matches: pitchfork"
    ]


def test_a_language_without_examples(outcome: SelfTest) -> None:
    assert told(outcome, "no-examples") == [
        "1:1 an example that fires, in sv: there is none",
        "1:1 an example that stays silent, in sv: there is none",
        "1:1 a rewrite, in sv: there is none: nobody learns what to write",
        "11:10 an example of the file matches every pattern: none matches: spade",
    ]


def test_a_rule_about_words_without_a_rewrite_in_a_language_it_speaks(outcome: SelfTest) -> None:
    assert told(outcome, "no-rewrite") == ["1:1 a rewrite, in en: there is none: nobody learns what to write"]


def test_a_check_that_does_not_exist_is_an_error_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="no check «frases»") as caught:
        run_selftest([write(tmp_path / "mine", bent("check: phrases", "check: frases"))])
    assert caught.value.line == 4
    assert "Did you mean «phrases»?" in str(caught.value)


def test_a_rule_that_did_not_run_did_not_stay_silent(outcome: SelfTest) -> None:
    found = told(outcome, "not-run")
    assert len(found) == len(SENTENCES)
    assert all("runs on the example: the message concerns no account" in failure for failure in found)


def test_a_claim_example_that_makes_no_claim_and_one_that_does(outcome: SelfTest) -> None:
    *first, second = told(outcome, "claim-wrong")
    assert first[0].startswith("9:9 fires: it stays silent: If your shovel")
    assert second == "18:12 stays silent: it fires at «shovel is on its way»"


def test_an_opposite_that_is_no_kind(outcome: SelfTest) -> None:
    assert told(outcome, "claim-opposite") == ["1:1 the opposite is a claim kind: there is no shovel-lost"]


def test_a_verdict_that_the_facts_do_not_give(outcome: SelfTest) -> None:
    (found,) = told(outcome, "claim-verdict")
    assert found.startswith("9:9 the claim is confirmed: contradicted: ")


def test_a_condition_that_no_example_leaves_open(outcome: SelfTest) -> None:
    assert told(outcome, "claim-untested") == ["1:1 an example with facts whose verdict is unknown: there is none"]


def test_failures_say_where_they_are_and_stand_in_order(outcome: SelfTest, folder: Path) -> None:
    lines = [str(failure).splitlines()[0] for failure in outcome.failures]
    assert f"{folder}/garden/good-fires.yaml:15:12: XYZ002 good-fires: stays silent" in lines
    places = [(f.at.path, f.at.line, f.at.column) for f in outcome.failures]
    assert places == sorted(places)


def test_patterns_and_examples_are_counted_by_language(outcome: SelfTest) -> None:
    rows = [row for row in outcome.coverage if row.subject == f"XYZ{list(RULES).index('no-examples'):03}"]
    assert [(row.language, row.patterns, row.examples) for row in rows] == [("sv", 1, 0), ("en", 2, 4)]
    assert [[pattern.text for pattern in row.unexercised] for row in rows] == [["spade"], []]


def test_every_pattern_that_does_not_compile_is_told(tmp_path: Path) -> None:
    content = bent('["shovel~", "pitchfork"]', '["(shovel", "<no-such-set> pitchfork", "..."]')
    with pytest.raises(ManyMistakesError) as caught:
        run_selftest([write(tmp_path / "mine", content)])
    mine = [e for e in caught.value.errors if e.path.startswith(str(tmp_path))]
    assert [(e.line, e.column) for e in mine] == [(11, 10), (11, 21), (11, 48)]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="no such folder"):
        run_selftest([tmp_path / "nowhere"])
