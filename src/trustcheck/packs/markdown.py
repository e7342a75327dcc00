"""Markdown that shows what stands in rule files exactly as it stands there: text, and examples with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from trustcheck.model.rule import Example

LANGUAGE_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "sv": "Swedish", "da": "Danish", "en": "English"}

_SPECIAL = re.compile(
    r"[\\`*]|(?<!\w)_|_(?!\w)|<(?=[a-zA-Z/!?])|\](?=[(\[])|~(?=~)|\$(?=\{)|&(?=#?\w+;)|^[-+>#](?=\s|$)"
)
"""The signs that Markdown would read as its own: code, emphasis, a tag, a link, a formula, a list."""
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")


def document(title: str, parts: Iterable[str]) -> str:
    """A page under its title: the parts that are not empty, a blank line between, ending in a newline."""
    return "\n\n".join([f"# {title}", *filter(None, parts)]) + "\n"


def section(heading: str, parts: Iterable[str], *, level: int = 2) -> Iterator[str]:
    """The parts under a heading; nothing at all where none of them says anything."""
    written = [part for part in parts if part]
    if written:
        yield f"{'#' * level} {heading}"
        yield from written


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def escaped(text: str) -> str:
    """Text from rule files as Markdown that shows it unchanged, on one line; what needs no backslash gets none."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", " ".join(text.split())))


def marked(example: Example) -> str:
    """The example's text with its places in «…», as it stands in the rule file."""
    text = example.text
    for start, end in reversed(example.marks):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


def by_language(
    examples: Mapping[str, Sequence[Example]], languages: Iterable[str], *, bad: bool, near_miss: bool = False
) -> Iterator[str]:
    """The examples of one sort, under a heading for each language that has some."""
    for language in languages:
        found = [e for e in examples.get(language, ()) if (e.bad, e.near_miss) == (bad, near_miss)]
        yield from section(LANGUAGE_NAMES[language], ["\n".join(map(_shown, found)).rstrip("\n")], level=3)


def _shown(example: Example) -> str:
    """A list entry; a whole message is a block of its own, so that its lines stay lines."""
    text = marked(example)
    if not example.whole:
        return f"- {escaped(text)}"
    # A message may hold a fence of its own; a longer one around it keeps it inside.
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    told = [example.message_class, example.channel, example.file, f"claim {example.verdict}" if example.verdict else ""]
    circumstances = ", ".join(filter(None, told))
    body = "\n".join(f"  {line}".rstrip() for line in text.rstrip("\n").split("\n"))
    return f"- A message{f' ({circumstances})' if circumstances else ''}:\n\n  {fence}text\n{body}\n  {fence}\n"
