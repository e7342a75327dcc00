"""The shape of a language's lexicon, and the verb tables that it is written with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conjugation:
    """Endings of one class of regular verbs, put on the stem; several forms of one kind are split by `/`.

    `cut` is the ending of the dictionary form. An empty ending is the bare stem; `-` says that there is no such form.
    """

    cut: str
    present: str
    preterite: str
    participle: str
    imperative: str
    s_present: str = "-"
    s_past: str = "-"


@dataclass(frozen=True, slots=True)
class Verb:
    """All forms of one verb, by kind."""

    infinitive: str
    present: tuple[str, ...]
    preterite: tuple[str, ...]
    participle: tuple[str, ...]
    imperative: tuple[str, ...]
    s_present: tuple[str, ...]
    s_past: tuple[str, ...]
    spellings: tuple[str, ...] = ()
    """All spellings of the infinitive, the first one included."""

    def __post_init__(self) -> None:
        if not self.spellings:
            object.__setattr__(self, "spellings", (self.infinitive,))

    @property
    def forms(self) -> frozenset[str]:
        kinds = (self.present, self.preterite, self.participle, self.imperative, self.s_present, self.s_past)
        return frozenset({*self.spellings, *(form for kind in kinds for form in kind)})


@dataclass(frozen=True, slots=True)
class Inflection:
    """Endings of one kind of word that ends in one of `ends` (split by spaces; `*` is a consonant).

    `cut` is taken off first; the `endings` are put on what is left.
    """

    kind: str
    ends: str
    cut: str
    endings: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the language layer knows of one language.

    `markers`, `endings`: function words and word endings that tell the language from its neighbours.
    `abbreviations` never end a sentence, `final_abbreviations` may; both without the last point.
    `words`, `phrases`: by tag (lexicon/tag.py), split by spaces and by `|`; a phrase with tag 0 means nothing.
    `conjugations`, `regular`: the verb classes and the dictionary forms in each; `irregular`: verbs written out as
    `infinitive present preterite participle imperative s-present s-past`, forms split by `/`, `-` for none.
    `double`: letters that are written once where a stem ends the word. `verb_second`: the finite verb of a statement
    is its second part, so that a verb at the start asks or sets a condition. `inflections`: regular endings, also of
    words that no table knows; `doubles`: final consonants that are doubled before a vowel. `nouns`: irregular nouns,
    all forms of each, split by `|`. `prefixes`: what may stand before an irregular verb.
    """

    code: str
    markers: frozenset[str]
    endings: tuple[str, ...]
    abbreviations: frozenset[str]
    final_abbreviations: frozenset[str]
    words: Mapping[int, str]
    phrases: Mapping[int, str]
    conjugations: Mapping[str, Conjugation]
    regular: Mapping[str, str]
    irregular: tuple[str, ...]
    double: str = ""
    verb_second: bool = True
    finite_endings: tuple[str, ...] = ()
    inflections: tuple[Inflection, ...] = ()
    doubles: str = ""
    nouns: tuple[str, ...] = ()
    prefixes: str = ""


def words(text: str) -> frozenset[str]:
    """A set from words split by white space."""
    return frozenset(text.split())


def verbs(lexicon: Lexicon) -> Iterable[Verb]:
    """All verbs of a lexicon with all their forms."""
    for name, infinitives in lexicon.regular.items():
        for infinitive in infinitives.split():
            yield conjugate(infinitive, lexicon.conjugations[name], lexicon.double)
    yield from irregular_verbs(lexicon)


def irregular_verbs(lexicon: Lexicon) -> Iterable[Verb]:
    """The verbs that are written out."""
    for line in lexicon.irregular:
        for one in line.split("|"):
            yield _written_out(one)


def conjugate(infinitive: str, by: Conjugation, double: str) -> Verb:
    """The forms of a regular verb."""
    stem = infinitive.removesuffix(by.cut)

    def build(endings: str) -> tuple[str, ...]:
        return () if endings == "-" else tuple(join(stem, ending, double) for ending in endings.split("/"))

    return Verb(
        infinitive,
        build(by.present),
        build(by.preterite),
        build(by.participle),
        build(by.imperative),
        build(by.s_present),
        build(by.s_past),
    )


def join(stem: str, ending: str, double: str) -> str:
    """Stem and ending; a double consonant is written once before a consonant, and at the end if it is in `double`."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiouyæøåäö"
    if doubled and ((ending and ending[0] in "td") or (not ending and stem[-1] in double)):
        return stem[:-1] + ending
    return stem + ending


def _written_out(line: str) -> Verb:
    parts = [tuple(form for form in part.split("/") if form != "-") for part in line.split()]
    parts += [()] * (7 - len(parts))
    return Verb(parts[0][0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[0])
