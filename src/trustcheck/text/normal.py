"""Words made comparable, and signs that a text was decoded wrongly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from trustcheck.model.span import Span

_HIDDEN: dict[int, None] = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
_LETTERS = _HIDDEN | str.maketrans("’‘ʼ´‑", "''''-")
_MOJIBAKE = re.compile(
    r"\w{0,60}(?:Ã[\u0080-\u00bf¦¸¥¤¶…†˜–—©«¨¼‡\u0152\u0160\u2026]|Â[£§«»°\u00a0]|â€[™œ\u009d“”˜¦\"]|ï»¿|\ufffd)\w{0,60}"
)


def find_mojibake(text: str) -> Iterator[Span]:
    """Words that hold UTF-8 read as Latin-1 or cp1252 («Ã¸», «â€™») or the replacement character."""
    return (Span(*match.span()) for match in _MOJIBAKE.finditer(text))


def norm(text: str) -> str:
    """Lower case, NFC, no soft hyphens or zero-width characters, straight apostrophes. Empty only for an empty text."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text.translate(_LETTERS)).lower() or text
