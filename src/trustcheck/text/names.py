"""Names: of the organisation, as it is registered, and of persons, as they sign or are addressed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from trustcheck.model.span import Span

_LEGAL_FORMS = "as asa ab a/s aps ltd limited plc llp llc inc sa ans da ba bl hf sf ks nuf is i/s p/s k/s publ".split()
_TITLES = frozenset("mr mrs ms miss mx dr prof professor hr fr fru herr frk sir dame rev".split())
_PARTICLES = frozenset("von van de der den da di del la le el al bin af av mac o' ten ter zu y e".split())
_SMALL_WORDS = frozenset(
    "vi me oss os we us i jag jeg eg du de dere dykk ni you din ditt dine your vår vårt våre vores our alle alla all"
    " hele hela heile the a an og och and & på for att at til till to med with din deg dig takk tack tak thanks thank"
    " hilsen hälsning regards venlig vennlig vänlig kjære kære kära dear hei hej hi ps".split()
)
"""Words of the closed classes that may begin a line with a capital and are no part of a name."""
_NAME_WORD = re.compile(r"^(?:[A-ZÆØÅÄÖÉÜĐŁŠŽČİ][\w'’.-]*|[A-Z]\.)$")


@lru_cache(maxsize=512)
def _name_pattern(name: str) -> re.Pattern[str]:
    words = [w for w in re.split(r"[\s\-]+", name.strip()) if w]
    while len(words) > 1 and words[-1].lower().strip("().") in _LEGAL_FORMS:
        words.pop()
    body = r"[\s\-\u00a0]+".join(re.escape(word) for word in words)
    return re.compile(rf"(?<![\w@-])(?<![^\s/]/){body}(?:s|'s|’s|-)?(?![\w@]|\.\w)", re.IGNORECASE)


def names_organisation(text: str, names: Sequence[str]) -> Span | None:
    """Where one of the registered names stands as words of its own; case, legal form and genitive do not matter.

    A name inside a web or mail address is none.
    """
    found = [match.span() for name in names if name and (match := _name_pattern(name).search(text))]
    return Span(*min(found, key=lambda span: (span[0], -span[1]))) if found else None


def person_name(line: str, organisation: Sequence[str] = ()) -> str:
    """The personal name that a line of a sign-off or address block begins with, or an empty text.

    It goes by form alone: «Kari Nes, saksbehandler» and «Mr Oluwaseun Adeyemi» hold one; «vi i NoldusNett» does not.
    Whether a capitalised word is the name of a team, the words of a rule must tell.
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
    """Capitalised words with particles (von, de) between them, not all of them in capitals, and no legal form."""
    plain = [w for w in words if w.lower() not in _PARTICLES]
    if not plain or any(w.lower() in _SMALL_WORDS for w in plain):
        return False
    if any(w.lower().rstrip(".") in _LEGAL_FORMS for w in words[1:]) or (
        len(plain) > 1 and all(w.isupper() and len(w) > 3 for w in plain)
    ):
        return False
    return all(_NAME_WORD.match(w) for w in plain)
