"""What the language layer says about a text: tokens, clauses, sentences, entities. All spans are in `Message.text`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trustcheck.model.span import Span

LANGUAGES = ("nb", "nn", "sv", "da", "en")
"""The shipped languages: Bokmål, Nynorsk, Swedish, Danish, English (ISO 639-1)."""


class EntityKind(StrEnum):
    """Kinds of thing that text/ finds; each is also a slot `{DATE}`, `{MONEY}` … of the pattern notation."""

    DATE = "DATE"
    TIME = "TIME"
    MONEY = "MONEY"
    DURATION = "DURATION"
    NUMBER = "NUMBER"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    LINK = "LINK"
    ORG_NUMBER = "ORG_NUMBER"
    BANK_ACCOUNT = "BANK_ACCOUNT"
    PAYMENT_REFERENCE = "PAYMENT_REFERENCE"
    NATIONAL_ID = "NATIONAL_ID"
    CARD_NUMBER = "CARD_NUMBER"
    REFERENCE = "REFERENCE"
    POSTAL_ADDRESS = "POSTAL_ADDRESS"


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with a value. `value` is canonical, by kind:

    DATE `2026-03-12` (a range `2026-03-08/2026-03-10`, a month `2026-03`; without a year `--03-12`; a weekday alone
    `W-5`, 1 = Monday; today/tomorrow `+0`, `+1`) · TIME `14:00` · MONEY `499.00 NOK` (decimal point, ISO 4217, `?`
    when the currency is open) · DURATION ISO 8601 (`P14D`, `PT24H`) · NUMBER a decimal · PHONE E.164 or `short:12345`
    · EMAIL and LINK lower-cased host · ORG_NUMBER, BANK_ACCOUNT, PAYMENT_REFERENCE, NATIONAL_ID, CARD_NUMBER the
    compact digits · REFERENCE a case, invoice, order or customer number as written · POSTAL_ADDRESS one line.
    `detail` adds what a check may ask: `label`, `valid` (`yes`/`no`), `scheme` (`NO`, `IBAN`, `KID` …).
    """

    kind: EntityKind
    span: Span
    value: str
    detail: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark, or a whole entity.

    `norm`: lower case, NFC, soft hyphens and zero-width characters gone; for an entity the kind's name in capitals.
    """

    text: str
    norm: str
    span: Span
    entity: Entity | None = None
    quoted: bool = False


class Modality(StrEnum):
    NONE = "none"
    CAN = "can"
    MUST = "must"
    WANT = "want"


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Actor(StrEnum):
    """Who does what the clause says: the sender, the reader, somebody or something else, or nobody named."""

    COMPANY = "company"
    READER = "reader"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence, as token indexes `[start, end)` of that sentence.

    `segment` numbers the coordinated main parts of the sentence; a subordinate clause has its main part's number.
    `condition`: the clause *is* a condition («hvis du ikke betaler», «Betaler du ikke …»).
    `conditioned`: the clause is a main part that a condition in the same segment governs.
    `reported`: what the reader is said to have said («du skriver at …»). `negators`: token indexes.
    """

    start: int
    end: int
    segment: int
    subordinate: bool = False
    condition: bool = False
    conditioned: bool = False
    question: bool = False
    imperative: bool = False
    reported: bool = False
    negators: tuple[int, ...] = ()
    modality: Modality = Modality.NONE
    tense: Tense = Tense.PRESENT
    passive: bool = False
    actor: Actor = Actor.NONE


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one block. `span` is in the text; `block` the index of its block in `Message.blocks`."""

    span: Span
    block: int
    language: str
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]

    def text_span(self, start: int, end: int) -> Span:
        """The span in the text of the tokens `[start, end)`."""
        return Span(self.tokens[start].span.start, self.tokens[max(start, end - 1)].span.end)

    def clauses_of(self, start: int, end: int) -> tuple[Clause, ...]:
        """The clauses that hold any of the tokens `[start, end)`."""
        return tuple(c for c in self.clauses if c.start < end and start < c.end)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known of a message's language. `language_from`: `caller`, `header`, `config` or `detected`."""

    language: str
    language_from: str
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]

    def entities_of(self, *kinds: EntityKind) -> tuple[Entity, ...]:
        return tuple(e for e in self.entities if e.kind in kinds)

    def entities_in(self, span: Span, *kinds: EntityKind) -> tuple[Entity, ...]:
        return tuple(e for e in self.entities if span.contains(e.span) and (not kinds or e.kind in kinds))
