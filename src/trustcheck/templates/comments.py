"""What comments in a template say to trustcheck: what the template is, and which facts a text depends on.

{# trustcheck: class=reminder channel=letter language=nb id=R-1 owner=collections #}
{# claim: invoice.paid=false #}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

METADATA_KEYS = ("id", "owner", "class", "channel", "language")
_METADATA = re.compile(r"\{#[-+]?\s*trustcheck:\s*(?!\s*ignore)([^#]{0,500}?)\s*[-+]?#\}")
_PAIR = re.compile(r"""([a-z]+)\s*=\s*(?:"([^"]*)"|([^\s"]+))""")
_CLAIM = re.compile(r"\{#[-+]?\s*claim:\s*([^#]{1,500}?)\s*[-+]?#\}")
_FACT = re.compile(r"[\w.\[\]]+\s*=\s*[^\s,;]+|[\w-]+")
_TAG = re.compile(r"\{%[-+]?\s*(end)?(if|elif|else|for|block|macro|call|filter|set|with|trans)\b[^%]{0,300}%\}")
_REACH = 4000


def metadata_in(source: str) -> tuple[tuple[str, str], ...]:
    """The pairs of `{# trustcheck: key=value … #}` comments, in order; of keys that nobody knows too."""
    return tuple(
        (pair[1], pair[2] if pair[2] is not None else pair[3])
        for comment in _METADATA.finditer(source)
        for pair in _PAIR.finditer(comment[1])
    )


def is_metadata(comment: str) -> bool:
    """True for a whole comment that says what the template is; `{# trustcheck: ignore[…] #}` is none."""
    return _METADATA.fullmatch(comment) is not None


def claim_notes(source: str, offset: int) -> Iterator[str]:
    """The facts of `{# claim: … #}` comments that stand before `offset`, with no tag closing their block between."""
    start = max(offset - _REACH, 0)
    above = source[start:offset]
    for comment in _CLAIM.finditer(above):
        if _depth(above[comment.end() :]) >= 0:
            yield from (_normal(fact) for fact in _FACT.findall(comment[1]))


def _depth(between: str) -> int:
    """How deep the end of a stretch lies below its start; negative once a block that was open at its start closes."""
    depth = 0
    for tag in _TAG.finditer(between):
        closes = bool(tag[1])
        if tag[2] in ("elif", "else") and depth == 0:
            return -1
        if tag[2] in ("elif", "else") or (tag[2] == "set" and not closes and "=" in tag[0]):
            continue
        depth += -1 if closes else 1
        if depth < 0:
            return depth
    return depth


def _normal(fact: str) -> str:
    return "".join(fact.split())
