"""What a rule, claim, class or vocabulary file may hold. Imported only when a file is really read.

The models are also the editors' JSON schema (`trustcheck rules schema`). A `«…»` in an example marks the exact place
that is meant; languages are the shipped five; patterns are in the notation of `language/patterns/notation.py`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from trustcheck.model.claim import ClaimVerdict
from trustcheck.model.match import Flag
from trustcheck.model.message import BlockRole, Channel
from trustcheck.model.rule import Lifecycle, MessageClass, Severity

Language = Literal["nb", "nn", "sv", "da", "en"]
VocabularyLanguage = Literal["nb", "nn", "sv", "da", "en", "any"]
Text = Annotated[str, Field(min_length=1)]
ByLanguage = dict[Language, list[Text]]
ClassName = MessageClass | Literal["high-consequence"]


def _long_or_short(value: Any) -> str:
    """Which of the two ways of writing something was meant; without it an error would speak of both."""
    return "mapping" if isinstance(value, dict | BaseModel) else "text"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class WholeMessage(_Strict):
    """An example that is a whole message. `file` is a name whose suffix sets the format (`letter.eml`).

    `facts` are those of its account; `as_of` may be left out, they then were read just now. `verdict` says what these
    records make of the claim at the mark (claim files only).
    """

    text: Text
    channel: Channel | None = None
    message_class: Annotated[MessageClass | None, Field(alias="class")] = None
    file: str = ""
    facts: dict[str, Any] | None = None
    verdict: ClaimVerdict | Literal[""] = ""


ExampleText = Annotated[
    Annotated[Text, Tag("text")] | Annotated[WholeMessage, Tag("mapping")], Discriminator(_long_or_short)
]


class RuleExamples(_Strict):
    """`bad` must fire, at the marked places; `good` and `near_miss` must stay silent."""

    bad: list[ExampleText] = []
    good: list[ExampleText] = []
    near_miss: list[ExampleText] = []


class ClaimExamples(_Strict):
    """`claim` makes a claim of this kind, at the marked place; `none` makes none, though the words look like it."""

    claim: list[ExampleText] = []
    none: list[ExampleText] = []


class Options(BaseModel):
    """The options that every rule may have. What else stands here is read by the rule's check."""

    model_config = ConfigDict(extra="allow")

    unless: list[Flag] = []
    only: list[Flag] = []
    classes: list[ClassName] = []
    not_classes: list[ClassName] = []
    channels: list[Channel] = []
    not_channels: list[Channel] = []
    roles: list[BlockRole] = []


class RuleFile(_Strict):
    """rules/<group>/<name>.yaml: one rule. Any folder name but vocabulary, claims and classes is a group.

    `never_suppressed` says why its findings can be neither suppressed in a message nor put in a baseline, if so.
    """

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")]
    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    severity: Severity
    lifecycle: Lifecycle = Lifecycle.STABLE
    check: Text
    needs: list[Literal["registry", "facts", "template"]] = []
    never_suppressed: str = ""
    what: Text
    why: Text
    message: Text
    advice: Text
    references: list[Text] = []
    options: Options = Options()
    patterns: dict[str, ByLanguage] = {}
    rewrite: dict[Language, Text] = {}
    examples: dict[Language, RuleExamples] = {}


class ClaimFile(_Strict):
    """rules/claims/<kind>.yaml: how one kind of statement about the reader's account is worded.

    `opposite` is the kind that a negation makes of it; empty where that is no claim. The facts decide it by a
    `condition`, a Jinja expression over the fact keys, `slots` and `today` that is true where the message is right; or
    by the built-in comparison that `verifier` names (default: the kind). `presupposed` wordings take the claim for
    granted, whatever the clause goes on to deny.
    """

    kind: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    what: Text
    opposite: str = ""
    verifier: str = ""
    condition: str = ""
    patterns: ByLanguage
    presupposed: ByLanguage = {}
    options: dict[str, Any] = {}
    examples: dict[Language, ClaimExamples] = {}


class Weighted(_Strict):
    """A pattern and how much it says; a negative weight speaks against the class."""

    match: Text
    weight: float = 1.0


Signature = Annotated[Annotated[Text, Tag("text")] | Annotated[Weighted, Tag("mapping")], Discriminator(_long_or_short)]


class ClassFile(_Strict):
    """rules/classes/<class>.yaml: how a message class shows. A pattern given as a bare string weighs 1.

    `claims` are kinds of claim and what each adds to the evidence. Examples are whole messages of that class: `text`
    and `channel`, or the bare text of a letter.
    """

    message_class: Annotated[MessageClass, Field(alias="class")]
    claims: dict[str, float] = {}
    patterns: dict[Language, list[Signature]]
    examples: dict[Language, list[ExampleText]] = {}


class VocabularyFile(_Strict):
    """rules/vocabulary/<topic>.yaml: `sets`, name → language → patterns that `<name>` stands for in other patterns.

    Entries under `any` belong to every language. Sets of one name in several files are merged.
    """

    sets: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")], dict[VocabularyLanguage, list[Text]]]


FILE_KINDS: dict[str, type[BaseModel]] = {
    "rule": RuleFile,
    "claim": ClaimFile,
    "class": ClassFile,
    "vocabulary": VocabularyFile,
}
"""The shape of each kind of file."""


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON schema of one kind of file, for editors. Raises KeyError for a kind that is none of `FILE_KINDS`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **FILE_KINDS[kind].model_json_schema()}
