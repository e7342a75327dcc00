"""Where a sentence ends. A rule of letters: what stands before the mark, and how the next word begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from trustcheck.language.lexicon import lexicon
from trustcheck.model.span import Span

_OPENERS = " \t\r\n\u00a0«»“”„\"'‘([*_•"
_BOUNDARY = re.compile(
    r"""(?<![.!?…])(?P<mark>[.!?…]++)["»”“’')\]]*+(?!\S)"""
    r"""|(?P<glued>(?<=[a-zæøåäöé]{3})\.(?=[A-ZÆØÅÄÖ][a-zæøåäö]))"""
    r"""|(?P<break>\r\n?|\n)"""
)
_INITIALS = re.compile(r"[A-ZÆØÅÄÖ](?:[.-]+[A-ZÆØÅÄÖ])*|[^\W\d_](?:\.[^\W\d_]{1,3})+")
_LABEL = re.compile(r"[^\s:][^:]{0,30}:\s+\S.{0,60}")
_BULLET = re.compile(r"\s*(?:[-–•*·▪◦]|\d{1,2}[.)])\s")
_DAY_OF_MONTH = re.compile(r"\d{1,2}\.\s+[a-zæøåäö]")
_SHORT_LINE_WORDS = 3
_DELIBERATE_GAP = 15
_LONGEST_WORD = 60
_LONGEST_SENTENCE = 4000
"""What goes on for more characters is cut at a space: clauses of one sentence are compared, which costs the square."""


def sentence_spans(text: str, block: Span, language: str, taken: Sequence[Span] = ()) -> list[Span]:
    """The sentences of the block `text[block]`, trimmed, in order. None ends inside one of the spans `taken`."""
    found = _Splitter(text, block, language).spans(taken)
    return [piece for span in found for piece in _pieces(text, span, taken)]


def _pieces(text: str, span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """The span as it is, or a very long one in trimmed pieces; an endless word stays whole."""
    start = span.start
    while span.end - start > _LONGEST_SENTENCE:
        cut = _last_space(text, start + 1, start + _LONGEST_SENTENCE, taken)
        if cut is None:
            break
        yield Span(start, start + len(text[start:cut].rstrip()))
        start = cut
        while text[start].isspace():
            start += 1
    yield Span(start, span.end)


def _last_space(text: str, start: int, end: int, taken: Sequence[Span]) -> int | None:
    """The last space or line break in `text[start:end]` that stands in none of the spans `taken`."""
    cut = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    while cut >= start:
        at = bisect_right(taken, cut, key=lambda span: span.start) - 1
        if at < 0 or taken[at].end <= cut:
            return cut
        cut = max(text.rfind(" ", start, taken[at].start), text.rfind("\n", start, taken[at].start))
    return None


class _Splitter:
    def __init__(self, text: str, block: Span, language: str) -> None:
        self._text = text
        self._end = block.end
        self._start = block.start
        self._line = block.start
        self._words = lexicon(language)
        self._width = max((len(line) for line in block.of(text).splitlines()), default=0)

    def spans(self, taken: Sequence[Span]) -> list[Span]:
        starts = [span.start for span in taken]
        spans: list[Span] = []
        for found in _BOUNDARY.finditer(self._text, self._start, self._end):
            cut = found.end()
            inside = bisect_right(starts, cut - 1) - 1
            free = inside < 0 or taken[inside].end <= cut
            if free and self._ends(found):
                spans += self._trimmed(cut)
                self._start = cut
            if found["break"]:
                self._line = cut
        return spans + self._trimmed(self._end)

    def _trimmed(self, end: int) -> list[Span]:
        piece = self._text[self._start : end]
        start = self._start + len(piece) - len(piece.lstrip())
        return [Span(start, start + len(piece.strip()))] if piece.strip() else []

    def _ends(self, found: re.Match[str]) -> bool:
        if found["break"]:
            return self._line_ends(found.start(), found.end())
        if found["glued"]:
            return True
        after = self._text[found.end() : found.end() + _LONGEST_WORD].lstrip(_OPENERS)[:1]
        mark = found["mark"]
        if not after:
            return True
        if "!" in mark or "?" in mark:
            return not (after.islower() and found.end() > found.end("mark"))
        if len(mark) > 1 or mark == "…":
            return not after.islower()
        return self._point_ends(found.start("mark"), after)

    def _point_ends(self, point: int, after: str) -> bool:
        before = self._text[max(self._start, point - _LONGEST_WORD) : point]
        word = before.split()[-1].lstrip(_OPENERS) if before.split() else ""
        lowered = word.lower()
        if lowered in self._words.abbreviations:
            return False
        if lowered in self._words.final_abbreviations:
            return after.isupper()
        if word.isdigit():
            # «1. Betal fakturaen»: a number that opens a sentence counts the item.
            return not after.islower() and self._text[self._start : point].strip() != word
        if _INITIALS.fullmatch(word) and lowered != "i":
            return False
        return not after.islower() or self._is_informal(word)

    def _is_informal(self, word: str) -> bool:
        """Written without capitals: then a point after a whole word ends the sentence."""
        return len(word) >= 3 and self._text[self._start : self._end].lstrip()[:1].islower()

    def _line_ends(self, line_end: int, next_start: int) -> bool:
        line = self._text[self._line : line_end].strip()
        following = self._text[next_start : self._end].split("\n", 1)[0].strip()
        if not line or not following or line.endswith(":") or _opens_item(following, after=line):
            return True
        if line.endswith(",") or not (following[0].isupper() or following[0].isdigit()):
            return False
        if _LABEL.fullmatch(line) and _LABEL.fullmatch(following):
            return True
        short = len(line.split()) <= _SHORT_LINE_WORDS or bool(_LABEL.fullmatch(line))
        room = self._width - len(line) - len(following.split()[0])
        return short and room > _DELIBERATE_GAP


def _opens_item(line: str, *, after: str) -> bool:
    """Does the line begin a new list item? «15. oktober» at the start of a wrapped line is a date."""
    return bool(_BULLET.match(line + " ")) and (not _DAY_OF_MONTH.match(line) or bool(_BULLET.match(after)))
