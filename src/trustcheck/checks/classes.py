"""Which class a message belongs to, by the words that tell; «general» when nothing tells clearly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trustcheck.model.check import Matches
from trustcheck.model.claim import Claim
from trustcheck.model.match import Flag, Match
from trustcheck.model.message import BlockRole, Message
from trustcheck.model.report import ClassVerdict
from trustcheck.model.rule import ClassSignature, MessageClass

_ENOUGH = 2.0
"""Weight from which a class is believed; a pattern weighs 1 unless its file says otherwise."""
_TITLE_FACTOR = 2.0
"""The subject and the title say what the message is for; the same words further down may be in passing."""
_TELLING = 2.0
"""A pattern of this weight tells a class alone. A lighter one («decision», «complaint») stands in letters of every
kind and counts only beside another."""
_CLEARLY = 3.5
_BEYOND_REMINDING = frozenset(
    {
        MessageClass.COLLECTION_WARNING,
        MessageClass.DISCONNECTION_NOTICE,
        MessageClass.DISCONNECTION_DONE,
        MessageClass.TERMINATION,
    }
)
"""Letters that go further than a reminder speak of the unpaid bill as well, and often more of it than of what follows:
a reminder gives way to any of them that is clearly told."""
_DISCONNECTIONS = frozenset({MessageClass.DISCONNECTION_NOTICE, MessageClass.DISCONNECTION_DONE})
_UNPAID = frozenset({"payment-missing", "payment-overdue", "amount-owed"})
"""A card blocked over a bill is a disconnection; one blocked over a suspicious purchase is a matter of security."""
_OPENS_TEXT = frozenset({BlockRole.GREETING, BlockRole.PARAGRAPH, BlockRole.LIST_ITEM, BlockRole.TABLE_ROW})
_REPLIES = frozenset({MessageClass.EXIT_REPLY, MessageClass.COMPLAINT_REPLY, MessageClass.INQUIRY_REPLY})
_NOT_SAID = frozenset({Flag.QUOTED, Flag.REPORTED, Flag.NEGATED})
_SUPPOSED = frozenset({Flag.CONDITION, Flag.CONDITIONED, Flag.CAN})
"""That one can leave, or how if one wants to, stands below every newsletter: nobody has left yet."""


@dataclass(frozen=True, slots=True)
class _Score:
    name: MessageClass
    weight: float
    evidence: tuple[str, ...]


def detect_class(
    signatures: Sequence[ClassSignature], matches: Matches, message: Message, claims: Sequence[Claim]
) -> ClassVerdict:
    """The class with most evidence, if it is enough; ties go to the graver one, for graver messages need more care."""
    titles = _titles(message)
    scores = [_score(signature, matches, message, titles, claims) for signature in signatures]
    best = _heaviest([s for s in scores if s.weight >= _ENOUGH])
    if best is None:
        return ClassVerdict(MessageClass.GENERAL.value, "detected")
    if best.name is MessageClass.REMINDER:
        best = _heaviest([s for s in scores if s.name in _BEYOND_REMINDING and s.weight >= _CLEARLY]) or best
    if best.name in _DISCONNECTIONS and not _UNPAID & {claim.kind for claim in claims}:
        best = _heaviest([s for s in scores if s.name is MessageClass.SECURITY and s.weight >= _ENOUGH]) or best
    return ClassVerdict(best.name.value, "detected", best.evidence)


def _heaviest(scores: Sequence[_Score]) -> _Score | None:
    return max(scores, key=lambda s: (s.weight, -list(MessageClass).index(s.name)), default=None)


def _titles(message: Message) -> frozenset[int]:
    """The blocks that say what the message is for: its subject, and what stands above the text.

    Headings further down («How to complain», «If you cannot pay») divide the text; they do not name it.
    """
    blocks = list(enumerate(message.blocks))
    start = next((number for number, block in blocks if block.role in _OPENS_TEXT), len(blocks))
    subjects = {number for number, block in blocks if block.role is BlockRole.SUBJECT}
    return frozenset(subjects | {n for n, block in blocks[:start] if block.role is BlockRole.HEADING})


def _score(
    signature: ClassSignature, matches: Matches, message: Message, titles: frozenset[int], claims: Sequence[Claim]
) -> _Score:
    weights = {p: w for patterns in signature.patterns.values() for p, w in patterns}
    best: dict[str, tuple[float, str]] = {}
    telling = False
    for match in matches.of(f"class:{signature.name}"):
        if not _counts(match, signature, message):
            continue
        given = weights.get(match.pattern, 1.0)
        telling = telling or given >= _TELLING
        weight = given * (_TITLE_FACTOR if match.sentence.block in titles else 1.0)
        # Evidence against (a negative weight) counts like evidence for: once a pattern, at its strongest.
        if abs(weight) > abs(best.get(match.pattern.text, (0.0, ""))[0]):
            best[match.pattern.text] = weight, match.span.of(message.text)
    for claim in claims:
        given = signature.claims.get(claim.kind, 0.0)
        if given:
            telling = telling or given >= _TELLING
            best[f"claim:{claim.kind}"] = given, claim.span.of(message.text)
    found = sorted(best.values(), reverse=True)
    if not telling and sum(1 for w, _ in found if w > 0) < 2:
        return _Score(signature.name, 0.0, ())
    return _Score(signature.name, sum(w for w, _ in found), tuple(text for w, text in found if w > 0))


def _counts(match: Match, signature: ClassSignature, message: Message) -> bool:
    """Words of others tell nothing, save what the reader wrote: a reply is of the class of what it answers."""
    if message.blocks[match.sentence.block].role is BlockRole.QUOTED:
        return signature.name in _REPLIES
    if signature.name is MessageClass.EXIT_REPLY and match.flags & _SUPPOSED:
        return False
    return not match.flags & _NOT_SAID
