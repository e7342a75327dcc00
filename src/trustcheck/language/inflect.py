"""All inflected forms of a dictionary form. Used when rule packs are compiled, never while a message is checked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from trustcheck.language.lexicon import lexicon, tag
from trustcheck.language.lexicon.base import Inflection, Lexicon, Verb, irregular_verbs, join, verbs

_VOWELS = "aeiouyæøåäöé"
_KNOWN_WELL = 3
_SHORTEST_PREFIXED = 3
_GRAMMAR = (
    tag.NEGATOR
    | tag.AND
    | tag.BUT
    | tag.CONDITION
    | tag.RELATIVE
    | tag.COMPANY
    | tag.READER
    | tag.EXPLETIVE
    | tag.HAVE
    | tag.BE
    | tag.BECOME
    | tag.BECOME_PARTICIPLE
    | tag.TO
)


@lru_cache(maxsize=20_000)
def forms(word: str, language: str) -> frozenset[str]:
    """All forms of `word`, the word itself among them; impossible ones may be there too. Lower case, NFC.

    Three sources: the verbs and nouns written out in the lexicon, the lemma table of simplemma read backwards, and the
    regular endings of the language. Where the first two know the word, only endings of a part of speech that they
    know it as are added, so that the noun «vare» does not get the forms of a verb.
    """
    word = unicodedata.normalize("NFC", word.lower())
    words = lexicon(language)
    verb = _verb(words, word)
    listed = {word, *(verb.forms if verb else ()), *_noun(words, word)}
    known = listed | set(_looked_up(word, language))
    regular = {kind: frozenset(_regular(words, word, kind)) for kind in {i.kind for i in words.inflections}}
    wanted = _evident(regular, known) if verb or len(known) > _KNOWN_WELL else regular
    if verb:
        listed |= set(_agreeing(verb, words))
        wanted = {kind: found for kind, found in wanted.items() if kind != "verb"}
    found = known.union(*wanted.values())
    return frozenset(listed | (found - _taken(language)))


def _evident(regular: Mapping[str, frozenset[str]], known: set[str]) -> dict[str, frozenset[str]]:
    """The kinds of which a form that no other kind has is known; every kind where nothing tells them apart."""
    own = {k: found - frozenset().union(*(f for o, f in regular.items() if o != k)) for k, found in regular.items()}
    return {kind: regular[kind] for kind, found in own.items() if found & known}


def _regular(words: Lexicon, word: str, kind: str) -> Iterator[str]:
    for inflection in words.inflections:
        if inflection.kind == kind and _ends_so(word, inflection):
            stem = word.removesuffix(inflection.cut) if inflection.cut else word
            for ending in inflection.endings.split():
                yield from _joined(stem, ending, words)


def _joined(stem: str, ending: str, words: Lexicon) -> Iterator[str]:
    yield stem + ending
    yield join(stem, ending, "")
    if ending[0] in _VOWELS and stem[-1:] in words.doubles and stem[-2:-1] in _VOWELS:
        yield stem + stem[-1] + ending
    if ending[0] == "r" or ending[0] == "l":
        # Syncope: «middel» – «midler», «sikker» – «sikre».
        yield (stem[:-1] if len(stem) > 2 and stem[-1:] == stem[-2:-1] else stem) + ending


def _ends_so(word: str, inflection: Inflection) -> bool:
    return any(
        word[-1:] not in _VOWELS if end == "*" else word.endswith(end) and len(word) > len(end) + 1
        for end in inflection.ends.split()
    )


def _verb(words: Lexicon, word: str) -> Verb | None:
    """The verb with that dictionary form; «avskrive» is conjugated like «skrive»."""
    table = _verbs(words.code)
    if word in table:
        return table[word]
    for prefix in sorted(words.prefixes.split(), key=len, reverse=True):
        base = table.get(word.removeprefix(prefix)) if word.startswith(prefix) else None
        if base and len(base.infinitive) >= _SHORTEST_PREFIXED:
            return _prefixed(prefix, base)
    return None


def _prefixed(prefix: str, base: Verb) -> Verb:
    def all_of(kind: Iterable[str]) -> tuple[str, ...]:
        return tuple(prefix + form for form in kind)

    return Verb(
        prefix + base.infinitive,
        all_of(base.present),
        all_of(base.preterite),
        all_of(base.participle),
        all_of(base.imperative),
        all_of(base.s_present),
        all_of(base.s_past),
    )


def _agreeing(verb: Verb, words: Lexicon) -> Iterator[str]:
    """What is built on other forms: «betalte», «skrevne», «stängda», «ventande»; in English «paying»."""
    stem = verb.infinitive.removesuffix("e").removesuffix("a")
    yield from (stem + ending for ending in ("ende", "ande", "ing"))
    if not words.verb_second:
        yield from _joined(verb.infinitive.removesuffix("e"), "ing", words)
        return
    for form in verb.participle:
        yield from (form + "e", form + "a", form + "s")
        if form.endswith(("et", "en", "at")):
            yield from (form[:-2] + "ne", form[:-2] + "na", form[:-1] + "de")


@cache
def _verbs(language: str) -> Mapping[str, Verb]:
    found: dict[str, Verb] = {}
    for verb in verbs(lexicon(language)):
        for spelling in verb.spellings:
            found[spelling] = verb if spelling not in found else _merged(found[spelling], verb)
    return found


def _merged(one: Verb, other: Verb) -> Verb:
    return Verb(
        one.infinitive,
        (*one.present, *other.present),
        (*one.preterite, *other.preterite),
        (*one.participle, *other.participle),
        (*one.imperative, *other.imperative),
        (*one.s_present, *other.s_present),
        (*one.s_past, *other.s_past),
        (*one.spellings, *other.spellings),
    )


def _noun(words: Lexicon, word: str) -> frozenset[str]:
    lines = [line.split() for entry in words.nouns for line in entry.split("|")]
    return frozenset(form for line in lines if word in line[:1] for form in line)


def _looked_up(word: str, language: str) -> list[str]:
    """Forms whose lemma is the word. Another first letter means another word (or one that the lexicon lists)."""
    return [form for form in _reverse(language).get(word, ()) if form[:1] == word[:1]]


@cache
def _taken(language: str) -> frozenset[str]:
    """Forms that are so much another word that no regular ending may produce them: «var», «vart», «er»."""
    words = lexicon(language)
    grammar = {word for kind, listed in words.words.items() if kind & _GRAMMAR for word in listed.split()}
    return frozenset(grammar.union(*(verb.forms for verb in irregular_verbs(words))))


@cache
def _reverse(language: str) -> Mapping[str, tuple[str, ...]]:
    """The lemma table of a language from lemma to forms: about half a second to build, once."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    found: dict[str, tuple[str, ...]] = {}
    for form, lemma in DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language).items():
        if form != lemma and form.islower():
            found[lemma] = (*found.get(lemma, ()), form)
    return found
