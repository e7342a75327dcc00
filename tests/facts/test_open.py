from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck.facts.open import open_source
from trustcheck.model.errors import UsageError


def test_a_relative_path_starts_at_the_root(tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"accounts": {"A-1": {"cases": []}}}', encoding="utf-8")
    assert open_source("facts.json", tmp_path).lookup(["A-1"], ["cases"])["A-1"].cell("cases").value == []


@pytest.mark.parametrize(
    "source", ["postgresql://u:s3cret@db/crm", "ftp://u:s3cret@crm.example/facts.json", "facts.csv", "facts", ""]
)
def test_an_unknown_kind_says_what_is_known_and_keeps_the_password(source: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\*\.json") as caught:
        open_source(source, tmp_path)
    assert "s3cret" not in str(caught.value)


def test_a_missing_file_is_no_error_until_it_is_asked(tmp_path: Path) -> None:
    cell = open_source("nowhere.JSON", tmp_path).lookup(["A-1"], ["cases"])["A-1"].cell("cases")
    assert cell.state == "unavailable"
    assert "nowhere.JSON" in cell.note
