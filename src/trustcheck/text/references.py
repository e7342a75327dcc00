"""Numbers that name a thing of the reader's: invoice, agreement, order, case, customer, meter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span

_LABELS = {
    "invoice": r"\w*faktura(?:er|en|et|ene|n|ns|or|orna|erne|nr|nummer|nummeret|numret)?|regning(?:en|a|er)?"
    r"|rekning(?:a|ar)?|räkning(?:en|ar)?"
    r"|invoices?|bills?|kreditnota|purring|faktnr",
    "agreement": r"\w*avtale(?:n|r|nr|nummer)?|\w*avtal(?:et|snummer|nr)?|\w*aftale(?:n|r|nr|nummer)?"
    r"|kontrakt(?:en|et|snummer|nr)?"
    r"|agreement|contract|policy|polise(?:n|nummer)?|police(?:n|nummer)?|medlemskap(?:et)?|medlemskab(?:et)?|\w*forsikring(?:a|en)?|\w*försäkring(?:en)?|medlemsnummer|medlemsnr"
    r"|membership|subscription"
    r"|abonnement(?:et|snummer)?|abonnemang(?:et|snummer)?|anlegg(?:et|sid)?|anläggning(?:en|s-?id)?|leieforhold",
    "order": r"ordre(?:n|nr|nummer|nummeret)?|order(?:n|nr|nummer|numret)?|bestilling(?:en|snummer|snr|a)?"
    r"|beställning(?:en|snummer)?"
    r"|forsendelse(?:n|snummer)?|försändelse|sending(?:en|snummer|a)?|pakke(?:n|nummer)?|paket|parcel|kolli",
    "case": r"sak(?:en|a|snr|snummer|snummeret)?|sag(?:en|snr|snummer)?|ärende(?:t|nr|nummer|numret)?|case"
    r"|claim|complaint|skade(?:n|sak|saken|sag|sagen)?|skada(?:n)?|klage(?:sak|n|saken)?"
    r"|reklamasjon(?:en)?|reklamation(?:en)?|klagomål(?:et)?|referanse|referens|reference|ref|vår ref|vores ref"
    r"|our ref|deres ref|henvendelse|dnr|diarienummer|journalnr|journalnummer",
    "customer": r"kunde(?:nr|nummer|nummeret|-?id)?|kund(?:nr|nummer|numret|-?id)?|customer|konto|account",
    "meter": r"måler(?:en|nr|nummer)?|målar(?:en|nr|nummer)?|mätare?(?:n|nummer)?|meter",
}
_LABEL = "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
_ID = r"(?P<id>(?:(?-i:[A-ZÆØÅÄÖ]{1,5})[-/ ]?(?:(?-i:[A-Z]{1,3})-)?)?\d[\dA-Z]*(?:[-/]\d+|-[A-Z0-9]{1,8})*)"
_LABELLED = re.compile(
    rf"(?<![\w-])(?:{_LABEL})(?:(?:[ -]?(?:nr|no|nummer|number|id|ref|reference|numret|nummeret|med nummer"
    rf"|nr\.)\b)?\.?\s?[:#]?)"
    rf"(?:[ \u00a0\t]{{1,4}}\n?|\n)[ \t]{{0,8}}(?:med nummer |nummer |number |nr\.? |no\.? )?{_ID}(?![\w,.]\d|[%\w])",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,24}")
_LABEL_WORD = re.compile(_LABEL, re.IGNORECASE)
_SHAPED = re.compile(
    r"(?<![\w.@/-])(?:[A-ZÆØÅÄÖ]{1,4}-(?:[A-Z]{1,3}-)?\d{2,}[\dA-Z]*(?:-\d+)*|[A-Z]{2,4}\d{4,}|20\d\d[-/]\d{3,6})(?![\w-])"
)
_MORE = re.compile(
    r"(?:\s?,\s?|\s(?:og|och|and|&|samt)\s)(?P<id>(?:[A-ZÆØÅÄÖ]{1,4}-?)?[1-9]\d{2,}[\d-]*)(?![\w.,]\d|[ ]\d|\w)"
)
_LISTED = frozenset({"invoice", "agreement", "order", "case"})


def find_references(text: str) -> Iterator[Entity]:
    """References as written; `detail["label"]` is invoice, agreement, order, case, customer or meter, else empty.

    After a labelled number the list goes on: «fakturaene 7788, 7789 og 7790» are three.
    """
    for match in _labelled(text):
        label = next(name for name in _LABELS if match[name])
        if not _looks_like_id(match["id"], label):
            continue
        yield Entity(EntityKind.REFERENCE, Span(*match.span("id")), _canonical(match["id"]), {"label": label})
        at = match.end("id")
        while label in _LISTED and (more := _MORE.match(text, at)):
            yield Entity(EntityKind.REFERENCE, Span(*more.span("id")), _canonical(more["id"]), {"label": label})
            at = more.end("id")
    for match in _SHAPED.finditer(text):
        yield Entity(EntityKind.REFERENCE, Span(*match.span()), _canonical(match.group()), {"label": ""})


def _labelled(text: str) -> Iterator[re.Match[str]]:
    """Matches of `_LABELLED`. Words are looked at one by one, because few words are labels and the pattern is long."""
    at = 0
    for word in _WORD.finditer(text):
        if word.start() >= at and _is_label(word.group().lower()) and (match := _LABELLED.match(text, word.start())):
            yield match
            at = match.end()


@lru_cache(maxsize=16_384)
def _is_label(word: str) -> bool:
    return _LABEL_WORD.match(word) is not None


def _looks_like_id(found: str, label: str) -> bool:
    """«sak 2» is a number of things; an id has three figures or more, or letters and figures."""
    figures = sum(c.isdigit() for c in found)
    return figures >= 3 or (figures >= 2 and any(c.isalpha() for c in found)) or (label == "case" and figures >= 3)


def _canonical(written: str) -> str:
    return written.upper().replace(" ", "")
