"""The checks about what a template left behind: fields that were not filled, and values that were nothing."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from trustcheck.checks.channels import customer_value
from trustcheck.checks.phrases import merged
from trustcheck.model.check import Context, NotApplicable
from trustcheck.model.language import EntityKind
from trustcheck.model.message import Block, BlockRole
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span
from trustcheck.text.letterform import greeting_name, is_greeting
from trustcheck.text.normal import find_mojibake

_LETTER = r"[A-ZÆØÅÄÖa-zæøåäö]"
_NAME = rf"{_LETTER}[\w .:|-]{{0,60}}?"
_MARKUP = re.compile(
    "|".join(
        (
            r"\{\{[^{}]{0,120}\}\}",  # Jinja, Handlebars, Mustache
            r"\{%[^{}]{0,160}%\}",
            r"\{#[^{}]{0,300}#\}",
            r"[$#]\{[^{}]{0,120}\}",  # JavaScript, shells, Ruby
            r"\*\|[^|*\n]{1,60}\|\*",  # Mailchimp
            rf"%%{_NAME}%%",  # Salesforce
            rf"(?<![\w%])%{_LETTER}[\w.]{{1,40}}%(?!\w)",
            rf"@@{_NAME}@@",
            rf"<<{_NAME}>>",
            rf"\[\[{_NAME}\]\]",
            r"<%[^%\n]{1,120}%>",  # ERB, ASP
            rf"(?<![\w{{$#])\{{{_LETTER}[\w.-]{{1,40}}\}}(?!\}})",  # Python
            r"%\([a-z_]+\)[sd]",
            r"\[[A-ZÆØÅÄÖ][A-ZÆØÅÄÖ_ -]{2,60}\](?!\()",
            r"«[^\W\d_]+_\w+»",  # Word mail merge
            r"\{\{|\}\}|\{%|%\}|\*\||\|\*",  # halves of the above
        )
    )
)
_LEFT_FOR_LATER = re.compile(r"(?<![\w@./-])(?:TODO|FIXME|TBD|TBC|XXX+)(?![\w@/-]|\.\w)|\b[Ll]orem [Ii]psum\b")
_BRACKETED = re.compile(
    r"[\[<‹](?P<words>[^\[\]<>‹›\n\d]{2,40})[\]>›](?!\()|«(?P<capitals>[A-ZÆØÅÄÖ][A-ZÆØÅÄÖ _-]{1,40})»"
)
_MASKED = re.compile(r"X{4}(?:[ .-]?(?:X{4}|\d{4})){1,4}")

_TOKENS_OF_CODE = re.compile(
    r"\[object Object\]|(?<![\w.])(?:undefined|NaN|NULL|null|Null|None|nan|NoneType)(?![\w'’]|\.\w)"
    r"|\b0001-01-01\b|\b0?1[./]0?1[./]0001\b|Invalid [Dd]ate|#(?:REF|VALUE|NAME|DIV/0|N/A)[!?]?"
)
_ALWAYS_CODE = re.compile(r"\[object|NaN|NoneType|Invalid|#|.*0001")
_EPOCH = frozenset({"1970-01-01", "0001-01-01"})
_MONEY_MARK = r"(?:\b(?:kr|nok|sek|dkk|eur|gbp|usd|kroner|kronor)\b\.?|[£€$])"
_BEFORE_VALUE = re.compile(
    rf"(?:{_MONEY_MARK}|(?:nr|\bno|\bnum|number|nummer|\bid)\.?:?)[ \u00a0]{{0,2}}$", re.IGNORECASE
)
_LABEL = re.compile(r"[:=][ \u00a0]{1,2}$")
_INSIDE_SENTENCE = re.compile(r"[^\W\d_]{2,},?[ \u00a0]$")
_AFTER_VALUE = re.compile(rf"[ \u00a0]{{0,2}}{_MONEY_MARK}", re.IGNORECASE)
_NO_AMOUNT = re.compile(
    r"(?<![\w.,])(?<!\d )(?:(?:kr|NOK|SEK|DKK)\.?[ \u00a0]?(?:,-|:-|,(?=\s|$))|[£€][ \u00a0]?(?:[.,;!?](?=\s|$)|$))"
)
_EMPTY_HELLO = re.compile(r"\s*[^\W\d]+(?:[ ][^\W\d]+)?[ \t\u00a0]+[,!.]")
_BARE_ADDRESS = re.compile(r"\s*(?:kjære|kære|kära|käre|bästa|bäste|dear)\s*[,!.]", re.IGNORECASE)


def placeholder_unfilled(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each piece of template residue, in the text, the headers or a link's target.

    Options: `fields`, words that name a field when they stand in brackets («[fornavn]», «<your name>»); `ordinary`,
    what may stand in brackets and capitals.
    """
    _require_rendered(context)
    message = context.message
    fields = frozenset(str(word).lower() for word in rule.options.get("fields", ()))
    ordinary = frozenset(rule.options.get("ordinary", ()))
    found: list[Span] = []
    for block in message.blocks:
        if block.role is not BlockRole.QUOTED:
            found += _residue(message.text, block.span, fields, ordinary)
            found += (span.shift(block.span.start) for span in find_mojibake(block.span.of(message.text)))
    for span in merged(found):
        yield RawFinding(span, fields={"residue": span.of(message.text)})
    for link in message.links:
        residue = _MARKUP.search(link.target)
        if residue and not link.bare and not any(span.overlaps(link.span) for span in found):
            yield RawFinding(link.span, fields={"residue": residue.group()}, evidence={"target": link.target})


def null_value_rendered(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each value that was nothing: «None», «undefined», an empty greeting, an amount without a number.

    Options: `words`, by language those of the words that are ordinary there and tell only where a value stands.
    Patterns: `amountless`, an amount's words without a number; `ordinary`, ordinary uses («born on 1 January 1970»).
    """
    _require_rendered(context)
    message = context.message
    found: list[Span] = []
    for block in message.blocks:
        if block.role is not BlockRole.QUOTED:
            found += _values_of_nothing(rule, context, block)
            found += _empty_greeting(message.text, block)
            found += (Span(*m.span()) for m in _NO_AMOUNT.finditer(message.text, block.span.start, block.span.end))
    found += (match.span for match in context.matches.of(rule.name, "amountless"))
    for span in merged(found):
        yield RawFinding(span)


def _require_rendered(context: Context) -> None:
    if context.message.path.lower().endswith((".j2", ".jinja", ".jinja2")):
        raise NotApplicable("a template is not a rendered message")


def _residue(text: str, block: Span, fields: frozenset[str], ordinary: Container[str]) -> Iterator[Span]:
    for match in _MARKUP.finditer(text, block.start, block.end):
        if match.group().strip("[]").lower() not in ordinary:
            yield Span(*match.span())
    masked = [Span(*match.span()) for match in _MASKED.finditer(text, block.start, block.end)]
    for match in _LEFT_FOR_LATER.finditer(text, block.start, block.end):
        if not any(number.contains(Span(*match.span())) for number in masked):
            yield Span(*match.span())
    for match in _BRACKETED.finditer(text, block.start, block.end):
        if _names_field(match["words"] or match["capitals"], fields):
            yield Span(*match.span())


def _names_field(words: str, fields: frozenset[str]) -> bool:
    """«fornavn», «your name», «INSERT DATE HERE»: at least half of the words name fields."""
    parts = re.findall(r"[^\W_]+", words.lower())
    return bool(parts) and 2 * sum(part in fields for part in parts) >= len(parts)


def _values_of_nothing(rule: Rule, context: Context, block: Block) -> Iterator[Span]:
    ordinary = [match.span for match in context.matches.of(rule.name, "ordinary")]
    for match in _TOKENS_OF_CODE.finditer(context.message.text, block.span.start, block.span.end):
        span = Span(*match.span())
        if any(other.overlaps(span) for other in ordinary) or _is_in_name(match, context):
            continue
        if _ALWAYS_CODE.match(match.group()) or _stands_as_value(rule, context, block, match):
            yield span
    for date in context.analysis.entities_in(block.span, EntityKind.DATE):
        if date.value in _EPOCH and not any(other.overlaps(date.span) for other in ordinary):
            yield date.span


def _stands_as_value(rule: Rule, context: Context, block: Block, match: re.Match[str]) -> bool:
    """An ordinary word of the language must stand where only a value can: after «kr» or a colon, or in the greeting."""
    text, start, end = context.message.text, match.start(), match.end()
    if block.role is BlockRole.GREETING or _in_greeting(text, block.span, start):
        return True
    word = match.group()
    if word not in rule.options["words"].get(context.analysis.language, ()):
        return True
    before = text[max(block.span.start, start - 24) : start]
    if _BEFORE_VALUE.search(before):
        return True
    if word == "None":
        return bool(_AFTER_VALUE.match(text, end) or _INSIDE_SENTENCE.search(before))
    return bool(_LABEL.search(before) or (word in ("nan", "undefined") and _AFTER_VALUE.match(text, end)))


def _in_greeting(text: str, block: Span, at: int) -> bool:
    """Is the word what the first line of the block greets?"""
    line = text[block.start : block.end].split("\n", 1)[0]
    name = greeting_name(line)
    return name is not None and name.shift(block.start).contains(Span(at, at))


def _is_in_name(match: re.Match[str], context: Context) -> bool:
    """«Null» and «None» are surnames too: behind a capitalised first name or a title, or in the recorded name."""
    word, text = match.group(), context.message.text
    if not word[0].isupper() or word.isupper():
        return False
    if word.lower() in customer_value(context, "name").lower().split():
        return True
    before = re.search(r"([^\W\d_]+\.?)[ \u00a0]$", text[max(0, match.start() - 30) : match.start()])
    first = before.group(1) if before else ""
    hello = bool(first) and is_greeting(first)
    return word == "Null" and first[:1].isupper() and not hello


def _empty_greeting(text: str, block: Block) -> Iterator[Span]:
    """«Hei ,» with the gap of a name that was empty, and «Kjære,» which cannot stand without a name."""
    if block.role not in (BlockRole.GREETING, BlockRole.PARAGRAPH):
        return
    line = block.span.of(text).split("\n", 1)[0]
    gap = _EMPTY_HELLO.match(line)
    if gap and is_greeting(gap.group()) and greeting_name(gap.group()) is None:
        yield Span(block.span.start, block.span.start + gap.end())
    elif (bare := _BARE_ADDRESS.match(line)) and block.role is BlockRole.GREETING:
        yield Span(block.span.start, block.span.start + bare.end())
