"""What a rule, claim, class or vocabulary file may hold. Imported only when a file is really read."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from trustcheck.model.message import Channel
from trustcheck.model.rule import Lifecycle, MessageClass, Severity

Language = Literal["nb", "nn", "sv", "da", "en"]
VocabularyLanguage = Literal["nb", "nn", "sv", "da", "en", "any"]
ByLanguage = dict[Language, list[str]]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class WholeMessage(_Strict):
    """An example that is a whole message. `file` sets the format by its suffix; `facts` are those of its account."""

    text: str
    channel: Channel | None = None
    message_class: Annotated[MessageClass | None, Field(alias="class")] = None
    file: str = ""
    facts: dict[str, Any] | None = None
    verdict: str = ""


ExampleText = str | WholeMessage


class RuleExamples(_Strict):
    """`bad` must fire, at the marked places; `good` and `near_miss` must stay silent."""

    bad: list[ExampleText] = []
    good: list[ExampleText] = []
    near_miss: list[ExampleText] = []


class ClaimExamples(_Strict):
    """`claim` makes a claim of this kind, at the marked place; `none` makes none, though the words look like it."""

    claim: list[ExampleText] = []
    none: list[ExampleText] = []


class RuleFile(_Strict):
    """rules/<group>/<name>.yaml"""

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")]
    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    severity: Severity
    lifecycle: Lifecycle = Lifecycle.STABLE
    check: str
    needs: list[Literal["registry", "facts"]] = []
    what: str
    why: str
    message: str
    advice: str
    references: list[str] = []
    options: dict[str, Any] = {}
    patterns: dict[str, ByLanguage] = {}
    rewrite: dict[Language, str] = {}
    examples: dict[Language, RuleExamples] = {}


class ClaimFile(_Strict):
    """rules/claims/<kind>.yaml. `opposite` is the kind that a negation makes of it; empty where that is no claim."""

    kind: str
    what: str
    opposite: str = ""
    verifier: str = ""
    patterns: ByLanguage
    presupposed: ByLanguage = {}
    options: dict[str, Any] = {}
    examples: dict[Language, ClaimExamples] = {}


class Weighted(_Strict):
    """A pattern and how much it says; a negative weight speaks against the class."""

    match: str
    weight: float = 1.0


class ClassFile(_Strict):
    """rules/classes/<class>.yaml. A pattern given as a bare string weighs 1. Examples are whole messages."""

    message_class: Annotated[MessageClass, Field(alias="class")]
    patterns: dict[Language, list[str | Weighted]]
    examples: dict[Language, list[ExampleText]] = {}


class VocabularyFile(_Strict):
    """rules/vocabulary/<topic>.yaml. Entries under `any` belong to every language."""

    sets: dict[str, dict[VocabularyLanguage, list[str]]]


FILE_KINDS: dict[str, type[_Strict]] = {
    "rule": RuleFile,
    "claim": ClaimFile,
    "class": ClassFile,
    "vocabulary": VocabularyFile,
}
"""The shape of each kind of file; `trustcheck rules schema` prints their JSON schemas for editors."""
