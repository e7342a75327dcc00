from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from trustcheck.model.errors import RuleFileError
from trustcheck.model.rule import MessageClass, PatternText, Severity, SourceLine
from trustcheck.packs.load import builtin_rules, load_pack
from trustcheck.packs.mistakes import ManyMistakesError

from .support import CLAIM, CLASS, FILES, RULE, VOCABULARY, write


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("TRUSTCHECK_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "mine")


def test_a_rule_file_becomes_a_rule(folder: Path) -> None:
    (rule,) = load_pack([folder]).rules
    assert (rule.code, rule.name, rule.severity) == ("XYZ001", "no-shovels", Severity.WARNING)
    assert rule.what == "The letter speaks of shovels."
    assert rule.options == {"unless": ["negated"]}
    assert rule.rewrite == {"en": "Use a [spade]."}
    at = SourceLine(f"{folder}/garden/no-shovels.yaml", 16, 10)
    assert rule.patterns["match"]["en"] == (PatternText("shovel~", at),)


def test_marks_are_taken_out_of_the_text_and_kept_as_spans(folder: Path) -> None:
    (rule,) = load_pack([folder]).rules
    sentence, whole, good = rule.examples["en"]
    assert (sentence.text, sentence.bad, sentence.whole) == ("We send you a shovel.", True, False)
    assert [sentence.text[a:b] for a, b in sentence.marks] == ["shovel"]
    assert (whole.whole, whole.channel, whole.message_class) == (True, "letter", "order-status")
    assert [whole.text[a:b] for a, b in whole.marks] == ["shovel"]
    assert whole.facts == {"balance": {"amount": "0.00", "currency": "GBP"}}
    assert (good.bad, good.near_miss, good.marks) == (False, False, ())
    assert [e.near_miss for e in rule.examples["nb"]] == [False, False, True]


def test_claim_class_and_vocabulary_files(folder: Path) -> None:
    pack = load_pack([folder])
    (kind,), (signature,) = pack.claims, pack.classes
    assert (kind.name, kind.opposite, kind.verifier) == ("shovel-shipped", "", "shovel-shipped")
    assert [(e.bad, e.near_miss) for e in kind.examples["en"]] == [(True, False), (False, True)]
    assert signature.name is MessageClass.ORDER_STATUS
    assert [(p.text, weight) for p, weight in signature.patterns["en"]] == [
        ("your order", 1.0),
        ("has been shipped", 2.0),
    ]
    assert signature.examples["en"][0].channel == "email"
    assert [p.text for p in pack.vocabulary.sets["tool"]["any"]] == ["{NUMBER}"]


def test_a_second_folder_adds_words_to_a_set_and_replaces_nothing(folder: Path, tmp_path: Path) -> None:
    more = write(tmp_path / "more", {"vocabulary/more.yaml": "sets: {tool: {en: [rake]}}\n"})
    tools = load_pack([folder, more]).vocabulary.sets["tool"]["en"]
    assert [p.text for p in tools] == ["shovel", "spade", "rake"]


def test_a_code_and_a_name_given_twice_are_errors_that_name_both_places(folder: Path, tmp_path: Path) -> None:
    more = write(tmp_path / "more", FILES)
    with pytest.raises(ManyMistakesError) as caught:
        load_pack([folder, more])
    told = str(caught.value)
    for name in ("XYZ001", "no-shovels", "shovel-shipped", "order-status"):
        assert f"«{name}» is already defined in {folder}/" in told
    assert f"{more}/garden/no-shovels.yaml:1" in told


def test_the_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "mine",
        {
            "garden/no-shovels.yaml": RULE.replace("advice:", "advise:").replace("warning", "grave"),
            "claims/c.yaml": CLAIM.replace("patterns:", "pattern:"),
            "classes/c.yaml": CLASS.replace("weight", "wieght"),
            "vocabulary/v.yaml": "sets: [\n",
        },
    )
    with pytest.raises(ManyMistakesError) as caught:
        load_pack([folder])
    assert {Path(e.path).name for e in caught.value.errors} == {"no-shovels.yaml", "c.yaml", "v.yaml"}
    assert len(caught.value.errors) == 7
    assert str(caught.value).endswith("7 mistakes in rule files")


@pytest.mark.parametrize("files", [{}, {"garden/notes.txt": "nothing"}])
def test_a_folder_without_rule_files_is_an_error(tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(RuleFileError, match="holds no rule files"):
        load_pack([write(tmp_path / "mine", files)])


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="no such folder"):
        load_pack([tmp_path / "nowhere"])


def test_a_file_that_would_be_passed_over_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match=r"ends in \.yaml"):
        load_pack([write(tmp_path / "mine", {"garden/rule.yml": RULE})])


def test_what_was_read_is_the_same_from_the_cache(folder: Path, cache: Path) -> None:
    first = load_pack([folder])
    assert len(list(cache.iterdir())) == 1
    assert load_pack([folder]) == first


def test_what_may_not_be_suppressed_comes_back_from_the_cache(folder: Path) -> None:
    path = folder / "garden/no-shovels.yaml"
    path.write_text(RULE + "never_suppressed: shovels are known\n", encoding="utf-8")
    for _ in range(2):
        assert [rule.never_suppressed for rule in load_pack([folder]).rules] == ["shovels are known"]


@pytest.mark.parametrize(
    "damage", ["", "[]", '{"rules": 3}', '{"rules": [{}]}', "\x00", '{"rules": [[]], "claims": []}']
)
def test_a_damaged_cache_is_rebuilt(folder: Path, cache: Path, damage: str) -> None:
    first = load_pack([folder])
    (kept,) = cache.iterdir()
    kept.write_text(damage, encoding="utf-8")
    assert load_pack([folder]) == first
    assert kept.read_text(encoding="utf-8") != damage


def test_a_changed_file_changes_the_pack_and_its_key(folder: Path) -> None:
    before = load_pack([folder])
    write(folder, {"vocabulary/tools.yaml": VOCABULARY.replace("spade", "trowel")})
    after = load_pack([folder])
    assert after.key != before.key
    assert [p.text for p in after.vocabulary.sets["tool"]["en"]] == ["shovel", "trowel"]


def test_a_cache_that_cannot_be_written_is_no_error(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("TRUSTCHECK_CACHE_DIR", str(tmp_path / "file"))
    assert load_pack([folder]).rules


def test_an_empty_variable_switches_the_cache_off(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTCHECK_CACHE_DIR", "")
    assert load_pack([folder]).rules
    assert not cache.exists()


def test_a_warm_cache_needs_neither_yaml_nor_pydantic(folder: Path) -> None:
    load_pack([folder])
    program = (
        "import sys; from pathlib import Path; from trustcheck.packs.load import load_pack\n"
        f"load_pack([Path({str(folder)!r})])\n"
        "print([m for m in ('yaml', 'pydantic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_built_in_rules_are_shown_by_their_folder() -> None:
    assert {rule.at.path.split("/")[0] for rule in load_pack([builtin_rules()]).rules} == {"rules"}
