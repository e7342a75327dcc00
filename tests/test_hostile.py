"""Input that nobody should send and somebody will: it is refused with a next step, or held; it never passes or hangs."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from re import _parser as regex_parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from trustcheck.config.load import load_settings
from trustcheck.language.patterns.build import patterns_of
from trustcheck.language.patterns.compile import compile_all
from trustcheck.linter import Linter, Outgoing
from trustcheck.model.errors import UnreadableError
from trustcheck.model.language import LANGUAGES
from trustcheck.model.report import MessageReport, Verdict

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
CONFIG = Path(__file__).parents[1] / "samples" / "noldusnett" / "trustcheck.toml"
MIB = 1_000_000


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter.from_config(CONFIG)


def checked(linter: Linter, content: bytes, path: str) -> MessageReport:
    (message,) = next(linter.check_many([Outgoing(path, content)], as_of=NOW)).messages
    return message


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", b"0" * (60 * MIB))
    return file.getvalue()


def blank_pdf() -> bytes:
    """One page without a word, as a scanner makes it."""
    pdfium = pytest.importorskip("pypdfium2")
    document, file = pdfium.PdfDocument.new(), io.BytesIO()
    document.new_page(595, 842)
    document.save(file)
    return file.getvalue()


def mail(*lines: str) -> bytes:
    return "\n".join(("From: NoldusNett <kunde@noldusnett.no>", "MIME-Version: 1.0", *lines)).encode()


def nested(depth: int) -> bytes:
    parts = (f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}' for i in range(depth))
    return mail(*parts, "Content-Type: text/plain", "", "Hei")


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (b"Hei\0du", "nul.txt"),
        ("Hei på deg".encode("utf-16-le"), "utf-16-without-mark.txt"),
        (bytes(range(128, 256)), "no-charset.txt"),
        (b"\xef\xbb\xbfHei \xff", "utf-8-mark-and-other-bytes.txt"),
        (b"a" * (50 * MIB), "too-large.txt"),
        (b"PK\x03\x04nonsense", "nonsense.docx"),
        (b"", "empty.docx"),
        (b"%PDF-1.4\nnonsense", "nonsense.pdf"),
        (b"", "empty.pdf"),
        (b"", "empty.eml"),
        (b"Hei", "letter.exe"),
        (b"Hei", "no-suffix"),
        (nested(3000), "nested.eml"),
        (
            mail("Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: application/pdf", "", "JV"),
            "cut.eml",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_by_name_with_a_next_step(linter: Linter, content: bytes, path: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        checked(linter, content, path)
    assert caught.value.path == path
    assert path in str(caught.value)
    assert caught.value.next_step


def test_a_zip_bomb_is_refused_before_it_is_unpacked(linter: Linter) -> None:
    with pytest.raises(UnreadableError, match=r"bomb\.docx: the document unpacks to"):
        checked(linter, bomb(), "bomb.docx")


@pytest.mark.parametrize("name", ["absent.txt", "a\0b.txt", "folder.txt"])
def test_a_path_that_cannot_be_opened_is_refused_by_name(linter: Linter, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableError, match="cannot be opened"):
        linter.check_file(tmp_path / name, as_of=NOW)


@pytest.mark.parametrize("text", ["Hei \ud800 du", "\udfff", "Hei\n\ud83d"])
def test_half_a_character_is_refused(linter: Linter, text: str) -> None:
    with pytest.raises(UnreadableError, match="decoded wrongly") as caught:
        linter.check_text(text, path="letter.txt", as_of=NOW)
    assert caught.value.path == "letter.txt"
    assert caught.value.next_step


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (b"", "empty.txt"),
        (b"", "empty.html"),
        (b"", "empty.md"),
        (b"\n" * 10_000, "blank-lines.txt"),
        (b"\xef\xbb\xbf", "only-a-mark.txt"),
        (b"<script>alert(1)</script>", "script.html"),
        (b"<!--" * 50_000, "comments.html"),
        (b'<p style="display:none">Hei</p>', "hidden.html"),
        (mail("Subject: Hei", "", ""), "no-body.eml"),
        (mail("Content-Type: text/plain; charset=klingon", "", "Hei"), "unknown-charset.eml"),
        (mail("Content-Transfer-Encoding: rot13", "", "Hei"), "unknown-encoding.eml"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_can_be_read_in_part_is_held_and_says_why(linter: Linter, content: bytes, path: str) -> None:
    message = checked(linter, content, path)
    (unread,) = [row for row in message.checks.failed if row.rule == "reading"]
    assert message.verdict is Verdict.HOLD
    assert unread.reason


def test_a_pdf_without_a_text_layer_never_passes(linter: Linter) -> None:
    message = checked(linter, blank_pdf(), "scan.pdf")
    assert message.verdict is Verdict.HOLD
    assert [row.reason for row in message.checks.failed if row.rule == "reading"]


SIGN_OFF = "\n\nVennlig hilsen\nKari Nes\n"


@pytest.mark.parametrize(
    "words",
    [
        "שלום Heidi, هذا \u202eخطاب\u202c.",
        "👩‍👩‍👧‍👦 Hei 🏴󠁧󠁢󠁥󠁮󠁧󠁿 du.",
        "He\u0301\u0302\u0303i " + "\u0301" * 5000,
        "ｈｅｉ ﬁnt \u00ad\u200b\u2060 du.",
        "\U0010ffff\ufffe\ue000 Hei.",
    ],
)
def test_words_of_any_script_keep_the_places_right(linter: Linter, words: str) -> None:
    text = f"{words}\n\nOBS! OBS! Ring oss.{SIGN_OFF}"
    report = linter.check_text(text, as_of=NOW)
    (loud,) = [finding for finding in report.findings if finding.rule == "shouting"]
    assert text[loud.place.start.offset : loud.place.end.offset] == loud.text
    assert loud.text.startswith("OBS! OBS")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_the_same_letter_in_another_encoding_gives_the_same_findings(linter: Linter, encoding: str) -> None:
    text = f"Kjære kunde\n\nOBS! OBS! Ring oss på 820 12 345 så fort som mulig – straks!{SIGN_OFF}"
    message, plain = checked(linter, text.encode(encoding), "a.txt"), checked(linter, text.encode(), "a.txt")
    assert message.findings == plain.findings


BLOCKS = {
    "har": "har ",
    "one letter": "a",
    "one capital": "A",
    "figures": "0123456789",
    "ones": "1",
    "small numbers": "12 ",
    "marks": ".,;:!?()[]{}\"'",
    "exclamations": "! ",
    "quotation marks": '«"',
    "addresses": "a@",
    "points": "a.",
    "schemes": "http://",
    "braces": "{{",
    "spaces": " ",
    "quoted": "> ",
    "lines": "hei\n",
    "conditions": "hvis du ikke betaler, ",
    "claims": "du har ikke betalt fakturaen og ",
    "mojibake": "Ã¸",
    "families": "👩‍👩‍👧‍👦",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_200_kilobytes_of_anything_are_checked_to_the_end(linter: Linter, name: str) -> None:
    block = BLOCKS[name]
    message = checked(linter, (block * (200_000 // len(block.encode()))).encode(), "long.txt")
    assert message.verdict is Verdict.HOLD
    assert not [row for row in message.checks.failed if row.rule != "reading"]


@pytest.mark.parametrize("block", ["<div>", "<", "<a x='", "&amp", "<table><tr><td>", "<b>a</b>"])
def test_200_kilobytes_of_markup_are_read_to_the_end(linter: Linter, block: str) -> None:
    message = checked(linter, (block * (200_000 // len(block)) + "Hei").encode(), "deep.html")
    assert message.verdict is Verdict.HOLD


@pytest.mark.slow
def test_a_megabyte_on_one_line_is_checked_to_the_end(linter: Linter) -> None:
    message = checked(linter, b"Du har ikke betalt fakturaen " * 35_000, "line.txt")
    assert message.verdict is Verdict.HOLD
    assert message.claims


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_pattern_of_a_rule_can_run_away(linter: Linter, language: str) -> None:
    """Every repetition has an upper bound, but for one whole token of a gap and the marks that end a sentence."""
    compiled = compile_all(patterns_of(linter.pack, language), language, linter.pack.vocabulary)
    expressions = {part.regex for pattern in compiled for part in pattern.parts}
    assert expressions
    assert not [regex for regex in expressions if _unbounded(regex_parser.parse(_without_known(regex)))]


_SENTENCE_END = r"(?=(?:[^\w ]+ )*\Z)"
_GAP_TOKEN = "[^ ]+ "
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


def _without_known(regex: str) -> str:
    return regex.replace(_SENTENCE_END, "").replace(_GAP_TOKEN, "")


def _unbounded(parsed: Any) -> bool:
    """Does a parsed expression, or anything inside it, repeat without an upper bound?"""
    if isinstance(parsed, tuple) and len(parsed) == 2 and str(parsed[0]) in _REPEATS:
        return str(parsed[1][1]) == "MAXREPEAT" or _unbounded(parsed[1][2])
    if isinstance(parsed, (tuple, list, regex_parser.SubPattern)):
        return any(_unbounded(inner) for inner in parsed)
    return False


@pytest.mark.parametrize(
    ("regex", "expected"),
    [
        ("a*", True),
        ("(?:b(c+))?", True),
        ("a|[^ ]*+", True),
        ("(?=x+)", True),
        ("a{0,5}[*+]", False),
        (r"\*(b)?", False),
    ],
)
def test_the_search_for_unbounded_repetition_sees_it(regex: str, expected: bool) -> None:
    assert _unbounded(regex_parser.parse(regex)) is expected


def test_the_limit_of_size_is_the_one_configured(tmp_path: Path) -> None:
    (tmp_path / "trustcheck.toml").write_text("[check]\nmax_bytes = 10\n", encoding="utf-8")
    small = Linter(load_settings(tmp_path / "trustcheck.toml"))
    with pytest.raises(UnreadableError, match="limit of 10"):
        small.check_text("Hei Heidi Lisle!", as_of=NOW)
