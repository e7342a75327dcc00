"""Names: of the organisation, as it is registered, and of persons, as they sign or are addressed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from trustcheck.model.span import Span

_LEGAL_FORMS = "as asa ab a/s aps ltd limited plc llp llc inc sa ans da ba bl hf sf ks nuf is i/s p/s k/s publ".split()
_TITLES = frozenset("mr mrs ms miss mx dr prof professor hr fr fru herr frk sir dame rev".split())
_PARTICLES = frozenset("von van de der den da di del la le el al bin af av mac o' ten ter zu y e".split())
_NOT_NAMES = frozenset(
    """
    kundeservice kundesenter kundesenteret kundeservicen kundtjänst kundcenter kundeafdelingen kundeavdelingen customer
    customers service services team teamet support avdeling avdelingen afdeling afdelingen avdelning avdelningen gruppe
    gruppen gruppa holdet laget ledelsen ledelse ledning ledningen styret styrelsen bestyrelsen board administrasjonen
    administrationen administration klinikkledelsen klinikken department office kontor kontoret drift driften teknisk
    kreditt kredit kreditgruppen inkasso faktura fakturaavdelingen billing accounts account collections credit lending
    field north south east west nord sør syd øst vest oss us we vi bank banken sparebank sparbank energi fiber kraft
    forsikring försäkring insurance leverans levering delivery notifications security sikkerhet säkerhet system systemet
    automatisk automated innkreving indkasso økonomi ekonomi finance regnskap redaksjonen medlemsservice medlem butikk
    butiken nettbutikk webshop company the din deres ditt your vennlig venlig hilsen hälsning regards sincerely kontroll
    ordning og och and & for på at til till to with med kundeoppfølging reskontro kundereskontro avtaleforvaltning
    saksbehandler handläggare sagsbehandler manager director leder chef head officer adviser advisor rådgiver rådgivare
    konsulent medarbejder medarbeider medarbetare technician montør relations relasjoner help desk hjelp hjälp hjælp
    nett net nät mobil mobile online digital norge sverige danmark norway sweden denmark uk nordic norden gruppe group
    """.split()
)
_NAME_WORD = re.compile(r"^(?:[A-ZÆØÅÄÖÉÜĐŁŠŽČİ][\w'’.-]*|[A-Z]\.)$")


@lru_cache(maxsize=512)
def _name_pattern(name: str) -> re.Pattern[str]:
    words = [w for w in re.split(r"[\s\-]+", name.strip()) if w]
    while len(words) > 1 and words[-1].lower().strip("().") in _LEGAL_FORMS:
        words.pop()
    body = r"[\s\-\u00a0]+".join(re.escape(word) for word in words)
    return re.compile(rf"(?<![\w@/-]){body}(?:s|'s|’s|-)?(?![\w@]|\.\w)", re.IGNORECASE)


def names_organisation(text: str, names: Sequence[str]) -> Span | None:
    """Where one of the registered names stands as words of its own; case, legal form and genitive do not matter.

    A name inside a web or mail address is none.
    """
    found = [match.span() for name in names if name and (match := _name_pattern(name).search(text))]
    return Span(*min(found)) if found else None


def person_name(line: str, organisation: Sequence[str] = ()) -> str:
    """The personal name that a line of a sign-off or address block begins with, or an empty text.

    «Kari Nes, saksbehandler» and «Mr Oluwaseun Adeyemi» hold one; «Kundeservice» and «Fitrum-holdet» do not.
    """
    head = re.split(r"[,;:|(/–·\t]| {2,}| - | – ", line.strip(), maxsplit=1)[0].strip(" .!")
    words = head.split()
    if words and words[0].lower().rstrip(".") in _TITLES:
        words = words[1:]
    if not 1 <= len(words) <= 5 or any(char.isdigit() for char in head) or "@" in head:
        return ""
    if names_organisation(head, organisation) or not _all_name_words(words):
        return ""
    return " ".join(words)


def _all_name_words(words: list[str]) -> bool:
    """Capitalised words that are no department, role or trade; particles (von, de) may stand between them."""
    plain = [w for w in words if w.lower() not in _PARTICLES]
    if not plain or any(part in _NOT_NAMES for w in words for part in (w.lower(), *w.lower().split("-"))):
        return False
    if any(w.lower().rstrip(".") in _LEGAL_FORMS for w in words[1:]) or (
        len(plain) > 1 and all(w.isupper() and len(w) > 3 for w in plain)
    ):
        return False
    return all(_NAME_WORD.match(w) for w in plain)
