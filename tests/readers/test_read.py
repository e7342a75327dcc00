from pathlib import Path

import pytest

from trustcheck.model.errors import UnreadableError
from trustcheck.model.message import Channel
from trustcheck.readers.read import read_bytes, read_file

from .support import read


@pytest.mark.parametrize(
    ("name", "channel"),
    [("a.txt", Channel.LETTER), ("A.SMS.TXT", Channel.SMS), ("a.md", Channel.LETTER), ("a.html", Channel.EMAIL)],
)
def test_the_suffix_gives_the_channel(name: str, channel: Channel) -> None:
    assert read("Hei Kari", name).channel is channel


def test_the_caller_decides_the_channel() -> None:
    assert read("Hei Kari", "a.txt", channel=Channel.SMS).channel is Channel.SMS


def test_an_unknown_suffix_names_the_known_ones() -> None:
    with pytest.raises(UnreadableError, match=r"\.sms\.txt .*\.pdf"):
        read_bytes(b"", "brev.odt")


def test_a_template_is_said_to_be_one() -> None:
    with pytest.raises(UnreadableError, match="a template is no finished message"):
        read_bytes(b"", "brev.txt.j2")


def test_a_file_over_the_limit_names_limit_and_setting(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    path.write_bytes(b"x" * 50_000_000)
    with pytest.raises(UnreadableError, match="10000000") as caught:
        read_file(path)
    assert "max_bytes" in str(caught.value)


def test_a_missing_file_is_an_unreadable_one(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read_file(tmp_path / "borte.txt")


@pytest.mark.parametrize(
    ("content", "name"), [("", "a.txt"), ('<img src="a.png">', "a.html"), ("From: a@b.example\n\n", "a.eml")]
)
def test_a_message_without_text_is_held_by_a_problem(content: str, name: str) -> None:
    assert [p.what for p in read(content, name).problems] == ["the message shows no text"]
