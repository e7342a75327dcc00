"""Words of a sentence. The one home of spaCy: bare tokenizers, loaded late, one a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

from trustcheck.language.lexicon import lexicon
from trustcheck.model.language import Entity, Token
from trustcheck.model.span import Span
from trustcheck.text.normal import norm

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs

_MARKS = r"""\[\](){}<>«»“”„‟‹›"!?;…·•|*#=+§€£$%&¡¿≥≤→←—–"""
_PREFIX = re.compile(rf"""^(?:\.\.+|[{_MARKS}'’‘,.:/\\-])""")
_SUFFIX = re.compile(rf"""(?:\.\.+|[{_MARKS}'’‘,:/\\]|(?<![0-9.])\.)$""")
_INFIX = re.compile(rf"""[{_MARKS}]|\.\.+|(?<=[^\W\d]),(?=[^\W\d])|(?<=[^\W\dA-Z]{{2}})\.(?=[A-ZÆØÅÄÖ])""")
# The tokenizer peels marks off one by one, each time looking at all that is left: long runs would cost their square.
_LONG_RUN = re.compile(r"\S{100}")
_PLAIN = re.compile(rf"[^\s{_MARKS},:]+|[{_MARKS},:]")
_HYPHEN = "\N{HYPHEN}"
_ORDINAL_END = re.compile(r"\d+\.\Z")
_VOCABULARY_LIMIT = 200_000
_ORTH = 65  # spaCy's attribute for the text of a token


class _Piece(Protocol):
    """What is used of a spaCy token."""

    @property
    def idx(self) -> int: ...
    @property
    def text(self) -> str: ...


def tokenize(text: str, span: Span, language: str, entities: Sequence[Entity], quoted: Sequence[Span]) -> list[Token]:
    """The tokens of `text[span]`, in order. `entities` lie in the span and do not overlap; `quoted` are sorted."""
    tokens: list[Token] = []
    at = span.start
    for entity in entities:
        tokens += _words(text, at, entity.span.start, language)
        tokens.append(Token(entity.span.of(text), entity.kind.value, entity.span, entity))
        at = entity.span.end
    tokens += _words(text, at, span.end, language)
    _join_compounds(tokens)
    _split_last_point(tokens)
    return _mark_quoted(tokens, quoted) if quoted else tokens


def _words(text: str, start: int, end: int, language: str) -> Iterator[Token]:
    piece = text[start:end]
    if not piece or piece.isspace():
        return
    for offset, word in _pieces(piece, language):
        at = start + offset
        yield Token(word, norm(word), Span(at, at + len(word)))


def _pieces(text: str, language: str) -> Iterator[tuple[int, str]]:
    if _LONG_RUN.search(text):
        yield from ((m.start(), m[0]) for m in _PLAIN.finditer(text))
        return
    for token in _tokenizers(language).pieces(text):
        if not token.text.isspace():
            yield token.idx, token.text


def _split_last_point(tokens: list[Token]) -> None:
    """«innen 14.» ends in a point, while «14.» elsewhere is an ordinal number."""
    if tokens and tokens[-1].entity is None and _ORDINAL_END.match(tokens[-1].text):
        last = tokens.pop()
        cut = last.span.end - 1
        tokens.append(Token(last.text[:-1], last.norm[:-1], Span(last.span.start, cut)))
        tokens.append(Token(".", ".", Span(cut, last.span.end)))


def _join_compounds(tokens: list[Token]) -> None:
    """In «4-digit» and «12-måneders» the hyphen stands inside a word; it is no dash that parts two clauses."""
    for place, (before, mark, after) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False), start=1):
        glued = before.span.end == mark.span.start and mark.span.end == after.span.start
        if mark.norm == "-" and before.entity is not None and glued:
            tokens[place] = Token(mark.text, _HYPHEN, mark.span)


def _mark_quoted(tokens: list[Token], quoted: Sequence[Span]) -> list[Token]:
    marked: list[Token] = []
    spans = iter(quoted)
    current = next(spans, None)
    for token in tokens:
        while current is not None and current.end <= token.span.start:
            current = next(spans, None)
        inside = current is not None and current.contains(token.span)
        marked.append(Token(token.text, token.norm, token.span, token.entity, quoted=True) if inside else token)
    return marked


@cache
def _tokenizers(language: str) -> _Renewed:
    return _Renewed(language)


class _Renewed:
    """A tokenizer that is built anew when its vocabulary has grown large, so that memory stays flat."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._tokenizer = _build(language)

    def pieces(self, text: str) -> Iterable[_Piece]:
        if len(self._tokenizer.vocab.strings) > _VOCABULARY_LIMIT:
            self._tokenizer = _build(self._language)
        doc: Iterable[_Piece] = self._tokenizer(text)
        return doc


def _build(language: str) -> Tokenizer:
    # Without the blank pipeline around it: all rules are ours, and a pipeline takes a fifth of a second to build.
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    words = lexicon(language)
    points = {f"{a}." for a in words.abbreviations | words.final_abbreviations}
    rules = {spelled: [{_ORTH: spelled}] for point in points for spelled in (point, point.capitalize(), point.upper())}
    return Tokenizer(
        Vocab(),
        rules=rules,
        prefix_search=_PREFIX.search,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
    )
