"""The front door: what `trustcheck` offers, in order, and that it is there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import trustcheck


def test_public_names_are_sorted_and_unique() -> None:
    assert trustcheck.__all__ == sorted(set(trustcheck.__all__))


@pytest.mark.parametrize("name", trustcheck.__all__)
def test_each_public_name_can_be_imported(name: str) -> None:
    assert getattr(trustcheck, name) is not None


def test_an_unknown_name_is_an_attribute_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="Linterr"):
        trustcheck.Linterr  # noqa: B018


def test_the_version_is_written_in_one_place() -> None:
    root = Path(__file__).parents[2]
    pyproject = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert pyproject["project"]["dynamic"] == ["version"]
    source = root / pyproject["tool"]["hatch"]["version"]["path"]
    assert f'__version__ = "{trustcheck.__version__}"' in source.read_text(encoding="utf-8")
    others = [path for path in (root / "src").rglob("*.py") if path != source]
    assert [path.name for path in others if f'"{trustcheck.__version__}"' in path.read_text(encoding="utf-8")] == []
