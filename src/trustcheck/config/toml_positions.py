"""Where in a TOML text each key and each value stands. `tomllib` reads the data but forgets the places.

The text must be one that `tomllib` has accepted: this scanner follows the structure and does not judge it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

KeyPath = tuple[str | int, ...]
"""Keys from the top of the document, and indexes of array elements: `("organisation", "phones", 0)`."""

_BLANK = " \t"
_BETWEEN = " \t\r\n"
_ENDS_SCALAR = ",]}#\r\n"
_ENDS_BARE_KEY = " \t.=]"


@dataclass(frozen=True, slots=True)
class Mark:
    """Offsets of a key and of its value, in code points. An array element has no key: both are the same.

    A table that only a header opens (`[check]`) has no value of its own: both point at its name in the header.
    """

    key: int
    value: int


def find_positions(source: str) -> Mapping[KeyPath, Mark]:
    """Every key path of the document with its first place.

    Raises RecursionError where arrays or inline tables nest as deep as the Python stack.
    """
    return _Scanner(source).document()


class _Scanner:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._marks: dict[KeyPath, Mark] = {}
        self._tables_in: dict[KeyPath, int] = {}

    def document(self) -> Mapping[KeyPath, Mark]:
        table: KeyPath = ()
        while self._skip_between():
            if self._peek() == "[":
                table = self._header()
            else:
                self._pair(table)
        return self._marks

    def _header(self) -> KeyPath:
        """`[a.b]` or `[[a.b]]`; gives the path of the table that it opens."""
        is_array = self._source.startswith("[[", self._at)
        self._at += 2 if is_array else 1
        parts = list(self._dotted_key())
        path: KeyPath = ()
        for number, (name, offset) in enumerate(parts, start=1):
            path = self._enter((*path, name), offset, opens=is_array and number == len(parts))
        self._skip(_BLANK)
        self._at += 2 if is_array else 1
        return path

    def _enter(self, path: KeyPath, offset: int, *, opens: bool) -> KeyPath:
        """Mark one step of a header. A step into an array of tables means its last table, or a new one."""
        self._mark(path, offset, offset)
        if opens:
            self._tables_in[path] = self._tables_in.get(path, 0) + 1
        if path in self._tables_in:
            path = (*path, self._tables_in[path] - 1)
            self._mark(path, offset, offset)
        return path

    def _pair(self, table: KeyPath) -> None:
        """`a.b = value`."""
        path = table
        key = self._at
        for name, offset in self._dotted_key():
            path = (*path, name)
            key = offset
            self._mark(path, offset, offset)
        self._skip(_BLANK)
        self._at += len("=")
        self._skip(_BLANK)
        self._marks[path] = Mark(key, self._at)
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        opening = self._peek()
        if opening in "\"'":
            self._string()
        elif opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._at = next((i for i in self._ahead() if self._source[i] in _ENDS_SCALAR), len(self._source))

    def _array(self, path: KeyPath) -> None:
        self._at += len("[")
        index = 0
        while self._skip_between() and self._peek() != "]":
            if self._peek() == ",":
                self._at += len(",")
                continue
            self._mark((*path, index), self._at, self._at)
            self._value((*path, index))
            index += 1
        self._at += len("]")

    def _inline_table(self, path: KeyPath) -> None:
        self._at += len("{")
        while self._skip_between() and self._peek() != "}":
            if self._peek() == ",":
                self._at += len(",")
                continue
            self._pair(path)
        self._at += len("}")

    def _dotted_key(self) -> Iterator[tuple[str, int]]:
        """The parts of a key such as `a."b c".d`, decoded, each with its offset; stops behind the last part."""
        while True:
            self._skip(_BLANK)
            start = self._at
            if self._peek() in "\"'":
                self._string()
                yield tomllib.loads(f"key = {self._source[start : self._at]}")["key"], start
            else:
                self._at = next(i for i in self._ahead() if self._source[i] in _ENDS_BARE_KEY)
                yield self._source[start : self._at], start
            self._skip(_BLANK)
            if self._peek() != ".":
                return
            self._at += len(".")

    def _string(self) -> None:
        """Step over a string of any of the four kinds."""
        quote = self._peek()
        fence = quote * 3 if self._source.startswith(quote * 3, self._at) else quote
        self._at += len(fence)
        while not self._source.startswith(fence, self._at):
            self._at += 2 if quote == '"' and self._peek() == "\\" else 1
        self._at += len(fence)
        if len(fence) == len('"""'):
            # Up to two quotation marks may stand just before the closing three; they belong to the string.
            while self._peek() == quote:
                self._at += 1

    def _skip_between(self) -> bool:
        """Step over blanks, line breaks and comments; False at the end of the text."""
        self._skip(_BETWEEN)
        while self._peek() == "#":
            end = self._source.find("\n", self._at)
            self._at = len(self._source) if end < 0 else end
            self._skip(_BETWEEN)
        return self._at < len(self._source)

    def _skip(self, characters: str) -> None:
        while (here := self._peek()) and here in characters:
            self._at += 1

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _ahead(self) -> Iterator[int]:
        return iter(range(self._at, len(self._source)))

    def _mark(self, path: KeyPath, key: int, value: int) -> None:
        self._marks.setdefault(path, Mark(key, value))
