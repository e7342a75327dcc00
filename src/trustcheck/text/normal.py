"""Words made comparable, and signs that a text was decoded wrongly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from trustcheck.model.span import Span

_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_MOJIBAKE = re.compile(
    r"\w*(?:Ã[\u0080-\u00bf¦¸¥¤¶…†˜–—©«¨¼‡\u0152\u0160\u2026]|Â[£§«»°\u00a0]|â€[™œ\u009d“”˜¦\"]|ï»¿|\ufffd)\w*"
)


def find_mojibake(text: str) -> Iterator[Span]:
    """Words that hold UTF-8 read as Latin-1 or cp1252 («Ã¸», «â€™») or the replacement character."""
    return (Span(*match.span()) for match in _MOJIBAKE.finditer(text))


def norm(word: str) -> str:
    """A word for comparing: lower case, NFC, without soft hyphens and zero-width characters."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.translate(_INVISIBLE)).lower()
