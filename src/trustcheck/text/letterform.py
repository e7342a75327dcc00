"""How a letter greets and how it signs off, and whom those lines name.

All five languages (nb, nn, sv, da, en) are read at once: a reader needs the form of a letter before its language is
known. Every function takes one line without its line break and looks at no more than its first 200 characters.
"""

from __future__ import annotations

import re

from trustcheck.model.span import Span

_LONGEST = 200
_MOST_NAME_WORDS = 7
_MOST_CALLED_WORDS = 8

_HELLO = re.compile(
    r"\s*(?P<hello>hei(?:sann)?|hallo|hallå|hej(?:san)?|halløj|tjena|hi|hello|dear|kjære|kære|kära|käre|bäst[ae]|"
    r"gode?\s(?:dag|morgen|morgon|formiddag|ettermiddag|eftermiddag|kveld|kväll|aften)|goddag|godmorgen|gomorgen|"
    r"good\s(?:morning|afternoon|evening)|(?P<formal>gode|(?P<to>til|till|to|"
    r"(?:notice|varsel|melding|meddelande|meddelelse|besked)\s(?:til|till|to))))"
    r"(?![\w'-])(?:\s(?:igjen|igen|att|again)(?!\w))?",
    re.IGNORECASE,
)
_HELLO_ENDS = re.compile(r"[\s,!]|[.?:](?!\S)|$")
"""What stands behind a greeting's word; in «hello@…» and «hei.no» it is part of an address."""
_FIELD = re.compile(r"[{}\[\]<>|%$_@]|^(?:undefined|null|none|nan)$", re.IGNORECASE)
_NAME_END = re.compile(r"(?<!\bhr)(?<!\bfr)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bdr)\.|[,!?:;]|$", re.IGNORECASE)

_GENERIC_WORD = re.compile(
    r"kund(?:en?|er|ar)?|customers?|clients?|husstand(?:en|er|ar)?|hushåll(?:et)?|household(?:er)?|homeowner|occupiers?|"
    r"occupants?|residents?|tenants?|sir|madam|abonnent(?:en|er|ar)?|subscribers?|medlem(?:men|mer|mar|er)?|members?|"
    r"beboer(?:en|e)?|bebuar(?:ar)?|boende|innehavar(?:en?)?|inn?ehaver(?:en)?|indehaver(?:en|e)?|(?:account\s?)?holders?|account|"
    r"bruker(?:e|en)?|brukar(?:ar|en)?|bruger(?:e|en)?|användare|users?|policyholders?|eier(?:e|en)?|eigar(?:ar|en)?|"
    r"ejer(?:e|en)?|ägaren?|owners?|leier(?:e)?|leigar(?:ar)?|lejer(?:e)?|hyresgäst(?:en|er)?|nabo(?:er|ar)?|grann(?:e|ar)|"
    r"neighbours?|mottaker(?:e)?|mottakar(?:ar)?|mottagare|modtager(?:e)?|recipients?|pasient(?:er|ar)?|patient(?:er|s)?|"
    r"gjest(?:er)?|gäst(?:er)?|gæst(?:er)?|guests?|låner(?:e)?|lånar(?:ar)?|låntagare|borrowers?|readers?|læser(?:e)?|"
    r"leser(?:e)?|lesar(?:ar)?|läsare|passasjer(?:er)?|passengers?|students?|elev(?:er)?|foreldre|forældre|föräldrar|parents?"
)
_COMPOUND_END = re.compile(
    r".{2,}(?:kund(?:e|en|er|ar)?|abonnent(?:en|er|ar)?|medlem(?:mer|mar|er)?|innehavaren?|innehaver(?:en)?|indehaver(?:en)?|"
    r"stak(?:er|ar)(?:e|ar)?|etak(?:er|ar)(?:e|ar)?|tagaren?|stager(?:e)?|brukar(?:ar)?|bruker(?:e)?|bruger(?:e)?|eier(?:e)?|"
    r"eigar(?:ar)?|ejer(?:e)?|ägaren?)"
)
_FILLERS = frozenset(
    "the our vår våre vårt våra vores kjære kære kära käre bästa bäste dear gode god valued all alle alla sammen saman"
    " tillsammans og och and eller or & du dere de dykk deg dig jer er ni there du/dere herr fru hr fr frue herre den"
    " det denne every everyone everybody folks friends venner vänner vener".split()
)
_OF = frozenset("av af of i in at på for för under with med ved vid hos".split())
_JOINERS = frozenset("og och and & von van de der den af av di la el al bin e y fra från frå from".split())

_CLOSING = (
    r"(?:(?:med|with|de|dei|mange|många|many)\s+)?(?:[\w-]+\s+){0,2}?[\w-]*"
    r"(?:hilsen|hilsener|hilsner|helsing|helsingar|hälsning|hälsningar|hälsningarna)"
    r"|mvh|m\.v\.h\.?|mvhs|vh|vmh|vänligen|venligst|vennligst|venlegast|ærbødigst|högaktningsfullt"
    r"|yours(?:\s+(?:very\s+)?(?:sincerely|faithfully|truly|ever))?|(?:very\s+)?sincerely(?:\s+yours)?|respectfully"
    r"|(?:with\s+)?(?:(?:my|our|very|kind|kindest|best|warm|warmest|good)\s+)*(?:regards|wishes)|warmly"
)
_FAREWELL = (
    r"(?:ha|hav|have)\s+(?:en|ei|et|ett|a|an)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:dag|kveld|kväll|aften|uke|veke|vecka|uge|helg|helgi|weekend|sommer|sommar|jul|day|week|evening|one)"
    r"|(?:ha|hav)\s+det\s+(?:så\s+)?(?:bra|godt|fint|gott|rigtig\s+godt)"
    r"|(?:riktig\s+|rigtig\s+)?(?:god|trevlig|fin|skön)\s+(?:helg|weekend|sommer|sommar|jul|kveld|kväll)"
    r"|alt\s+(?:godt|vel)|allt\s+gott|all\s+the\s+best|best|cheers|take\s+care|many\s+thanks|thanks|thank\s+you|tack|takk|tak"
)
_SIGN_OFF = re.compile(rf"\s*(?:(?P<closing>{_CLOSING})|(?:{_FAREWELL}))(?!\w)(?P<mark>[\s,.!/–:-]*)", re.IGNORECASE)


def is_greeting(line: str) -> bool:
    """True where the whole line greets or addresses: «Hei Heidi,», «Bäste kund», «To the occupier», «Hei ,»."""
    parts = _greeting(line)
    return parts is not None and not line[parts[1] :].strip(" \t,.!:;?")


def greeting_name(line: str) -> Span | None:
    """Where the addressee's words stand in a line that begins with a greeting; None without greeting or addressee.

    The line may go on after the greeting, as in a text message: «Hei Amira! Pakken er klar.»
    """
    parts = _greeting(line)
    return Span(*parts) if parts is not None and parts[0] < parts[1] else None


def greeting_length(line: str) -> int:
    """How many characters at the start of a line greet («Hei Kari!»), with the mark; 0 where it does not greet.

    Unlike `is_greeting` it takes any few words in the place of a name («Hei bokelsker!», «Hei {{ first_name }},»),
    and leaves «Til husstanden» and «To the occupier» to the address that they begin.
    """
    start = line[:_LONGEST]
    hello = _HELLO.match(start)
    if hello is None or hello["to"] or not _HELLO_ENDS.match(start, hello.end()):
        return 0
    parts = _greeting(line)
    if parts is None:
        return len(line) if _calls(line[hello.end() :]) else 0
    rest = line[parts[1] :].lstrip(" \t\xa0,.!?:;")
    return len(line[: len(line) - len(rest)].rstrip()) if rest else len(line)


def is_generic_addressee(words: str) -> bool:
    """True for words that name nobody: «kunde», «the occupier», «Sir or Madam», «innehavaren av anläggning 330918»."""
    if words.lower().strip(" .,:") == "whom it may concern":
        return True
    head: list[str] = []
    for word in words.replace(",", " ").split():
        if word.lower() in _OF and head:
            break
        head.append(word.strip(".:!/"))
    return bool(head) and all(_is_generic(w) for w in head)


def is_sign_off(line: str) -> bool:
    """True where the line closes a letter: «Med vennlig hilsen», «Hilsen Mette Ruud», «Ha en riktigt fin helg»."""
    return _sign_off(line) is not None


def sign_off_name(line: str) -> Span | None:
    """Where the sender's words stand on the line of a sign-off: «Mette Ruud» in «Hilsen Mette Ruud»; else None."""
    parts = _sign_off(line)
    return Span(*parts) if parts is not None and parts[0] < parts[1] else None


def _greeting(line: str) -> tuple[int, int] | None:
    """Start and end of the addressee's words (equal: there are none), or None where the line does not greet."""
    start = line[:_LONGEST]
    hello = _HELLO.match(start)
    if hello is None:
        return None
    end_mark = _NAME_END.search(start, hello.end())
    end = end_mark.start() if end_mark else len(start)
    found = start[hello.end() : end]
    begin = hello.end() + len(found) - len(found.lstrip())
    name = found.strip()
    if hello["formal"] and not is_generic_addressee(name):
        return None
    if not _addresses(name):
        return None
    return (begin, begin + len(name)) if name else _name_behind_comma(start, end)


def _name_behind_comma(line: str, at: int) -> tuple[int, int]:
    """Start and end of the name in «Hei, Ingvild!»: up to three capitalised words that fill the line; else nothing."""
    words = line[at:].strip(" \t,.!")
    if line[at : at + 1] == "," and 1 <= len(words.split()) <= 3 and all(_may_stand_in_name(w) for w in words.split()):
        begin = line.index(words, at)
        return begin, begin + len(words)
    return at, at


def _calls(rest: str) -> bool:
    """Do words that look like no name stand in its place? One word, an unfilled field, or a few up to «,» or «!»."""
    words = rest.strip().strip(",.!:;").split()
    if not 1 <= len(words) <= _MOST_CALLED_WORDS:
        return False
    return len(words) == 1 or rest.rstrip().endswith((",", "!")) or any(_FIELD.search(word) for word in words)


def _addresses(name: str) -> bool:
    """No name at all («Hei!»), a generic one, or words that are written like a name."""
    words = name.split()
    if not words or is_generic_addressee(name):
        return len(name) <= 80
    return len(words) <= _MOST_NAME_WORDS and all(_may_stand_in_name(word) for word in words)


def _may_stand_in_name(word: str) -> bool:
    lowered = word.lower()
    return word[0].isupper() or lowered in _JOINERS or lowered.strip(".") in _FILLERS or _is_generic(word)


def _is_generic(word: str) -> bool:
    """Compounds count in lower case alone: «hytteeier» owns a cabin, but «Meier» is a name."""
    lowered = word.lower()
    if lowered in _FILLERS or _GENERIC_WORD.fullmatch(lowered):
        return True
    return (word[:1].islower() or word.isupper()) and _COMPOUND_END.fullmatch(lowered[:40]) is not None


def _sign_off(line: str) -> tuple[int, int] | None:
    """Start and end of the name on the line (equal: there is none), or None where the line closes nothing."""
    start = line[:_LONGEST].rstrip()
    found = _SIGN_OFF.match(start)
    if found is None or start.endswith(("?", ":")):
        return None
    rest = start[found.end() :].rstrip(" ,.!")
    if rest and not _signs(rest, strict=found["closing"] is None, mark=found["mark"]):
        return None
    return found.end(), found.end() + len(rest)


def _signs(rest: str, *, strict: bool, mark: str) -> bool:
    """Is what follows the closing words a sender? After «Thanks» or «Ha en fin helg» only behind a comma or dash."""
    words = rest.split()
    if len(words) > _MOST_NAME_WORDS or (strict and not mark.strip()):
        return False
    lead = words[0].lower()
    return words[0][0].isupper() or lead in _JOINERS or lead in ("oss", "os", "hele", "hela") or lead.startswith("v/")
