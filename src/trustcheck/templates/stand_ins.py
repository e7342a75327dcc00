"""The text that stands for data nobody has given, so that sentences read as they would in a finished letter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase

from trustcheck.templates.settings import TemplateSettings
from trustcheck.templates.source import Spot
from trustcheck.templates.values import Symbol

TEXTS: Mapping[str, str] = {
    "first-name": "Kim",
    "name": "Kim Berg",
    "company": "Nordlys AS",
    "date": "2026-12-18",
    "time": "14:30",
    "money": "1250.00",
    "count": "3",
    "percent": "12",
    "email": "kim.berg@example.com",
    "link": "https://example.com/1042",
    "phone": "+47 22 00 00 00",
    "reference": "104233",
    "address": "Storgata 1",
    "language": "en",
    "file": "104233.pdf",
    "markup": "",
    "word": "Nordlys",
}
"""Kind → stand-in. They are read alike in all languages: dates ISO 8601, amounts as plain decimals."""

_WORDS: Mapping[str, str] = {
    "markup": "csrf class style css width height color colour align icon logo img image src nonce token",
    "email": "email mail epost eposten mailadresse emailaddress mailto",
    "phone": "phone telephone mobile tel tlf telefon telefonnummer mobil mobilnummer telefonnr",
    "link": "url urls link links href uri lenke lenka länk website nettside webbplats static",
    "first-name": "firstname fornavn fornamn förnamn givenname forename",
    "name": "name username fullname navn namn customer kunde kund recipient mottaker mottakar mottagare modtager user "
    "person author owner signer saksbehandler handläggare sagsbehandler agent consultant surname lastname etternavn "
    "efternamn efternavn contact member submitter reviewer speaker",
    "company": "company organisation organization org brand sender site firma selskap foretak företag bolag virksomhed "
    "shop vendor supplier team department avdeling avdelning afdeling",
    "date": "date dato datum due day deadline frist forfall forfallsdato förfallodag förfallodatum forfaldsdato "
    "expires expiry created updated on at datetime strftime dateformat birthday since until period month måned månad",
    "time": "time hour klokkeslett klockslag klokkeslæt clock timestamp",
    "money": "amount price total sum cost fee balance money currency belop beløp belopp beløb pris kostnad avgift "
    "gebyr saldo subtotal vat moms mva tax fare rent premium premie discount rabatt",
    "percent": "percent percentage rate prosent procent rente ränta",
    "count": "count number num qty quantity antall antal length size total_count days dager dagar dage hours index "
    "attempts retries limit years months weeks minutes",
    "reference": "id ids ref reference number_id nr no invoice faktura fakturanummer order ordre case sak ärende sag "
    "kid last digits ocr code kode kod key uuid pk serial version account konto contract avtale avtal aftale",
    "address": "address adresse adress street gate gata vej city zip postcode postal place location",
    "language": "lang language locale",
    "file": "file filename attachment vedlegg bilaga",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}

_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])")
_CURRENCY_BEFORE = re.compile(r"(?:[€$£]|\b(?:kr|kroner|nok|sek|dkk|eur|usd|gbp))\.?\s*$", re.IGNORECASE)
_CURRENCY_AFTER = re.compile(r"\s*(?:[€$£]|,-|:-|(?:kr|kroner|kronor|nok|sek|dkk|eur|usd|gbp)\b)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?:href|src|action|background)\s*=\s*["']?[^"'<>\s]{0,200}$""", re.IGNORECASE)
_HOST_OPEN = re.compile(r"""https?://[^"'<>\s/]*$|(?:href|src|action)\s*=\s*["']?$""", re.IGNORECASE)
_IN_TAG = re.compile(r"<[a-zA-Z][^<>]*$")
_MARKUP = re.compile(r"<[^<>]{0,200}>|&nbsp;")
_NEIGHBOURS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:{before})\s*$", re.IGNORECASE), re.compile(rf"\s*(?:{after})", re.IGNORECASE))
    for kind, before, after in (
        ("name", r"\b(?:hei|hej|hi|hello|dear|kj[æa]re|kära|käre|kære|god dag|til|till)", r"\Z(?!)"),
        ("reference", r"(?:nummer|nr\.?|number|no\.|#|ending in|slutter på|slutar på|kid:?|ocr:?|ref\.?:?)", r"\Z(?!)"),
        (
            "date",
            r"\b(?:innen|inden|senest|senast|by|before|until|due on|forfall:?|förfaller|forfaldt?|den)",
            r"\Z(?!)",
        ),
        (
            "count",
            r"\Z(?!)",
            r"(?:dag|dager|dagar|dage|days?|timer|timmar|hours?|minut\w*|months?|måned\w*|månad\w*|times|gang\w*|gång\w*)\b",
        ),
    )
)
"""Kind → the words right before a value, or right after it, that tell it where its own name does not."""

_ARGUMENTS = re.compile(r"\(.*\)|([\"'])[^\"']*[./][^\"']*\1")
_PRINTED = re.compile(r"\{\{[^{}]*\}\}")
_NEAR = 240


class StandIns:
    """Guesses what kind of data a path holds, and gives the text for it."""

    def __init__(self, settings: TemplateSettings) -> None:
        self._settings = settings
        self._texts = {**TEXTS, **settings.stand_ins}
        self._known: dict[tuple[str, str, tuple[str, int, int], bool], str] = {}

    def text(self, symbol: Symbol, spot: Spot, *, numeric: bool = False) -> str:
        """A stand-in for the data printed at `spot`; never empty, for then it could not be found in the text.

        `numeric`: the template compares it with numbers.
        """
        key = (symbol.path, symbol.label, spot.key, numeric)
        if key not in self._known:
            guess = self._guess(symbol, spot)
            self._known[key] = self._texts["count"] if numeric and guess == self._texts["word"] else guess
        return self._known[key]

    def _guess(self, symbol: Symbol, spot: Spot) -> str:
        before = spot.source.text[max(0, spot.start - _NEAR) : spot.start]
        after = spot.source.text[spot.end : spot.end + 40]
        before, after = re.sub(r"\{\{[-+]?\s*$", "", before), re.sub(r"^\s*[-+]?[%}]\}", "", after)
        before = _PRINTED.sub("0", before)
        if _ATTRIBUTE.search(before):
            return self._in_address(before)
        if _IN_TAG.search(before):
            return "0"
        return self._texts.get(self.kind(symbol, before, after)) or "–"

    def kind(self, symbol: Symbol, before: str = "", after: str = "") -> str:
        """A key of `TEXTS` (or of the project's `stand_ins`). `before`, `after`: the template around the place."""
        for pattern, kind in self._settings.types.items():
            if fnmatchcase(symbol.path.split("|")[0], pattern):
                return kind
        base, *filters = symbol.path.split("|")
        for name in reversed(filters):
            given = self._settings.filters.get(name.split("(")[0], "")
            if given.startswith("type:"):
                return given.removeprefix("type:").strip()
            if found := _kind_of(name.split("(")[0]):
                return found
        if _CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(after):
            return "money"
        if re.match(r"\s*%", after):
            return "percent"
        return kind_of_path(base) or _kind_of(symbol.label) or _kind_by_neighbours(before, after) or "word"

    def _in_address(self, before: str) -> str:
        """Data inside `href="…"`: the whole address, or a part of its path."""
        whole = _HOST_OPEN.search(before) and not re.search(r"https?://[^\"'<>\s]*$", before)
        link = self._texts["link"]
        return link if whole else link.split("://")[-1].split("/")[0] if _HOST_OPEN.search(before) else "1042"


def _kind_by_neighbours(before: str, after: str) -> str | None:
    before, after = _MARKUP.sub(" ", before), _MARKUP.sub(" ", after)
    return next((kind for kind, left, right in _NEIGHBOURS if left.search(before) or right.match(after)), None)


def kind_of_path(path: str) -> str | None:
    """The kind of data at a path, by its last name, then by those before it. The number of an invoice is no count."""
    names = [n for n in re.split(r"[.\[\]]+", _ARGUMENTS.sub("", path)) if n and not n.isdigit()]
    kinds = [found for name in reversed(names) if (found := _kind_of(name.strip("'\"")))]
    if kinds[:2] == ["count", "reference"] and _kind_of(names[-1]) == "count":
        return "reference"
    return kinds[0] if kinds else None


def _kind_of(name: str) -> str | None:
    words = [w.lower() for w in _WORD.findall(name)]
    if not words:
        return None
    if whole := _KINDS.get("".join(words)):
        return whole
    if words[-1] in ("number", "nummer", "nr", "no") and len(words) > 1:
        return "phone" if words[0] in ("phone", "telephone", "mobile", "telefon") else "reference"
    if words[-1] == "name" and words[0] in ("company", "organisation", "organization", "brand", "site", "firma"):
        return "company"
    if words[-1] in ("name", "navn", "namn") and words[0] in ("first", "given", "for", "fore"):
        return "first-name"
    return next((_KINDS[w] for w in reversed(words) if w in _KINDS), None)
