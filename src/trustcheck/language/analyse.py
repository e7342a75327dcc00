"""The language layer's one door: a message in, its analysis out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from trustcheck.language.clauses import clauses_of
from trustcheck.language.detect import message_language, paragraph_language
from trustcheck.language.quotes import quoted_spans
from trustcheck.language.sentences import sentence_spans
from trustcheck.language.tokens import tokenize
from trustcheck.model.language import Analysis, Entity, Sentence
from trustcheck.model.message import PROSE, Block, BlockRole, Message
from trustcheck.text.entities import find_entities


def analyse(message: Message, *, language: str | None, default: str | None, country: str, today: date) -> Analysis:
    """What is known of the message's language.

    `language` is the caller's word and settles the message; `default` (or the country's main language) stands in
    where the text is too short to tell. A paragraph that is plainly in another language gets that language. Mail
    header values have neither sentences nor entities. Raises UsageError if `language` is not a shipped one.
    """
    chosen, source = message_language(message, language, default, country)
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for index, block_language in _languages(message, chosen):
        block = message.blocks[index]
        found = _entities(message.text, block, block_language, country, today)
        entities += found
        sentences += _sentences(message.text, block, index, block_language, found)
    return Analysis(chosen, source, tuple(sentences), tuple(entities))


def _languages(message: Message, chosen: str) -> Iterator[tuple[int, str]]:
    """Each block that has language, and its language. A short block between two alike is like them."""
    indexes = [i for i, block in enumerate(message.blocks) if block.role is not BlockRole.HEADER]
    told = [_told(message, message.blocks[i], chosen) for i in indexes]
    following: list[str | None] = [None] * len(told)
    for at in range(len(told) - 2, -1, -1):
        following[at] = told[at + 1] or following[at + 1]
    before: str | None = None
    for index, own, after in zip(indexes, told, following, strict=True):
        yield index, own or (before if before and before == after else chosen)
        before = own or before


def _told(message: Message, block: Block, chosen: str) -> str | None:
    prose = block.role in PROSE or block.role is BlockRole.QUOTED
    return paragraph_language(block.span.of(message.text), chosen) if prose else None


def _entities(text: str, block: Block, language: str, country: str, today: date) -> list[Entity]:
    start = block.span.start
    found = find_entities(block.span.of(text), language=language, country=country, today=today)
    return [replace(entity, span=entity.span.shift(start)) for entity in found]


def _sentences(text: str, block: Block, index: int, language: str, entities: Sequence[Entity]) -> Iterator[Sentence]:
    whole = block.role is BlockRole.QUOTED
    quoted = [block.span] if whole else quoted_spans(text, block.span.start, block.span.end)
    waiting = list(reversed(entities))
    for span in sentence_spans(text, block.span, language, [e.span for e in entities]):
        own: list[Entity] = []
        while waiting and waiting[-1].span.end <= span.end:
            own.append(waiting.pop())
        tokens = tuple(tokenize(text, span, language, own, quoted))
        yield Sentence(span, index, language, tokens, clauses_of(tokens, language))
