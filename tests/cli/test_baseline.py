"""`trustcheck baseline` and what `trustcheck check` makes of it, from the outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from trustcheck.cli import run
from trustcheck.config.baseline import BASELINE_NAME

AS_OF = ("--as-of", "2026-11-20T09:00:00Z")
SHOUT = "Hei Heidi!\n\nOBS! OBS! Vi har flyttet.\n\nHilsen\nMarit Solbakken\n"
CLAIM = "Hei Heidi!\n\nDu har ikke betalt faktura 7788.\n\nHilsen\nMarit Solbakken\n"


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, made the current one, with a configuration of three rules and one letter that shouts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trustcheck.toml").write_text(
        '[check]\nselect = ["TON003", "TON004", "CLM001"]\nfail_on = "warning"\nlanguage = "nb"\n', encoding="utf-8"
    )
    (tmp_path / "brev").mkdir()
    (tmp_path / "brev" / "a.txt").write_text(SHOUT, encoding="utf-8")
    return tmp_path


def baseline(*arguments: str) -> int:
    return run(["baseline", *AS_OF, *arguments])


def check(*arguments: str) -> int:
    return run(["check", *AS_OF, *arguments])


def entries(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["findings"]
    return found


def test_what_is_accepted_does_not_fail_and_what_is_new_does(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("brev") == 1
    assert baseline("brev") == 0
    assert "+ brev/a.txt: shouting\n" in capsys.readouterr().out
    assert check("brev") == 0
    assert "1 finding suppressed:\n    in the baseline of 2026-11-20 (shouting)" in capsys.readouterr().out
    (letters / "brev" / "a.txt").write_text(SHOUT + "\nSvar straks!\n", encoding="utf-8")
    assert check("brev") == 1


def test_it_is_the_same_from_another_folder(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert baseline("brev") == 0
    monkeypatch.chdir(letters / "brev")
    assert check("a.txt") == 0
    assert check(str(letters / "brev")) == 0


def test_the_file_holds_no_word_of_the_letter(letters: Path) -> None:
    assert baseline("brev") == 0
    text = (letters / BASELINE_NAME).read_text(encoding="utf-8")
    assert not any(word in text for word in ("OBS", "flyttet", "Heidi", "Marit"))
    assert [(e["path"], e["rule"], e["count"]) for e in entries(letters / BASELINE_NAME)] == [
        ("brev/a.txt", "shouting", 1)
    ]


def test_a_second_run_says_what_has_changed(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baseline("brev")
    capsys.readouterr()
    before = (letters / BASELINE_NAME).read_bytes()
    assert baseline("brev", "--as-of", "2026-12-24") == 0
    assert "holds 1 finding: none added, none removed" in capsys.readouterr().out
    assert (letters / BASELINE_NAME).read_bytes() == before
    (letters / "brev" / "a.txt").write_text("Hei!\n\nSvar straks.\n", encoding="utf-8")
    assert baseline("brev") == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["+ brev/a.txt: false-urgency", "- brev/a.txt: shouting"]


def test_pruning_only_takes_out(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baseline("brev")
    (letters / "brev" / "a.txt").write_text("Hei!\n\nSvar straks.\n", encoding="utf-8")
    assert baseline("brev", "--prune") == 0
    assert "0 added, 1 removed, 0 kept" in capsys.readouterr().out
    assert entries(letters / BASELINE_NAME) == []
    assert check("brev") == 1


def test_a_run_over_some_files_or_rules_leaves_the_others_alone(letters: Path) -> None:
    (letters / "brev" / "b.txt").write_text(SHOUT, encoding="utf-8")
    baseline("brev")
    (letters / "brev" / "a.txt").write_text("Hei!\n", encoding="utf-8")
    baseline("brev/a.txt", "--select", "TON004")
    assert len(entries(letters / BASELINE_NAME)) == 2
    baseline("brev/a.txt")
    assert [e["path"] for e in entries(letters / BASELINE_NAME)] == ["brev/b.txt"]


def test_a_file_that_is_gone_is_taken_out(letters: Path) -> None:
    (letters / "brev" / "b.txt").write_text(SHOUT, encoding="utf-8")
    baseline("brev")
    (letters / "brev" / "b.txt").unlink()
    baseline("brev")
    assert [e["path"] for e in entries(letters / BASELINE_NAME)] == ["brev/a.txt"]


def test_claims_are_never_accepted_and_that_is_said(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (letters / "brev" / "a.txt").write_text(CLAIM, encoding="utf-8")
    assert baseline("brev", "--account", "A-1", "--quiet") == 0
    assert "still counted: claim-unverified: 1" in capsys.readouterr().err
    assert entries(letters / BASELINE_NAME) == []
    assert check("brev", "--account", "A-1") == 3


def test_the_configuration_may_name_the_file_and_the_command_line_another(letters: Path) -> None:
    config = letters / "trustcheck.toml"
    config.write_text(config.read_text(encoding="utf-8") + 'baseline = "known.json"\n', encoding="utf-8")
    assert check("brev") == 2
    assert baseline("brev") == 0
    assert (letters / "known.json").is_file()
    assert check("brev") == 0
    assert check("brev", "--no-baseline") == 1
    assert baseline("brev", "--baseline", "other.json") == 0
    (letters / "known.json").unlink()
    assert check("brev", "--baseline", "other.json") == 0


def test_without_a_configuration_the_current_folder_has_the_file(
    letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (letters / "trustcheck.toml").unlink()
    arguments = ("brev", "--select", "TON003", "--language", "nb")
    assert baseline(*arguments) == 0
    assert check(*arguments, "--fail-on", "warning") == 0
    assert (letters / BASELINE_NAME).is_file()


def test_a_missing_or_broken_file_is_never_silent(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("brev", "--baseline", "none.json") == 2
    assert "there is no such baseline" in capsys.readouterr().err
    (letters / BASELINE_NAME).write_text("{\n", encoding="utf-8")
    assert check("brev") == 2
    told = capsys.readouterr().err
    assert f"{BASELINE_NAME}:2:1: this is no JSON" in told
    assert baseline("brev") == 2
    assert (letters / BASELINE_NAME).read_text(encoding="utf-8") == "{\n"


def test_what_cannot_be_read_leaves_its_part_and_ends_with_two(letters: Path) -> None:
    baseline("brev")
    (letters / "brev" / "a.txt").rename(letters / "brev" / "a.eml")
    (letters / "brev" / "a.eml").write_text("no mail", encoding="utf-8")
    (letters / "brev" / "b.txt").write_text(SHOUT, encoding="utf-8")
    assert baseline("brev") == 2
    assert [e["path"] for e in entries(letters / BASELINE_NAME)] == ["brev/b.txt"]


def test_standard_input_has_no_baseline(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert baseline("-") == 2
    assert "standard input" in capsys.readouterr().err
