"""What the registry knows: is this address, number, domain or account the organisation's own, or a named other's?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from trustcheck.model.language import Entity
from trustcheck.model.registry import Organisation
from trustcheck.text.domains import host_of, is_within
from trustcheck.text.phones import normal_phone

_NOT_IN_NUMBER = re.compile(r"[^0-9A-Za-z]")


def owns_host(host: str, organisation: Organisation) -> bool:
    return is_within(host, organisation.domains)


def knows_host(host: str, organisation: Organisation) -> bool:
    return is_within(host, (*organisation.domains, *organisation.external.domains))


def owns_email(address: str, organisation: Organisation) -> bool:
    """Any address at a registered domain is registered; so is one that is listed."""
    listed = {email.lower() for email in organisation.emails}
    return address.lower() in listed or owns_host(address.rpartition("@")[2], organisation)


def names_other_email(address: str, organisation: Organisation) -> bool:
    """Is it the address of somebody else whom a message may name?"""
    listed = {email.lower() for email in organisation.external.emails}
    return address.lower() in listed or is_within(address.rpartition("@")[2], organisation.external.domains)


def owns_phone(value: str, organisation: Organisation) -> bool:
    return value in _numbers(organisation.phones, organisation.country)


def names_other_phone(value: str, organisation: Organisation) -> bool:
    return value in _numbers(organisation.external.phones, organisation.country)


def owns_account(account: Entity, organisation: Organisation) -> bool:
    """Is it one of the registered accounts, in national form or as an IBAN that holds the national number?"""
    value = account.value
    return any(_same_account(value, compact(own)) for own in organisation.bank_accounts)


def same_org_number(one: str, other: str) -> bool:
    """The same number, with or without century digits (SE), VAT ending (SE) and leading zeros (UK)."""
    return _bare_org_number(one) == _bare_org_number(other)


def compact(number: str) -> str:
    """Letters and digits alone, in capitals."""
    return _NOT_IN_NUMBER.sub("", number).upper()


def host_of_target(target: str) -> str:
    """The host that a link leads to; empty for `tel:`, an anchor and the like. A mail link leads to its domain."""
    scheme, found, rest = target.strip().partition(":")
    if found and scheme.lower() == "mailto":
        return rest.partition("?")[0].rpartition("@")[2].strip().lower()
    if found and scheme.lower() not in ("http", "https") and not rest[:1].isdigit():
        return ""
    return host_of(target.strip())


def _numbers(written: Iterable[str], country: str) -> frozenset[str]:
    return frozenset(filter(None, (normal_phone(number, country) for number in written)))


def _same_account(value: str, own: str) -> bool:
    if value == own:
        return True
    long, short = (value, own) if len(value) > len(own) else (own, value)
    if not long[:2].isalpha():
        return _digits(value) == _digits(own)
    # An IBAN is country, check digits, then the national number, at times with zeros to fill it up (ISO 13616).
    national = long[4:]
    head, tail = short[:4], short[4:].lstrip("0")
    return national.endswith(short) or (national.startswith(head) and national.endswith(tail) and len(short) > 8)


def _digits(number: str) -> str:
    return "".join(c for c in number if c.isdigit())


def _bare_org_number(number: str) -> str:
    value = compact(number)
    value = value[2:] if value[:2] in ("NO", "SE", "DK", "GB") and value[2:3].isdigit() else value
    value = value.removesuffix("MVA")
    if len(value) == 12 and value.isdigit():
        value = value[2:] if value.startswith("16") else value.removesuffix("01")
    return value.lstrip("0")
