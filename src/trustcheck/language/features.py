"""What a clause says: who acts, when, whether it may, must or will, and whether it is asked of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trustcheck.language.annotate import TagTable
from trustcheck.language.lexicon import tag
from trustcheck.model.language import Actor, Modality, Tense

_NEUTRAL = tag.ADVERB | tag.NEGATOR
_PERSON = (
    (tag.COMPANY, Actor.COMPANY),
    (tag.READER, Actor.READER),
    (tag.SOMEONE, Actor.OTHER),
    (tag.EXPLETIVE, Actor.NONE),
)
_OPENERS = tag.CONDITION | tag.WHETHER | tag.WHEN | tag.THAT | tag.RELATIVE | tag.SUBORDINATOR | tag.QUESTION_WORD
_AUXILIARY_REACH = 8


@dataclass(frozen=True, slots=True)
class Features:
    modality: Modality
    tense: Tense
    passive: bool
    actor: Actor
    imperative: bool
    negators: tuple[int, ...]


def features(
    norms: Sequence[str], tags: Sequence[int], where: Sequence[int], opened_by: int, table: TagTable, wishes: bool
) -> Features:
    """`where`: indexes of the clause's tokens (all pieces of a main part). `wishes`: it asks or sets a condition."""
    finite = next((i for i in where if tags[i] & tag.STRONG), None)
    before_finite = where if finite is None else [i for i in where if i <= finite]
    imperative = opened_by < 0 and _is_imperative(norms, tags, before_finite, table)
    if finite is None and not imperative:
        finite = next((i for i in where if tags[i] & tag.FINITE), None)
    actor = Actor.READER if imperative else _actor(norms, tags, where, finite, opened_by, table.verb_second)
    modality, future = _modality(tags, where, actor, wishes)
    passive, past, announced = _voice(tags, where, finite, table.verb_second)
    past = past or (finite is not None and _is_preterite(tags[finite]))
    tense = (
        Tense.FUTURE
        if (future and not (past and any(_should_have(tags[i]) for i in where)))
        or (announced and not past and modality is not Modality.CAN)
        else Tense.PAST
        if past
        else Tense.PRESENT
    )
    negators = tuple(i for i in where if tags[i] & tag.NEGATOR and not _is_number_sign(norms, i))
    return Features(modality, tense, passive, actor, imperative, negators)


def _is_number_sign(norms: Sequence[str], at: int) -> bool:
    return norms[at] == "no" and at + 1 < len(norms) and norms[at + 1][:1].isdigit()


def _should_have(bits: int) -> bool:
    """«Skulle vært betalt» tells of a duty not done, «skal være betalt» of one to come."""
    return bool(bits & tag.SHALL and bits & tag.PRETERITE)


def _is_preterite(bits: int) -> bool:
    return bool(bits & tag.PRETERITE) and not bits & (tag.PRESENT | tag.MODAL & ~tag.MUST)


def _is_imperative(norms: Sequence[str], tags: Sequence[int], where: Sequence[int], table: TagTable) -> bool:
    polite = False
    for place, index in enumerate(where):
        bits = tags[index]
        if bits & tag.POLITE:
            polite = True
        elif bits & tag.DO:
            return (
                index + 1 < len(tags)
                and not tags[index + 1] & (tag.SUBJECT | tag.DETERMINER)
                and place == len(where) - 1
            )
        elif bits & tag.STRONG:
            return False
        elif bits & tag.IMPERATIVE:
            return table.verb_second or not _noun_subject_follows(tags, where[place + 1 :])
        elif polite and bits & tag.INFINITIVE:
            return True
        elif not (bits & (_NEUTRAL | tag.AND | tag.BUT | tag.OTHERWISE) or not norms[index][0].isalnum()):
            return False
    return False


def _noun_subject_follows(tags: Sequence[int], rest: Sequence[int]) -> bool:
    """«Call charges are going up»: a noun that looks like a request, before a verb that no pronoun leads."""
    return any(tags[i] & tag.STRONG and not tags[i - 1] & (tag.SUBJECT | _NEUTRAL) for i in rest)


# Who acts.


def _actor(
    norms: Sequence[str],
    tags: Sequence[int],
    where: Sequence[int],
    finite: int | None,
    opened_by: int,
    verb_second: bool,
) -> Actor:
    if finite is None:
        return Actor.NONE
    if tags[finite] & tag.SUBJECT:
        return _person(tags[finite]) or Actor.OTHER  # English «we'll»
    at = where.index(finite)
    before = [i for i in where[:at] if i != opened_by]
    after = where[at + 1 :]
    if opened_by >= 0:
        return _subordinate_actor(norms, tags, before, after, opened_by)
    fronted, inverted = _person_before(tags, before), _person_after(tags, after)
    order = (inverted, fronted) if verb_second else (fronted, inverted)
    person = next((p for p in order if p is not None), None)
    if person is not None:
        return person
    head = [i for i in before if norms[i][0].isalnum() or norms[i].isupper()]
    start = next((i for i in head if not tags[i] & (_NEUTRAL | tag.AND | tag.BUT)), None)
    if start is None and after and tags[after[0]] & (tag.PREPOSITION | tag.PARTICIPLE):
        return Actor.NONE  # «Viser til …»
    if start is None or tags[start] & (tag.PREPOSITION | tag.OTHERWISE):
        return _noun_actor(norms, tags, after)
    return _noun_actor(norms, tags, [i for i in head if i >= start])


def _subordinate_actor(
    norms: Sequence[str], tags: Sequence[int], before: Sequence[int], after: Sequence[int], opened_by: int
) -> Actor:
    person = _person_before(tags, before)
    if person is not None:
        return person
    if any(not tags[i] & _NEUTRAL and norms[i][0].isalnum() for i in before):
        return _noun_actor(norms, tags, before)
    if tags[opened_by] & tag.FINITE or not before:
        inverted = _person_after(tags, after)
        if inverted is not None:
            return inverted
    if tags[opened_by] & tag.RELATIVE:
        antecedent = tags[opened_by - 1] if opened_by else 0
        return _person(antecedent) or Actor.OTHER  # «du som …»
    return _noun_actor(norms, tags, after)


def _person(bits: int) -> Actor | None:
    return next((actor for kind, actor in _PERSON if bits & kind), None)


def _person_after(tags: Sequence[int], after: Sequence[int]) -> Actor | None:
    """A pronoun right behind the verb, adverbs aside: «har du», «vil ikke vi»."""
    for index in after[:4]:
        if tags[index] & tag.SUBJECT and not tags[index] & (tag.DETERMINER | tag.PREPOSITION):
            return _person(tags[index])
        if not tags[index] & _NEUTRAL:
            return None
    return None


def _person_before(tags: Sequence[int], before: Sequence[int]) -> Actor | None:
    """The pronoun nearest before the verb, unless a noun stands between."""
    for index in reversed(before):
        bits = tags[index]
        if bits & tag.SUBJECT and not bits & tag.PREPOSITION:
            return _person(bits)
        if not bits & _NEUTRAL:
            return None
    return None


def _noun_actor(norms: Sequence[str], tags: Sequence[int], where: Sequence[int]) -> Actor:
    for index in where:
        bits = tags[index]
        if bits & tag.COMPANY_NOUN:
            return Actor.COMPANY
        if bits & (tag.SOMEONE | tag.DETERMINER):
            continue
        if bits & (tag.COMPANY | tag.READER) and not bits & tag.PREPOSITION:
            return _person(bits) or Actor.OTHER
        if bits & (tag.PREPOSITION | tag.PARTICIPLE | tag.INFINITIVE | tag.TO) and index != where[0]:
            break
    return Actor.OTHER if any(norms[i][0].isalnum() and not tags[i] & _NEUTRAL for i in where) else Actor.NONE


# When, and in which manner.


def _modality(tags: Sequence[int], where: Sequence[int], actor: Actor, wishes: bool) -> tuple[Modality, bool]:
    """The modality, and whether a word announces the future."""
    modality, future = Modality.NONE, False
    gladly = any(tags[i] & tag.GLADLY for i in where)
    for index in where:
        bits = tags[index]
        if not bits & tag.MODAL:
            continue
        found, announces = _one_modal(bits, actor, wishes, gladly)
        future = future or announces
        modality = found if modality is Modality.NONE else modality
    return modality, future


def _one_modal(bits: int, actor: Actor, wishes: bool, gladly: bool) -> tuple[Modality, bool]:
    if bits & tag.CAN:
        return Modality.CAN, False
    if bits & tag.MUST:
        return (Modality.CAN if gladly else Modality.MUST), False
    if bits & tag.WANT:
        return Modality.WANT, False
    if bits & tag.SHALL:
        return (Modality.MUST if actor is Actor.READER else Modality.NONE), True
    if bits & tag.WILL and (gladly or (actor is Actor.READER and wishes)):
        return Modality.WANT, False
    return Modality.NONE, True


def _voice(tags: Sequence[int], where: Sequence[int], finite: int | None, verb_second: bool) -> tuple[bool, bool, bool]:
    """Passive; done already; announced by a present form («blir stengt», «stenges»)."""
    passive = past = announced = False
    for place, index in enumerate(where):
        bits = tags[index]
        if bits & tag.S_PASSIVE and not bits & tag.STATE:
            passive = True
            announced = announced or not bits & (tag.PRETERITE | tag.PARTICIPLE)
        if bits & tag.HAVE and bits & (tag.FINITE | tag.INFINITIVE) and _participle_near(tags, where, place):
            past = True
        if bits & (tag.BECOME | tag.BECOME_PARTICIPLE | tag.BE) and _participle_near(tags, where, place):
            found = _passive_event(bits, index == finite, verb_second)
            passive = passive or found[0]
            announced = announced or found[1]
        if _should_have(bits) and place + 1 < len(where) and tags[where[place + 1]] & tag.PARTICIPLE:
            past = True  # «skulle betalts»
        after_be = finite is not None and bool(tags[finite] & tag.BE)
        if (bits & tag.BECOME_PARTICIPLE and (verb_second or not after_be)) or (bits & tag.MOVED and after_be):
            past = True  # but not «is being sent»
    return passive, past, announced


def _passive_event(bits: int, finite: bool, verb_second: bool) -> tuple[bool, bool]:
    """Whether the participle behind is an event, and one to come. «Er stengt» is a state, «was closed» is not."""
    if bits & tag.BECOME:
        return True, bool(bits & tag.PRESENT) or not finite
    if bits & tag.BECOME_PARTICIPLE:
        return True, False
    return not verb_second and bool(bits & (tag.INFINITIVE | tag.PRETERITE)), False


def _participle_near(tags: Sequence[int], where: Sequence[int], place: int) -> bool:
    for index in where[place + 1 : place + 1 + _AUXILIARY_REACH]:
        bits = tags[index]
        if bits & (tag.PARTICIPLE | tag.BECOME_PARTICIPLE) or (bits & tag.S_PASSIVE and bits & tag.PRETERITE):
            return True
        if bits & (tag.AND | tag.BUT | tag.TO | tag.STRONG) and not bits & tag.SUBJECT:
            return False
    return False
