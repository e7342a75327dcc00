"""The page of a rule: one text for the terminal and for the documentation, made from the rule's file alone."""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.model.rule import Example, Lifecycle, Rule

LANGUAGE_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "sv": "Svenska", "da": "Dansk", "en": "English"}
_NEEDS = {
    "registry": "the organisation in the configuration",
    "facts": "the account's facts from a data source",
}
_SHOWN = 4
"""Examples of each kind that a page shows in each language; the file holds the rest."""


def rule_page(rule: Rule) -> str:
    """The rule as Markdown: what, why, what to do, examples in each language, references."""
    return "\n".join(_lines(rule)).rstrip() + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield from (
        f"# {rule.name} ({rule.code})",
        "",
        f"Severity: {rule.severity.value}.{_lifecycle(rule)}{_needs(rule)}",
        "",
    )
    yield from ("## What it finds", "", rule.what, "", "## Why it matters", "", rule.why, "")
    yield from ("## What to do", "", rule.advice, "")
    for language, name in LANGUAGE_NAMES.items():
        if language in rule.examples:
            yield from (f"## {name}", "")
            yield from _examples(rule, language)
    if rule.references:
        yield from ("## References", "", *(f"- {reference}" for reference in rule.references), "")


def _lifecycle(rule: Rule) -> str:
    return "" if rule.lifecycle is Lifecycle.STABLE else f" Life cycle: {rule.lifecycle.value}."


def _needs(rule: Rule) -> str:
    return "".join(f" Needs {_NEEDS[need]}." for need in sorted(rule.needs))


def _examples(rule: Rule, language: str) -> Iterator[str]:
    found = rule.examples[language]
    kinds = (
        ("Found", [e for e in found if e.bad]),
        ("Left alone", [e for e in found if not e.bad and not e.near_miss]),
        ("Left alone, though the words look alike", [e for e in found if e.near_miss]),
    )
    for title, examples in kinds:
        if examples:
            yield from (f"{title}:", "")
            for example in examples[:_SHOWN]:
                yield from _shown(example)
            yield ""
    if language in rule.rewrite:
        yield from (f"Instead: {rule.rewrite[language]}", "")


def _shown(example: Example) -> Iterator[str]:
    marked = _marked(example)
    if "\n" not in marked.strip():
        yield f"- {marked.strip()}"
        return
    yield from ("", "```text", *marked.rstrip().splitlines(), "```", "")


def _marked(example: Example) -> str:
    """The text with its marks back in place."""
    text = example.text
    for start, end in sorted(example.marks, reverse=True):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text
