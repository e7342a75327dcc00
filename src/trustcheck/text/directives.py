"""The grammar of suppressions: in comments, mail headers and front matter.

    {# trustcheck: ignore[shouting, TON004] reason="a brand name" until=2027-01-31 #}
    <!-- trustcheck: ignore-file[signer-missing] reason="an automatic receipt" -->
    X-Trustcheck-Ignore: shouting, TON004; reason="a brand name"; until=2027-01-31

What speaks to trustcheck and cannot be understood is a directive too, with its mistake: a typo is never silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from trustcheck.model.directive import Directive, RuleWord
from trustcheck.model.span import Span

MAX_REASON = 500
"""Characters of a reason; it stands in every report."""

MAX_RULES = 50
"""Rules that one directive may name; each wrong one is a finding of its own."""

COMMENT_FORM = 'Write: trustcheck: ignore[shouting] reason="why" until=2027-01-31'
LINE_FORM = 'Write: shouting, TON004; reason="why"; until=2027-01-31'

_OURS = r"(?=\s*trustcheck(?:\s*:|\s+ignore))"
_ADDRESSED = re.compile(_OURS, re.IGNORECASE)
_OPENERS = {
    False: re.compile(rf"(?P<jinja>\{{#)[-+]?{_OURS}", re.IGNORECASE),
    True: re.compile(rf"(?:(?P<jinja>\{{#)[-+]?|<!--){_OURS}", re.IGNORECASE),
}
_COMMAND = re.compile(
    r"\s*trustcheck\s*(?P<colon>:?)\s*(?P<verb>[^\s\[\]]*)\s*(?P<list>\[(?P<rules>[^\[\]]*)\])?", re.I
)
_VERBS = {"ignore": False, "ignore-file": True}
"""What a comment may ask for, and whether it is meant for the whole message."""

_RULE = re.compile(r"[^,]+")
_RULE_NAME = re.compile(r"[A-Za-z][\w-]*")
_DETAIL = re.compile(
    r"[\s;]*(?P<key>[^\W\d_]+)\s*=\s*"
    r"(?:\"(?P<straight>[^\"]*)\"|'(?P<single>[^']*)'|“(?P<curly>[^”]*)”|«(?P<angled>[^»]*)»|(?P<bare>[^\s;\"'“«]+))"
    r"(?=[\s;]|\Z)"
)
_DETAILS = ("reason", "until")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHOWN = 40


class _Mistake(Exception):  # noqa: N818 - ends the reading of one directive and never leaves this file
    def __init__(self, what: str, next_step: str) -> None:
        super().__init__(what)
        self.what, self.next_step = what, next_step


@dataclass(frozen=True, slots=True)
class _Details:
    reason: str
    until: date | None


def find_comments(text: str, *, html: bool) -> Iterator[Directive]:
    """The directives in Jinja comments, and with `html` in HTML comments, in order; their spans are in `text`.

    A comment that is not closed ends with its line, and is a mistake.
    """
    at, unclosed = 0, set[str]()
    while found := _OPENERS[html].search(text, at):
        closer = "#}" if found["jinja"] else "-->"
        end = -1 if closer in unclosed else text.find(closer, found.end())
        if end < 0:
            unclosed.add(closer)
            span = Span(found.start(), _line_end(text, found.end()))
            yield _broken(span, f"the comment is not closed with {closer}", COMMENT_FORM)
        else:
            span = Span(found.start(), end + len(closer))
            yield parse_comment(text, span, Span(found.end(), end))
        at = span.end


def is_addressed(text: str, body: Span) -> bool:
    """True where the inside of a comment speaks to trustcheck."""
    return _ADDRESSED.match(text, body.start, body.end) is not None


def parse_comment(text: str, span: Span, body: Span) -> Directive:
    """The directive in the comment at `span` of `text`; `body` is its inside, which `is_addressed`."""
    command = _COMMAND.match(text, body.start, body.end)
    assert command is not None
    end = body.end - (body.of(text)[-1:] in ("-", "+"))
    try:
        whole = _whole(command)
        words = tuple(_words(text, Span(*command.span("rules")), COMMENT_FORM))
        details = _details(text, Span(command.end(), max(end, command.end())), COMMENT_FORM)
    except _Mistake as mistake:
        return _broken(span, mistake.what, mistake.next_step)
    return Directive(span, words, details.reason, details.until, whole)


def parse_line(text: str) -> Directive:
    """The directive in a header's value or a line of front matter; it covers the whole message."""
    rules = Span(0, text.find(";") if ";" in text else len(text))
    try:
        inner = _without_brackets(text, rules)
        words = tuple(_words(text, inner, LINE_FORM))
        details = _details(text, Span(rules.end, len(text)), LINE_FORM)
    except _Mistake as mistake:
        return replace(_broken(Span(0, len(text)), mistake.what, mistake.next_step), whole=True)
    return Directive(Span(0, len(text)), words, details.reason, details.until, whole=True)


def _whole(command: re.Match[str]) -> bool:
    verb = command["verb"].lower()
    if not command["colon"]:
        raise _Mistake("the colon after «trustcheck» is missing", COMMENT_FORM)
    if verb not in _VERBS:
        near = get_close_matches(verb[:_SHOWN], _VERBS, n=1)
        hint = f"Did you mean «{near[0]}»? " if near else ""
        raise _Mistake(f"«{_short(verb)}» is nothing that a comment can ask for", hint + COMMENT_FORM)
    if command["list"] is None:
        raise _Mistake("the rules in square brackets are missing", COMMENT_FORM)
    return _VERBS[verb]


def _words(text: str, rules: Span, form: str) -> Iterator[RuleWord]:
    """The rules between commas. Raises _Mistake where there is none, or what stands there is no name of a rule."""
    if not rules.of(text).strip(" \t\r\n,"):
        raise _Mistake("it names no rule", form)
    if text.count(",", rules.start, rules.end) >= MAX_RULES:
        raise _Mistake(f"it names more than {MAX_RULES} rules", "Use `per_file` in the configuration instead.")
    for found in _RULE.finditer(text, rules.start, rules.end):
        word = found.group().strip()
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        if not _RULE_NAME.fullmatch(word):
            raise _Mistake(f"«{_short(word)}» is no code or name of a rule", form)
        yield RuleWord(word, Span(start, start + len(word)))


def _without_brackets(text: str, rules: Span) -> Span:
    inner = rules.of(text).strip()
    if not (inner.startswith("[") and inner.endswith("]")):
        return rules
    return Span(text.index("[", rules.start) + 1, text.rindex("]", rules.start, rules.end))


def _details(text: str, rest: Span, form: str) -> _Details:
    said: dict[str, str] = {}
    at = rest.start
    while found := _DETAIL.match(text, at, rest.end):
        key = found["key"].lower()
        if key not in _DETAILS:
            near = get_close_matches(key[:_SHOWN], _DETAILS, n=1)
            hint = f"Did you mean «{near[0]}»? " if near else ""
            raise _Mistake(f"«{_short(key)}» is nothing that a suppression can say", hint + form)
        if key in said:
            raise _Mistake(f"it says «{key}» twice", "Keep one of the two.")
        said[key] = next(v for v in found.group("straight", "single", "curly", "angled", "bare") if v is not None)
        at = found.end()
    left = Span(at, rest.end).of(text).strip(" \t\r\n;")
    if left:
        raise _Mistake(f"«{_short(left)}» cannot be read", f"Put the reason in quotation marks. {form}")
    return _Details(_reason(said.get("reason", ""), form), _until(said.get("until")))


def _reason(said: str, form: str) -> str:
    reason = " ".join(said.split())
    if not reason:
        raise _Mistake("it gives no reason", form)
    if len(reason) > MAX_REASON:
        raise _Mistake(f"its reason is longer than {MAX_REASON} characters", "Say it in a sentence.")
    return reason


def _until(said: str | None) -> date | None:
    if said is None:
        return None
    try:
        if _DAY.fullmatch(said):
            return date.fromisoformat(said)
    except ValueError:  # a day that the month does not have: told below, like any other that is none
        pass
    raise _Mistake(f"«{_short(said)}» is no day", "Write year, month and day: until=2027-01-31")


def _broken(span: Span, what: str, next_step: str) -> Directive:
    return Directive(span, mistake=what, next_step=next_step)


def _line_end(text: str, start: int) -> int:
    found = re.compile(r"[\r\n]").search(text, start)
    return found.start() if found else len(text)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
