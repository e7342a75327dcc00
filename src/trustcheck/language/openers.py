"""Words that open a subordinate clause, and their homographs: «om», «når», «da», «som», «der», «if»."""

from __future__ import annotations

from enum import Enum, auto

from trustcheck.language.lexicon import tag
from trustcheck.language.lookahead import NEUTRAL, Look


class Kind(Enum):
    MAIN = auto()
    CONDITION = auto()
    INDIRECT_QUESTION = auto()
    CONTENT = auto()  # «at …»
    RELATIVE = auto()
    OTHER = auto()  # any other subordinate clause


_ABOUT_REACH = 4


class Openers:
    """Answers what the word at an index opens, in a clause that began at `start` and is of `kind`."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._tags = look.tags

    def kind_at(self, at: int, start: int, kind: Kind) -> Kind | None:
        """The kind of clause that begins here, `None` if the word is not used as an opener."""
        bits = self._tags[at]
        if bits & tag.CONDITION:
            return self._condition_or_question(at, start)
        if bits & tag.THAT:
            return Kind.CONTENT if self._look.content_follows(at + 1) else None
        if bits & tag.WHETHER:
            return self._whether(at, start)
        if bits & tag.WHEN and not (at == start and self._look.asks):
            return self._when(at)
        if bits & tag.SUBORDINATOR:
            return self._subordinator(at, bits)
        if bits & tag.QUESTION_WORD and not self._is_direct_question(at, start, kind):
            return (
                Kind.INDIRECT_QUESTION
                if self._wondered(at, start)
                else Kind.OTHER
                if self._look.clause_follows(at + 1)
                else None
            )
        if bits & tag.RELATIVE and at > start:
            if bits & tag.EXPLETIVE and not self._look.verb_follows(at + 1):
                return None
            return Kind.RELATIVE if self._look.clause_follows(at + 1) else None
        return None

    def _is_direct_question(self, at: int, start: int, kind: Kind) -> bool:
        """At the head of a main part that asks."""
        head = all(self._tags[i] & (tag.AND | tag.BUT | NEUTRAL) for i in range(start, at))
        return head and kind is Kind.MAIN and (self._look.asks or self._tags[at] & tag.WHEN == 0)

    def _condition_or_question(self, at: int, start: int) -> Kind:
        if not self._look.v2 and self._look.norms[at] == "if" and self._wondered(at, start):
            return Kind.INDIRECT_QUESTION
        return Kind.CONDITION

    def _whether(self, at: int, start: int) -> Kind | None:
        if self._wondered(at, start) and self._look.clause_follows(at + 1):
            return Kind.INDIRECT_QUESTION
        if not self._look.v2:
            return Kind.OTHER
        following = self._look.skip_neutral(at + 1)
        if following >= self._look.size:
            return None
        if self._tags[following] & tag.SUBJECT and not self._tags[following] & tag.DETERMINER:
            return Kind.CONDITION if self._look.verb_follows(following + 1) else None
        if at > start and self._is_about(at, start):
            return None
        return Kind.CONDITION if self._look.finite_before_subject(at + 1) else None

    def _is_about(self, at: int, start: int) -> bool:
        """«informasjon om fakturaen»: the word before takes «om» as a preposition."""
        return any(self._tags[i] & tag.ABOUT_HEAD for i in range(max(at - _ABOUT_REACH, start), at))

    def _when(self, at: int) -> Kind | None:
        """A condition only where it is about what the reader does from now on."""
        if not self._look.clause_follows(at + 1):
            return None
        subject = self._look.skip_neutral(at + 1)
        if subject >= self._look.size or not self._tags[subject] & tag.READER:
            return Kind.OTHER
        verb = self._look.skip_neutral(subject + 1)
        past = verb < self._look.size and self._tags[verb] & tag.PRETERITE and not self._tags[verb] & tag.PRESENT
        return Kind.OTHER if past else Kind.CONDITION

    def _subordinator(self, at: int, bits: int) -> Kind | None:
        if bits & (tag.PREPOSITION | tag.ADVERB):
            following = self._look.skip_neutral(at + 1)
            named = following < self._look.size and self._tags[following] & tag.SUBJECT
            if named:
                return Kind.OTHER if self._look.verb_follows(following + 1) else None
            return Kind.OTHER if at == 0 and self._look.fronted_clause(at + 1) else None
        return Kind.OTHER

    def _wondered(self, at: int, start: int) -> bool:
        """«lurer på om», «vi undersøker hvorfor»: a word of asking or finding out stands close before."""
        return any(self._tags[i] & tag.WONDER for i in range(max(at - 3, start), at))
