from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck.cli.sink import opened, view_for, wants_color
from trustcheck.model.errors import UsageError


@pytest.mark.parametrize(
    ("environ", "on_terminal", "color"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour_is_for_terminals_unless_somebody_says_otherwise(
    environ: dict[str, str], on_terminal: bool, color: bool
) -> None:
    assert wants_color(environ, on_terminal=on_terminal) is color


def test_a_pipe_is_plain_and_has_a_fixed_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "37")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    view = view_for(None, no_color=False, show_confirmed=False, quiet=False)
    assert (view.color, view.width) == (False, 100)


def test_no_color_outweighs_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert view_for(None, no_color=False, show_confirmed=False, quiet=False).color
    assert not view_for(None, no_color=True, show_confirmed=False, quiet=False).color
    assert not view_for("report.txt", no_color=False, show_confirmed=False, quiet=False).color


def test_a_report_is_written_to_a_file_as_utf_8(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    with opened(str(target)) as write:
        write("én ")
        write("til\n")
    assert target.read_bytes() == "én til\n".encode()


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot be written.*--output"), opened(str(tmp_path / "no" / "x.txt")):
        pass
