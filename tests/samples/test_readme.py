"""Everything that README.md says to run is run here."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from trustcheck.config.load import settings_from_text

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def _checks() -> list[str]:
    """The `trustcheck check` commands of all shell blocks, continued lines joined."""
    joined = "\n".join(_blocks("sh")).replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.startswith("trustcheck check")]


def _run(command: str) -> subprocess.CompletedProcess[str]:
    on_path = command.replace("trustcheck", f'"{sys.executable}" -c "from trustcheck.cli import main; main()"', 1)
    return subprocess.run(["bash", "-c", on_path], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_python_block_runs() -> None:
    (block,) = _blocks("python")
    done = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("hold\n")
    assert "CLM002" in done.stdout
    assert "contradicted" in done.stdout


@pytest.mark.parametrize("command", _checks())
def test_a_command_ends_with_a_decision(command: str) -> None:
    done = _run(command)
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout


def test_the_excerpt_is_what_the_command_prints() -> None:
    (block,) = _blocks("console")
    command, *excerpt = block.splitlines()
    printed = [line.rstrip() for line in _run(command.removeprefix("$ ")).stdout.splitlines()]
    assert len(excerpt) > 10
    assert [line for line in excerpt if line != "…" and line not in printed] == []


def test_the_configuration_can_be_used() -> None:
    (block,) = _blocks("toml")
    assert settings_from_text(block, ROOT / "trustcheck.toml").organisation.legal_name == "NoldusNett AS"


def test_the_exit_codes_are_those_of_the_table() -> None:
    assert re.findall(r"^\| (\d) \|", README, re.MULTILINE) == ["0", "1", "2", "3"]
