"""What the clause layer says about a match: the one place where clauses become the flags that rules read."""

from __future__ import annotations

from collections.abc import Sequence

from trustcheck.language.patterns.index import Hit
from trustcheck.model.language import Actor, Clause, Modality, Sentence, Tense
from trustcheck.model.match import Flag

_MODALITY = {Modality.CAN: Flag.CAN, Modality.MUST: Flag.MUST, Modality.WANT: Flag.WANT}
_ACTOR = {Actor.COMPANY: Flag.BY_COMPANY, Actor.READER: Flag.BY_READER, Actor.OTHER: Flag.BY_OTHER}
_TENSE = {Tense.FUTURE: Flag.FUTURE, Tense.PAST: Flag.PAST}


def flags_of(hit: Hit, sentence: Sentence, near: Sequence[Sentence]) -> frozenset[Flag]:
    """Flags of the clauses that the pattern's own tokens touch. `near`: the sentences beside this one."""
    clauses = [c for c in sentence.clauses if any(c.start <= i < c.end for i in hit.own)]
    found = {flag for clause in clauses for flag in _clause_flags(clause)}
    if any(i not in hit.own for clause in clauses for i in clause.negators):
        found.add(Flag.NEGATED)
    if all(sentence.tokens[i].quoted for i in hit.own):
        found.add(Flag.QUOTED)
    if any(clause.condition for other in near for clause in other.clauses):
        found.add(Flag.CONDITIONED_NEAR)
    return frozenset(found)


def _clause_flags(clause: Clause) -> set[Flag]:
    truths = {
        Flag.QUESTION: clause.question,
        Flag.CONDITION: clause.condition,
        Flag.CONDITIONED: clause.conditioned,
        Flag.REPORTED: clause.reported,
        Flag.SUBORDINATE: clause.subordinate,
        Flag.IMPERATIVE: clause.imperative,
        Flag.PASSIVE: clause.passive,
    }
    found = {flag for flag, holds in truths.items() if holds}
    found |= {_MODALITY[clause.modality]} if clause.modality in _MODALITY else set()
    found |= {_ACTOR[clause.actor]} if clause.actor in _ACTOR else set()
    found |= {_TENSE[clause.tense]} if clause.tense in _TENSE else set()
    return found
