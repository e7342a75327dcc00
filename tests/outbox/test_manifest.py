"""Manifests: what a row may say, and that no bad row is lost or takes others with it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.linter import Outgoing
from trustcheck.model.errors import UnreadableError, UsageError
from trustcheck.outbox.columns import Origin, outgoing_of
from trustcheck.outbox.jsonl_rows import MAX_ROW_BYTES
from trustcheck.outbox.manifest import rows


def _read(folder: Path, content: bytes, name: str = "outbox.jsonl") -> list[Outgoing]:
    path = folder / name
    path.write_bytes(content)
    return list(rows(str(path)))


def _faults(found: list[Outgoing]) -> list[int | None]:
    """The lines of the bad rows."""
    return [each.fault.line for each in found if each.fault is not None]


def _row(**values: Any) -> Outgoing:
    return outgoing_of(values, Origin("out/box.jsonl", 7))


def _fault(**values: Any) -> str:
    fault = _row(**values).fault
    assert fault is not None
    return str(fault)


def test_a_row_says_all_that_is_known_about_a_message() -> None:
    found = _row(
        content="Hei", name="brev", account=17, channel="letter", language="nn", id="b-1", **{"class": "reminder"}
    )
    assert (found.path, found.content, found.account) == ("brev.txt", b"Hei", "17")
    assert (found.message_class, found.channel, found.language, found.reference) == ("reminder", "letter", "nn", "b-1")
    assert found.listed_at == "out/box.jsonl:7"


def test_a_path_starts_at_the_folder_of_the_manifest() -> None:
    assert _row(path="a/b.txt").path == "out/a/b.txt"
    assert _row(path="/srv/b.txt").path == "/srv/b.txt"


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({}, "out/box.jsonl:7.txt"),
        ({"channel": "sms"}, "out/box.jsonl:7.sms.txt"),
        ({"suffix": ".html"}, "out/box.jsonl:7.html"),
        ({"name": "a.eml"}, "a.eml"),
        ({"name": "a.eml", "suffix": ".txt"}, "a.eml.txt"),
    ],
)
def test_inline_content_has_a_name_that_says_how_to_read_it(values: dict[str, str], name: str) -> None:
    assert _row(content="Hei", **values).path == name


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "neither a path nor content"),
        ({"path": "a.txt", "content": "x"}, "both a path and content"),
        ({"path": "a.txt", "suffix": ".txt"}, "go with `content`"),
        ({"content": "x", "suffix": ".exe"}, "no reader for the suffix «.exe»"),
        ({"content": "x", "channel": "fax"}, "channel «fax»"),
        ({"content": "x", "class": "remindr"}, "class «remindr»"),
        ({"content": "x", "language": "fi"}, "language «fi»"),
        ({"content": "x", "acount": "1"}, "Did you mean «account»?"),
        ({"content": ["x"]}, "holds no text but list"),
        ({"content": "x", "account": 1.5}, "holds no text but float"),
        ({"content": "x", "account": True}, "holds no text but bool"),
        ({"content": "\ud800"}, "not in UTF-8"),
        ({"path": "a.txt.j2"}, "is a template"),
    ],
)
def test_a_row_that_cannot_be_used_says_where_and_why(values: dict[str, Any], words: str) -> None:
    told = _fault(**values)
    assert told.startswith("out/box.jsonl:7: ")
    assert words in told


def test_a_bad_row_keeps_its_key() -> None:
    assert _row(id="b-9").reference == "b-9"


def test_broken_lines_leave_the_others_alone(tmp_path: Path) -> None:
    lines = [
        b'\xef\xbb\xbf{"content": "Hei"}',
        b"",
        b'{"content": ',
        b'{"content": "a\0b"}',
        b'{"content": "\xff"}',
        b'["Hei"]',
        b'{"content": "a", "content": "b"}',
        b"[" * 100_000,
        b'{"content": "x", "account": ' + b"9" * 5000 + b"}",
        b'{"content": "Ha det"}',
    ]
    found = _read(tmp_path, b"\r\n".join(lines))
    assert _faults(found) == [3, 4, 5, 6, 7, 8, 9]
    assert [each.content for each in found if each.fault is None] == [b"Hei", b"Ha det"]


def test_a_line_of_ten_megabytes_is_one_bad_row(tmp_path: Path) -> None:
    long = b'{"content": "' + b"x" * 10_000_000 + b'"}'
    found = _read(tmp_path, b'{"content": "a"}\n' + long + b'\n{"content": "b"}\n' + long)
    assert _faults(found) == [2, 4]
    assert str(MAX_ROW_BYTES) in str(found[1].fault)


def test_csv_counts_lines_also_where_a_cell_has_several(tmp_path: Path) -> None:
    content = 'id;content;class\r\n1;"Hei\r\n\r\ndu; der";\r\n2;kort\r\n3;Hei;remindr\r\n'
    found = _read(tmp_path, content.encode("utf-8-sig"), "outbox.csv")
    assert found[0].content == b"Hei\r\n\r\ndu; der"
    assert found[0].message_class is None
    assert _faults(found) == [5, 6]


def test_csv_in_another_encoding_is_refused_row_by_row(tmp_path: Path) -> None:
    found = _read(tmp_path, b"content,id\nH\xe5,1\nHei,2\n", "outbox.csv")
    assert [each.fault is None for each in found] == [False, True]


@pytest.mark.parametrize("rest", [b'"Hei\n' + b"x\n" * 10, b'"' + b"x\n" * 200_000, b"x" * 2_000_000 + b"\n"])
def test_csv_without_an_end_of_its_cell_says_that_the_rest_was_not_looked_at(tmp_path: Path, rest: bytes) -> None:
    found = _read(tmp_path, b"content\nHei\n" + rest, "outbox.csv")
    assert _faults(found) == [3]
    assert "nothing after this place was looked at" in str(found[-1].fault)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"path,path\n", "named twice"),
        (b"pth,id\n", "Did you mean «path»?"),
        (b"\xff\xfep\0", "UTF-16"),
    ],
)
def test_a_first_line_that_cannot_be_used_stops_all(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words.replace("?", r"\?")):
        _read(tmp_path, content, "outbox.csv")


def test_what_is_no_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be opened"):
        next(rows(str(tmp_path / "none.jsonl")))
    with pytest.raises(UsageError, match=r"\.jsonl .*\.parquet"):
        next(rows(str(tmp_path / "outbox.xlsx")))


def test_rows_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "outbox.jsonl"
    path.write_bytes(b'{"content": "a"}\n' * 100_000)
    found: Iterator[Outgoing] = rows(str(path))
    assert next(found).content == b"a"
    with path.open("ab") as file:
        file.write(b"broken")
    assert sum(1 for _ in found) == 100_000


@given(st.binary(max_size=300))
def test_no_bytes_break_the_readers(content: bytes) -> None:
    import io

    from trustcheck.outbox.csv_rows import csv_rows
    from trustcheck.outbox.jsonl_rows import jsonl_rows

    found = list(jsonl_rows(io.BytesIO(content), "o.jsonl"))
    assert len(found) == sum(1 for line in content.split(b"\n") if line.strip())
    # The same bytes as the rows of a good CSV: each is a message or a fault.
    assert all(each.fault or each.content is not None for each in csv_rows(io.BytesIO(b"content\n" + content), "o.csv"))


def test_parquet_gives_the_same_messages_as_json_lines(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    values = [{"content": f"Hei {i}", "account": i, "id": None, "class": "reminder"} for i in range(1200)]
    values[3]["content"] = None  # a bad row
    parquet.write_table(pa.Table.from_pylist(values), tmp_path / "o.parquet")
    found = list(rows(str(tmp_path / "o.parquet")))
    assert _faults(found) == [4]
    written = _read(tmp_path, "\n".join(map(json.dumps, values)).encode(), "o.jsonl")
    assert [(m.content, m.account, m.message_class) for m in found] == [
        (m.content, m.account, m.message_class) for m in written
    ]
    with pytest.raises(UnreadableError, match="no Parquet"):
        _read(tmp_path, b"PAR1 but no more", "broken.parquet")


def test_without_pyarrow_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"trustcheck-letters\[parquet\]"):
        _read(tmp_path, b"PAR1", "o.parquet")
