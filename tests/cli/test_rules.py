from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from trustcheck.cli import run
from trustcheck.cli.rules import SCHEMA_KINDS
from trustcheck.model.language import LANGUAGES
from trustcheck.packs.load import builtin_rules, load_pack
from trustcheck.packs.schema import FILE_KINDS, RuleFile

RULE = """\
code: XYZ001
name: no-shovels
severity: info
check: phrases
what: The letter speaks of shovels. Or of spades.
why: Nobody likes them.
message: "«{text}» is a shovel."
advice: Say spade.
patterns: {match: {en: ["shovel~"]}}
examples:
  en:
    bad: ["We send you a «shovel»."]
    good: ["We send you a spade."]
"""


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache for all these tests, and none of theirs in the developer's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRUSTCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where somebody stands who has a rule of their own, in a folder that the configuration names."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trustcheck.toml").write_text('[rules]\npaths = ["my-rules"]\n', encoding="utf-8")
    (tmp_path / "my-rules" / "garden").mkdir(parents=True)
    (tmp_path / "my-rules" / "garden" / "no-shovels.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


def test_list_shows_built_in_rules_and_ones_own(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + 1 + len(load_pack([builtin_rules()]).rules)
    assert lines[0].split() == ["CODE", "NAME", "SEVERITY", "GROUP", "LIFECYCLE", "WHAT", "IT", "FINDS"]
    (mine,) = [line for line in lines if line.startswith("XYZ001")]
    assert mine.split() == [
        "XYZ001",
        "no-shovels",
        "info",
        "XYZ",
        "stable",
        "The",
        "letter",
        "speaks",
        "of",
        "shovels.",
    ]


def test_list_as_json(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list", "--format", "json"]) == 0
    (mine,) = [rule for rule in json.loads(capsys.readouterr().out) if rule["code"] == "XYZ001"]
    assert mine == {
        "code": "XYZ001",
        "name": "no-shovels",
        "severity": "info",
        "group": "XYZ",
        "lifecycle": "stable",
        "needs": [],
        "what": "The letter speaks of shovels. Or of spades.",
    }


@pytest.mark.parametrize("path", ["my-rules", "my-rules/garden", "./my-rules/garden/no-shovels.yaml"])
def test_rules_of_ones_own_pass(office: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    assert run(["rules", "test", path]) == 0
    assert capsys.readouterr().out == "2 examples, 1 patterns, 1 rules: all pass\n"


def test_a_folder_that_no_configuration_names_can_be_tested(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "trustcheck.toml").unlink()
    assert run(["rules", "test", "my-rules"]) == 0
    assert "1 rules: all pass" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["XYZ001", "no-shovels"])
def test_one_rule_can_be_tested_alone(office: Path, capsys: pytest.CaptureFixture[str], word: str) -> None:
    assert run(["rules", "test", "--only", word]) == 0
    assert "1 rules: all pass" in capsys.readouterr().out


def test_a_failure_is_told_with_its_place_and_ends_with_one(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = office / "my-rules" / "garden" / "no-shovels.yaml"
    file.write_text(RULE.replace("a spade", "a shovel"), encoding="utf-8")
    assert run(["rules", "test", "my-rules"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{file}:13:12: XYZ001 no-shovels: stays silent"
    assert lines[-1] == "2 examples, 1 patterns, 1 rules: 1 failures"


def test_a_file_that_cannot_be_used_ends_with_two(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = office / "my-rules" / "garden" / "no-shovels.yaml"
    file.write_text(RULE.replace("why:", "wy:"), encoding="utf-8")
    assert run(["rules", "test", "my-rules"]) == 2
    told = capsys.readouterr().err
    assert f"{file}:6:1: unknown key «wy»" in told
    assert "Did you mean «why»?" in told


def test_testing_nothing_is_no_pass(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "my-rules" / "empty").mkdir()
    for arguments in (["my-rules/empty"], ["--only", "no-such-rule"]):
        assert run(["rules", "test", *arguments]) == 2
        assert "nothing found to test" in capsys.readouterr().err


def test_coverage_fails_on_a_pattern_that_no_example_needs(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = office / "my-rules" / "garden" / "no-shovels.yaml"
    file.write_text(RULE.replace('"shovel~"', '"shovel~", "rake~"'), encoding="utf-8")
    assert run(["rules", "coverage", "my-rules"]) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert [line.split() for line in lines[:2]] == [
        ["RULE", "LANGUAGE", "EXAMPLES", "PATTERNS", "NEEDED", "ALTERNATIVES", "EXERCISED"],
        ["XYZ001", "en", "2", "2", "1", "0", "0"],
    ]
    assert lines[2] == f"{file}:9:36: no example needs: rake~"
    assert "1 gaps: give each an example" in err
    assert run(["rules", "coverage", "my-rules", "--max-gaps", "1"]) == 0


def test_coverage_of_a_complete_rule_passes(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "coverage", "my-rules"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "1 patterns, 1 needed by an example, 0 not; 0 alternatives, 0 exercised (100.0 %)"
    )


def test_quiet_coverage_says_little_until_it_fails(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "coverage", "my-rules", "--quiet"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    file = office / "my-rules" / "garden" / "no-shovels.yaml"
    file.write_text(RULE.replace('"shovel~"', '"shovel~", "rake~"'), encoding="utf-8")
    assert run(["rules", "coverage", "my-rules", "--quiet"]) == 1
    assert capsys.readouterr().out.startswith(f"{file}:9:36: no example needs: rake~")


def test_coverage_of_phrases_words_and_their_share(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = office / "my-rules" / "garden" / "no-shovels.yaml"
    file.write_text(RULE.replace('"shovel~"', '"(shovel~|garden rake|hoe)"'), encoding="utf-8")
    assert run(["rules", "coverage", "my-rules"]) == 0
    assert "garden rake" not in capsys.readouterr().out
    assert run(["rules", "coverage", "my-rules", "--strict"]) == 1
    assert "no example needs «garden rake» in: (shovel~|garden rake|hoe)" in capsys.readouterr().out
    assert run(["rules", "coverage", "my-rules", "--all"]) == 0
    assert "no example needs «hoe»" in capsys.readouterr().out
    assert run(["rules", "coverage", "my-rules", "--min-exercised", "33"]) == 0
    assert run(["rules", "coverage", "my-rules", "--min-exercised", "34"]) == 1
    assert "fewer than 34 %" in capsys.readouterr().err


def test_coverage_as_json(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "coverage", "my-rules", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["gaps"] == []
    assert found["rows"][0]["subject"] == "XYZ001"
    assert found["exercised_percent"] == 100.0


def test_pages_of_ones_own_rules(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "docs", "out", "--rules", "my-rules", "--check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told == [
        "out/rules/index.md: missing",
        "out/rules/no-shovels.md: missing",
        "The pages are not what the rule files say. Run: trustcheck rules docs out --rules my-rules",
    ]
    assert run(["rules", "docs", "out", "--rules", "my-rules"]) == 0
    assert capsys.readouterr().out == "2 pages in out: 2 written, 0 removed\n"
    assert "# XYZ001 no-shovels" in (office / "out" / "rules" / "no-shovels.md").read_text(encoding="utf-8")
    assert run(["rules", "docs", "out", "--rules", "my-rules", "--check"]) == 0


def test_pages_of_all_rules_hold_the_built_in_ones_too(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "docs", "out"]) == 0
    index = (office / "out" / "rules" / "index.md").read_text(encoding="utf-8")
    assert "XYZ001" in index
    assert "TON005" in index


def test_a_new_rule_is_a_valid_file_with_every_language(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["rules", "new", "no-rakes", "--group", "garden", "--code", "XYZ002", "--rules", "my-rules"]
    assert run(arguments) == 0
    assert "Wrote my-rules/garden/no-rakes.yaml" in capsys.readouterr().out
    text = (office / "my-rules" / "garden" / "no-rakes.yaml").read_text(encoding="utf-8")
    assert set(yaml.safe_load(text)["patterns"]["match"]) == set(LANGUAGES)
    assert [rule.code for rule in load_pack([office / "my-rules"]).rules] == ["XYZ001", "XYZ002"]


def test_a_new_rule_names_every_key_that_a_rule_may_have(office: Path) -> None:
    assert run(["rules", "new", "no-rakes", "--group", "garden", "--code", "XYZ002"]) == 0
    text = (office / "rules" / "garden" / "no-rakes.yaml").read_text(encoding="utf-8")
    assert set(yaml.safe_load(text)) == set(RuleFile.model_fields)


@pytest.mark.parametrize(
    ("name", "group", "code", "words"),
    [
        ("no-shovels", "garden", "XYZ002", "XYZ001 no-shovels is there already"),
        ("no-rakes", "garden", "XYZ001", "XYZ001 no-shovels is there already"),
        ("No Rakes", "garden", "XYZ002", "«No Rakes» is no name"),
        ("no-rakes", "garden", "X2", "«X2» is no code"),
        ("no-rakes", "claims", "XYZ002", "«claims» cannot hold rules"),
        ("no-rakes", "../out", "XYZ002", "«../out» cannot hold rules"),
        ("kept", "garden", "XYZ002", "is there already"),
    ],
)
def test_new_refuses_what_is_taken_or_cannot_be(
    office: Path, capsys: pytest.CaptureFixture[str], name: str, group: str, code: str, words: str
) -> None:
    kept = office / "other" / "garden" / "kept.yaml"
    kept.parent.mkdir(parents=True)
    kept.write_text("mine", encoding="utf-8")
    assert run(["rules", "new", name, "--group", group, "--code", code, "--rules", "other"]) == 2
    assert words in capsys.readouterr().err
    assert list((office / "other").rglob("*.yaml")) == [kept]
    assert kept.read_text(encoding="utf-8") == "mine"


def test_the_schema_knows_the_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert {"code", "patterns", "examples"} <= set(schema["properties"])
    assert schema["additionalProperties"] is False


def test_there_is_a_schema_for_every_kind_of_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert set(SCHEMA_KINDS) == set(FILE_KINDS)
    for kind in SCHEMA_KINDS:
        assert run(["rules", "schema", kind]) == 0
        assert json.loads(capsys.readouterr().out)["type"] == "object"
