"""The compact pattern notation, as a tree.

du har ikke betalt      words, exactly these forms        betale~      any inflected form of the word
*avtale~                a compound that ends so            betaling*    any word that begins so
(glemt|unnlatt å)       alternatives, of any length        [nå|snart]   optional
...   ..2               a gap of 0–5, of 0–2 words         <service>    a shared vocabulary set
{DATE}  {MONEY:amount}  an entity, bound to a slot         (a|b):name   what matched, bound to a slot
^  $                    the sentence's start, its end      A & B & !C   all in one main part, any order; C not there
\\?                      a special character as itself
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from trustcheck.model.errors import RuleFileError
from trustcheck.model.language import EntityKind
from trustcheck.model.rule import PatternText

DEFAULT_GAP = 5
_SPECIAL = "()[]|<>{}&!^$~*"
_SLOT_NAME = re.compile(r":([a-z_]+)")
_SET = re.compile(r"<([a-z][a-z0-9-]*)>")
_SLOT = re.compile(r"\{([A-Z_]+)(?::([a-z_]+))?\}")
_GAP = re.compile(r"\.\.(?:\.|([1-9]))(?= |$|[)\]|&])")


@dataclass(frozen=True, slots=True)
class Word:
    """One token. `inflected`: any form of it; `before`/`after`: anything may stand before or after it in the token."""

    text: str
    inflected: bool = False
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    kind: EntityKind
    name: str


@dataclass(frozen=True, slots=True)
class SetRef:
    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    most: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The start (`start=True`) or the end of the sentence."""

    start: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; `optional` when none of them is fine too; `name` binds a slot."""

    options: tuple[Sequence, ...]
    optional: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Item, ...]


Item = Word | Slot | SetRef | Gap | Edge | Choice


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an `A & B` pattern; a pattern without `&` has one part. `absent`: it must not occur."""

    sequence: Sequence
    absent: bool = False


def parse(pattern: PatternText) -> tuple[Part, ...]:
    """The parts of a pattern. Raises RuleFileError at the place of the mistake."""
    return _Parser(pattern).pattern()


class _Parser:
    """Recursive descent over the pattern's characters."""

    def __init__(self, pattern: PatternText) -> None:
        self._pattern = pattern
        self._text = pattern.text
        self._at = 0

    def pattern(self) -> tuple[Part, ...]:
        parts = [self._part()]
        while self._take("&"):
            parts.append(self._part())
        if self._at < len(self._text):
            self._fail(f"unexpected «{self._text[self._at]}»")
        if all(part.absent for part in parts):
            self._fail("a pattern needs a part that must occur")
        return tuple(parts)

    def _part(self) -> Part:
        self._space()
        absent = self._take("!")
        return Part(self._sequence(), absent)

    def _sequence(self) -> Sequence:
        items: list[Item] = []
        while (item := self._item()) is not None:
            items.append(item)
        if not items:
            self._fail("something is missing here")
        return Sequence(tuple(items))

    def _item(self) -> Item | None:
        self._space()
        if self._at >= len(self._text) or self._text[self._at] in "|)]&":
            return None
        readers: dict[str, Callable[[], Item]] = {
            "(": self._choice,
            "[": self._choice,
            "<": self._set,
            "{": self._slot,
            "^": self._edge,
            "$": self._edge,
        }
        reader = readers.get(self._text[self._at])
        if reader is not None:
            return reader()
        return self._gap() or self._word()

    def _choice(self) -> Choice:
        closing = ")" if self._text[self._at] == "(" else "]"
        self._at += 1
        options = [self._sequence()]
        while self._take("|"):
            options.append(self._sequence())
        if not self._take(closing):
            self._fail(f"«{closing}» is missing")
        return Choice(tuple(options), optional=closing == "]", name=self._slot_name())

    def _slot_name(self) -> str:
        found = _SLOT_NAME.match(self._text, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return found[1]

    def _set(self) -> SetRef:
        found = _SET.match(self._text, self._at)
        if found is None:
            self._fail("a vocabulary set is written <name>, in small letters")
        self._at = found.end()
        return SetRef(found[1])

    def _slot(self) -> Slot:
        found = _SLOT.match(self._text, self._at)
        kinds = ", ".join(EntityKind)
        if found is None or found[1] not in set(EntityKind):
            self._fail(f"an entity is written {{KIND}} or {{KIND:slot}}; the kinds are {kinds}")
        self._at = found.end()
        return Slot(EntityKind(found[1]), found[2] or found[1].lower())

    def _edge(self) -> Edge:
        self._at += 1
        return Edge(start=self._text[self._at - 1] == "^")

    def _gap(self) -> Gap | None:
        found = _GAP.match(self._text, self._at)
        if found is None:
            return None
        self._at = found.end()
        return Gap(int(found[1]) if found[1] else DEFAULT_GAP)

    def _word(self) -> Word:
        before = self._text[self._at] == "*"
        self._at += before
        letters = self._letters()
        inflected = self._at < len(self._text) and self._text[self._at] == "~"
        self._at += inflected
        after = self._at < len(self._text) and self._text[self._at] == "*"
        self._at += after
        if not letters:
            self._fail(f"a word is missing, or a special character needs a backslash: {' '.join(_SPECIAL)}")
        if self._at < len(self._text) and self._text[self._at] not in " |)]&":
            self._fail("a space is missing between two elements")
        return Word(letters, inflected, before, after)

    def _letters(self) -> str:
        letters = ""
        while self._at < len(self._text):
            char = self._text[self._at]
            if char == "\\" and self._at + 1 < len(self._text):
                letters += self._text[self._at + 1]
                self._at += 2
                continue
            is_lone_mark = char == "!" and not letters
            if char == " " or (char in _SPECIAL and not is_lone_mark):
                break
            letters += char
            self._at += 1
        return letters

    def _space(self) -> None:
        while self._at < len(self._text) and self._text[self._at] in " \n":
            self._at += 1

    def _take(self, char: str) -> bool:
        self._space()
        if self._text[self._at : self._at + 1] == char:
            self._at += 1
            return True
        return False

    def _fail(self, what: str) -> NoReturn:
        at = self._pattern.at
        caret = " " * self._at + "^"
        raise RuleFileError(
            f"pattern: {what}\n    {self._text}\n    {caret}",
            path=at.path,
            line=at.line,
            column=at.column,
            next_step="The notation is described in CONTRIBUTING.md, «Patterns».",
        )
