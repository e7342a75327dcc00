"""Short forms for tests of rules: one message through the real linter of the imaginary organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from trustcheck.config.settings import Settings
from trustcheck.facts.cells import account_cells
from trustcheck.linter import Linter
from trustcheck.model.facts import AccountFacts
from trustcheck.model.report import MessageReport
from trustcheck.packs.sample import NOW, ORGANISATIONS

CUSTOMER = {"name": "Kari Null", "phone": "+47 912 34 567", "email": "kari@example.org"}
FACTS = {"as_of": "2026-11-20T06:00:00Z", "customer": CUSTOMER}


class Records:
    """Implements `model.facts.FactSource`: every account is Kari Null's."""

    name = "records"

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        wanted = tuple(keys)
        return {a: AccountFacts(a, account_cells(FACTS, wanted, self.name)) for a in accounts}


@cache
def linter(language: str) -> Linter:
    return Linter(Settings(organisation=ORGANISATIONS[language]), source=Records())


def report(text: str, *, language: str = "nb", suffix: str = ".txt", **options: Any) -> MessageReport:
    return linter(language).check_text(text, suffix=suffix, language=language, as_of=NOW, **options).messages[0]


def fired(rule: str, text: str, **options: Any) -> list[str]:
    """The texts at which the rule fired, in reading order."""
    return [finding.text for finding in report(text, **options).findings if finding.rule == rule]


def mail(
    body: str, *, sender: str = "NoldusNett <kunde@noldusnett.no>", to: str = "heidi@example.org", **more: str
) -> str:
    """A plain mail file; `more` are further headers, «_» for «-» in their names."""
    headers = {"From": sender, "To": to, "Subject": "Om avtalen", **{k.replace("_", "-"): v for k, v in more.items()}}
    return "\n".join(f"{name}: {value}" for name, value in headers.items()) + f"\n\n{body}\n"
