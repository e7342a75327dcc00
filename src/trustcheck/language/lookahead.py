"""Short looks ahead in a tagged sentence: the questions that the walk over clauses asks at each word."""

from __future__ import annotations

from collections.abc import Sequence

from trustcheck.language.lexicon import tag

NEUTRAL = tag.ADVERB | tag.NEGATOR
OPENERS = tag.CONDITION | tag.WHETHER | tag.WHEN | tag.THAT | tag.RELATIVE | tag.SUBORDINATOR | tag.QUESTION_WORD
REACH = 8
_MAIN_REACH = 60


class Look:
    """One sentence: `norms` and `tags` of its tokens; `v2`: a verb-second language; `asks`: it ends in a question mark.

    Every look is bounded, so that a sentence of any length is walked in linear time.
    """

    def __init__(self, norms: Sequence[str], tags: Sequence[int], v2: bool, asks: bool) -> None:
        self.norms = norms
        self.tags = tags
        self.size = len(tags)
        self.v2 = v2
        self.asks = asks

    def skip_neutral(self, at: int) -> int:
        end = min(at + REACH, self.size)
        while at < end and self.tags[at] & NEUTRAL and not self.tags[at] & (tag.SUBJECT | tag.STRONG):
            at += 1
        return at

    def inverted(self, at: int) -> bool:
        following = at + 1
        return bool(self.tags[at] & tag.STRONG) and following < self.size and bool(self.tags[following] & tag.SUBJECT)

    def verb_follows(self, at: int) -> bool:
        place = self.skip_neutral(at)
        return place < self.size and place - at <= 3 and bool(self.tags[place] & tag.STRONG)

    def subject_order(self, at: int) -> bool:
        return at < self.size and bool(self.tags[at] & tag.SUBJECT) and self.verb_follows(at + 1)

    def noun_phrase_main(self, at: int) -> bool:
        """A noun as subject and then its verb: «og saken sendes …»."""
        for place in range(at, min(at + REACH, self.size)):
            bits = self.tags[place]
            if bits & tag.STRONG:
                return place > at and not self.tags[at] & (tag.INFINITIVE | tag.PARTICIPLE | tag.PREPOSITION)
            if self.norms[place] in {",", ";", ":", "–"} or bits & (OPENERS | tag.AND | tag.BUT | tag.TO):
                return False
        return False

    def fronted_clause(self, at: int) -> bool:
        """A noun and its verb, a comma, and then the main part: «Siden kontrakten er hevet, kommer …»."""
        if not self.noun_phrase_main(at):
            return False
        comma = next((i for i in range(at, min(at + 2 * REACH, self.size)) if self.norms[i] == ","), self.size)
        if comma + 1 >= self.size or any(self.tags[i] & (OPENERS | tag.AND | tag.BUT) for i in range(at, comma)):
            return False
        if self.v2:
            return bool(self.tags[comma + 1] & tag.STRONG)
        return self.subject_order(comma + 1) or self.noun_phrase_main(comma + 1)

    def subject_next(self, at: int) -> bool:
        following = at + 1
        return following < self.size and bool(self.tags[following] & (tag.COMPANY | tag.SOMEONE)) and self.v2

    def content_follows(self, at: int) -> bool:
        """What «at» opens: a clause, also one whose verb no table knows («at du tastet feil»)."""
        pronoun = at + 1 < self.size and self.tags[at] & tag.SUBJECT and not self.tags[at] & tag.DETERMINER
        return bool(pronoun) or self.clause_follows(at)

    def clause_follows(self, at: int) -> bool:
        for place in range(at, min(at + 2 * REACH, self.size)):
            if self.tags[place] & tag.FINITE:
                return True
            if self.norms[place] in {";", ":"}:
                return False
        return False

    def finite_before_subject(self, at: int) -> bool:
        for place in range(at, min(at + REACH, self.size)):
            bits = self.tags[place]
            if bits & tag.STRONG:
                following = place + 1
                return following >= self.size or not self.tags[following] & (tag.COMPANY | tag.READER)
            if self.norms[place] in {",", ";", ":"} or bits & (tag.COMPANY | tag.READER | tag.THAT | tag.TO):
                return False
        return False

    def is_request(self, at: int) -> bool:
        first = self.skip_neutral(at)
        return first < self.size and bool(self.tags[first] & tag.IMPERATIVE) and not self.subject_next(first)

    def is_verb_first_condition(self, at: int) -> bool:
        bits = self.tags[at]
        if self.asks or at + 1 >= self.size:
            return False
        if not self.v2:
            return self.english_inversion(at)
        if not bits & tag.FINITE or bits & tag.OTHERWISE or not self.has_subject_after(at) or self.noun_of_yours(at):
            return False
        return self.main_part_after(at + 2) or self.norms[-1] == ":"

    def noun_of_yours(self, at: int) -> bool:
        """«Ønsket ditt om å slutte er notert»: a neuter noun that looks like a past verb, and its owner."""
        return self.norms[at].endswith("et") and self.norms[at + 1] in {"ditt", "mitt", "vårt", "dykkar"}

    def english_inversion(self, at: int) -> bool:
        subject = self.tags[at + 1] & (tag.SUBJECT | tag.DETERMINER) and not self.tags[at + 1] & tag.NEGATOR
        return bool(self.tags[at] & tag.INVERTER and subject)

    def has_subject_after(self, at: int) -> bool:
        following = self.skip_neutral(at + 1)
        if following >= self.size:
            return False
        bits = self.tags[following]
        if bits & (tag.SUBJECT | tag.DETERMINER) or self._noun_like_participle(following):
            return True
        return not bits & (tag.PREPOSITION | tag.TO | tag.PARTICIPLE | tag.INFINITIVE | OPENERS) and (
            self.norms[following][:1].isalnum()
        )

    def _noun_like_participle(self, at: int) -> bool:
        """«Er beløbet ikke betalt»: «beløbet» looks like a participle, but an adverb parts it from the real one."""
        return bool(self.tags[at] & tag.PARTICIPLE) and at + 1 < self.size and bool(self.tags[at + 1] & NEUTRAL)

    def _so_follows(self, at: int, comma: int) -> bool:
        """«Har du frågor, så mejla oss»: behind a verb, a pronoun and a comma, «så» opens the main part.

        Whatever word comes next is then its verb, also one that no table knows.
        """
        return comma + 2 < self.size and self.norms[comma + 1] == "så" and bool(self.tags[at] & tag.SUBJECT)

    def main_part_after(self, at: int) -> bool:
        """The main part that a condition in question order needs: after a comma, or a second verb and its subject."""
        nested = False
        for place in range(at, min(at + _MAIN_REACH, self.size)):
            bits = self.tags[place]
            if self.norms[place] in {",", "–"} and place + 1 < self.size:
                first = self.skip_neutral(place + 1)
                main = first < self.size and self.tags[first] & (tag.STRONG | tag.POLITE | tag.OTHERWISE)
                if main or self.is_request(place + 1) or self._so_follows(at - 1, place):
                    return True
                nested = False
            elif bits & tag.STRONG and not nested and not self.tags[place - 1] & (tag.AND | tag.SUBJECT | tag.TO):
                return place + 1 < self.size and not self.tags[place + 1] & tag.PREPOSITION
            elif bits & tag.IMPERATIVE and not bits & (tag.INFINITIVE | tag.FINITE) and self.tags[place - 1] == 0:
                return True
            elif bits & (tag.THAT | tag.RELATIVE | tag.CONDITION):
                nested = True
            elif self.norms[place] in {";", ":"}:
                return False
        return False
