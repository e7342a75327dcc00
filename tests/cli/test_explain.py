from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck.cli import run


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("word", ["TON005", "ton005", "blame-customer"])
def test_a_rule_is_explained_by_code_or_name(capsys: pytest.CaptureFixture[str], word: str) -> None:
    assert run(["explain", word]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("# TON005 blame-customer\n")
    for heading in ("What it finds", "Why", "What to do", "When it fires", "When it stays silent"):
        assert f"## {heading}" in shown
    for language in ("Bokmål", "Nynorsk", "Swedish", "Danish", "English"):
        assert f"### {language}" in shown


def test_one_language_is_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "TON005", "--language", "sv"]) == 0
    shown = capsys.readouterr().out
    assert "### Swedish" in shown
    assert "### Danish" not in shown


@pytest.mark.parametrize(("word", "near"), [("blame-custmer", "blame-customer"), ("ton05", "TON005")])
def test_an_unknown_rule_is_told_the_nearest(capsys: pytest.CaptureFixture[str], word: str, near: str) -> None:
    assert run(["explain", word]) == 2
    told = capsys.readouterr().err
    assert f"«{word}» names no rule. Did you mean «{near}»?" in told
    assert "trustcheck rules list" in told


def test_on_a_terminal_the_headings_are_drawn(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert run(["explain", "TON005", "--language", "en"]) == 0
    shown = capsys.readouterr().out
    assert "What it finds" in shown
    assert "## What it finds" not in shown
