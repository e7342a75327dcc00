"""A pack as JSON text and back, for the disk cache: plain data only, nothing that could run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from trustcheck.model.rule import (
    ClaimKind,
    ClassSignature,
    Example,
    Lifecycle,
    MessageClass,
    Pack,
    PatternText,
    Rule,
    Severity,
    SourceLine,
    Vocabulary,
)


def pack_to_json(pack: Pack) -> str:
    data = {
        "rules": [_rule(rule) for rule in pack.rules],
        "claims": [_claim(kind) for kind in pack.claims],
        "classes": [_class(signature) for signature in pack.classes],
        "sets": {name: _patterns(by_language) for name, by_language in pack.vocabulary.sets.items()},
    }
    return json.dumps(data, ensure_ascii=False)


def pack_from_json(text: str, key: str) -> Pack | None:
    """The pack, or None where the text is damaged: it is then read from its files again."""
    try:
        data = json.loads(text)
        return Pack(
            rules=tuple(_rule_back(row) for row in data["rules"]),
            claims=tuple(_claim_back(row) for row in data["claims"]),
            classes=tuple(_class_back(row) for row in data["classes"]),
            vocabulary=Vocabulary({name: _patterns_back(by) for name, by in data["sets"].items()}),
            key=key,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _at(at: SourceLine) -> list[Any]:
    return [at.path, at.line, at.column]


def _patterns(by_language: Mapping[str, tuple[PatternText, ...]]) -> dict[str, Any]:
    return {language: [[p.text, *_at(p.at)] for p in found] for language, found in by_language.items()}


def _patterns_back(by_language: Mapping[str, Any]) -> dict[str, tuple[PatternText, ...]]:
    return {lang: tuple(PatternText(t, SourceLine(*at)) for t, *at in found) for lang, found in by_language.items()}


def _examples(by_language: Mapping[str, tuple[Example, ...]]) -> dict[str, Any]:
    return {language: [_example(e) for e in found] for language, found in by_language.items()}


def _example(e: Example) -> list[Any]:
    how = [e.near_miss, e.whole, e.file, e.channel, e.message_class, e.facts, e.verdict]
    return [e.text, e.bad, _at(e.at), [list(m) for m in e.marks], *how]


def _examples_back(by_language: Mapping[str, Any]) -> dict[str, tuple[Example, ...]]:
    return {
        language: tuple(
            Example(text, bad, SourceLine(*at), tuple((a, b) for a, b in marks), *how)
            for text, bad, at, marks, *how in found
        )
        for language, found in by_language.items()
    }


def _rule(rule: Rule) -> dict[str, Any]:
    words = (rule.what, rule.why, rule.message, rule.advice)
    return {
        "names": [rule.code, rule.name, rule.severity.value, rule.check],
        "words": words,
        "references": rule.references,
        "lifecycle": rule.lifecycle.value,
        "needs": sorted(rule.needs),
        "options": rule.options,
        "patterns": {group: _patterns(by) for group, by in rule.patterns.items()},
        "rewrite": rule.rewrite,
        "examples": _examples(rule.examples),
        "at": _at(rule.at),
        "never_suppressed": rule.never_suppressed,
    }


def _rule_back(row: Mapping[str, Any]) -> Rule:
    code, name, severity, check = row["names"]
    what, why, message, advice = row["words"]
    return Rule(
        code=code,
        name=name,
        severity=Severity(severity),
        check=check,
        what=what,
        why=why,
        message=message,
        advice=advice,
        references=tuple(row["references"]),
        lifecycle=Lifecycle(row["lifecycle"]),
        needs=frozenset(row["needs"]),
        options=row["options"],
        patterns={group: _patterns_back(by) for group, by in row["patterns"].items()},
        rewrite=row["rewrite"],
        examples=_examples_back(row["examples"]),
        at=SourceLine(*row["at"]),
        never_suppressed=row["never_suppressed"],
    )


def _claim(kind: ClaimKind) -> dict[str, Any]:
    return {
        "names": [kind.name, kind.what, kind.opposite, kind.verifier, kind.condition],
        "patterns": _patterns(kind.patterns),
        "presupposed": _patterns(kind.presupposed),
        "options": kind.options,
        "examples": _examples(kind.examples),
        "at": _at(kind.at),
    }


def _claim_back(row: Mapping[str, Any]) -> ClaimKind:
    name, what, opposite, verifier, condition = row["names"]
    return ClaimKind(
        name=name,
        what=what,
        opposite=opposite,
        verifier=verifier,
        condition=condition,
        patterns=_patterns_back(row["patterns"]),
        presupposed=_patterns_back(row["presupposed"]),
        options=row["options"],
        examples=_examples_back(row["examples"]),
        at=SourceLine(*row["at"]),
    )


def _class(signature: ClassSignature) -> dict[str, Any]:
    patterns = {
        lang: [[p.text, *_at(p.at), weight] for p, weight in found] for lang, found in signature.patterns.items()
    }
    return {
        "name": signature.name.value,
        "patterns": patterns,
        "claims": signature.claims,
        "examples": _examples(signature.examples),
        "at": _at(signature.at),
    }


def _class_back(row: Mapping[str, Any]) -> ClassSignature:
    patterns = {
        lang: tuple((PatternText(text, SourceLine(*at)), weight) for text, *at, weight in found)
        for lang, found in row["patterns"].items()
    }
    name = MessageClass(row["name"])
    return ClassSignature(name, patterns, row["claims"], _examples_back(row["examples"]), SourceLine(*row["at"]))
