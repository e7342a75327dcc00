"""Whether two namings of a product mean one thing: «bredbåndsavtalen» and «bredbånd», «strømmen» and «el»."""

from __future__ import annotations

import re
from enum import Enum


class Likeness(Enum):
    """`UNCLEAR`: nothing ties the two, and nothing says that they differ."""

    SAME = "same"
    OTHER = "other"
    UNCLEAR = "unclear"


_FAMILIES: dict[str, str] = {
    "internet": (
        "internett internet bredbånd breiband bredband broadband fiber fibre nettilgang nett nät wifi adsl router"
    ),
    "power": (
        "strøm straum ström el elektrisitet elektricitet elhandel elnät elnett kraft electricity power energi "
        "energy elavtal elaftale"
    ),
    "mobile": "mobil mobile mobiltelefon mobiltelefoni telefoni simkort cellphone handset",
    "landline": "fasttelefon fastnet landline telefonlinje",
    "tv": "tv fjernsyn fjernsynet tve kabeltv television",
    "gas": "gass gas naturgas",
    "water": "vann vatn vatten vand water vannforsyning",
    "heat": "fjernvarme fjärrvärme varme värme heating heat",
    "travel": "reise resa rese rejse travel",
    "contents": "innbo hem indbo contents husholdning",
    "car": "bil car motor kasko",
    "boat": "båt båd boat",
    "house": "hus villa house home building bygning",
    "life": "liv life",
    "pet": "hund katt kat dyr djur pet dog cat",
    "accident": "ulykke ulukke olycksfall ulykkes accident ulukkes",
    "child": "barn child children",
    "storage": "lager lagerrom bod bodleie skab skap förråd storage locker unit",
    "parking": "parkering parking garasje garage",
    "fitness": "trening træning träning gym fitness",
    "news": "avis tidning newspaper magasin magazine",
    "loan": "lån loan",
    "savings": "sparing sparande opsparing savings",
    "alarm": "alarm larm",
    "waste": "renovasjon avfall affald waste",
}
"""What a word tells about the product → the words that tell it, as first parts of compounds, in five languages."""

_STEMS = {word: family for family, words in _FAMILIES.items() for word in words.split()}
_GENERIC = (
    "abonnement abonnements abonnent abonnemang abonnemangs avtale avtal avtals aftale kontrakt kontrakts "
    "contract agreement subscription medlemskap medlemskab medlemskaps membership plan konto konti account "
    "tjeneste teneste tjänst tjänster service services forsikring forsikrings försäkring försäkrings "
    "insurance policy polise police kunde kund customer leveranse leverans levering supply forsyning "
    "försörjning linje linja linjen line tilgang tilgangen tilgong åtkomst adgang access tilknytning "
    "anslutning tilkobling uppkoppling forbindelse connection uttak anlegg anläggning pakke paket package "
    "ordning forhold leieforhold leie leige hyra hyr leje rental ditt din dit di deres dykkar er ert your the "
    "den det denne denna som har hos oss nå no nu er är is og och and med on for en ei et ett a an"
).split()
_ENDINGS = (
    "ene ane arna orna erna erne enes arne ar er or en et a n t s r e inga ingen ingene ingar ninga na men met"
).split()
_SHORTEST_WORD = 3
_SHORTEST_PART = 4


def likeness(words: str, product: str) -> Likeness:
    """How the words of a message compare with a product in the records. Words that name no product are unclear."""
    one, other = _parts(words), _parts(product)
    if not one or not other:
        return Likeness.UNCLEAR
    families = {_family(part) for part in one} - {""}, {_family(part) for part in other} - {""}
    if families[0] & families[1] or any(_overlap(a, b) for a in one for b in other):
        return Likeness.SAME
    return Likeness.OTHER if families[0] and families[1] else Likeness.UNCLEAR


def _parts(text: str) -> set[str]:
    """The words that tell something: generic words are gone, and generic last parts of compounds cut off."""
    found = (_telling(word) for word in re.findall(r"[^\W_]+", text.casefold().replace("-", "")))
    return {word for word in found if word in _STEMS or len(word) >= _SHORTEST_WORD}


def _telling(word: str) -> str:
    bare = _bare(word)
    if bare in _GENERIC or word in _GENERIC:
        return ""
    for last in _GENERIC_LAST:
        if bare.endswith(last) and len(bare) > len(last):
            return _telling(bare.removesuffix(last).rstrip("-"))
    return word


def _bare(word: str) -> str:
    """The word without an ending, if what is left is a word we know; else as it is."""
    for ending in sorted(_ENDINGS, key=len, reverse=True):
        stem = word.removesuffix(ending)
        if stem != word and (stem in _KNOWN or any(stem.endswith(last) for last in _GENERIC_LAST)):
            return stem
    return word


def _family(part: str) -> str:
    """The family of a word, of its stem, or of the first part of a compound («strømregning» → power)."""
    if part in _STEMS:
        return _STEMS[part]
    bare = _bare(part)
    if bare in _STEMS:
        return _STEMS[bare]
    firsts = (word for word in _STEMS if len(word) >= _SHORTEST_PART and part.startswith(word))
    longest = max(firsts, key=len, default="")
    return _STEMS.get(longest, "")


def _overlap(one: str, other: str) -> bool:
    """True for equal words, or a longer one that begins with the other («Grunnpakke», «grunnpakken»)."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _SHORTEST_PART and long.startswith(short))


_GENERIC_LAST = tuple(sorted((word for word in _GENERIC if len(word) > _SHORTEST_PART), key=len, reverse=True))
_KNOWN = frozenset((*_GENERIC, *_STEMS))
