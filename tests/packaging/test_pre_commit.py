"""The hooks of `.pre-commit-hooks.yaml` in the real pre-commit: what they are given, what they block."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).parents[2]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
COMMAND = Path(sys.executable).with_name("trustcheck")

CONFIG = """
[organisation]
legal_name = "NoldusNett AS"
country = "NO"
org_number = "310000000"
domains = ["noldusnett.no"]
phones = ["+47 22 00 00 00"]
[facts.sources.crm]
kind = "sql"
url = { env = "NOBODY_SET_THIS" }
as_of = "now"
queries = { customer = "select account, name from customers where account in :keys" }
[facts.use]
default = "crm"
"""
SIGNED = "\n\nHilsen Kari Nes\nNoldusNett AS, org.nr. 310 000 000, telefon 22 00 00 00\n"
BAD = "Hei!\n\nVi har ikke mottatt betalingen din." + SIGNED
GOOD = (
    """\
Hei!

{% if invoice.paid %}Vi har mottatt betalingen din.{% else %}\
Vi har ikke mottatt betalingen av faktura {{ invoice.number }} på {{ invoice.amount }} kroner for august.
Betal innen {{ invoice.due_date }}. Har du betalt de siste dagene, kan du se bort fra brevet.{% endif %}"""
    + SIGNED
)
RULE = """
code: OWN001
name: own-rule
severity: warning
lifecycle: stable
check: phrases
needs: []
what: The message calls a customer a case.
why: A reader is a person.
message: "«{text}» makes the reader a case."
advice: Write of the reader as a person.
references: []
patterns:
  match:
    nb: ["kundecase*"]
rewrite:
  nb: "Saken din er [hva som er gjort]."
examples:
  nb:
    bad: ["Ditt «kundecase» er lukket."]
    good: ["Saken din er løst."]
    near_miss: ["Hylla di er lukka."]
"""

pytestmark = pytest.mark.slow


def test_the_hooks_shown_are_commands_that_there_are() -> None:
    for hook in HOOKS.values():
        command, *rest = hook["entry"].split()
        assert command == "trustcheck"
        done = subprocess.run([COMMAND, *rest, "--help"], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new git repository with both hooks installed; they run the trustcheck of this environment."""
    root = tmp_path / "templates"
    root.mkdir()
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    run(root, "git", "init", "-q")
    run(root, "git", "config", "user.name", "Kari Nes")
    run(root, "git", "config", "user.email", "kari@noldusnett.no")
    write(root, "trustcheck.toml", CONFIG)
    configure(root, {})
    run(root, sys.executable, "-m", "pre_commit", "install")
    commit(root)
    return root


def configure(root: Path, arguments: Mapping[str, list[str]]) -> None:
    """As a project has it, but for the environment: `system` runs what is installed, and needs no network."""
    hooks = [
        {
            **hook,
            "language": "system",
            "entry": hook["entry"].replace("trustcheck", shlex.quote(str(COMMAND)), 1),
            "args": arguments.get(key, hook["args"]),
        }
        for key, hook in HOOKS.items()
    ]
    write(root, ".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}))


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(root: Path, *command: str, status: int = 0) -> str:
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def commit(root: Path, *, status: int = 0) -> str:
    run(root, "git", "add", "-A")
    return run(root, "git", "commit", "-m", "Change", status=status)


def commits(root: Path) -> int:
    return int(run(root, "git", "rev-list", "--count", "HEAD"))


def test_a_bad_template_is_blocked_and_a_good_one_passes(project: Path) -> None:
    write(project, "mail/purring.txt.j2", BAD)
    told = commit(project, status=1)
    assert "TPL004" in told
    assert "mail/purring.txt.j2" in told
    assert commits(project) == 1

    write(project, "mail/purring.txt.j2", GOOD)
    assert "Passed" in commit(project)
    assert commits(project) == 2


def test_what_is_no_template_is_not_looked_at(project: Path) -> None:
    write(project, "mail/brev.txt", BAD)
    assert "Skipped" in commit(project)


def test_the_arguments_of_the_hook_leave_files_out_though_they_are_named(project: Path) -> None:
    configure(project, {"trustcheck": ["--exclude", "old"]})
    write(project, "mail/old/purring.txt.j2", BAD)
    commit(project)
    write(project, "mail/new/purring.txt.j2", BAD)
    assert "new/purring" in commit(project, status=1)


def test_rules_of_ones_own_are_tested_with_their_vocabulary(project: Path) -> None:
    write(project, "rules/tone/own-rule.yaml", RULE.replace("kundecase*", "<own-case>"))
    write(project, "rules/vocabulary/own.yaml", 'sets:\n  own-case:\n    nb: ["klientcase*"]\n')
    assert "OWN001" in commit(project, status=1)
    write(project, "rules/vocabulary/own.yaml", 'sets:\n  own-case:\n    nb: ["kundecase*"]\n')
    assert "Passed" in commit(project)
