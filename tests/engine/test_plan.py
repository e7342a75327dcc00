"""Selection: the words of the configuration decide which rules are planned, and a typo is never silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck.engine.plan import Selection, check_words, planned
from trustcheck.model.errors import ConfigError, UsageError
from trustcheck.model.rule import Lifecycle, Rule, Severity


def rule(code: str, name: str, lifecycle: Lifecycle = Lifecycle.STABLE) -> Rule:
    return Rule(code, name, Severity.ERROR, "phrases", "", "", "", "", lifecycle=lifecycle)


RULES = (
    rule("TON001", "threat-coercive"),
    rule("TON003", "shouting"),
    rule("SND001", "sender-name-missing"),
    rule("TON009", "trial", Lifecycle.PREVIEW),
)


def names(selection: Selection, path: str = "letters/a.txt") -> list[str]:
    return [r.name for r in planned(selection, RULES, path)]


def test_all_stable_rules_run_by_default() -> None:
    assert names(Selection()) == ["threat-coercive", "shouting", "sender-name-missing"]


@pytest.mark.parametrize("word", ["TON003", "shouting"])
def test_a_rule_is_ignored_by_code_or_name(word: str) -> None:
    assert names(Selection(ignore=(word,))) == ["threat-coercive", "sender-name-missing"]


def test_a_group_selects_its_rules() -> None:
    assert names(Selection(select=("TON",))) == ["threat-coercive", "shouting"]


def test_a_preview_rule_runs_only_when_asked_for_by_name() -> None:
    assert "trial" in names(Selection(select=("all", "trial")))
    assert "trial" not in names(Selection(select=("TON",)))


def test_per_file_switches_off_where_the_path_fits() -> None:
    selection = Selection(per_file={"newsletters/**": ("SND",)})
    assert "sender-name-missing" not in names(selection, "newsletters/2026/may.html")
    assert "sender-name-missing" in names(selection, "letters/may.html")


def test_severity_is_set_by_name_code_or_group() -> None:
    (threat, *_) = planned(Selection(severity={"TON": Severity.INFO}), RULES, "a.txt")
    assert threat.severity is Severity.INFO


def test_a_word_that_names_no_rule_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="Did you mean «shouting»"):
        check_words(Selection(ignore=("shoutin",)), RULES)


def test_a_typo_in_per_file_is_refused_too() -> None:
    with pytest.raises(UsageError, match="TON0O1"):
        check_words(Selection(per_file={"**": ("TON0O1",)}), RULES)


@pytest.mark.parametrize(
    ("text", "selection", "place"),
    [
        ('[check]\nignore = ["TON003", "shoutin"]\n', Selection(ignore=("TON003", "shoutin")), (2, 21)),
        ('[check.severity]\nshoutin = "info"\n', Selection(severity={"shoutin": Severity.INFO}), (2, 1)),
        ('[check.per_file]\n"**" = ["shoutin"]\n', Selection(per_file={"**": ("shoutin",)}), (2, 9)),
    ],
)
def test_a_wrong_word_of_the_configuration_is_shown_there(
    text: str, selection: Selection, place: tuple[int, int], tmp_path: Path
) -> None:
    config = tmp_path / "trustcheck.toml"
    config.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match="Did you mean «shouting»") as caught:
        check_words(selection, RULES, config)
    assert (caught.value.line, caught.value.column) == place


def test_a_wrong_word_of_the_command_line_is_not_blamed_on_the_configuration(tmp_path: Path) -> None:
    config = tmp_path / "trustcheck.toml"
    config.write_text('[check]\nignore = ["TON003"]\n', encoding="utf-8")
    with pytest.raises(UsageError, match="shoutin"):
        check_words(Selection(ignore=("shoutin",)), RULES, config)
