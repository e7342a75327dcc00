"""What the guides about templates and pre-commit show is what trustcheck takes, and does what they say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from trustcheck import Linter
from trustcheck.config.load import settings_from_text
from trustcheck.config.schema import TemplatesTable
from trustcheck.model.report import Verdict

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs" / "guides"
TEMPLATES = (GUIDES / "templates.md").read_text(encoding="utf-8")
PRE_COMMIT = (GUIDES / "pre-commit.md").read_text(encoding="utf-8")


def blocks(guide: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)


def test_the_worked_example_may_be_sent_and_needs_its_configuration(tmp_path: Path) -> None:
    (template,), (config,) = blocks(TEMPLATES, "jinja"), blocks(TEMPLATES, "toml")
    path = tmp_path / "templates" / "reminder.txt.j2"
    path.parent.mkdir()
    path.write_text(template, encoding="utf-8")
    report = Linter(settings_from_text(config, tmp_path / "trustcheck.toml")).check_file(path).messages[0]
    assert (report.verdict, report.findings) == (Verdict.SEND, ())
    bare = settings_from_text(config.partition("[templates.provides]")[0], tmp_path / "trustcheck.toml")
    found = {finding.rule for finding in Linter(bare).check_file(path).messages[0].findings}
    assert "sender-name-missing" in found


def test_the_table_has_every_key() -> None:
    rows = "\n".join(re.findall(r"^\| (`.*?) \|", TEMPLATES, re.MULTILINE))
    assert set(re.findall(r"`\[?(?:templates\.)?(\w+)\]?`", rows)) == set(TemplatesTable.model_fields)


def test_the_pages_that_the_guide_leads_to_exist() -> None:
    for target in re.findall(r"\]\(([^):]+)\)", TEMPLATES):
        assert (GUIDES / target).is_file(), target


@pytest.mark.parametrize("block", blocks(PRE_COMMIT, "yaml"))
def test_every_configuration_shown_is_yaml(block: str) -> None:
    assert yaml.safe_load(block)


def test_the_local_hook_shown_is_the_one_that_ships() -> None:
    (shown,) = (hook for hook in _hooks() if hook.get("language") == "system")
    shipped = next(
        hook
        for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        if hook["id"] == shown["id"]
    )
    assert shown == {key: value for key, value in shipped.items() if key in shown} | {"language": "system"}


def _hooks() -> list[dict[str, Any]]:
    shown = [yaml.safe_load(block) for block in blocks(PRE_COMMIT, "yaml")]
    return [
        hook for block in shown if isinstance(block, dict) for repo in block.get("repos", []) for hook in repo["hooks"]
    ]
