"""The disk cache: what it keeps, what it forgets, and that it never harms."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from trustcheck.config import diskcache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRUSTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_written_is_read() -> None:
    diskcache.write("a.json", "æøå")
    assert diskcache.read("a.json") == "æøå"
    assert diskcache.read("b.json") is None


def test_the_newest_files_are_kept_and_those_of_others_are_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "diary.txt").write_text("mine", encoding="utf-8")
    os.utime(folder / "diary.txt", (0, 0))
    for number in range(60):
        diskcache.write(f"{number}.json", "x")
        os.utime(folder / f"trustcheck-{number}.json", (number, number))
    assert len(list(folder.glob("trustcheck-*"))) == 40
    assert diskcache.read("59.json") == "x"
    assert diskcache.read("0.json") is None
    assert (folder / "diary.txt").exists()


def test_what_is_read_stays(folder: Path) -> None:
    for number in range(40):
        diskcache.write(f"{number}.json", "x")
        os.utime(folder / f"trustcheck-{number}.json", (number, number))
    diskcache.read("0.json")
    diskcache.write("new.json", "x")
    assert diskcache.read("0.json") == "x"
    assert diskcache.read("1.json") is None


def test_an_empty_variable_switches_the_cache_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRUSTCHECK_CACHE_DIR", "")
    diskcache.write("a.json", "x")
    assert diskcache.read("a.json") is None
    assert not list(tmp_path.iterdir())


def test_damaged_and_unreachable_caches_are_no_error(folder: Path) -> None:
    folder.mkdir()
    (folder / "trustcheck-a.json").write_bytes(b"\xff\xfe")
    assert diskcache.read("a.json") is None
    folder.joinpath("trustcheck-a.json").unlink()
    folder.rmdir()
    folder.write_text("a file, not a folder", encoding="utf-8")
    diskcache.write("a.json", "x")
    assert diskcache.read("a.json") is None
