"""Which class a message belongs to, by the words that tell; «general» when nothing tells clearly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trustcheck.model.check import Matches
from trustcheck.model.match import Flag, Match
from trustcheck.model.message import BlockRole, Message
from trustcheck.model.report import ClassVerdict
from trustcheck.model.rule import ClassSignature, MessageClass

_ENOUGH = 2.0
"""Weight from which a class is believed; a pattern weighs 1 unless its file says otherwise."""
_TITLE_FACTOR = 2.0
"""A subject or heading says what the message is for; the same words further down may be in passing."""
_TITLES = frozenset({BlockRole.SUBJECT, BlockRole.HEADING})
_NOT_SAID = frozenset({Flag.QUOTED, Flag.REPORTED})


@dataclass(frozen=True, slots=True)
class _Score:
    name: MessageClass
    weight: float
    evidence: tuple[str, ...]


def detect_class(signatures: Sequence[ClassSignature], matches: Matches, message: Message) -> ClassVerdict:
    """The class with most evidence, if it is enough; ties go to the graver one, for graver messages need more care."""
    scores = [_score(signature, matches, message) for signature in signatures]
    best = max(scores, key=lambda s: (s.weight, -list(MessageClass).index(s.name)), default=None)
    if best is None or best.weight < _ENOUGH:
        return ClassVerdict(MessageClass.GENERAL.value, "detected")
    return ClassVerdict(best.name.value, "detected", best.evidence)


def _score(signature: ClassSignature, matches: Matches, message: Message) -> _Score:
    weights = {p: w for patterns in signature.patterns.values() for p, w in patterns}
    best_by_pattern: dict[str, tuple[float, str]] = {}
    for match in matches.of(f"class:{signature.name}"):
        if match.flags & _NOT_SAID:
            continue
        weight = weights.get(match.pattern, 1.0) * _place_factor(match, message)
        seen = best_by_pattern.get(match.pattern.text, (0.0, ""))
        # Evidence against (a negative weight) counts like evidence for: once a pattern, at its strongest.
        if abs(weight) > abs(seen[0]):
            best_by_pattern[match.pattern.text] = weight, match.span.of(message.text)
    found = sorted(best_by_pattern.values(), reverse=True)
    return _Score(signature.name, sum(w for w, _ in found), tuple(text for w, text in found if w > 0))


def _place_factor(match: Match, message: Message) -> float:
    return _TITLE_FACTOR if message.blocks[match.sentence.block].role in _TITLES else 1.0
