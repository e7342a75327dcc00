"""Domain names: who owns them, and which try to look like another."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

_SHORTENERS = frozenset(
    "bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly cutt.ly rebrand.ly tiny.cc lnkd.in shorturl.at rb.gy t.ly "
    "kort.no s.id v.gd bl.ink short.io kutt.it tr.im soo.gd x.co t2m.io urlz.fr".split()
)
_LOOK_ALIKE = str.maketrans(
    {"0": "o", "1": "l", "3": "e", "5": "s", "|": "l", "ı": "i", "і": "i", "а": "a", "е": "e", "о": "o"}
)
_COMPLEX = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def host_of(address: str) -> str:
    """The host of a web address with or without a scheme: lower case, without user, port and final dot."""
    rest = (
        address.partition("://")[2] if "://" in address else _COMPLEX.sub("", address) if ":/" in address else address
    )
    authority = re.split(r"[/?#\\]", rest.lstrip("/"), maxsplit=1)[0]
    return authority.rpartition("@")[2].partition(":")[0].rstrip(".").lower()


@cache
def _suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@lru_cache(maxsize=8192)
def registrable_domain(host: str) -> str:
    """The part that somebody registers: `mail.shop.example.co.uk` → `example.co.uk`; else the host itself."""
    return str(_suffixes().privatesuffix(host.lower()) or host.lower())


@lru_cache(maxsize=8192)
def is_public_domain(host: str) -> bool:
    """Does the host end in a suffix under which names are registered?"""
    if "." not in host:
        return False
    return _known_suffix(host.rpartition(".")[2]) and bool(registrable_domain(host))


@cache
def _strict_suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False)


@cache
def _known_suffix(suffix: str) -> bool:
    return _strict_suffixes().publicsuffix(f"x.{suffix}") is not None


def is_within(host: str, domains: Iterable[str]) -> bool:
    """Is the host one of the domains, or under one of them?"""
    name = host.lower().rstrip(".")
    return any(name == d.lower() or name.endswith("." + d.lower()) for d in domains if d)


def is_shortener(host: str) -> bool:
    return host.removeprefix("www.") in _SHORTENERS


def is_ip_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def imitates(host: str, own: Iterable[str]) -> str:
    """The own domain that a foreign host looks like, or an empty text.

    Look-alike: the own name inside a longer one (`noldusnett-kunde.net`), another suffix, letters that look the same,
    punycode of it, or up to two letters away (names of six letters or more).
    """
    label = _label(host)
    for domain in own:
        wanted = _label(domain)
        if not wanted or is_within(host, [domain]):
            continue
        close = len(wanted) >= 6 and _distance(label, wanted, 2) <= 2
        if label == wanted or close or (len(wanted) >= 4 and wanted in re.split(r"[-.]", _decoded(host))):
            return domain
    return ""


def _label(host: str) -> str:
    """The registered name without its suffix, with look-alike letters made the same."""
    name = registrable_domain(_decoded(host)).partition(".")[0]
    plain = unicodedata.normalize("NFKD", name).translate(_LOOK_ALIKE)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("rn", "m").replace("vv", "w")


def _decoded(host: str) -> str:
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def _distance(one: str, other: str, most: int) -> int:
    """Edit distance (Levenshtein), given up on beyond `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
