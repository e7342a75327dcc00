"""A rule as data: what one file under rules/ says, after loading. Nothing here knows YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Lifecycle(StrEnum):
    """`preview` rules run only when selected by name or code; `deprecated` ones say what to use instead."""

    STABLE = "stable"
    PREVIEW = "preview"
    DEPRECATED = "deprecated"


class MessageClass(StrEnum):
    REMINDER = "reminder"
    COLLECTION_WARNING = "collection-warning"
    DISCONNECTION_NOTICE = "disconnection-notice"
    DISCONNECTION_DONE = "disconnection-done"
    TERMINATION = "termination"
    REFUSAL = "refusal"
    EXIT_REPLY = "exit-reply"
    COMPLAINT_REPLY = "complaint-reply"
    INQUIRY_REPLY = "inquiry-reply"
    DELAY = "delay"
    ORDER_STATUS = "order-status"
    RECEIPT = "receipt"
    WELCOME = "welcome"
    NEWSLETTER = "newsletter"
    SECURITY = "security"
    GENERAL = "general"


HIGH_CONSEQUENCE = frozenset(
    {
        MessageClass.COLLECTION_WARNING,
        MessageClass.DISCONNECTION_NOTICE,
        MessageClass.DISCONNECTION_DONE,
        MessageClass.TERMINATION,
        MessageClass.REFUSAL,
    }
)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where in a rule file something stands: line and column from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class PatternText:
    """One pattern in the compact notation, and where it is written."""

    text: str
    at: SourceLine


@dataclass(frozen=True, slots=True)
class Example:
    """A message or a sentence that shows a rule at work; every one is run as a test.

    `marks`: half-open spans in `text`, the places that «…» marked. `bad` examples must fire, at the marks if there are
    any; the others must stay silent. `near_miss`: a good one that a naive word list would flag.
    `whole`: the text is a whole message, not a sentence to be put in a frame. `facts`: account facts, or None.
    """

    text: str
    bad: bool
    at: SourceLine
    marks: tuple[tuple[int, int], ...] = ()
    near_miss: bool = False
    whole: bool = False
    file: str = ""
    channel: str = ""
    message_class: str = ""
    facts: Mapping[str, Any] | None = None
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `check` names the interpreter or built-in check; `options` are what that check reads.

    `patterns[group][language]` are the patterns by purpose: `match` is what fires, other groups are named by the check
    (`unless`, `answer`, `element` …).
    """

    code: str
    name: str
    severity: Severity
    check: str
    what: str
    why: str
    message: str
    advice: str
    references: tuple[str, ...] = ()
    lifecycle: Lifecycle = Lifecycle.STABLE
    needs: frozenset[str] = frozenset()
    """`registry`, `facts`: what must be configured or known for the rule to run."""
    options: Mapping[str, Any] = field(default_factory=dict)
    patterns: Mapping[str, Mapping[str, tuple[PatternText, ...]]] = field(default_factory=dict)
    rewrite: Mapping[str, str] = field(default_factory=dict)
    examples: Mapping[str, tuple[Example, ...]] = field(default_factory=dict)
    at: SourceLine = SourceLine("", 1, 1)
    never_suppressed: str = ""
    """Why the rule can be neither suppressed in a message nor put in a baseline; empty where it can."""

    @property
    def group(self) -> str:
        """The three letters of the code: `TON` of `TON001`."""
        return self.code[:3]


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """A kind of statement about the reader's account: how it is worded, and the kind that its negation makes.

    `patterns` assert it in a clause, and the clause's negation, condition or future decides what becomes of them.
    `presupposed` take it for granted in passing («på grunn av manglende betaling …»), whatever the clause goes on to.
    `verifier` names the built-in verification; a `condition` over the facts (the notation of `conditions/`) takes its
    place in kinds of an organisation's own. `opposite` is empty where a negated wording is no claim.
    """

    name: str
    what: str
    opposite: str
    verifier: str
    patterns: Mapping[str, tuple[PatternText, ...]]
    condition: str = ""
    presupposed: Mapping[str, tuple[PatternText, ...]] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    examples: Mapping[str, tuple[Example, ...]] = field(default_factory=dict)
    at: SourceLine = SourceLine("", 1, 1)


@dataclass(frozen=True, slots=True)
class ClassSignature:
    """How a message class shows: patterns with the weight of evidence, per language, and what claims add to it."""

    name: MessageClass
    patterns: Mapping[str, tuple[tuple[PatternText, float], ...]]
    claims: Mapping[str, float] = field(default_factory=dict)
    examples: Mapping[str, tuple[Example, ...]] = field(default_factory=dict)
    at: SourceLine = SourceLine("", 1, 1)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Shared words: `sets[name][language]` are patterns that `<name>` stands for in other patterns."""

    sets: Mapping[str, Mapping[str, tuple[PatternText, ...]]]


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that the rule folders say. `key` changes when any file of it does."""

    rules: tuple[Rule, ...]
    claims: tuple[ClaimKind, ...]
    classes: tuple[ClassSignature, ...]
    vocabulary: Vocabulary
    key: str
