"""Which amounts, dates, numbers and words belong to a claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from trustcheck.model.language import Analysis, Entity, EntityKind
from trustcheck.model.match import Match
from trustcheck.model.message import Message
from trustcheck.model.span import Span

_SLOT_OF_KIND = {
    EntityKind.MONEY: "amount",
    EntityKind.DATE: "date",
    EntityKind.DURATION: "duration",
}
_SLOT_OF_LABEL = {
    "invoice": "invoice",
    "agreement": "agreement",
    "order": "order",
    "case": "case",
    "customer": "customer",
}
_CONTEXT_KINDS = (
    EntityKind.MONEY,
    EntityKind.DATE,
    EntityKind.DURATION,
    EntityKind.REFERENCE,
    EntityKind.NUMBER,
    EntityKind.PAYMENT_REFERENCE,
)


def slots_of(match: Match, message: Message, analysis: Analysis) -> dict[str, str]:
    """Slots that the pattern named, then what else stands in the same clauses; several values joined by «|»."""
    named = {name: _value(span, message, analysis) for name, span in match.slots.items()}
    taken = set(match.slots.values())
    beside: dict[str, list[str]] = defaultdict(list)
    for entity in analysis.entities_in(_clause_span(match), *_CONTEXT_KINDS):
        slot = _slot_name(entity)
        if slot and slot not in named and entity.span not in taken and entity.value not in beside[slot]:
            beside[slot].append(entity.value)
    return {**{slot: "|".join(values) for slot, values in beside.items() if values}, **named}


def context_of(match: Match, message: Message, analysis: Analysis) -> tuple[Entity, ...]:
    """Entities of the sentence, then of its block, then of the rest of the message, each from the claim outwards."""
    block = message.blocks[match.sentence.block].span
    rings = (match.sentence.span, block, Span(0, len(message.text)))
    ordered: list[Entity] = []
    for ring in rings:
        inside = analysis.entities_in(ring, *_CONTEXT_KINDS)
        ordered.extend(_nearest_first((e for e in inside if e not in ordered), match.span))
    return tuple(ordered)


def _slot_name(entity: Entity) -> str:
    if entity.kind is EntityKind.REFERENCE:
        return _SLOT_OF_LABEL.get(entity.detail.get("label", ""), "")
    return _SLOT_OF_KIND.get(entity.kind, "")


def _value(span: Span, message: Message, analysis: Analysis) -> str:
    entity = next((e for e in analysis.entities if e.span == span), None)
    return entity.value if entity else " ".join(span.of(message.text).split())


def _clause_span(match: Match) -> Span:
    clauses = match.sentence.clauses_of(match.start, match.end)
    if not clauses:
        return match.span
    return match.sentence.text_span(min(c.start for c in clauses), max(c.end for c in clauses))


def _nearest_first(entities: Iterable[Entity], to: Span) -> list[Entity]:
    return sorted(entities, key=lambda e: max(e.span.start - to.end, to.start - e.span.end, 0))
