"""Where the message that a letter answers begins: the lines that mail programs put over it, in five languages."""

from __future__ import annotations

import re

from trustcheck.text.labels import WEEKDAY

_LONGEST = 300
"""So much of a line is looked at: it says who wrote the earlier message, and when."""

_RULE = re.compile(
    r"-{2,}\s*(?:original(?:t)?\s+(?:message|meddelande|melding|meddelelse)|opprinnelig\s+melding|opphavleg\s+melding|"
    r"oprindelig\s+(?:meddelelse|besked)|ursprungligt\s+meddelande|forwarded\s+message|videresendt\s+(?:melding|meddelelse)|"
    r"vidaresend\s+melding|vidarebefordrat\s+meddelande)\s*-{2,}",
    re.IGNORECASE,
)
# «Den 3. november skrev du til oss:» is our own sentence.
_WROTE = r"(?:skrev|skreiv|wrote)\b(?!\s(?:du|dere|de|vi|jeg|eg|jag|i|you|we|ni|dykk|me)\b)[^:.]{0,120}(?:<[^>]*>)?\s?:"
_DATED_INTRO = re.compile(
    rf"(?=.*\d)(?:(?:on|den|d\.|kl\.|på|am|{WEEKDAY})(?!\w)|\d|[^<]{{2,60}}<[^>]+@).{{4,200}}\b{_WROTE}", re.IGNORECASE
)
_BARE_INTRO = re.compile(rf"[^.!?]{{2,80}}\b{_WROTE}", re.IGNORECASE)
_MAIL_FROM = re.compile(r"\*?(?:fra|från|frå|from)\s?:\*?\s+\S.*", re.IGNORECASE)
_MAIL_NEXT = re.compile(
    r"\*?(?:sendt|send|skickat|sent|dato|datum|date|til|till|to|emne|ämne|subject)\s?:\*?\s", re.IGNORECASE
)


def starts_quoted_reply(line: str, following: str = "") -> bool:
    """True where a quoted message begins: «On Fri … wrote:», «----- Ursprungligt meddelande -----».

    With the `following` line also «Fra: …» above «Sendt: …», and «Ola skrev:» above a line marked with «>».
    """
    start, below = line.strip()[:_LONGEST], following.lstrip()[:_LONGEST]
    if _RULE.fullmatch(start) or _DATED_INTRO.fullmatch(start):
        return True
    if below.startswith(">"):
        return _BARE_INTRO.fullmatch(start) is not None
    return bool(_MAIL_FROM.fullmatch(start) and _MAIL_NEXT.match(below))
