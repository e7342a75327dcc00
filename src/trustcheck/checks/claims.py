"""From pattern matches to claims: what the message asserts about the reader's account, with the values bound to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from trustcheck.checks.binding import context_of, slots_of
from trustcheck.model.check import Matches
from trustcheck.model.claim import Claim
from trustcheck.model.language import Analysis
from trustcheck.model.match import Flag, Match
from trustcheck.model.message import Message
from trustcheck.model.rule import ClaimKind
from trustcheck.model.span import Span

_SAID_BY_OTHERS = frozenset({Flag.QUESTION, Flag.CONDITION, Flag.QUOTED, Flag.REPORTED})
_NOT_YET = frozenset({Flag.CONDITIONED, Flag.FUTURE})
_Nearby = dict[tuple[int, int], list[Claim]]
"""(block, sentence) → the claims that stand there."""


def extract(kinds: Sequence[ClaimKind], matches: Matches, message: Message, analysis: Analysis) -> tuple[Claim, ...]:
    """All claims of a message, in reading order: asserted, not asked, conditional, to come, or quoted.

    A negation outside the wording turns a claim into its opposite kind, or into nothing where there is none.
    """
    found: list[tuple[Claim, Match]] = []
    for kind in kinds:
        for match in matches.of(f"claim:{kind.name}", "presupposed"):
            if not match.flags & _SAID_BY_OTHERS:
                found.append((_claim(kind.name, match, message, analysis), match))
        for match in matches.of(f"claim:{kind.name}"):
            name = _asserted_kind(kind, match)
            if name:
                found.append((_claim(name, match, message, analysis), match))
    return _distinct(found, {kind.name: kind for kind in kinds})


def sentence_of(claim: Claim, analysis: Analysis) -> Span:
    """The sentence that a claim stands in."""
    return next((s.span for s in analysis.sentences if s.span.contains(claim.span)), claim.span)


def _asserted_kind(kind: ClaimKind, match: Match) -> str:
    allowed = {Flag(name) for name in kind.options.get("allow", ())}
    if match.flags & ((_SAID_BY_OTHERS | _NOT_YET) - allowed):
        return ""
    return kind.opposite if Flag.NEGATED in match.flags else kind.name


def _claim(kind: str, match: Match, message: Message, analysis: Analysis) -> Claim:
    slots = slots_of(match, message, analysis)
    return Claim(kind, match.span, slots, context_of(match, message, analysis))


def _distinct(found: Iterable[tuple[Claim, Match]], kinds: dict[str, ClaimKind]) -> tuple[Claim, ...]:
    """One claim a kind and place; a kind that says more replaces those it supersedes in the same sentence.

    What it supersedes `beside` goes from the sentence before and after it too: «It fell due in May. It is unpaid.»
    """
    kept: list[tuple[Claim, Match]] = []
    reached: dict[str, int] = {}  # kind → where its last claim ends: the claims come in the order of their starts
    for claim, match in sorted(found, key=_fullest):
        if claim.span.start >= reached.get(claim.kind, 0):
            kept.append((claim, match))
            reached[claim.kind] = claim.span.end
    nearby = _by_sentence(kept)
    return tuple(claim for claim, match in kept if not _superseded(claim, match, nearby, kinds))


def _by_sentence(claims: Iterable[tuple[Claim, Match]]) -> _Nearby:
    nearby: _Nearby = defaultdict(list)
    for claim, match in claims:
        nearby[match.sentence.block, match.sentence_index].append(claim)
    return nearby


def _superseded(claim: Claim, match: Match, nearby: _Nearby, kinds: dict[str, ClaimKind]) -> bool:
    """True where a claim in the same sentence, or in one beside it in the same block, says more than this one."""
    return any(
        _says_more(kinds[other.kind], other, claim, abs(step))
        for step in (-1, 0, 1)
        for other in nearby.get((match.sentence.block, match.sentence_index + step), ())
        if other.kind in kinds
    )


def _fullest(pair: tuple[Claim, Match]) -> tuple[int, int, int]:
    claim, _ = pair
    return claim.span.start, -len(claim.span), -len(claim.slots)


def _says_more(kind: ClaimKind, other: Claim, claim: Claim, distance: int) -> bool:
    if distance == 0 and claim.kind in kind.options.get("supersedes", ()):
        return True
    one, two = claim.slots.get("invoice"), other.slots.get("invoice")
    same_bill = one is None or two is None or one == two
    return distance == 1 and same_bill and claim.kind in kind.options.get("beside", ())
