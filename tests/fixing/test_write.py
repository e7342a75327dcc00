"""A file is replaced whole, or left as it was with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck.fixing.write import write_back
from trustcheck.model.errors import UnwritableError


def test_it_is_written_with_its_permissions_and_nothing_is_left_lying_about(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_back(str(file), b"old", b"new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_bytes(b"old")
    link.symlink_to(file)
    write_back(str(link), b"old", b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_somebody_elses_change_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"newer")
    with pytest.raises(UnwritableError, match="has changed while"):
        write_back(str(file), b"old", b"new")
    assert file.read_bytes() == b"newer"


def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(UnwritableError, match="write-protected"):
        write_back(str(file), b"old", b"new")
    assert file.read_bytes() == b"old"


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match=r"gone\.txt: .*nothing was written"):
        write_back(str(tmp_path / "gone.txt"), b"old", b"new")
