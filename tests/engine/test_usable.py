"""Rules that no check can use are refused before anything is checked, with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck.engine.usable import require_usable
from trustcheck.model.errors import RuleFileError
from trustcheck.packs.load import builtin_rules, load_pack

RULE = """\
code: XYZ001
name: no-shovels
severity: warning
check: phrases
what: The letter speaks of shovels.
why: Nobody likes them.
message: "«{text}» is a shovel."
advice: Say spade.
options:
  unless: []
patterns:
  match:
    en: ["shovel~"]
"""


def refused(tmp_path: Path, old: str, new: str) -> RuleFileError:
    folder = tmp_path / "garden"
    folder.mkdir()
    assert old in RULE
    (folder / "rule.yaml").write_text(RULE.replace(old, new), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        require_usable(load_pack([tmp_path]))
    return caught.value


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTCHECK_CACHE_DIR", "")


def test_the_built_in_rules_are_usable() -> None:
    require_usable(load_pack([builtin_rules()]))


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("check: phrases", "check: frases", 4, "Did you mean «phrases»?"),
        ("unless: []", "untill: []", 10, "has no option «untill»"),
        ("unless: []", "without: {group: spade}", 10, "no group of patterns «spade»"),
        ("unless: []", "without: [{entity: DATE, witin: message}]", 10, "Did you mean «within»?"),
        ("unless: []", "without: {entity: DATE, within: page}", 10, "«within» cannot be «page»"),
        ("unless: []", "without: DATE", 10, "«without» is no relation"),
        ("check: phrases", "check: signer-missing", 10, "has no option «unless»"),
        ("check: phrases", "check: readability", 10, "needs the option «lix»"),
    ],
)
def test_what_no_check_can_use_is_refused_at_its_line(
    old: str, new: str, line: int, words: str, tmp_path: Path
) -> None:
    error = refused(tmp_path, old, new)
    assert error.path.endswith("garden/rule.yaml")
    assert error.line == line
    assert words in str(error)
