"""Signs that a text was decoded wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.span import Span

_MOJIBAKE = re.compile(
    r"\w*(?:Ã[\u0080-\u00bf¦¸¥¤¶…†˜–—©«¨¼‡\u0152\u0160\u2026]|Â[£§«»°\u00a0]|â€[™œ\u009d“”˜¦\"]|ï»¿|\ufffd)\w*"
)


def find_mojibake(text: str) -> Iterator[Span]:
    """Words that hold UTF-8 read as Latin-1 or cp1252 («Ã¸», «â€™») or the replacement character."""
    return (Span(*match.span()) for match in _MOJIBAKE.finditer(text))
