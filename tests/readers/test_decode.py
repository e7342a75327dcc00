import codecs

import pytest

from trustcheck.model.errors import UnreadableError
from trustcheck.readers.decode import decode, decode_mail


@pytest.mark.parametrize(
    "data",
    [
        "Blåbær".encode(),
        codecs.BOM_UTF8 + "Blåbær".encode(),
        "Blåbær".encode("cp1252"),
        codecs.BOM_UTF16_LE + "Blåbær".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Blåbær".encode("utf-16-be"),
    ],
)
def test_the_usual_encodings_give_the_same_text(data: bytes) -> None:
    assert decode(data, "brev.txt") == "Blåbær"


def test_a_declared_charset_counts_before_windows_1252() -> None:
    assert decode("Жанна".encode("koi8-r"), "a.html", declared="koi8-r") == "Жанна"


def test_utf16_without_bom_is_refused_with_the_likely_cause() -> None:
    with pytest.raises(UnreadableError, match="UTF-16 without a byte order mark"):
        decode("Hei\nKari".encode("utf-16-le"), "brev.txt")


def test_bytes_that_are_no_text_are_named_with_offset_and_line() -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(b"Hei\nKari \x81\x8d", "brev.txt")
    assert caught.value.line == 2
    assert "byte 9" in caught.value.what


def test_a_mail_that_is_no_utf8_has_one_character_a_byte() -> None:
    assert decode_mail(b"Bl\xe5b\xe6r", "a.eml") == "Blåbær"
