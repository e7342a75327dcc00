"""The shipped rules as a whole. Their examples are run by `trustcheck rules test`, which CI runs after the tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trustcheck.checks.table import CHECKS
from trustcheck.config.settings import Settings
from trustcheck.linter import Linter
from trustcheck.model.language import LANGUAGES
from trustcheck.model.rule import Pack
from trustcheck.packs.load import builtin_rules, load_pack
from trustcheck.packs.page import page
from trustcheck.packs.sample import NOW, ORGANISATIONS


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack([builtin_rules()])


def test_a_rule_stands_in_the_file_of_its_name(pack: Pack) -> None:
    assert [r.name for r in pack.rules if Path(r.at.path).stem != r.name] == []
    assert [k.name for k in pack.claims if Path(k.at.path).stem != k.name] == []
    assert [c.name for c in pack.classes if Path(c.at.path).stem != c.name] == []


def test_every_rule_names_a_check_that_exists(pack: Pack) -> None:
    assert {rule.name: rule.check for rule in pack.rules if rule.check not in CHECKS} == {}


def test_every_rule_has_a_page_with_references(pack: Pack) -> None:
    assert [rule.code for rule in pack.rules if "## References" not in page(rule)] == []


def test_every_rule_has_examples_in_every_language(pack: Pack) -> None:
    assert [(r.code, lang) for r in pack.rules for lang in LANGUAGES if not r.examples.get(lang)] == []


def filled(rewrite: str, language: str) -> str:
    """The rewrite with a day in the place of every [date] and [when]; without one, a promise would be none."""
    day = {"nb": "1. desember", "nn": "1. desember", "sv": "1 december", "da": "1. december", "en": "1 December"}
    return re.sub(r"\[[^\]]*(?:dat|dag|day|når|när|when)[^\]]*\]", f"{day[language]} 2026", rewrite)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_tell_people_to_write_does_not_break_the_rules_about_wording(pack: Pack, language: str) -> None:
    linter = Linter(Settings(organisation=ORGANISATIONS[language]))
    worded = {rule.code for rule in pack.rules if rule.check in ("phrases", "shouting")}
    broken = [
        (rule.code, found.code, found.text)
        for rule in pack.rules
        if language in rule.rewrite
        for found in linter.check_text(filled(rule.rewrite[language], language), language=language, as_of=NOW).findings
        if found.code in worded
    ]
    assert broken == []


def test_every_rewrite_is_there_in_every_language(pack: Pack) -> None:
    assert [(r.code, lang) for r in pack.rules if r.rewrite for lang in LANGUAGES if not r.rewrite.get(lang)] == []
