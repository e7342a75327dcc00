"""From a pack to a ready index for each language; what was compiled is kept on disk, keyed by the pack's content."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from trustcheck.config import diskcache
from trustcheck.language.patterns.compile import CompiledPart, CompiledPattern, compile_all
from trustcheck.language.patterns.index import PatternIndex
from trustcheck.model.language import LANGUAGES
from trustcheck.model.rule import Pack, PatternText, SourceLine

Grouped = dict[tuple[str, str], tuple[PatternText, ...]]


class LanguageIndexes(Mapping[str, PatternIndex]):
    """One index a language, built when first asked for: a Swedish letter does not wait for Danish."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._built: dict[str, PatternIndex] = {}

    def __getitem__(self, language: str) -> PatternIndex:
        if language not in LANGUAGES:
            raise KeyError(language)
        if language not in self._built:
            self._built[language] = PatternIndex(_compiled(self._pack, language))
        return self._built[language]

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


def patterns_of(pack: Pack, language: str) -> Grouped:
    """All patterns of a pack for one language, by owner and group.

    Owners are a rule's name, `claim:<kind>` (groups `match` and `presupposed`) and `class:<name>` (group `match`).
    """
    found: Grouped = {}
    for rule in pack.rules:
        for group, by_language in rule.patterns.items():
            found[rule.name, group] = by_language.get(language, ())
    for kind in pack.claims:
        found[f"claim:{kind.name}", "match"] = kind.patterns.get(language, ())
        found[f"claim:{kind.name}", "presupposed"] = kind.presupposed.get(language, ())
    for signature in pack.classes:
        found[f"class:{signature.name}", "match"] = tuple(p for p, _ in signature.patterns.get(language, ()))
    return found


def _compiled(pack: Pack, language: str) -> tuple[CompiledPattern, ...]:
    name = f"patterns-{language}-{pack.key}-{_compiler_key()}.json"
    text = diskcache.read(name)
    if text is not None:
        try:
            return tuple(_from_json(row) for row in json.loads(text))
        except (ValueError, TypeError, KeyError):
            pass  # a damaged cache file is rebuilt below and overwritten
    compiled = compile_all(patterns_of(pack, language), language, pack.vocabulary)
    diskcache.write(name, json.dumps([_to_json(pattern) for pattern in compiled], ensure_ascii=False))
    return compiled


@cache
def _compiler_key() -> str:
    """Changes with the code that compiles, so that a newer trustcheck never runs what an older one compiled."""
    folder = Path(__file__).parent
    sources = sorted([*folder.glob("*.py"), *folder.parent.glob("*.py")])
    return sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]


def _to_json(pattern: CompiledPattern) -> list[Any]:
    at = pattern.pattern.at
    parts = [[part.regex, part.absent, list(part.anchors)] for part in pattern.parts]
    text = pattern.pattern.text
    return [pattern.owner, pattern.group, text, at.path, at.line, at.column, parts]


def _from_json(row: list[Any]) -> CompiledPattern:
    owner, group, text, path, line, column, parts = row
    return CompiledPattern(
        owner,
        group,
        PatternText(text, SourceLine(path, line, column)),
        tuple(CompiledPart(regex, absent, tuple(anchors)) for regex, absent, anchors in parts),
    )
