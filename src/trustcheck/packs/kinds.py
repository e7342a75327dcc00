"""What is told about claim kinds and message classes: their pages in the documentation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from trustcheck.model.language import LANGUAGES
from trustcheck.model.match import Flag
from trustcheck.model.rule import HIGH_CONSEQUENCE, ClaimKind, ClassSignature, Rule
from trustcheck.packs.markdown import bullets, by_language, document, escaped, section

_ALLOWED = {
    Flag.FUTURE: "Said of the future, it is a claim too.",
    Flag.CONDITIONED: "Said under a condition, it is a claim too.",
}
_ABOUT_CLASSES = """\
The class of a message decides which rules look at it. It comes from the caller (`--class`), else from the message
itself (the header `X-Trustcheck-Class`), else from its words. A message in which nothing tells is `general`."""


def claim_page(kind: ClaimKind, known: Collection[str]) -> str:
    """The claim kind's page in Markdown, ending in a newline. `known`: the kinds that have a page to link to."""
    return document(
        f"Claim {kind.name}",
        [
            escaped(kind.what),
            *_consequences(kind, known),
            f"What decides it, over the facts of the account:\n\n```jinja\n{kind.condition}\n```"
            if kind.condition
            else "",
            *section("What makes the claim", by_language(kind.examples, LANGUAGES, bad=True)),
            *section("What makes none", by_language(kind.examples, LANGUAGES, bad=False, near_miss=True)),
        ],
    )


def classes_page(signatures: Sequence[ClassSignature], rules: Sequence[Rule], known: Collection[str]) -> str:
    """One page about all message classes: what tells them, which rules are for them alone, and whole messages."""
    return document(
        "Message classes",
        [_ABOUT_CLASSES, *(part for signature in signatures for part in _class(signature, rules, known))],
    )


def _consequences(kind: ClaimKind, known: Collection[str]) -> Iterator[str]:
    """What becomes of the claim where it is denied, and what goes where it stands."""
    if kind.opposite:
        yield f"A negation makes it the claim {_linked(kind.opposite, known)}."
    else:
        yield "A negation makes it no claim."
    yield from (_ALLOWED[Flag(flag)] for flag in kind.options.get("allow", ()) if flag in _ALLOWED)
    lesser = kind.options.get("supersedes", ())
    if lesser:
        linked = ", ".join(_linked(name, known) for name in lesser)
        yield f"Where it stands in a sentence, these say less and are left out: {linked}."


def _class(signature: ClassSignature, rules: Sequence[Rule], known: Collection[str]) -> Iterator[str]:
    name = signature.name.value
    told = [f"{_linked(kind, known, 'claims/')} (weight {weight:g})" for kind, weight in signature.claims.items()]
    own = [f"[{rule.name}](rules/{rule.name}.md)" for rule in rules if _is_for(rule, signature)]
    yield f"## {name}"
    if signature.name in HIGH_CONSEQUENCE:
        yield "High-consequence: the rules for grave messages look at it."
    yield f"Claims that tell it: {', '.join(told)}." if told else ""
    yield f"Rules for some classes only, this one among them: {', '.join(own)}." if own else ""
    yield from by_language(signature.examples, LANGUAGES, bad=True)


def _is_for(rule: Rule, signature: ClassSignature) -> bool:
    wanted = set(rule.options.get("classes", ()))
    grave = "high-consequence" in wanted and signature.name in HIGH_CONSEQUENCE
    return grave or signature.name.value in wanted


def claims_index(kinds: Sequence[ClaimKind]) -> str:
    """The list of all claim kinds, a line each."""
    return document("Claims", [bullets(f"[{kind.name}]({kind.name}.md): {escaped(kind.what)}" for kind in kinds)])


def _linked(kind: str, known: Collection[str], folder: str = "") -> str:
    return f"[{kind}]({folder}{kind}.md)" if kind in known else kind
