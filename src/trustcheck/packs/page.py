"""What is told about a rule: the text of `trustcheck explain` and of the rule's page in the documentation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from trustcheck.model.language import LANGUAGES
from trustcheck.model.rule import Example, Lifecycle, Rule

LANGUAGE_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "sv": "Swedish", "da": "Danish", "en": "English"}

_SPECIAL = re.compile(r"[\\`*]|(?<!\w)_|_(?!\w)|<(?=[a-zA-Z/!?])|\](?=[(\[])")
"""The signs that Markdown would read as its own: code, emphasis, a tag, a link."""

_NEEDS = {
    "registry": "It runs where an organisation is configured.",
    "facts": "It runs where the message concerns an account and the records are configured.",
}
_LIFECYCLES = {
    Lifecycle.PREVIEW: "It is being tried out: it runs only when it is selected by name or code.",
    Lifecycle.DEPRECATED: "It is going away.",
}


def page(rule: Rule, languages: Sequence[str] = LANGUAGES) -> str:
    """The rule's page in Markdown, ending in a newline; examples and rewrites in the given languages only."""
    sections = (
        ("What it finds", [rule.what, *_conditions(rule)]),
        ("Why", [rule.why]),
        ("What to do", [rule.advice, *_rewrites(rule, languages)]),
        ("When it fires", _by_language(rule, languages, fires=True)),
        ("When it stays silent", _by_language(rule, languages, fires=False)),
        ("References", ["\n".join(f"- {_escaped(reference)}" for reference in rule.references)]),
    )
    parts = [f"# {rule.code} {rule.name}", f"Severity: {rule.severity.value}"]
    for heading, paragraphs in sections:
        written = [paragraph for paragraph in paragraphs if paragraph]
        if written:
            parts += [f"## {heading}", *written]
    return "\n\n".join(parts) + "\n"


def marked(example: Example) -> str:
    """The example's text with its places in «…», as it stands in the rule file."""
    text = example.text
    for start, end in reversed(example.marks):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


def _conditions(rule: Rule) -> Iterator[str]:
    yield from (_NEEDS[need] for need in sorted(rule.needs))
    yield _LIFECYCLES.get(rule.lifecycle, "")
    if rule.never_suppressed:
        yield f"It can be neither suppressed in a message nor put in a baseline: {rule.never_suppressed}."


def _rewrites(rule: Rule, languages: Iterable[str]) -> Iterator[str]:
    found = [(language, rule.rewrite[language]) for language in languages if language in rule.rewrite]
    if found:
        yield "Write for example:"
        yield "\n".join(f"- {LANGUAGE_NAMES[language]}: {_escaped(text)}" for language, text in found)


def _by_language(rule: Rule, languages: Iterable[str], *, fires: bool) -> Iterator[str]:
    for language in languages:
        examples = [e for e in rule.examples.get(language, ()) if e.bad is fires]
        if examples:
            yield f"### {LANGUAGE_NAMES[language]}"
            yield "\n".join(_shown(example) for example in examples)


def _shown(example: Example) -> str:
    """A list entry; a whole message is a block of its own, so that its lines stay lines."""
    text = marked(example)
    if not example.whole:
        return f"- {_escaped(text)}"
    # A message may hold a fence of its own; a longer one around it keeps it inside.
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    circumstances = ", ".join(filter(None, [example.message_class, example.channel, example.file]))
    body = "\n".join(f"  {line}".rstrip() for line in text.rstrip("\n").split("\n"))
    return f"- A message{f' ({circumstances})' if circumstances else ''}:\n\n  {fence}text\n{body}\n  {fence}\n"


def _escaped(text: str) -> str:
    """Text from rule files as Markdown that shows it unchanged, on one line; what needs no backslash gets none."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
