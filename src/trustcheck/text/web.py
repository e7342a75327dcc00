"""E-mail addresses and web addresses in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span
from trustcheck.text.domains import host_of, is_public_domain

_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24}\b")
_MAYBE_LINK = re.compile(r"://|www\.|\w\.[a-zA-Z]{2,}", re.IGNORECASE)
_FILE_NAMES = frozenset("pdf txt doc docx xls xlsx html htm eml png jpg jpeg csv json toml zip md xml".split())
_NO_BARE_SUFFIX = frozenset("nr vi er so as at is it in to be my md py sh ps rs mov et".split())
"""Top-level domains that are words, abbreviations or file endings: an address only with a path or more labels."""
_BEFORE_NUMBER = frozenset("org reg ref acc tel inv bill account company case order".split())
_BARE = re.compile(
    r"(?<![\w@./-])(?:[a-zA-Z0-9æøåäöÆØÅÄÖ-]{1,63}\.){1,5}[a-zA-Z]{2,24}(?:/[^\s<>()\"'«»,;]*)?", re.IGNORECASE
)


def find_emails(text: str) -> Iterator[Entity]:
    """E-mail addresses; the host in lower case."""
    if "@" not in text:
        return
    for match in _EMAIL.finditer(text):
        local, _, host = match.group().partition("@")
        yield Entity(EntityKind.EMAIL, Span(*match.span()), f"{local.lower()}@{host.lower()}")


def find_links(text: str) -> Iterator[Entity]:
    """Web addresses, with or without a scheme; a sentence join («dag.Vi») or a file name is none."""
    if not _MAYBE_LINK.search(text):
        return
    for start, end in _schemed(text):
        yield Entity(EntityKind.LINK, Span(start, end), _normal(text[start:end]))
    for match in _BARE.finditer(text):
        shown = match.group().rstrip(".!?:")
        host = host_of(shown)
        if host.rpartition(".")[2] not in _FILE_NAMES and is_public_domain(host) and not _is_join(shown):
            yield Entity(EntityKind.LINK, Span(match.start(), match.start() + len(shown)), _normal(shown))


def _schemed(text: str) -> Iterator[tuple[int, int]]:
    if "://" not in text and "www." not in text.lower():
        return
    for match in _linkifier().match(text) or ():
        if match.schema in ("http:", "https:", "") and ("://" in match.raw or match.raw.lower().startswith("www.")):
            yield match.index, match.last_index


@cache
def _linkifier() -> Any:
    from linkify_it import LinkifyIt

    return LinkifyIt()


def _is_join(shown: str) -> bool:
    """A full stop without a space after it («dag.Vi»), or an abbreviation («org.nr»): no web address."""
    head, slash, _ = shown.partition("/")
    left, _, right = head.rpartition(".")
    if slash or "." in left:
        return False
    if right.lower() in _NO_BARE_SUFFIX or (right.lower() == "no" and left.lower() in _BEFORE_NUMBER):
        return True
    return left.isdigit() or (right[:1].isupper() and not left.isupper())


def _normal(shown: str) -> str:
    scheme, found, rest = shown.rpartition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}{found}{host.lower()}{slash}{path}"
