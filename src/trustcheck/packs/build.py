"""From validated files to the frozen data of a pack."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from trustcheck.model.rule import ClaimKind, ClassSignature, Example, PatternText, Rule
from trustcheck.packs.examples import parse_example
from trustcheck.packs.schema import ClaimFile, ClassFile, ExampleText, Options, RuleFile, VocabularyFile
from trustcheck.packs.source import KeyPath, YamlFile
from trustcheck.packs.validate import validated

Patterns = dict[str, tuple[PatternText, ...]]


def rule_of(file: YamlFile) -> Rule:
    """A rule from rules/<group>/<name>.yaml."""
    shape = validated(file, RuleFile)
    _refuse_near_options(file)
    return Rule(
        code=shape.code,
        name=shape.name,
        severity=shape.severity,
        check=shape.check,
        what=_one_line(shape.what),
        why=_one_line(shape.why),
        message=_one_line(shape.message),
        advice=_one_line(shape.advice),
        references=tuple(shape.references),
        lifecycle=shape.lifecycle,
        needs=frozenset(shape.needs),
        options=file.data.get("options", {}),
        patterns={g: _patterns(file, ("patterns", g), by) for g, by in shape.patterns.items()},
        rewrite={str(language): _one_line(text) for language, text in shape.rewrite.items()},
        examples={
            str(language): tuple(
                example
                for kind, given in (("bad", e.bad), ("good", e.good), ("near_miss", e.near_miss))
                for example in _examples(file, ("examples", language, kind), given)
            )
            for language, e in shape.examples.items()
        },
        at=file.at(()),
        never_suppressed=_one_line(shape.never_suppressed),
    )


def claim_of(file: YamlFile) -> ClaimKind:
    """A claim kind from rules/claims/<kind>.yaml."""
    shape = validated(file, ClaimFile)
    return ClaimKind(
        name=shape.kind,
        what=_one_line(shape.what),
        opposite=shape.opposite,
        verifier=shape.verifier or shape.kind,
        patterns=_patterns(file, ("patterns",), shape.patterns),
        condition=_one_line(shape.condition),
        presupposed=_patterns(file, ("presupposed",), shape.presupposed),
        options=shape.options,
        examples={
            str(language): tuple(
                example
                for kind, given in (("claim", e.claim), ("none", e.none))
                for example in _examples(file, ("examples", language, kind), given)
            )
            for language, e in shape.examples.items()
        },
        at=file.at(()),
    )


def class_of(file: YamlFile) -> ClassSignature:
    """A class signature from rules/classes/<class>.yaml."""
    shape = validated(file, ClassFile)
    patterns = {
        str(language): tuple(
            (PatternText(p, place), 1.0) if isinstance(p, str) else (PatternText(p.match, place), p.weight)
            for p, place in ((p, file.at(("patterns", language, i))) for i, p in enumerate(given))
        )
        for language, given in shape.patterns.items()
    }
    examples = {
        str(language): tuple(_examples(file, ("examples", language), given, bad=True))
        for language, given in shape.examples.items()
    }
    return ClassSignature(shape.message_class, patterns, shape.claims, examples, file.at(()))


def sets_of(file: YamlFile) -> Mapping[str, Patterns]:
    """The word sets of rules/vocabulary/<topic>.yaml."""
    shape = validated(file, VocabularyFile)
    return {name: _patterns(file, ("sets", name), by_language) for name, by_language in shape.sets.items()}


def _patterns(file: YamlFile, path: KeyPath, by_language: Mapping[Any, Sequence[str]]) -> Patterns:
    return {
        language: tuple(PatternText(text, file.at((*path, language, i))) for i, text in enumerate(texts))
        for language, texts in by_language.items()
    }


def _examples(file: YamlFile, path: KeyPath, given: Sequence[ExampleText], *, bad: bool | None = None) -> list[Example]:
    kind = path[-1]
    fires = kind in ("bad", "claim") if bad is None else bad
    return [
        parse_example(example, bad=fires, near_miss=kind in ("near_miss", "none"), at=file.at((*path, i)))
        for i, example in enumerate(given)
    ]


def _refuse_near_options(file: YamlFile) -> None:
    """Checks have options of their own, so an unknown one is no error; one letter off a common one is a slip."""
    common = list(Options.model_fields)
    for key in file.data.get("options", {}):
        near = [] if key in common else difflib.get_close_matches(key, common, n=1, cutoff=0.8)
        if near:
            raise file.error(f"unknown option «{key}»", ("options", key), f"Did you mean «{near[0]}»?", key=True)


def _one_line(text: str) -> str:
    return " ".join(text.split())
