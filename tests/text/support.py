"""Short forms for tests of finders."""

from __future__ import annotations

from datetime import date

from trustcheck.model.language import Entity, EntityKind
from trustcheck.text.entities import find_entities

TODAY = date(2026, 11, 20)
LANGUAGE = {"NO": "nb", "SE": "sv", "DK": "da", "GB": "en"}


def entities(text: str, country: str = "NO") -> tuple[Entity, ...]:
    return find_entities(text, language=LANGUAGE.get(country, "en"), country=country, today=TODAY)


def found(text: str, kind: EntityKind, country: str = "NO") -> list[tuple[str, str]]:
    """What is found of one kind, as pairs of written text and value."""
    return [(e.span.of(text), e.value) for e in entities(text, country) if e.kind is kind]


def values(text: str, kind: EntityKind, country: str = "NO") -> list[str]:
    return [value for _, value in found(text, kind, country)]


def detail(text: str, kind: EntityKind, country: str = "NO") -> dict[str, str]:
    return dict(next(e.detail for e in entities(text, country) if e.kind is kind))
