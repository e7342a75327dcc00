"""What is told about a rule: the text of `trustcheck explain` and of the rule's page in the documentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from trustcheck.model.language import LANGUAGES
from trustcheck.model.rule import Lifecycle, Rule
from trustcheck.packs.markdown import LANGUAGE_NAMES, bullets, by_language, document, escaped, section

_NEEDS = {
    "registry": "It runs where an organisation is configured (`[organisation]`).",
    "facts": "It runs where the message concerns an account and the records are configured (`[facts]`).",
    "template": "It runs on templates, which are explored without data; not on finished messages.",
}
_LIFECYCLES = {
    Lifecycle.PREVIEW: "It is being tried out: it runs only when it is selected by name or code.",
    Lifecycle.DEPRECATED: "It is going away.",
}
_SCOPES = {
    "classes": "Only in messages of class",
    "not_classes": "Not in messages of class",
    "channels": "Only in the channel",
    "not_channels": "Not in the channel",
}
_OWN_KEYS = {
    "deadline-too-short": "`[periods]` sets the shortest time for each class of message and country, in days.",
    "claim-unverified": "`[facts]` sets `max_age`: how old a fact may be and still decide.",
}
"""Check → the keys of the configuration that it reads beside those of every rule."""

_CONFIGURATION = """\
```toml
[check]
ignore = ["{name}"]  # leave the rule out

[check.severity]
{name} = "{other}"  # error, warning or info

[check.per_file]
"newsletters/**" = ["{name}"]  # leave it out in some files
```"""


def page(rule: Rule, languages: Sequence[str] = LANGUAGES) -> str:
    """The rule's page in Markdown, ending in a newline; examples and rewrites in the given languages only."""
    examples = rule.examples
    return document(
        f"{rule.code} {rule.name}",
        [
            f"Severity: {rule.severity.value}. Life cycle: {rule.lifecycle.value}.",
            *section("What it finds", [escaped(rule.what), *_conditions(rule)]),
            *section("Why", [escaped(rule.why)]),
            *section("What to do", [escaped(rule.advice), *_rewrites(rule.rewrite, languages)]),
            *section("When it fires", by_language(examples, languages, bad=True)),
            *section("When it stays silent", by_language(examples, languages, bad=False)),
            *section(
                "When it stays silent though it looks alike",
                by_language(examples, languages, bad=False, near_miss=True),
            ),
            *section("In the configuration", _configuration(rule)),
            *section("References", [bullets(map(escaped, rule.references))]),
        ],
    )


def _conditions(rule: Rule) -> Iterator[str]:
    yield from (_NEEDS[need] for need in sorted(rule.needs))
    for option, beginning in _SCOPES.items():
        if rule.options.get(option):
            yield f"{beginning} {', '.join(rule.options[option])}."
    yield _LIFECYCLES.get(rule.lifecycle, "")
    if rule.never_suppressed:
        yield f"It can be neither suppressed in a message nor put in a baseline: {rule.never_suppressed}."


def _rewrites(rewrite: Mapping[str, str], languages: Iterable[str]) -> Iterator[str]:
    found = [
        f"{LANGUAGE_NAMES[language]}: {escaped(rewrite[language])}" for language in languages if rewrite.get(language)
    ]
    if found:
        yield "Write for example:"
        yield bullets(found)


def _configuration(rule: Rule) -> Iterator[str]:
    """How to switch the rule off or weigh it otherwise. A rule in preview is switched on first."""
    other = "warning" if rule.severity.value != "warning" else "info"
    if rule.lifecycle is Lifecycle.PREVIEW:
        yield f'```toml\n[check]\nselect = ["all", "{rule.name}"]  # run it beside the others\n```'
    yield _CONFIGURATION.format(name=rule.name, other=other)
    yield _OWN_KEYS.get(rule.check, "")


def first_sentence(text: str) -> str:
    """For lists of rules: a line each."""
    return text.split(". ")[0].rstrip(".") + "."
