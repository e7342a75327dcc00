"""Examples in rule files: «…» marks the place that a finding must cover."""

from __future__ import annotations

from trustcheck.model.rule import Example, SourceLine
from trustcheck.packs.schema import ExampleText, WholeMessage


def parse_example(given: ExampleText, *, bad: bool, near_miss: bool, at: SourceLine) -> Example:
    """The example with its marks taken out of the text and kept as spans. A mark that is never closed is text."""
    if isinstance(given, str):
        text, marks = unmarked(given)
        return Example(text, bad, at, marks, near_miss)
    return _whole(given, bad=bad, near_miss=near_miss, at=at)


def unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without «…» marks, and the half-open spans they enclosed."""
    plain = ""
    marks: list[tuple[int, int]] = []
    while (start := text.find("«")) >= 0 and (end := text.find("»", start)) >= 0:
        plain += text[:start]
        inside = text[start + 1 : end]
        marks.append((len(plain), len(plain) + len(inside)))
        plain += inside
        text = text[end + 1 :]
    return plain + text, tuple(marks)


def _whole(given: WholeMessage, *, bad: bool, near_miss: bool, at: SourceLine) -> Example:
    text, marks = unmarked(given.text)
    return Example(
        text=text,
        bad=bad,
        at=at,
        marks=marks,
        near_miss=near_miss,
        whole=True,
        file=given.file,
        channel=given.channel.value if given.channel else "",
        message_class=given.message_class.value if given.message_class else "",
        facts=given.facts,
        verdict=str(given.verdict),
    )
