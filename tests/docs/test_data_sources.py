"""What the guide tells people to write can be read and opened, and what it promises is so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from trustcheck.config.load import settings_from_text
from trustcheck.config.settings import FactsSettings
from trustcheck.facts.open import open_facts
from trustcheck.facts.shapes import shape_error
from trustcheck.model.errors import UsageError
from trustcheck.model.facts import FACT_FIELDS

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "guides" / "data-sources.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


CONFIGURATIONS = [block for block in blocks("toml") if not block.startswith("[project")]


def settings(block: str, root: Path) -> FactsSettings:
    return settings_from_text(block, root / "trustcheck.toml").facts


@pytest.mark.parametrize("block", CONFIGURATIONS)
def test_every_configuration_can_be_read_and_opened(block: str, tmp_path: Path) -> None:
    facts = settings(block, tmp_path)
    if 'kind = "python"' in block:
        with pytest.raises(UsageError, match="«acme»"):
            open_facts(facts, tmp_path)
    else:
        assert open_facts(facts, tmp_path) is not None


def test_every_kind_of_source_has_an_example() -> None:
    kinds = {kind for block in CONFIGURATIONS for kind in re.findall(r'^kind = "(\w+)"', block, re.MULTILINE)}
    assert kinds == {"json", "jsonl", "csv", "sqlite", "sql", "http", "python"}


@pytest.mark.parametrize("block", blocks("json"))
def test_the_facts_shown_are_facts(block: str) -> None:
    shown = json.loads(block)
    facts = shown["accounts"]["A-1"] if "accounts" in shown else {k: v for k, v in shown.items() if k != "account"}
    assert all(not shape_error(key, value) for key, value in facts.items())


def test_the_table_has_every_fact_and_field() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (?:one|any number) \| (.*) \|$", GUIDE, re.MULTILINE))
    assert list(rows) == list(FACT_FIELDS)
    for key in set(FACT_FIELDS) - {"on_file"}:
        assert tuple(re.sub(r" \([^)]*\)", "", rows[key]).split(", ")) == FACT_FIELDS[key]


def test_the_python_block_is_a_source() -> None:
    (block,) = blocks("python")
    names: dict[str, object] = {}
    exec(block, names)
    assert names["make_source"]({}, Path()).lookup(["A-1"], ["cases"])["A-1"]["cases"] == []  # type: ignore[operator]
