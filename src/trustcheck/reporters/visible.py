"""Text from a letter made fit for a terminal: nothing in it may move the cursor or change colours."""

from __future__ import annotations

import unicodedata

_TAB = "    "
_STAND_IN = "·"


def shown(character: str) -> str:
    """What stands on the screen for one character: itself if it can be printed, blanks for tabs, else a dot."""
    if character.isprintable():
        return character
    if character == "\t":
        return _TAB
    return " " if unicodedata.category(character) == "Zs" else _STAND_IN


def cells(character: str) -> int:
    """How many terminal columns `shown(character)` takes: 0 for combining marks, 2 for wide characters."""
    if character == "\t":
        return len(_TAB)
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if character.isprintable() and unicodedata.east_asian_width(character) in "WF" else 1


def visible(text: str) -> str:
    """The text on one line, every run of white space as one blank."""
    return "".join(shown(c) for c in " ".join(text.split()))
