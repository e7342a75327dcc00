"""Where clauses begin and what kind each is: one walk from left to right."""

from __future__ import annotations

from dataclasses import dataclass

from trustcheck.language.lexicon import tag
from trustcheck.language.lookahead import NEUTRAL, OPENERS, REACH, Look
from trustcheck.language.openers import Kind, Openers


@dataclass(slots=True)
class Draft:
    """A clause while it is found. `opened_by` is the index of the word that opens it, -1 without one."""

    start: int
    segment: int
    kind: Kind
    opened_by: int = -1
    coordinated: bool = False
    """Joined by «and» to the segment before."""


_BREAKS = frozenset({";", "–", "—", "-", ":"})
_CLOSING = frozenset({")", "]"})


class Walker:
    """Walks one sentence and keeps the clauses found so far."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._openers = Openers(look)
        self._norms = look.norms
        self._tags = look.tags
        self._size = look.size
        self._drafts = [Draft(0, 0, Kind.MAIN)]
        self._main_done = False
        self._finite = False

    def drafts(self) -> list[Draft]:
        """The clauses in order; the first starts at 0, each ends where the next begins."""
        self._begin_segment(0)
        for at in range(self._size):
            bits = self._tags[at]
            norm = self._norms[at]
            if norm == ",":
                self._comma(at)
            elif norm in _BREAKS:
                self._break(at)
            elif norm in _CLOSING:
                self._resume(at + 1)
            elif bits:
                self._word(at, bits)
        return self._drafts

    @property
    def _now(self) -> Draft:
        return self._drafts[-1]

    def _open(self, at: int, kind: Kind, opened_by: int = -1, *, new: bool = False, joined: bool = False) -> None:
        """Begin a clause at `at`; one that would be empty is replaced."""
        last = self._drafts[-1]
        draft = Draft(at, last.segment + new, kind, opened_by, joined)
        if last.start == at:
            draft.segment = last.segment
            draft.coordinated = last.coordinated or joined
            self._drafts[-1] = draft
        else:
            self._drafts.append(draft)
        self._finite = False
        if new:
            self._main_done = False

    def _begin_segment(self, at: int) -> None:
        """Decide whether a main part begins with a condition in the order of a question."""
        first = at
        while first < self._size and self._tags[first] & (tag.AND | tag.BUT):
            first += 1
        if first < self._size and self._look.is_verb_first_condition(first):
            self._open(at, Kind.CONDITION, first)
            self._now.opened_by = first

    def _word(self, at: int, bits: int) -> None:
        if at == self._now.opened_by:
            self._finite = self._finite or bool(bits & tag.STRONG)
            return
        kind = self._kind_at(at) if bits & OPENERS else None
        if kind is not None:
            self._open(at, kind, at)
        elif bits & (tag.AND | tag.BUT):
            self._coordinator(at, bits)
        elif bits & tag.STRONG:
            self._finite_verb(at, bits)
        elif bits & tag.SUBJECT and self._begins_contact_clause(at):
            self._open(at, Kind.RELATIVE)
        elif bits & tag.SUBJECT and not self._look.v2:
            self._english_subject(at)
        elif bits & (tag.IMPERATIVE | tag.POLITE) and self._is_imperative(at):
            self._imperative(at)
        elif bits & tag.FINITE and self._now.kind is Kind.MAIN:
            self._main_done = True

    def _finite_verb(self, at: int, bits: int) -> None:
        if self._now.kind is Kind.MAIN:
            if self._main_done and self._look.v2 and self._look.inverted(at) and not self._joined_to_verb(at):
                self._open(self._with_adverbs_before(at), Kind.MAIN, new=True)
            self._main_done = self._finite = True
        elif not self._finite:
            self._finite = True
        elif not self._main_done and not self._joined_to_verb(at) and not self._main_after_comma(at):
            # A second finite verb: the part in front is over, the main part goes on.
            self._open(self._with_adverbs_before(at), Kind.MAIN)
            self._main_done = self._finite = True
        elif self._main_done and self._look.inverted(at) and not self._joined_to_verb(at):
            self._open(at, Kind.MAIN, new=True)
            self._main_done = self._finite = True

    def _main_after_comma(self, at: int) -> bool:
        """English «If you felt our letter was harsh, we …»: the verb belongs to what is felt."""
        if self._look.v2:
            return False
        for place in range(at + 1, min(at + 2 * REACH, self._size - 1)):
            if self._norms[place] == ",":
                return self._starts_main(place + 1)
        return False

    def _with_adverbs_before(self, at: int) -> int:
        return at - 1 if self._norms[at - 1] == "så" and self._now.start < at - 1 else at

    def _joined_to_verb(self, at: int) -> bool:
        before = at - 1
        first = max(self._now.start, at - REACH)
        while before > first and self._tags[before] & NEUTRAL and not self._tags[before] & tag.AND:
            before -= 1
        return bool(self._tags[before] & (tag.AND | tag.BUT | tag.TO))

    def _english_subject(self, at: int) -> None:
        """«If you do not pay we will …»: a nominative after a finite verb begins the main part."""
        if self._now.kind is Kind.MAIN and self._reported_without_that(at):
            self._open(at, Kind.CONTENT)
            return
        nominative = self._tags[at] & (tag.COMPANY | tag.SOMEONE) and self._tags[at] & ~tag.DETERMINER
        if not self._finite or self._main_done or self._now.kind is Kind.MAIN or not nominative:
            return
        if self._tags[at] & tag.COMPANY and self._look.verb_follows(at + 1):
            self._open(at, Kind.MAIN)

    def _reported_without_that(self, at: int) -> bool:
        """«You say we never answered»."""
        before = self._tags[at - 1] if at > self._now.start + 1 else 0
        says = before & tag.FINITE and not before & (tag.HAVE | tag.BE | tag.MODAL | tag.DO)
        return bool(self._main_done and says and self._look.verb_follows(at + 1))

    def _imperative(self, at: int) -> None:
        if self._now.kind is not Kind.MAIN and not self._main_done:
            self._open(at, Kind.MAIN)
        if self._now.kind is Kind.MAIN:
            self._main_done = self._finite = True

    def _comma(self, at: int) -> None:
        after = at + 1
        if after >= self._size:
            return
        if self._tags[after] & (tag.AND | tag.BUT):
            return
        if self._now.kind is Kind.MAIN:
            if self._main_done and self._starts_main(after):
                self._segment(after)
            return
        if not self._main_done:
            if self._main_resumes(after):
                self._open(after, Kind.MAIN)
        elif self._starts_main(after):
            self._segment(after)
        elif not self._tags[after] & OPENERS and self._verb_form(after):
            self._open(after, Kind.MAIN)

    def _verb_form(self, at: int) -> bool:
        return bool(self._tags[at] & (tag.FINITE | tag.PARTICIPLE | tag.INFINITIVE | tag.NEGATOR))

    def _segment(self, at: int, *, joined: bool = False) -> None:
        self._open(at, Kind.MAIN, new=True, joined=joined)
        self._begin_segment(at)

    def _break(self, at: int) -> None:
        if (self._main_done or self._norms[at] == ";") and at + 1 < self._size:
            self._segment(at + 1)
        elif self._now.kind is not Kind.MAIN and self._norms[at] in {"–", "—"} and self._main_resumes(at + 1):
            self._open(at + 1, Kind.MAIN)

    def _resume(self, at: int) -> None:
        if self._now.kind is not Kind.MAIN and at < self._size:
            self._open(at, Kind.MAIN)

    def _coordinator(self, at: int, bits: int) -> None:
        after = at + 1
        if after >= self._size or (
            self._tags[after] & (OPENERS & ~(tag.QUESTION_WORD | tag.SUBJECT))
            and (self._kind_at(after) in {Kind.CONTENT, Kind.RELATIVE})
        ):
            return
        if self._main_done and (
            self._starts_main(after) or self._look.noun_phrase_main(after) or self._opens_new(at, after)
        ):
            self._segment(at, joined=bool(bits & tag.AND))
        elif not self._main_done and self._now.kind is not Kind.MAIN and self._look.subject_order(after):
            self._open(at, self._now.kind, at)
        elif self._main_done and self._now.kind is Kind.MAIN and bits & tag.BUT:
            self._segment(at)

    def _opens_new(self, at: int, after: int) -> bool:
        """«…, og hvis du ikke betaler, …» after a whole main part."""
        kind = self._kind_at(after) if self._tags[after] & OPENERS else None
        in_main = self._now.kind is Kind.MAIN
        return kind is Kind.CONDITION and (in_main or self._tags[at] & tag.BUT != 0 or self._norms[at - 1] == ",")

    def _starts_main(self, at: int) -> bool:
        """A main part with its own subject, a new request, or «ellers»."""
        if at >= self._size:
            return False
        if self._tags[at] & tag.OTHERWISE or self._is_imperative(at):
            return True
        if self._norms[at] == "so" and not self._look.v2:
            return self._look.subject_order(at + 1) or self._look.noun_phrase_main(at + 1)
        first = self._look.skip_neutral(at)
        if first >= self._size:
            return False
        if self._tags[first] & tag.SUBJECT:
            return self._look.verb_follows(first + 1)
        return self._look.v2 and self._look.inverted(first)

    def _main_resumes(self, at: int) -> bool:
        if at >= self._size or self._tags[at] & (tag.AND | tag.BUT):
            return False
        if self._tags[at] & OPENERS and self._kind_at(at) is not None:
            return bool(self._tags[at] & tag.QUESTION_WORD) and self._look.asks
        first = self._look.skip_neutral(at)
        if first >= self._size:
            return False
        bits = self._tags[first]
        if bits & (tag.STRONG | tag.POLITE | tag.OTHERWISE) or self._is_imperative(at):
            return True
        if bits & tag.SUBJECT:
            return self._look.verb_follows(first + 1)
        return not self._look.v2 and self._look.noun_phrase_main(first)

    def _is_imperative(self, at: int) -> bool:
        """A request: «Betal …», «ta kontakt», «vennligst …»; never after a word that needs a noun."""
        place = at
        while place < min(at + REACH, self._size) and self._tags[place] & (tag.POLITE | NEUTRAL):
            if self._tags[place] & tag.POLITE:
                return True
            if self._tags[place] & (tag.IMPERATIVE | tag.SUBJECT):
                break
            place += 1
        if place >= self._size or not self._tags[place] & tag.IMPERATIVE or self._tags[place] & tag.STRONG:
            return False
        before = self._norms[at - 1] if at else ""
        if at and before not in {",", ";", ":", "–", "—", ")"} and not self._tags[at - 1] & (tag.AND | tag.BUT):
            return (
                self._fronted() and self._look.v2 and not self._tags[place] & tag.INFINITIVE and self._tags[at - 1] == 0
            )
        return not self._look.subject_next(place)

    def _fronted(self) -> bool:
        return self._now.kind is Kind.CONDITION and self._finite and not self._main_done

    def _begins_contact_clause(self, at: int) -> bool:
        """«Beløpet du skylder, er …»: a relative clause without its word."""
        if self._main_done or self._now.kind is not Kind.MAIN or at == self._now.start:
            return False
        before = at - 1
        if self._tags[before] or self._norms[before][:1].isupper() or not self._norms[before].isalpha():
            return False
        if not self._look.verb_follows(at + 1):
            return False
        for place in range(self._look.skip_neutral(at + 1) + 1, min(at + 2 * REACH, self._size)):
            bits = self._tags[place]
            if bits & tag.STRONG:
                return True
            if bits & (OPENERS & ~tag.RELATIVE | tag.AND | tag.BUT) or self._norms[place] in {";", ":"}:
                return False
        return False

    def _kind_at(self, at: int) -> Kind | None:
        return self._openers.kind_at(at, self._now.start, self._now.kind)
