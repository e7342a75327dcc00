"""Which language a message is in, and which each of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from trustcheck.language.lexicon import lexicon
from trustcheck.model.language import LANGUAGES
from trustcheck.model.message import PROSE, Message

_WORD = re.compile(r"[^\W\d_]+")
_COUNTRY = {"NO": "nb", "SJ": "nb", "SE": "sv", "AX": "sv", "DK": "da", "GB": "en", "IE": "en", "US": "en"}
_ALIASES = {"no": "nb", "nob": "nb", "nno": "nn", "swe": "sv", "dan": "da", "eng": "en"}
_LETTERS = {
    "ä": {"sv": 1.0},
    "ö": {"sv": 1.0},
    "æ": {"nb": 0.3, "nn": 0.3, "da": 0.4},
    "ø": {"nb": 0.4, "nn": 0.4, "da": 0.4},
}
_WORD_WEIGHT = {1: 2.0, 2: 1.3, 3: 1.05, 4: 1.0, 5: 0.0}
_ENDING_WEIGHT = {1: 0.5, 2: 0.3, 3: 0.2, 4: 0.1, 5: 0.0}
_ENOUGH = 3.0
_MARGIN = 1.9
_MARGIN_SHARE = 0.05
_PARAGRAPH_ENOUGH = 5.0
_PARAGRAPH_MARGIN = 3.5
_PARAGRAPH_SHARE = 0.25
_STATISTICS_WEIGHT = 0.3
_STATISTICS_LIMIT = 2.5
_STATISTICS_LENGTH = 40
_READ_AT_MOST = 6_000
_ABOUT_EQUAL = 1.5


def message_language(message: Message, given: str | None, default: str | None, country: str) -> tuple[str, str]:
    """The message's language and where it is known from: `caller`, `header`, `config` or `detected`."""
    if given:
        return lexicon(shipped(given) or given).code, "caller"
    stated = _stated(message)
    if stated:
        return stated, "header"
    text = _main_part([b.span.of(message.text) for b in message.blocks if b.role in PROSE])
    detected = detect(text)
    if detected:
        return detected, "detected"
    fallback = shipped(default or "") or _COUNTRY.get(country.upper())
    return (fallback, "config") if fallback else (_best_guess(text), "detected")


def detect(text: str) -> str | None:
    """The language of a text, `None` if it is too short or too mixed to tell."""
    scores = _evidence(text)
    if not _decisive(scores) and len(text) >= _STATISTICS_LENGTH and any(scores.values()):
        language, lead = _statistics(text[:_READ_AT_MOST])
        scores[language] += min(max(lead, 0.0) * _STATISTICS_WEIGHT, _STATISTICS_LIMIT)
    return max(scores, key=scores.__getitem__) if _decisive(scores) else None


def paragraph_language(text: str, expected: str) -> str | None:
    """The language of one paragraph of a message in `expected`; `None` where the words do not tell.

    Another language than the expected one needs strong evidence: names and product words are often foreign.
    """
    scores = _evidence(text)
    best = max(scores, key=scores.__getitem__)
    lead = scores[best] - scores[expected]
    if best == expected:
        return expected if scores[best] >= _ENOUGH else None
    strong = scores[best] >= _PARAGRAPH_ENOUGH and lead >= max(_PARAGRAPH_MARGIN, _PARAGRAPH_SHARE * scores[best])
    return best if strong else None


def shipped(code: str) -> str | None:
    """The shipped language that a tag such as `nb-NO`, `no` or `en_GB` names, if there is one."""
    first = re.split(r"[-_]", code.strip().lower())[0]
    first = _ALIASES.get(first, first)
    return first if first in LANGUAGES else None


def _stated(message: Message) -> str | None:
    header = message.header("content-language")
    values = [value for key, value in message.metadata if key == "language"]
    if header is not None:
        values += header.value.split(",")
    return next((language for value in values if (language := shipped(value))), None)


def _main_part(paragraphs: Sequence[str]) -> str:
    """The English or the Nordic paragraphs: the larger part, or of two about equal the one that comes first."""
    parts: dict[bool, list[str]] = {}
    for paragraph in paragraphs:
        scores = _evidence(paragraph)
        if any(scores.values()):
            parts.setdefault(scores["en"] >= max(scores.values()), []).append(paragraph)
    texts = ["\n".join(part) for part in parts.values()]
    return next((t for t in texts if len(t) * _ABOUT_EQUAL >= max(map(len, texts))), "")


def _best_guess(text: str) -> str:
    scores = _evidence(text)
    return max(scores, key=scores.__getitem__) if any(scores.values()) else "en"


def _evidence(text: str) -> dict[str, float]:
    """A score for each language: its own function words, its word endings and its letters."""
    lowered = text[:_READ_AT_MOST].lower()
    scores = dict.fromkeys(LANGUAGES, 0.0)
    weights, endings = _word_weights(), _ending_weights()
    for word in _WORD.findall(lowered):
        _add(scores, weights.get(word) or _ending_of(word, endings))
    for letter, weight in _LETTERS.items():
        count = min(lowered.count(letter), 8)
        _add(scores, {language: w * count for language, w in weight.items()})
    return scores


def _add(scores: dict[str, float], weights: Mapping[str, float] | None) -> None:
    if weights:
        for language, weight in weights.items():
            scores[language] += weight


def _ending_of(word: str, endings: Mapping[str, Mapping[str, float]]) -> Mapping[str, float] | None:
    if len(word) < 6:
        return None
    return endings.get(word[-4:]) or endings.get(word[-3:])


def _decisive(scores: Mapping[str, float]) -> bool:
    best, second = sorted(scores.values(), reverse=True)[:2]
    return best >= _ENOUGH and best - second >= max(_MARGIN, _MARGIN_SHARE * best)


@cache
def _word_weights() -> Mapping[str, Mapping[str, float]]:
    return _shared({language: lexicon(language).markers for language in LANGUAGES}, _WORD_WEIGHT)


@cache
def _ending_weights() -> Mapping[str, Mapping[str, float]]:
    return _shared({language: lexicon(language).endings for language in LANGUAGES}, _ENDING_WEIGHT)


def _shared(lists: Mapping[str, Iterable[str]], weights: Mapping[int, float]) -> Mapping[str, Mapping[str, float]]:
    """A word that several languages have counts less for each, and one that all have says nothing."""
    owners: dict[str, list[str]] = {}
    for language, entries in lists.items():
        for entry in entries:
            owners.setdefault(entry, []).append(language)
    shares = {entry: dict.fromkeys(found, weights[len(found)]) for entry, found in owners.items()}
    for entry, found in owners.items():
        if found == ["en"]:
            # Hardly an English word is Nordic too: standing alone says less there.
            shares[entry] = {"en": weights[2]}
    return shares


def _statistics(text: str) -> tuple[str, float]:
    """The trained identifier's first choice, and by how much (natural logarithm) it leads."""
    # Loaded only where the function words do not decide: its model takes about half a second.
    import py3langid

    py3langid.set_languages(["no" if language == "nb" else language for language in LANGUAGES])
    (language, best), (_, second) = py3langid.rank(text)[:2]
    return shipped(language) or language, float(best) - float(second)
