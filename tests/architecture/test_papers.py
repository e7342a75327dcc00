"""The papers name files and folders; a page that sends a newcomer to a file that has moved is worse than none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
STARTS = (PROJECT, PROJECT / "src" / "trustcheck")


def named_paths(page: str) -> set[str]:
    """What stands in `backticks` and looks like a path, without those that hold a <placeholder>."""
    return {
        path
        for path in re.findall(r"`([\w./-]+)`", page)
        if re.fullmatch(r"[\w.-]+/([\w./-]*)|[\w-]+\.(py|toml)", path)
    }


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_every_path_in_the_papers_is_there(name: str) -> None:
    paths = named_paths((PROJECT / name).read_text(encoding="utf-8"))
    written_by_users = {"trustcheck.toml"}
    assert {p for p in paths - written_by_users if not any((start / p).exists() for start in STARTS)} == set()
