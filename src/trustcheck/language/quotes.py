"""Which parts of a text stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from trustcheck.model.span import Span

_CLOSERS = {"«": "»", "»": "«", "“": "”“", "”": "”", "„": "“”", "‹": "›", '"': '"', "open'": "close'"}
_MARK = re.compile(r"""[«»“”„‹›"]|(?P<open>(?<![\w.])['‘](?=\w))|(?P<close>(?<=[\w.!?,])['’](?!\w))""")
_LONGEST_SINGLE = 200


def quoted_spans(text: str, start: int, end: int) -> list[Span]:
    """What stands inside balanced quotation marks in `text[start:end]`, the marks left out; in order, not nested.

    An apostrophe is no mark. A mark that is not closed quotes nothing.
    """
    marks = [(m.start(), f"{m.lastgroup}'" if m.lastgroup else m[0]) for m in _MARK.finditer(text, start, end)]
    return list(_pairs(marks)) if len(marks) > 1 else []


def _pairs(marks: list[tuple[int, str]]) -> Iterator[Span]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, mark in marks:
        places[mark].append(at)
    free_from = 0
    for at, mark in marks:
        closing = _closing(at, mark, places) if at >= free_from else None
        if closing is not None:
            free_from = closing + 1
            yield Span(at + 1, closing)


def _closing(at: int, mark: str, places: defaultdict[str, list[int]]) -> int | None:
    closers = _CLOSERS.get(mark, "")
    found: list[int] = []
    for closer in [closers] if closers.endswith("'") else closers:
        after = bisect_right(places[closer], at)
        found += places[closer][after : after + 1]
    nearest = min(found, default=None)
    if nearest is not None and mark == "open'" and nearest - at > _LONGEST_SINGLE:
        return None
    return nearest
