"""The check `readability`: how hard the running text is to read."""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.checks.places import place_of_absence
from trustcheck.model.check import Context, NotApplicable
from trustcheck.model.message import BlockRole
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.text.readability import flesch_kincaid_grade, lix

_RUNNING_TEXT = frozenset({BlockRole.PARAGRAPH, BlockRole.LIST_ITEM})


def readability(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where the running text is harder than the rule's limit for its language.

    Options: `lix` (limit, nb nn sv da), `grade` (limit, en: Flesch–Kincaid), `words` (fewest words to judge by).
    """
    sentences = _sentences(context)
    words = sum(len(words) for words in sentences)
    fewest = int(rule.options["words"])
    if words < fewest:
        raise NotApplicable(f"fewer than {fewest} words of running text")
    name, value, limit = _measure(rule, context.analysis.language, sentences)
    if value >= limit:
        fields = {"measure": name, "value": f"{value:.0f}", "limit": f"{limit:.0f}"}
        evidence = {"measure": name, "value": round(value, 1), "limit": limit, "words": words}
        yield RawFinding(place_of_absence(context.message, "heading"), fields=fields, evidence=evidence)


def _sentences(context: Context) -> list[list[str]]:
    """The words of each sentence of running text; entities (amounts, links, dates) are no words to stumble over."""
    kept = [s for s in context.analysis.sentences if context.message.blocks[s.block].role in _RUNNING_TEXT]
    found = [[t.norm for t in s.tokens if t.entity is None and t.norm[:1].isalpha()] for s in kept]
    return [words for words in found if words]


def _measure(rule: Rule, language: str, sentences: list[list[str]]) -> tuple[str, float, float]:
    if language == "en":
        return "Flesch–Kincaid grade", flesch_kincaid_grade(sentences), float(rule.options["grade"])
    return "LIX", lix(sentences), float(rule.options["lix"])
