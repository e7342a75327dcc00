"""`trustcheck render` from the outside: which variants there are, when each shows, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck.cli import run

LETTER = """\
Hei {{ customer.name }}!

{% if late %}Betal innen {{ due }}.{% else %}Alt er i orden.{% endif %}

Hilsen oss
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brev.txt.j2").write_text(LETTER, encoding="utf-8")
    return tmp_path


def test_the_variants_are_listed_with_their_conditions_and_the_first_is_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", "brev.txt.j2"]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[:3] == ["brev.txt.j2: 2 variants", "  1  when late", "  2  when not late"]
    assert "── variant 1: when late\n\nHei " in shown
    assert "Betal innen " in shown
    assert "Alt er i orden." not in shown
    assert "{" not in shown


def test_one_variant_is_shown_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "brev.txt.j2", "--variant", "2"]) == 0
    shown = capsys.readouterr().out
    assert "Alt er i orden." in shown
    assert "when late" not in shown


def test_all_variants_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "brev.txt.j2", "--all"]) == 0
    shown = capsys.readouterr().out
    assert shown.index("Betal innen ") < shown.index("── variant 2: when not late") < shown.index("Alt er i orden.")


def test_a_page_is_shown_as_its_reader_sees_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mail.html.j2").write_text("<style>p {}</style><p>Alt er klart &ndash; hei!</p>", encoding="utf-8")
    assert run(["render", "mail.html.j2"]) == 0
    assert capsys.readouterr().out.endswith("always\n\nAlt er klart – hei!\n")


def test_the_configuration_says_how_templates_are_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "brev.txt.j2").write_text("Hei {{ who }}, her er {{ org.name }}.", encoding="utf-8")
    config = folder / "own.toml"
    config.write_text(
        '[organisation]\nlegal_name = "NoldusNett AS"\n[templates.provides]\n"org.name" = "name"\n', encoding="utf-8"
    )
    assert run(["render", "brev.txt.j2", "--config", str(config)]) == 0
    assert "her er NoldusNett AS." in capsys.readouterr().out


def test_the_nearest_configuration_above_the_template_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "trustcheck.toml").write_text('[templates]\nroots = ["gone"]\nunknown = 1\n', encoding="utf-8")
    assert run(["render", "brev.txt.j2"]) == 2
    assert "unknown" in capsys.readouterr().err


def test_a_macro_is_named_as_what_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "m.txt.j2").write_text("{% macro greet(x) %}Hei {{ x }}!{% endmacro %}", encoding="utf-8")
    assert run(["render", "m.txt.j2"]) == 0
    assert "1  macro greet by itself, always" in capsys.readouterr().out


def test_a_template_without_text_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "m.txt.j2").write_text("{% set x = 1 %}", encoding="utf-8")
    assert run(["render", "m.txt.j2"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "prints no text" in told.err


def test_what_a_template_includes_and_nobody_finds_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "m.txt.j2").write_text('Hei! {% include "gone.j2" %}', encoding="utf-8")
    assert run(["render", "m.txt.j2"]) == 0
    assert "gone.j2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.j2", None, "no such file"),
        ("broken.j2", b"Hei\n{% if %}", "broken.j2:2:"),
        ("binary.j2", b"\xff\xfe\x00\x01", "UTF-8"),
        ("nul.j2", b"Hei\0", "NUL"),
        ("letter.pdf", b"%PDF-1.7", "is no template"),
        ("-", None, "is no template"),
    ],
)
def test_what_cannot_be_read_ends_with_two(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    assert run(["render", name]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert "Traceback" not in told


def test_a_folder_is_no_template(folder: Path) -> None:
    (folder / "d.j2").mkdir()
    assert run(["render", "d.j2"]) == 2


@pytest.mark.parametrize("wrong", [["--variant", "3"], ["--variant", "0"], ["--variant", "1", "--all"]])
def test_a_variant_that_there_is_not(folder: Path, capsys: pytest.CaptureFixture[str], wrong: list[str]) -> None:
    assert run(["render", "brev.txt.j2", *wrong]) == 2
    assert capsys.readouterr().out == ""


def test_nothing_in_a_template_reaches_the_terminal_as_a_command(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "m.txt.j2").write_text("{% if a['\x1b[31m'] %}Hei \x1b]0;x\x07 du{% endif %}!", encoding="utf-8")
    assert run(["render", "m.txt.j2", "--all"]) == 0
    assert not set("\x1b\x07") & set(capsys.readouterr().out)
