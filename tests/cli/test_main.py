from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest

from trustcheck.cli import COMMANDS, group, run
from trustcheck.model.errors import ConfigError

HEAVY = ("spacy", "pydantic", "rich", "yaml", "babel", "phonenumbers", "simplemma", "trustcheck.linter")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import json, sys\n"
        "from trustcheck.cli import run\n"
        f"code = run({arguments!r})\n"
        f"print(json.dumps([code, [m for m in {HEAVY!r} if m in sys.modules]]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == [0, []]


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown and command.help in " ".join(shown.split()) for name, command in COMMANDS.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_is_there(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.name == name


def test_unknown_commands_and_options_end_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["chekc"]) == 2
    assert run(["check", "--no-such-option", "a.txt"]) == 2
    assert run(["check"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "chekc" in told.err


def _raising(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def main(**_: object) -> None:
        raise error

    monkeypatch.setattr(group, "main", main)
    return run(["check"])


def test_our_errors_are_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _raising(monkeypatch, ConfigError("unknown key «chekc»", path="trustcheck.toml", line=3, column=1)) == 2
    told = capsys.readouterr().err
    assert told == "error: trustcheck.toml:3:1: unknown key «chekc»\n"


def test_ctrl_c_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _raising(monkeypatch, KeyboardInterrupt()) == 130
    assert _raising(monkeypatch, click.Abort()) == 130


def test_a_bug_is_no_verdict_and_shows_no_letter(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _raising(monkeypatch, ValueError("Kjære Heidi Lisle")) == 2
    told = capsys.readouterr().err
    assert "this is a bug" in told
    assert "ValueError" in told
    assert "Heidi" not in told
