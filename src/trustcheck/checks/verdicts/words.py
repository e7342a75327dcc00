"""Loose comparison of the words of a letter with the words of the records, across compounds and inflections."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SAME = (
    "internett internet nett nettet bredbånd bredband bredbånd fiber fibern bredbandet internettet broadband",
    "strøm straum ström el elen elektrisitet kraft power electricity energi energy elnät nettleie elhandel",
    "mobil mobilen telefon mobile phone mobilabonnement mobilabonnemang sim",
    "tv fjernsyn kabel-tv tv-pakke tv-pakken",
    "vann vatn vatten vand water",
    "varme fjernvarme fjärrvärme fjernvarmen heat heating varmen värme hot",
    "kort kortet card bankkort kontokort betalkort debetkort kredittkort kreditkort",
    "konto kontoen kontot account bankkonto brukskonto lønnskonto sparekonto",
    "strømming streaming strömning lydbok lydbøker",
    "forsikring forsikringen försäkring försäkringen insurance policy polise",
)
_GROUP_OF = {word: number for number, words in enumerate(_SAME) for word in words.split()}
_SHORTEST_STEM = 4


def related(words: str, names: Iterable[str]) -> bool:
    """Do the letter's words mean what the records name? «mobilabonnementet» is related to «Mobil 20 GB»."""
    said = _parts(words)
    return any(_meet(a, b) for name in names for a in said for b in _parts(name))


def _parts(text: str) -> set[str]:
    return {w for w in re.split(r"[^\wæøåäö-]+", text.lower()) if len(w) > 1 and not w.isdigit()}


def _meet(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST_STEM and (
        long.startswith(short[: max(_SHORTEST_STEM, len(short) - 2)]) or short in long
    ):
        return True
    groups = _groups(one) & _groups(other)
    return one == other or bool(groups)


def _groups(word: str) -> set[int]:
    """The groups of synonyms that a word, or the head or tail of a compound, belongs to."""
    return {
        g
        for known, g in _GROUP_OF.items()
        if word == known or (len(known) > 3 and (word.startswith(known) or word.endswith(known)))
    }
