"""`trustcheck fix` from the outside: the diff, the files, the notes, the exit code."""

from __future__ import annotations

import io
import os
import subprocess
from pathlib import Path

import pytest

from trustcheck.cli import run

BODY = (
    "NoldusNett AS\r\n\r\nHei Heidi!\r\n\r\nOBS! OBS! Vi har FLYTTET KONTORET nå!!\r\n\r\nHilsen\r\nMarit Solbakken\r\n"
)
CALM = BODY.replace("OBS! OBS! Vi har FLYTTET KONTORET nå!!", "OBS! Vi har flyttet kontoret nå!")


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trustcheck.toml").write_text('[check]\nselect = ["TON"]\nlanguage = "nb"\n', encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(BODY.encode("utf-8-sig"))
    return tmp_path


def test_it_shows_what_it_would_do_and_does_not_do_it(letters: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", "a.txt"]) == 1
    told = capfd.readouterr()
    assert "-OBS! OBS! Vi har FLYTTET KONTORET nå!!" in told.out
    assert "+OBS! Vi har flyttet kontoret nå!" in told.out
    assert "note: 3 findings in 1 file can be mended; --write does it" in told.err
    assert (letters / "a.txt").read_bytes() == BODY.encode("utf-8-sig")


def test_the_diff_is_one_that_patch_takes(letters: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (letters / "b.txt").write_bytes(BODY.rstrip().encode())
    assert run(["fix", "b.txt"]) == 1
    (letters / "b.diff").write_bytes(capfdbinary.readouterr().out)
    subprocess.run(["git", "apply", "-p0", "b.diff"], cwd=letters, check=True, env={**os.environ, "GIT_DIR": "none"})
    assert (letters / "b.txt").read_bytes() == CALM.rstrip().encode()


def test_write_makes_the_edits_and_a_second_time_there_are_none(
    letters: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["fix", "--write", "."]) == 0
    assert "note: mended 3 findings in 1 file" in capfd.readouterr().err
    assert (letters / "a.txt").read_bytes() == CALM.encode("utf-8-sig")
    assert run(["fix", "--write", "."]) == 0
    told = capfd.readouterr()
    assert told.out == ""
    assert "there was nothing that can be mended" in told.err
    assert (letters / "a.txt").read_bytes() == CALM.encode("utf-8-sig")


def test_select_and_ignore_say_what_is_mended(letters: Path) -> None:
    assert run(["fix", "--select", "TON001", "a.txt"]) == 0
    assert run(["fix", "--ignore", "shouting", "a.txt"]) == 0
    assert run(["fix", "--select", "shouting", "a.txt"]) == 1
    assert run(["fix", "--select", "shooting", "a.txt"]) == 2


def test_a_format_that_is_no_text_is_told_with_what_is_left_in_it(
    letters: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("OBS! OBS! Vi har FLYTTET KONTORET.")
    made = io.BytesIO()
    document.save(made)
    (letters / "b.docx").write_bytes(made.getvalue())
    assert run(["fix", "--write", "b.docx", "a.txt"]) == 0
    assert "note: 1 file cannot be edited as text (.docx): 2 findings to mend by hand" in capfd.readouterr().err
    assert (letters / "b.docx").read_bytes() == made.getvalue()


def test_what_has_no_safe_fix_is_counted(letters: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (letters / "b.txt").write_text(
        "Hei Heidi!\n\nDu har glemt å betale. STRØMMEN I XANTVIK STENGES.\n", encoding="utf-8"
    )
    assert run(["fix", "b.txt"]) == 0
    assert "without a safe fix" in capfd.readouterr().err


def test_errors_are_told_and_the_rest_is_mended(letters: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (letters / "b.txt").write_bytes(b"Hei\0\0")
    (letters / "c.txt").write_bytes(BODY.encode())
    (letters / "c.txt").chmod(0o444)
    assert run(["fix", "--write", "b.txt", "c.txt", "gone.txt", "a.txt"]) == 2
    told = capfd.readouterr().err
    assert "error: b.txt" in told
    assert "error: c.txt: the file is write-protected; nothing was written" in told
    assert "error: gone.txt" in told
    assert (letters / "a.txt").read_bytes() == CALM.encode("utf-8-sig")


def test_standard_input_is_no_file(letters: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", "-"]) == 2
    assert "mends files" in capfd.readouterr().err


def test_quiet_says_nothing_but_the_changes(letters: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", "--quiet", "a.txt"]) == 1
    assert capfd.readouterr().err == ""
