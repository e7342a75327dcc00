"""The safe edits for what shouts: ordinary letters, one mark, the alarm word once. In doubt there is no edit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from trustcheck.checks.channels import customer_value
from trustcheck.language.dictionary import Spelling, spelling
from trustcheck.model.check import Context
from trustcheck.model.fix import Edit
from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.message import PROSE, Block, BlockRole
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span
from trustcheck.text.names import names_organisation

_RUN_OF_MARKS = re.compile(r"[!?](?:[ ]?[!?]|1+(?=[!?])|1+(?!\w))*")
_GOES_ON = re.compile(r"[\w/@&=#%-]")
"""After such a mark it may be part of an address."""
_LOUD = re.compile(r"(?<!\S)[^\sa-zß-öø-ÿ]++(?!\S)(?:\s++[^\sa-zß-öø-ÿ]++(?!\S))*+")
"""Words without a lower-case letter, side by side."""
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_WORDS = re.compile(r"[\d_@/\\\[\]{}<>|*$%#+=]|\w\.\w")
"""What a reference, an address or a field holds: it is left as it is."""
_ELSEWHERE = re.compile(r"(?<![\w@./-])[^\W\d_]+(?![\w@]|\.\w)")
_OPENERS = " \t\u00a0\n\"'“”«»(*_"
_WRAPPED = 50
"""A line shorter than this did not end because it was full."""
_LONGEST = 5000
"""Code points; a longer stretch of capitals is no slip of somebody who writes a letter."""
_OPEN = frozenset({BlockRole.SUBJECT, BlockRole.HEADING, BlockRole.PARAGRAPH, BlockRole.LIST_ITEM})
"""Running text. Names stand in capitals in letterheads and signatures, and nobody wants them small."""
_KEPT = (
    EntityKind.REFERENCE,
    EntityKind.EMAIL,
    EntityKind.LINK,
    EntityKind.BANK_ACCOUNT,
    EntityKind.PAYMENT_REFERENCE,
    EntityKind.POSTAL_ADDRESS,
)
_CAPITALISED: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "i i'm i've i'll i'd monday tuesday wednesday thursday friday saturday sunday january february april june july"
        " august september october november december english british norwegian swedish danish".split()
    )
}
_OPEN_QUESTIONS: Mapping[str, frozenset[str]] = {
    "nb": frozenset("de dem deres".split()),
    "nn": frozenset("de dykk dykkar".split()),
    "da": frozenset("i de dem deres jer jeres".split()),
    "sv": frozenset("ni er ert era".split()),
    "en": frozenset("it us march".split()),
}
"""Words that mean one thing with a capital and another without: polite «De», Danish «I» (you), «May»."""
_MONTHS = frozenset({"may", "march"})
"""English months that are verbs as well."""
_ALL_CAPITALS_TOO = frozenset({"it", "us"})
"""Words that all in capitals mean another thing again."""


def one_mark(text: str, span: Span, block: Span) -> tuple[Edit, ...] | None:
    """One mark in the place of each run that `span` touches, «?» where the run asks; None where words go on at once."""
    start = span.start
    while start > block.start and text[start - 1] in "!?":
        start -= 1
    edits: list[Edit] = []
    for found in _RUN_OF_MARKS.finditer(text, start, block.end):
        if found.start() >= span.end:
            break
        run = found.group()
        if "!" in run and len(run) > 1:
            if _GOES_ON.match(text, found.end(), block.end):
                return None
            edits.append(Edit(Span(*found.span()), "?" if "?" in run else "!"))
    return tuple(edits) or None


@dataclass(frozen=True)
class Capitals:
    """How the words of one message are written when they do not shout. `acronyms` and `ordinary` come from the rule."""

    context: Context
    acronyms: Container[str]
    ordinary: Container[str]

    @classmethod
    def of(cls, rule: Rule, context: Context) -> Capitals:
        options = rule.options
        return cls(context, frozenset(options.get("acronyms", ())), frozenset(options.get("ordinary", ())))

    def lowered(self, span: Span, block: Block) -> tuple[Edit, ...] | None:
        """Edits that write the shouting words at `span`, and those beside them, in ordinary letters.

        None where one of them may be a name, or could be meant in two ways.
        """
        if block.role not in _OPEN:
            return None
        region = self._region(span)
        if region not in self._done:
            self._done[region] = self._lowered(region, block) if len(region) <= _LONGEST else None
        return self._done[region]

    @cached_property
    def _done(self) -> dict[Span, tuple[Edit, ...] | None]:
        """Regions that were looked at before: several findings may stand in one."""
        return {}

    def _lowered(self, region: Span, block: Block) -> tuple[Edit, ...] | None:
        edits: list[Edit] = []
        text = self.context.message.text
        kept = [*self._names(region), *(e.span for e in self._codes if e.span.overlaps(region))]
        for word in _words(text, region):
            if any(word.overlaps(keep) for keep in kept):
                continue
            written = self._written(word, starts=self._starts(word, block.span))
            if written is None:
                return None
            if written != word.of(text):
                edits.append(Edit(word, written))
        return tuple(edits) or None

    @cached_property
    def _codes(self) -> tuple[Entity, ...]:
        return self.context.analysis.entities_of(*_KEPT)

    def _region(self, span: Span) -> Span:
        """All the words in capitals around `span`; short ones between the long ones shout as well."""
        after = bisect_left(self._regions, Span(span.end, span.end))
        around = [region for region in self._regions[max(after - 1, 0) : after] if region.overlaps(span)]
        return around[0].cover(span) if around else span

    @cached_property
    def _regions(self) -> list[Span]:
        text, blocks = self.context.message.text, self.context.message.blocks
        found = (m for block in blocks for m in _LOUD.finditer(text, block.span.start, block.span.end))
        return [Span(*match.span()) for match in found]

    def _names(self, region: Span) -> Iterator[Span]:
        """Where registered names stand: they keep the letters that they have."""
        at = region.start
        names = self.context.organisation.names
        while found := names_organisation(Span(at, region.end).of(self.context.message.text), names):
            yield found.shift(at)
            at += found.end

    def _starts(self, word: Span, block: Span) -> bool:
        """Does a sentence begin with this word? A line that ended before it was full ended on purpose."""
        text = self.context.message.text
        before = text[max(block.start, word.start - 2 * _WRAPPED) : word.start]
        said = before.rstrip(_OPENERS)
        gap = range(word.start - (len(before) - len(said)), word.start + 1)
        if not said or not self._sentences.isdisjoint(gap):
            return True
        if said[-1] == ":":
            return self.context.analysis.language != "en"
        return "\n" in before[len(said) :] and len(said) - said.rfind("\n") <= _WRAPPED

    @cached_property
    def _sentences(self) -> frozenset[int]:
        return frozenset(sentence.span.start for sentence in self.context.analysis.sentences)

    def _written(self, span: Span, *, starts: bool) -> str | None:
        """The word at `span` in ordinary letters, or None where nobody can tell."""
        text = self.context.message.text
        word, after = span.of(text), text[span.end : span.end + 1]
        low = word.lower().replace("’", "'")
        if word in self.acronyms:
            return word
        if low in _MONTHS and self.context.analysis.language == "en" and _is_beside_number(text, span):
            return low.capitalize()
        form = self._form(low, self.context.analysis.language, letter_word=after == "-")
        if form is None and starts and self._is_open(low) and low not in _ALL_CAPITALS_TOO:
            form = low
        if form is None:
            return None
        cased = form[0].upper() + form[1:] if starts and form.islower() else form
        return cased.replace("'", "’") if "’" in word else cased

    def _is_open(self, low: str) -> bool:
        return low in _OPEN_QUESTIONS[self.context.analysis.language]

    def _form(self, low: str, language: str, *, letter_word: bool) -> str | None:
        mixed, lower = self._mixed.get(low), low in self._lower
        if mixed or low in _CAPITALISED.get(language, ()):
            return None if lower else mixed or low.capitalize()
        if self._is_open(low):
            return low if lower and low != "i" else None
        if lower or low in self.ordinary or (letter_word and len(low) == 1):
            return low
        found = spelling(low, language)
        if found is Spelling.NAME and len(low) > 2:
            return low.capitalize()
        return low if found is Spelling.LOWER else None

    @cached_property
    def _lower(self) -> frozenset[str]:
        """Words that the message itself writes in small letters."""
        return frozenset(word for word, _ in self._elsewhere() if word.islower())

    @cached_property
    def _mixed(self) -> Mapping[str, str]:
        """Names: words with a capital in the middle of a sentence, or in the middle of themselves."""
        found = {
            word.lower(): word
            for word, inside in self._elsewhere()
            if not word.isupper() and (word[1:].lower() != word[1:] or (inside and not word.islower()))
        }
        customer = customer_value(self.context, "name") or ""
        return {**found, **{name.lower(): name for name in customer.split() if not name.isupper()}}

    def _elsewhere(self) -> Iterator[tuple[str, bool]]:
        """The words of our own text, and whether a word of small letters stands right before."""
        text = self.context.message.text
        for block in self.context.message.blocks:
            if block.role in PROSE:
                for found in _ELSEWHERE.finditer(text, block.span.start, block.span.end):
                    before = text[max(found.start() - 2, 0) : found.start()]
                    yield found.group(), before[-1:] == " " and (before[:1].islower() or before[:1] == ",")


def _is_beside_number(text: str, word: Span) -> bool:
    before, after = text[max(word.start - 4, 0) : word.start].rstrip(), text[word.end : word.end + 3].lstrip(" ,")
    return bool(re.search(r"\d(?:ST|ND|RD|TH)?$", before)) or after[:1].isdigit()


def _words(text: str, region: Span) -> Iterator[Span]:
    """The words of a region that are nothing but words."""
    for chunk in _CHUNK.finditer(text, region.start, region.end):
        if not _NO_WORDS.search(chunk.group().rstrip("!?1")):
            yield from (Span(*found.span()) for found in _WORD.finditer(text, chunk.start(), chunk.end()))
