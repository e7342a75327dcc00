"""The baseline file: it comes back as it was written, and a broken one says where and what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.config.baseline import BASELINE_NAME, read_baseline, write_baseline
from trustcheck.config.load import load_settings
from trustcheck.model.baseline import Baseline, BaselineKey
from trustcheck.model.errors import ConfigError, UsageError

DAY = date(2026, 11, 20)
KEY = BaselineKey("brev/påske.txt", "shouting", "0123456789abcdef")
KEYS = st.builds(
    BaselineKey,
    st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
    st.from_regex(r"[a-z-]{1,20}", fullmatch=True),
    st.one_of(st.just(""), st.from_regex(r"[0-9a-f]{16}", fullmatch=True)),
)


@given(st.dictionaries(KEYS, st.integers(1, 10**6), max_size=5), st.dates())
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, counts: dict[BaselineKey, int], day: date
) -> None:
    path = tmp_path_factory.mktemp("b") / "b.json"
    write_baseline(Baseline(day, counts), path)
    assert read_baseline(path) == Baseline(day, counts)


def test_one_finding_is_one_line_and_the_order_is_always_the_same(tmp_path: Path) -> None:
    other = BaselineKey("brev/a.txt", "signer-missing")
    path = tmp_path / "b.json"
    write_baseline(Baseline(DAY, {KEY: 2, other: 1}), path)
    assert path.read_text(encoding="utf-8").splitlines()[4:6] == [
        '    {"path": "brev/a.txt", "rule": "signer-missing", "sentence": "", "count": 1},',
        '    {"path": "brev/påske.txt", "rule": "shouting", "sentence": "0123456789abcdef", "count": 2}',
    ]
    before = path.read_bytes()
    write_baseline(Baseline(DAY, {other: 1, KEY: 2}), path)
    assert path.read_bytes() == before


def test_a_path_with_bytes_that_are_no_utf8_comes_back(tmp_path: Path) -> None:
    key = BaselineKey("brev/\udcff.txt", "shouting")
    write_baseline(Baseline(DAY, {key: 1}), tmp_path / "b.json")
    assert read_baseline(tmp_path / "b.json").counts == {key: 1}


ENTRY = '{"path": "a.txt", "rule": "shouting", "sentence": "", "count": 1}'


def framed(*entries: str, made: str = '"2026-11-20"') -> str:
    return f'{{"trustcheck-baseline": 1, "made": {made},\n"findings": [\n' + ",\n".join(entries) + "\n]}"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "no JSON"),
        (framed(ENTRY)[:-10], 3, "no JSON"),
        ("<<<<<<< HEAD\n" + framed(ENTRY), 1, "merge conflict"),
        (framed(ENTRY).replace('{"path', '=======\n{"path'), 3, "merge conflict"),
        ("[]", 1, "no baseline"),
        ('{"accounts": {}}', 1, "no baseline"),
        ('{"trustcheck-baseline": 2}', None, "version 2"),
        (framed(made='"soon"'), None, "«made» is no day"),
        (framed(made="20261120"), None, "«made» is no day"),
        ('{"trustcheck-baseline": 1, "made": "2026-11-20"}', None, "«findings» is no list"),
        (framed(ENTRY, ENTRY.replace("path", "file")), 4, "an entry must have"),
        (framed(ENTRY, "[]"), 4, "an entry must have"),
        (framed(ENTRY, ENTRY, ENTRY.replace('"shouting"', "3")), 5, "must be text"),
        (framed(ENTRY.replace('"sentence": ""', '"sentence": "OBS! OBS!"')), 3, "digest"),
        (framed(ENTRY.replace("1}", "0}")), 3, "count"),
        (framed(ENTRY.replace("1}", "true}")), 3, "count"),
        ("[" * 100_000, None, "nest too deeply"),
    ],
)
def test_a_broken_file_is_an_error_with_its_place_and_the_next_step(
    tmp_path: Path, text: str, line: int | None, what: str
) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=what) as caught:
        read_baseline(path)
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert "trustcheck baseline" in caught.value.next_step


def test_a_missing_one_is_an_error_and_never_an_empty_one(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(ConfigError) as caught:
            read_baseline(path)
        assert caught.value.next_step


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_baseline(Baseline(DAY, {}), tmp_path / "none" / "b.json")


def test_the_configuration_names_it_from_its_own_folder(tmp_path: Path) -> None:
    config = tmp_path / "trustcheck.toml"
    config.write_text('[check]\nbaseline = "old/known.json"\n', encoding="utf-8")
    assert load_settings(config).check.baseline == tmp_path / "old" / "known.json"


def test_without_a_name_the_usual_one_is_taken_if_it_is_there(tmp_path: Path) -> None:
    config = tmp_path / "trustcheck.toml"
    config.write_text("", encoding="utf-8")
    assert load_settings(config).check.baseline is None
    write_baseline(Baseline(DAY, {}), tmp_path / BASELINE_NAME)
    assert load_settings(config).check.baseline == tmp_path / BASELINE_NAME
    assert load_settings(None).check.baseline is None
