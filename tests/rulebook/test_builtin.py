"""The shipped rules as a whole. Their examples are run by `trustcheck rules test`, which CI runs after the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck.checks.table import CHECKS
from trustcheck.model.language import LANGUAGES
from trustcheck.model.rule import Pack
from trustcheck.packs.load import builtin_rules, load_pack
from trustcheck.packs.page import page


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
