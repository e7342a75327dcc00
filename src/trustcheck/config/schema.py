"""What a configuration file may say, checked by pydantic. Imported only when a file is loaded.

Everything is strict: TOML has types, and a number where text belongs is a mistake worth a message.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from trustcheck.config.countries import COUNTRIES, LIKELY_MEANT
from trustcheck.config.fields import Filled, Table, Text, refusal
from trustcheck.config.settings import ANY_KEY, DEFAULT_CACHE, DEFAULT_MAX_BYTES, default_periods
from trustcheck.config.source_schema import SourceName, SourceTable, UseKey, UseTable, keys_inside
from trustcheck.model.facts import FACT_KEYS
from trustcheck.model.language import LANGUAGES

MAX_AGE_KEYS = (ANY_KEY, *FACT_KEYS)
PERIOD_CLASSES = tuple(default_periods())
_DURATION = re.compile(r"(\d{1,6})\s?([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_DOMAIN = re.compile(r"(?!-)[\w-]{1,63}(\.(?!-)[\w-]{1,63}){1,20}")
_EMAIL = re.compile(r"[^\s@]{1,64}@[\w.-]{3,255}")
_PHONE = re.compile(r"\+?[\d\s()/.-]{3,30}")
_LANGUAGE_HINTS = {"no": "Write nb for Bokmål or nn for Nynorsk.", "se": "Swedish is sv.", "dk": "Danish is da."}


def _country(value: str) -> str:
    code = value.upper()
    if code in COUNTRIES:
        return code
    meant = LIKELY_MEANT.get(code)
    hint = f'Did you mean "{meant}"? ' if meant else ""
    raise refusal(f"«{value}» is no country code", f'{hint}Use two letters of ISO 3166, such as "NO", "SE" or "DK".')


def _period_country(value: str) -> str:
    return value if value == ANY_KEY else _country(value)


def _period_class(value: str) -> str:
    if value in PERIOD_CLASSES:
        return value
    raise refusal(f"«{value}» is no message class with a minimum period", f"Known: {', '.join(PERIOD_CLASSES)}.")


def _max_age_key(value: str) -> str:
    if value in MAX_AGE_KEYS:
        return value
    raise refusal(f"«{value}» is no fact key", f"Known: {', '.join(MAX_AGE_KEYS)}.")


def _duration(value: Any) -> timedelta:
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if found is None or not int(found[1]):
        raise refusal(f"«{value}» is no age", 'Write a number and m, h or d: "90m", "24h", "7d".')
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _language(value: str) -> str:
    if value in LANGUAGES:
        return value
    known = f"Known: {', '.join(LANGUAGES)}. Leave the key out to have the language detected."
    raise refusal(f"«{value}» is no language that trustcheck reads", _LANGUAGE_HINTS.get(value.lower(), known))


def _domain(value: str) -> str:
    if _DOMAIN.fullmatch(value):
        return value.lower()
    raise refusal(
        f"«{value}» is no domain", 'Write the bare name, "example.no": no https://, path or *; subdomains count.'
    )


def _email(value: str) -> str:
    if _EMAIL.fullmatch(value):
        return value
    raise refusal(
        f"«{value}» is no email address", 'Write "name@example.no". For all addresses of a domain, use `domains`.'
    )


def _phone(value: str) -> str:
    if _PHONE.fullmatch(value) and re.search(r"\d", value):
        return value
    raise refusal(f"«{value}» is no phone number", 'Write the number alone, best with country code: "+47 22 00 00 00".')


def _numbered(value: str) -> str:
    if not value or re.search(r"\d", value):
        return value
    raise refusal(f"«{value}» holds no digit", "Write the number as the authority or the bank gives it.")


Domain = Annotated[Filled, AfterValidator(_domain)]
Email = Annotated[Filled, AfterValidator(_email)]
Phone = Annotated[Filled, AfterValidator(_phone)]
SeverityWord = Literal["error", "warning", "info"]
Provided = Literal["name", "phone", "email", "address", "org-number", "bank-account", "website", "signer"]
TagUse = Literal["include", "empty", "block"]
SEVERITIES: tuple[str, ...] = get_args(SeverityWord)


class ExternalTable(Table):
    domains: list[Domain] = []
    phones: list[Phone] = []
    emails: list[Email] = []


class OrganisationTable(Table):
    legal_name: Text = ""
    brands: list[Filled] = []
    country: Annotated[Filled, AfterValidator(_country)] | None = None
    org_number: Annotated[Text, AfterValidator(_numbered)] = ""
    domains: list[Domain] = []
    emails: list[Email] = []
    phones: list[Phone] = []
    addresses: list[Filled] = []
    sms_senders: list[Filled] = []
    bank_accounts: list[Annotated[Filled, AfterValidator(_numbered)]] = []
    external: ExternalTable = ExternalTable()


class CheckTable(Table):
    fail_on: SeverityWord = "error"
    select: list[Filled] = ["all"]
    ignore: list[Filled] = []
    severity: dict[Filled, SeverityWord] = {}
    per_file: dict[Filled, list[Filled]] = {}
    language: Annotated[Filled, AfterValidator(_language)] | None = None
    max_bytes: Annotated[int, Field(ge=1)] = DEFAULT_MAX_BYTES
    baseline: Filled | None = None


class FactsTable(Table):
    source: Filled | None = None
    max_age: dict[Annotated[str, AfterValidator(_max_age_key)], Annotated[timedelta, BeforeValidator(_duration)]] = {}
    sources: dict[SourceName, SourceTable] = {}
    use: dict[UseKey, UseTable] = {}
    cache: Annotated[int, Field(ge=0)] = DEFAULT_CACHE


class RulesTable(Table):
    paths: list[Filled] = []


class TemplatesTable(Table):
    roots: list[Filled] = []
    prefixes: dict[Filled, Text] = {}
    provides: dict[Filled, Provided] = {}
    facts: dict[Filled, Filled] = {}
    types: dict[Filled, Filled] = {}
    tags: dict[Filled, TagUse] = {}
    filters: dict[Filled, Filled] = {}
    functions: dict[Filled, Literal["gettext"]] = {}
    trim_blocks: bool = False
    lstrip_blocks: bool = False
    keep_trailing_newline: bool = False
    trimmed: bool = False


PeriodsTable = dict[
    Annotated[str, AfterValidator(_period_class)],
    dict[Annotated[str, AfterValidator(_period_country)], Annotated[int, Field(ge=0, le=3650)]],
]


class ConfigFile(Table):
    organisation: OrganisationTable = OrganisationTable()
    check: CheckTable = CheckTable()
    facts: FactsTable = FactsTable()
    periods: PeriodsTable = {}
    rules: RulesTable = RulesTable()
    templates: TemplatesTable = TemplatesTable()


def known_keys(table: tuple[str | int, ...], content: Any = None) -> tuple[str, ...]:
    """The keys that the table at this path may hold; empty where the path is no table with fixed keys.

    `content` is the whole configuration, where the keys depend on what else stands there (the kind of a source).
    """
    if table[:1] == ("facts",) and table[1:]:
        return keys_inside(table[1:], content["facts"]) if content else ()
    model: Any = ConfigFile
    for key in table:
        field = model.model_fields.get(key)
        model = None if field is None else field.annotation
        if not (isinstance(model, type) and issubclass(model, BaseModel)):
            return ()
    return tuple(model.model_fields)
