"""The check `recipient-unnamed`: is a grave message addressed to somebody by name?"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from trustcheck.checks.channels import customer_value
from trustcheck.checks.places import place_of_absence
from trustcheck.model.check import Context
from trustcheck.model.message import BlockRole, Channel
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span
from trustcheck.text.letterform import greeting_name, is_generic_addressee
from trustcheck.text.names import names_organisation, person_name

_TO = re.compile(r"\s*(?:til|till|to|att|attn|v/|c/o)\b\s*[.:]?\s*", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:bill|rate|tax)[ -]?payer|debtor|applicant|claimant|motorist|consumer|citizen|leaseholder|registered keeper|"
    r"(?:account|service) user|(?:regnings?|leie|skatte)?betaler(?:en)?|skyldner(?:en)?|debitor(?:en)?|søker(?:en)?|"
    r"forbruker(?:en)?|innbygger(?:en)?|bilist(?:en)?|leieren|leseren|naboen|beboeren|"
    r"(?:rekningsbetalar|betalar|skuldnar|søkjar|forbrukar|innbyggjar)(?:en)?|leigaren|leigetakaren|lesaren|bebuaren|"
    r"(?:räkningsbetalare|betalare|konsument|invånare|sökande)n?(?:en)?|gäldenär(?:en)?|läsaren|grannen|låntagaren|"
    r"(?:ansøger|forbruger|borger)(?:en)?|lejeren|læseren|lejetageren"
)
"""Roles that are written like a name and that `letterform` does not know: «Dear Bill Payer», «Till Läsaren»."""
_RESIDUE = re.compile(r"[{}\[\]<>|%$*_@]")
_VALUES_OF_NOTHING = frozenset(("none", "null", "nan", "undefined", "n/a"))
_SMS_LEAD = re.compile(r"\s*[\w .&'-]{2,30}:\s*")
_SMS_CALL = re.compile(r"\s*(?:til |till |to )?(?P<name>[^\d,.!?:;\n]{2,40})[,!]\s")


def recipient_unnamed(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where neither address, greeting nor To name says who the message is for.

    «Kjære kunde», «the occupier», an unfilled field and a bare mail address name nobody. Option `openers`: words that
    may open a text message before a comma without being a name.
    """
    if not any(_names_somebody(words, context) for words in _addressees(rule, context)) and not _says_customers_name(
        context
    ):
        yield RawFinding(_place(context), absent=True)


def _addressees(rule: Rule, context: Context) -> Iterator[str]:
    """Whatever stands where the recipient's name would."""
    message = context.message
    for block in message.blocks:
        words = block.span.of(message.text)
        if block.role is BlockRole.GREETING:
            yield _greeted(words)
        elif block.role is BlockRole.ADDRESS:
            yield from (_name_part(line) for line in words.split("\n")[:2])
    sent_to = message.header("to")
    if sent_to is not None:
        yield from (part.rpartition("<")[0].strip(' "') for part in sent_to.value.split(",") if "<" in part)
    if message.channel is Channel.SMS:
        yield from _addressed_in_sms(message.text, frozenset(rule.options.get("openers", ())))


def _name_part(line: str) -> str:
    """What comes before a comma or label in a line of an address, without «Til»."""
    return re.split(r"[,;:(|]| {2}", _TO.sub("", line, count=1), maxsplit=1)[0]


def _greeted(line: str) -> str:
    found = greeting_name(line)
    return found.of(line) if found else ""


def _addressed_in_sms(text: str, openers: Container[str]) -> Iterator[str]:
    """The name after «Hei» at the start or behind the sender's name, or a name that opens the text by itself."""
    body = text.lstrip()
    lead = _SMS_LEAD.match(body)
    for start in (body, body[lead.end() :]) if lead else (body,):
        yield _greeted(start.split("\n", 1)[0])
        call = _SMS_CALL.match(start)
        if call and person_name(call["name"]) and call["name"].lower() not in openers:
            yield call["name"]


def _names_somebody(words: str, context: Context) -> bool:
    """A name of a person or a firm: no generic word, no residue, no street, and not the sender's own name."""
    plain = words.strip(" .,!:;")
    if not plain or _RESIDUE.search(plain) or any(c.isdigit() for c in plain):
        return False
    if is_generic_addressee(plain) or any(w.lower() in _VALUES_OF_NOTHING for w in plain.split()):
        return False
    if _ROLE.fullmatch(_without_generic(plain)):
        return False
    own = names_organisation(plain, context.organisation.names)
    return any(word[0].isupper() for word in plain.split()) and own is None


def _without_generic(words: str) -> str:
    """«Valued Bill Payer» → «bill payer»: a phrase counts as a whole, for Bill is a name too."""
    return " ".join(word.lower() for word in words.split() if not is_generic_addressee(word))


def _says_customers_name(context: Context) -> bool:
    """The recorded name in the head of the message, wherever it stands there."""
    name = customer_value(context, "name")
    head = context.message.text[: _end_of_head(context)]
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", head, re.IGNORECASE) is not None


def _end_of_head(context: Context) -> int:
    """Where the running text begins."""
    message = context.message
    running = next((b for b in message.blocks if b.role in (BlockRole.PARAGRAPH, BlockRole.LIST_ITEM)), None)
    if message.channel is Channel.SMS or running is None:
        return len(message.text)
    return running.span.start


def _place(context: Context) -> Span:
    message = context.message
    generic = next((b for b in message.of_role(BlockRole.GREETING) if _greeted(b.span.of(message.text))), None)
    if generic is not None:
        return generic.span
    for block in message.of_role(BlockRole.ADDRESS):
        if is_generic_addressee(_first_line(block.span.of(message.text))):
            return block.span
    return place_of_absence(message, "greeting")


def _first_line(words: str) -> str:
    return _TO.sub("", words.split("\n", 1)[0], count=1)
