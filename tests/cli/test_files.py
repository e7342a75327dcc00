from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck.cli.files import Finder, Found, start_of_search

SUFFIXES = (".sms.txt", ".txt", ".eml", ".html.j2")


def _folder(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Hei", encoding="utf-8")
    return root


def _find(root: Path, *arguments: str, exclude: tuple[str, ...] = (), force: bool = False) -> Found:
    return Finder(SUFFIXES, exclude, force).find([str(root / a) if a != "-" else a for a in arguments])


def _names(root: Path, found: Found) -> list[str]:
    return [Path(path).relative_to(root).as_posix() for path in found.paths]


def test_a_folder_gives_all_messages_below_it_in_order(tmp_path: Path) -> None:
    root = _folder(tmp_path, "b.txt", "a/z.eml", "a/b.SMS.TXT", "c/d/e.html.j2")
    assert _names(root, _find(root, ".")) == ["b.txt", "a/b.SMS.TXT", "a/z.eml", "c/d/e.html.j2"]


def test_what_is_left_out_is_counted_by_reason(tmp_path: Path) -> None:
    root = _folder(tmp_path, "a.txt", "x.png", "y.png", "Makefile", ".git/a.txt", ".draft.txt", "README.txt")
    found = _find(root, ".")
    assert _names(root, found) == ["a.txt"]
    assert found.left_out == {
        "no reader for .png": 2,
        "no reader for files without a suffix": 1,
        "hidden": 2,
        "about the folder": 1,
    }


def test_a_named_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    root = _folder(tmp_path, "a.png", "README.txt")
    assert _names(root, _find(root, "a.png", "README.txt")) == ["a.png", "README.txt"]


def test_a_file_is_checked_once_however_often_it_is_named(tmp_path: Path) -> None:
    root = _folder(tmp_path, "a.txt", "b.txt")
    (root / "c.txt").symlink_to(root / "a.txt")
    assert _names(root, _find(root, "b.txt", ".", "*.txt")) == ["b.txt", "a.txt"]


def test_globs_reach_into_folders(tmp_path: Path) -> None:
    root = _folder(tmp_path, "a.txt", "in/b.txt", "in/c.png")
    assert _names(root, _find(root, "**/*.txt")) == ["a.txt", "in/b.txt"]
    found = _find(root, "in/*")
    assert _names(root, found) == ["in/b.txt"]
    assert found.left_out == {"no reader for .png": 1}


def test_a_file_whose_name_looks_like_a_glob_is_a_file(tmp_path: Path) -> None:
    root = _folder(tmp_path, "brev[1].txt")
    assert _names(root, _find(root, "brev[1].txt")) == ["brev[1].txt"]


def test_what_names_nothing_is_told(tmp_path: Path) -> None:
    found = _find(_folder(tmp_path, "a.txt"), "b.txt", "*.eml", "a.txt")
    assert len(found.paths) == 1
    assert ["no such file" in m or "no file matches" in m for m in found.missing] == [True, True]


@pytest.mark.parametrize("pattern", ["*draft*", "old", "*/old/*"])
def test_exclude_leaves_out_files_and_folders(tmp_path: Path, pattern: str) -> None:
    root = _folder(tmp_path, "a.txt", "old/b-draft.txt")
    found = _find(root, ".", exclude=(pattern,))
    assert _names(root, found) == ["a.txt"]
    assert found.left_out["excluded"] == 1


def test_links_that_go_in_circles_end(tmp_path: Path) -> None:
    root = _folder(tmp_path, "in/a.txt")
    (root / "in" / "again").symlink_to(root)
    assert _names(root, _find(root, ".")) == ["in/a.txt"]


def test_standard_input_passes_through(tmp_path: Path) -> None:
    assert _find(tmp_path, "-").paths == ["-"]


def test_the_search_for_a_configuration_starts_where_the_letters_are(tmp_path: Path) -> None:
    root = _folder(tmp_path, "in/a.txt")
    assert start_of_search(str(root / "in/a.txt"), "") == root / "in/a.txt"
    assert start_of_search(str(root / "in/*.txt"), "") == root / "in"
    assert start_of_search("*.txt", "") == Path()
    assert start_of_search("-", "mail/x.eml") == Path("mail/x.eml")


@pytest.mark.parametrize(
    ("force", "taken"), [(False, ["a.txt", "old/b.txt", "c.tmp.txt"]), (True, ["a.txt"])], ids=["named", "forced"]
)
def test_a_named_file_is_excluded_only_where_that_is_forced(tmp_path: Path, force: bool, taken: list[str]) -> None:
    root = _folder(tmp_path, "a.txt", "old/b.txt", "c.tmp.txt")
    found = _find(root, "a.txt", "old/b.txt", "c.tmp.txt", exclude=("old", "*.tmp.*"), force=force)
    assert _names(root, found) == taken
    assert found.left_out["excluded"] == 3 - len(taken)


@pytest.mark.parametrize("named", ["old/b.txt", "./old/b.txt", "old/../old/b.txt", "/"])
def test_a_forced_glob_sees_a_path_from_here_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    root = _folder(tmp_path, "old/b.txt")
    monkeypatch.chdir(root)
    path = str(root / "old" / "b.txt") if named == "/" else named
    assert Finder(SUFFIXES, ("old/*",), force_exclude=True).find([path]).paths == []


def test_a_file_without_a_known_suffix_is_taken_also_where_globs_are_forced(tmp_path: Path) -> None:
    root = _folder(tmp_path, "a.png")
    assert _names(root, _find(root, "a.png", exclude=("*.txt",), force=True)) == ["a.png"]
