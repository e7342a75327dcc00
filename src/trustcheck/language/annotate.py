"""What each token can be to the clause layer: look-ups, phrases, and readings that the context rules out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from trustcheck.language.lexicon import lexicon, tag
from trustcheck.language.lexicon.base import Verb, irregular_verbs, verbs
from trustcheck.model.language import Token

_AUXILIARY = tag.MODAL | tag.DO
_PERFECT = tag.HAVE | tag.BE | tag.BECOME | tag.BECOME_PARTICIPLE
_NEUTRAL = tag.ADVERB | tag.NEGATOR
_OPENER = tag.CONDITION | tag.WHETHER | tag.WHEN | tag.THAT | tag.RELATIVE | tag.SUBORDINATOR
_CLOSED_CLASS = tag.ADVERB | tag.AND | tag.BUT | tag.PREPOSITION | tag.SUBJECT | tag.DETERMINER | _OPENER
_STEERING = tag.WONDER | tag.REPORTING | tag.ABOUT_HEAD
_GRAMMAR = ~_STEERING
_NOUNS = _STEERING | tag.READER_MESSAGE | tag.COMPANY_NOUN
_BY_CAPITAL = tag.MODAL | tag.READER | tag.FORMAL
_VERB = tag.FINITE | tag.INFINITIVE | tag.IMPERATIVE | tag.PARTICIPLE
_STOP = frozenset(",;:.!?–—()")
_REACH = 6
_SHORTEST_PREFIXED = 6


@dataclass(frozen=True, slots=True)
class TagTable:
    """The look-ups of one language. `phrases` by first word: the words that follow, and the tag of the whole."""

    words: Mapping[str, int]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    irregular: Mapping[str, int]
    prefixes: tuple[str, ...]
    verb_second: bool
    finite_endings: tuple[str, ...]


@cache
def tag_table(language: str) -> TagTable:
    """Built once for each language."""
    source = lexicon(language)
    words = _verb_forms(verbs(source))
    irregular = {f: b & ~tag.IMPERATIVE for f, b in _verb_forms(irregular_verbs(source)).items() if b != tag.IMPERATIVE}
    for bits, listed in source.words.items():
        for word in listed.split():
            words[word] = words.get(word, 0) | bits
    prefixes = tuple(source.prefixes.split()) if source.verb_second else ()
    return TagTable(words, _phrases(source.phrases), irregular, prefixes, source.verb_second, source.finite_endings)


def _verb_forms(source: Iterable[Verb]) -> dict[str, int]:
    words: dict[str, int] = {}
    for verb in source:
        kinds = (
            (verb.spellings, tag.INFINITIVE),
            (verb.present, tag.PRESENT),
            (verb.preterite, tag.PRETERITE),
            (verb.participle, tag.PARTICIPLE),
            (verb.imperative, tag.IMPERATIVE),
            (verb.s_present, tag.PRESENT | tag.S_PASSIVE),
            (verb.s_past, tag.PRETERITE | tag.S_PASSIVE),
        )
        for forms, bits in kinds:
            for form in forms:
                words[form] = words.get(form, 0) | bits
    return words


def _phrases(source: Mapping[int, str]) -> Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for bits, listed in source.items():
        for phrase in listed.split("|"):
            first, *rest = phrase.split()
            found.setdefault(first, []).append((tuple(rest), bits))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


def annotate(tokens: Sequence[Token], table: TagTable) -> list[int]:
    """A tag set for each token; 0 for names, nouns, marks and whatever else steers nothing."""
    norms = [token.norm for token in tokens]
    look_up, phrases = table.words.get, table.phrases
    tags = [look_up(norm, 0) or _prefixed(norm, table) for norm in norms]
    at = 0
    while at < len(norms):
        at += _phrase(norms, tags, at, phrases[norms[at]]) if norms[at] in phrases else 1
    for at, bits in enumerate(tags):
        if bits & tag.IMPERATIVE and bits & _CLOSED_CLASS:
            tags[at] = bits & ~tag.IMPERATIVE
        if bits & _BY_CAPITAL:
            tags[at] = _by_capital(tokens[at].text, bits, at, tags[at + 1] if at + 1 < len(tags) else 0)
    for at, bits in enumerate(tags):
        if bits:
            _settle(norms, tags, at, table.verb_second)
    for at, bits in enumerate(tags):
        if bits & tag.FINITE and _is_strong(norms, tags, at, table):
            tags[at] |= tag.STRONG
        elif not bits & _GRAMMAR and _looks_finite(norms, tags, at, table):
            tags[at] = bits | tag.PRESENT | tag.STRONG
    return tags


def _prefixed(norm: str, table: TagTable) -> int:
    """A verb that is no entry of its own: «tilkommer» is read as «kommer»."""
    if len(norm) < _SHORTEST_PREFIXED or not norm.startswith(table.prefixes):
        return 0
    bases = (norm[len(p) :] for p in table.prefixes if norm.startswith(p))
    return next((table.irregular[base] for base in bases if len(base) >= 3 and base in table.irregular), 0)


def _by_capital(text: str, bits: int, at: int, following: int) -> int:
    """Words that a capital inside the sentence turns into another: «May», Danish «I», polite «De»."""
    capital = text[:1].isupper()
    if bits & tag.MODAL and at and text.istitle():
        return 0
    if bits & tag.READER and bits & tag.PREPOSITION:
        pronoun = capital and (at > 0 or following & tag.FINITE)
        return bits & ~tag.PREPOSITION if pronoun else bits & ~tag.READER
    if bits & tag.FORMAL and capital and at:
        return tag.READER
    return bits


def _phrase(norms: list[str], tags: list[int], at: int, entries: Sequence[tuple[tuple[str, ...], int]]) -> int:
    """Tag the longest phrase that begins here; returns how many tokens are done with."""
    for rest, bits in entries:
        end = at + len(rest) + 1
        if tuple(norms[at + 1 : end]) == rest and (not bits & tag.OTHERWISE or _is_otherwise(norms, tags, at, end)):
            if bits & (tag.ADVERB | tag.POLITE) or not bits:
                tags[at:end] = [bits or tag.ADVERB, *[tag.ADVERB] * len(rest)]
            elif bits & tag.OTHERS_SAY:
                tags[at] |= bits
            else:
                inner = tag.NEGATOR | tag.SUBJECT if bits & tag.MODAL else 0
                kept = tags[at] & tag.FINITE if bits & tag.MODAL else 0
                tags[at:end] = [bits | kept, *[t & inner for t in tags[at + 1 : end]]]
            return end - at
    return 1


def _is_otherwise(norms: list[str], tags: list[int], at: int, end: int) -> bool:
    """«Hvis ikke» is «otherwise» where the main part follows at once, else it opens an ordinary condition."""
    if not tags[at] & (tag.CONDITION | tag.WHETHER) or end == len(norms):
        return True
    return norms[end] in _STOP or (bool(tags[end] & tag.FINITE) and not tags[end] & tag.PARTICIPLE)


def _settle(norms: list[str], tags: list[int], at: int, verb_second: bool) -> None:
    """Rule out readings by what stands beside the word."""
    bits = tags[at]
    before = tags[at - 1] if at else 0
    after = at + 1
    following = tags[after] if after < len(tags) else 0
    if bits & (tag.PREPOSITION | tag.ADVERB) and bits & tag.FINITE:
        # «Vi så» and Danish «ved du» are verbs; «så stenger vi» and «ved betaling» are not.
        beside = before | (following if bits & tag.PREPOSITION else 0)
        tags[at] = bits = bits & ~(tag.PREPOSITION | tag.ADVERB) if beside & tag.SUBJECT else bits & ~_VERB
    if verb_second and bits & tag.IMPERATIVE and bits & tag.PRESENT:
        starts = not at or norms[at - 1] in _STOP or before & (tag.AND | tag.BUT | tag.POLITE)
        asks = not starts or following & (tag.SUBJECT | tag.DETERMINER)
        tags[at] = bits = bits & ~tag.IMPERATIVE if asks else bits & ~tag.FINITE
    if bits & tag.COMING and _is_coming_to(norms, tags, at):
        tags[at] = bits = bits | tag.FUTURE
    if bits & tag.TO and bits & tag.THAT:
        after = _skip(tags, after, _NEUTRAL)
        infinitives = tag.INFINITIVE | tag.S_PASSIVE  # Swedish «komma att lämnas» is written like a present form
        infinitive = after < len(tags) and tags[after] & infinitives and not tags[after] & tag.SUBJECT
        tags[at] = bits & ~tag.THAT if infinitive else bits & ~tag.TO
    if verb_second and bits & tag.FINITE and not bits & (_AUXILIARY | _PERFECT) and _owned(tags, at):
        tags[at] = bits = bits & ~_VERB
    behind_noun = at > 1 and not tags[at - 2] & ~_NOUNS and norms[at - 2].isalpha()  # «kontoen din vil …»
    if bits & tag.FINITE and _is_determiner(before) and not behind_noun:
        tags[at] = bits = bits & ~(tag.FINITE | tag.IMPERATIVE | tag.INFINITIVE | tag.MODAL)
    if bits & tag.NEGATOR and bits & tag.PREPOSITION:
        opens = after < len(tags) and (tags[after] & (tag.TO | tag.THAT) or norms[after].endswith("ing"))
        tags[at] = (bits | tag.SUBORDINATOR) & ~tag.PREPOSITION if opens else bits & ~tag.NEGATOR
    if bits & tag.TO and not tags[at] & tag.THAT:
        _clear_next(norms, tags, at, tag.INFINITIVE | tag.S_PASSIVE, tag.FINITE | tag.IMPERATIVE, _NEUTRAL)
    if bits & tag.HAVE or (bits & tag.SHALL and bits & tag.PRETERITE):
        _read_supine(norms, tags, at)
    if bits & _AUXILIARY and tags[at] & (tag.FINITE | tag.MODAL):
        _clear_next(norms, tags, at, tag.INFINITIVE | tag.S_PASSIVE, tag.FINITE | tag.IMPERATIVE, ~(_OPENER | tag.AND))
    if bits & _PERFECT and not bits & _AUXILIARY:
        _clear_next(norms, tags, at, tag.PARTICIPLE, tag.FINITE, _NEUTRAL | tag.SUBJECT | _PERFECT)


def _owned(tags: list[int], at: int) -> bool:
    """Norwegian «klaga di er …»: a noun that looks like a verb, its owner behind it and then the verb."""
    following = tags[at + 1 : at + 3]
    return len(following) == 2 and _is_determiner(following[0]) and bool(following[1] & tag.FINITE)


def _is_coming_to(norms: list[str], tags: list[int], at: int) -> bool:
    """«Kommer vi dessverre til å», «kommer vi tyvärr att»; but not «kommer for å hente»."""
    for place in range(at + 1, min(at + _REACH, len(tags))):
        if tags[place] & tag.TO:
            return norms[place - 1] == "til" or not tags[place - 1] & tag.PREPOSITION
        if norms[place] in _STOP or tags[place] & (tag.AND | tag.BUT):
            return False
    return False


def _is_determiner(bits: int) -> bool:
    return bool(bits & tag.DETERMINER) and not bits & (tag.SUBJECT | tag.THAT | tag.RELATIVE)


def _skip(tags: list[int], at: int, over: int) -> int:
    end = min(at + _REACH, len(tags))
    while at < end and tags[at] & over:
        at += 1
    return at


def _clear_next(norms: list[str], tags: list[int], at: int, wanted: int, cleared: int, over: int) -> None:
    """Take the bits `cleared` from the next word that has one of `wanted`, looking past words with a bit of `over`."""
    passes_nouns = over < 0
    for place in range(at + 1, min(at + 1 + _REACH, len(tags))):
        bits = tags[place]
        if bits & wanted and not bits & (tag.SUBJECT | _OPENER):
            tags[place] = bits & ~cleared
            return
        if norms[place] in _STOP or (not bits & over and (bits or not passes_nouns)):
            return


def _read_supine(norms: list[str], tags: list[int], at: int) -> None:
    """Swedish «har betalats», «skulle betalats»: no finite verb of its own."""
    for place in range(at + 1, min(at + 1 + _REACH, len(tags))):
        bits = tags[place]
        if bits & tag.S_PASSIVE and bits & tag.PRETERITE and norms[place].endswith("ts"):
            tags[place] = bits & ~tag.FINITE | tag.PARTICIPLE
            return
        if norms[place] in _STOP or bits & _OPENER:
            return


def _is_strong(norms: list[str], tags: list[int], at: int, table: TagTable) -> bool:
    bits = tags[at]
    before = at - 1
    while before >= max(at - _REACH, 0) and tags[before] & _NEUTRAL and not tags[before] & tag.SUBJECT:
        before -= 1
    previous = tags[before] if before >= 0 else 0
    if bits & (tag.HAVE | tag.BE | tag.MODAL | tag.DO):
        return True
    if bits & tag.PARTICIPLE:
        inverted = table.verb_second and before > 0 and tags[before - 1] & tag.FINITE  # «Får du ikke logget inn»
        return bool(previous & (tag.SUBJECT | tag.RELATIVE)) and not inverted
    if table.verb_second:
        return True
    if previous & (tag.SUBJECT | tag.RELATIVE):
        return True
    if bits & tag.INFINITIVE:
        return before >= 0 and not previous and norms[before].endswith("s")
    return before >= 0 and not previous & (tag.PREPOSITION | tag.DETERMINER) and norms[before] not in _STOP


def _looks_finite(norms: list[str], tags: list[int], at: int, table: TagTable) -> bool:
    """A word that no table knows, with the ending of a verb, right beside «vi» or «du»."""
    norm = norms[at]
    if not table.verb_second:
        lone = at > 0 and not any(t & tag.FINITE for t in tags[max(at - 3, 0) : at])
        return lone and norm.isalpha() and bool(tags[at - 1] & tag.COMPANY)
    if len(norm) < 4 or not norm.endswith(table.finite_endings or ("\0",)):
        return False
    persons = tag.COMPANY | tag.READER
    # At the head of a sentence any pronoun will do: «Lugter der af gas, …».
    follows = at + 1 < len(tags) and tags[at + 1] & (persons if at else tag.SUBJECT)
    alone = not any(t & tag.FINITE for t in tags[max(at - 3, 0) : at])
    return bool(follows and alone) or bool(at and tags[at - 1] & persons and (at < 2 or not tags[at - 2] & tag.FINITE))
