"""Numbers that name a thing of the reader's: invoice, agreement, order, case, customer, meter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span

_LABELS = {
    "invoice": r"\w*faktura(?:er|en|et|ene|or|orna|erne|nr|nummer|nummeret|numret)?|regning(?:en|a|er)?|rekning(?:a|ar)?|räkning(?:en|ar)?"
    r"|invoices?|bills?|kreditnota|purring|faktnr",
    "agreement": r"\w*avtale(?:n|r|nr|nummer)?|\w*avtal(?:et|snummer|nr)?|\w*aftale(?:n|r|nr|nummer)?|kontrakt(?:en|et|snummer|nr)?"
    r"|agreement|contract|policy|polise(?:n|nummer)?|police(?:n|nummer)?|medlemskap|medlemsnummer|medlemsnr|membership|subscription"
    r"|abonnement(?:et|snummer)?|abonnemang(?:et|snummer)?|anlegg(?:et|sid)?|anläggning(?:en|s-?id)?|leieforhold",
    "order": r"ordre(?:n|nr|nummer|nummeret)?|order(?:n|nr|nummer|numret)?|bestilling(?:en|snummer|snr|a)?|beställning(?:en|snummer)?"
    r"|forsendelse(?:n|snummer)?|försändelse|sending(?:en|snummer|a)?|pakke(?:n|nummer)?|paket|parcel|kolli",
    "case": r"sak(?:en|a|snr|snummer|snummeret)?|sag(?:en|snr|snummer)?|ärende(?:t|nr|nummer|numret)?|case|claim|complaint|klage(?:sak|n|saken)?"
    r"|reklamasjon(?:en)?|reklamation(?:en)?|klagomål(?:et)?|referanse|referens|reference|ref|vår ref|vores ref|our ref|deres ref|henvendelse",
    "customer": r"kunde(?:nr|nummer|nummeret|-?id)?|kund(?:nr|nummer|numret|-?id)?|customer|konto|account",
    "meter": r"måler(?:en|nr|nummer)?|målar(?:en|nr|nummer)?|mätare?(?:n|nummer)?|meter",
}
_LABEL = "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
_ID = r"(?P<id>(?:[A-ZÆØÅÄÖ]{1,5}[-/ ]?)?\d[\dA-Z]*(?:[-/]\d+|-[A-Z0-9]{1,8})*)"
_LABELLED = re.compile(
    rf"(?<![\w-])(?:{_LABEL})(?:(?:[ -]?(?:nr|no|nummer|number|id|ref|reference|numret|nummeret|med nummer|nr\.)\b)?\.?\s?[:#]?)"
    rf"[ \u00a0\t]{{1,4}}\n?[ \t]{{0,8}}(?:med nummer |nummer |number |nr\.? |no\.? )?{_ID}(?![\w,.]\d|[%\w])",
    re.IGNORECASE,
)
_SHAPED = re.compile(
    r"(?<![\w.@/-])(?:[A-ZÆØÅÄÖ]{1,4}-(?:[A-Z]{1,3}-)?\d{2,}[\dA-Z]*(?:-\d+)*|[A-Z]{2,4}\d{4,})(?![\w-])"
)
_MORE = re.compile(
    r"(?:\s?,\s?|\s(?:og|och|and|&|samt)\s)(?P<id>(?:[A-ZÆØÅÄÖ]{1,4}-?)?[1-9]\d{2,}[\d-]*)(?![\w.,]\d|[ ]\d|\w)"
)
_LISTED = frozenset({"invoice", "agreement", "order", "case"})


def find_references(text: str) -> Iterator[Entity]:
    """References as written; `detail["label"]` is invoice, agreement, order, case, customer or meter, else empty.

    After a labelled number the list goes on: «fakturaene 7788, 7789 og 7790» are three.
    """
    for match in _LABELLED.finditer(text):
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


def _looks_like_id(found: str, label: str) -> bool:
    """«sak 2» is a number of things; an id has three figures or more, or letters and figures."""
    figures = sum(c.isdigit() for c in found)
    return figures >= 3 or (figures >= 2 and any(c.isalpha() for c in found)) or (label == "case" and figures >= 3)


def _canonical(written: str) -> str:
    return written.upper().replace(" ", "")
