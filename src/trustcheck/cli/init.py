"""`trustcheck init`: write a configuration in which every key is explained."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, fields, replace
from pathlib import Path
from string import Template
from typing import Any

import click

from trustcheck.config.load import CONFIG_NAME, settings_from_text
from trustcheck.model.errors import ConfigError, UsageError


@dataclass(frozen=True, slots=True)
class Answers:
    """What the configuration is to say; empty where nothing is known."""

    legal_name: str = ""
    brands: tuple[str, ...] = ()
    country: str = ""
    org_number: str = ""
    domains: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    sms_senders: tuple[str, ...] = ()
    bank_accounts: tuple[str, ...] = ()
    facts: str = ""


_QUESTIONS = (
    ("legal_name", "Registered name of the organisation"),
    ("brands", "Other names that readers know (comma between)"),
    ("country", "Country, two letters (NO, SE, DK, …)"),
    ("org_number", "Organisation number"),
    ("domains", "Internet domains (comma between)"),
    ("emails", "Email addresses that readers may write to (comma between)"),
    ("phones", "Phone numbers that readers may call (comma between)"),
    ("facts", "Account facts, a file or URL"),
)


_TEMPLATE = Template("""\
# What trustcheck compares letters with. Every key may be left out; an unknown key is an error.

[organisation]
# The name in the company register.
legal_name = $legal_name
# Other names that readers know you by.
brands = $brands
# ISO 3166, two letters: decides how numbers are read and how short a deadline may be.
$country_line
# The number in the company register; letters must show it.
org_number = $org_number
# Domains that links and senders may have; subdomains are included.
domains = $domains
# Addresses that readers may write to; every address at a domain above counts too.
emails = $emails
# Numbers that readers may call, best with country code.
phones = $phones
# Postal addresses, each on one line.
addresses = $addresses
# Sender names that your SMS show.
sms_senders = $sms_senders
# Accounts that readers may pay to: national account number, IBAN, bankgiro, plusgiro.
bank_accounts = $bank_accounts

# Others that a letter may name: ombudsmen, regulators, partners.
[organisation.external]
# Domains of theirs that a letter may link to.
domains = []
# Phone numbers of theirs.
phones = []
# Email addresses of theirs.
emails = []

[check]
# The mildest finding that makes the command fail: "error", "warning" or "info".
fail_on = "error"
# Rules to run: codes, names, groups such as "TON", or "all".
select = ["all"]
# Rules not to run, written the same way.
ignore = []
# The language of all messages: nb, nn, sv, da or en. Left out, it is detected.
# language = "nb"
# Findings that do not count any more: the file that `trustcheck baseline` writes, seen from this file.
# baseline = "trustcheck-baseline.json"
# Larger files are refused, in bytes.
# max_bytes = 10_000_000

# Another severity for a rule.
[check.severity]
# SND002 = "info"

# Rules not to run on some files: a pattern for paths, and codes, names or groups.
[check.per_file]
# "newsletters/**" = ["SND004"]

[facts]
# Where the account facts are: a path, seen from this file, or a URL. Left out, every claim is unknown and holds.
$source_line
# How old a fact may be, for all keys and for single ones: minutes "90m", hours "24h", days "7d".
max_age = { default = "24h" }
# Accounts that a run remembers, so that a second message about one does not ask again.
# cache = 2000

# In place of `source`: databases, HTTP and other sources by name, such as
#   [facts.sources.crm]
#   kind = "sqlite"
#   path = "crm.db"
#   as_of = "now"
#   queries = { customer = "select account, name, since from customers where account in :keys" }
# All kinds are shown in docs/guides/data-sources.md; `trustcheck sources check` tries them.
[facts.sources]

# Who answers which fact, where there are several: a name, a list (the first that knows), or { agree = ["a", "b"] }.
[facts.use]

# Fewest days from sending to deadline, by message class and country; these are the defaults.
[periods]
# For a warning that the debt goes to collection.
collection-warning = { NO = 14, DK = 10, SE = 8, default = 14 }
# For a notice that a service will be cut off.
disconnection-notice = { default = 14 }

[rules]
# Folders with rules of your own, seen from this file.
# paths = ["my-rules"]

# How the Jinja2 templates of this project are written.
[templates]
# Template folders, seen from this file; nothing outside them is read. Left out: the folder of this file.
# roots = ["templates"]
# As the project's Jinja2 environment has it.
# trim_blocks = false
# As the project's Jinja2 environment has it.
# lstrip_blocks = false
# As the project's Jinja2 environment has it.
# keep_trailing_newline = false
# Whether {% trans %} trims its text: the policy ext.i18n.trimmed.
# trimmed = false

# Virtual folders: how template names begin, and the folder below a root that is meant.
[templates.prefixes]
# "auth/" = "modules/auth/templates/"

# Data that print a detail of the sender: name, phone, email, address, org-number, bank-account, website, signer.
[templates.provides]
# "org.phone" = "phone"

# Data that decide a kind of claim.
[templates.facts]
# "customer.subscription.active" = "agreement-active"

# What the data at a path are: date, money, name, phone, link …
[templates.types]
# "*.due_on" = "date"

# The project's own tags: include, empty or block.
[templates.tags]
# snippet = "include"

# The project's own filters: pass, or type: and a kind of data.
[templates.filters]
# kr = "type:money"

# The project's own functions that translate.
[templates.functions]
# tr = "gettext"
""")


@click.command("init", short_help="Write a commented trustcheck.toml.")
@click.option("--legal-name", default="", help="Registered name of the organisation.")
@click.option("--brand", "brands", multiple=True, help="Another name that readers know. May be repeated.")
@click.option("--country", default="", help="Two letters, ISO 3166: NO, SE, DK …")
@click.option("--org-number", default="", help="Organisation number.")
@click.option("--domain", "domains", multiple=True, help="An internet domain of yours. May be repeated.")
@click.option("--email", "emails", multiple=True, help="An address that readers may write to. May be repeated.")
@click.option("--phone", "phones", multiple=True, help="A number that readers may call. May be repeated.")
@click.option("--address", "addresses", multiple=True, help="A postal address. May be repeated.")
@click.option("--sms-sender", "sms_senders", multiple=True, help="A sender name of your SMS. May be repeated.")
@click.option("--bank-account", "bank_accounts", multiple=True, help="An account to pay to. May be repeated.")
@click.option("--facts", default="", help="Account facts: a path, seen from the configuration file, or a URL.")
@click.option("--path", "target", type=click.Path(path_type=Path), default=CONFIG_NAME, help="The file to write.")
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
def init(target: Path, force: bool, yes: bool, **given: Any) -> None:
    """Write a trustcheck.toml in which every key is explained.

    On a terminal, what no option tells is asked for; an empty answer leaves the key empty.
    """
    path = target / CONFIG_NAME if target.is_dir() else target
    if path.exists() and not force:
        raise UsageError(f"{path} is there already. Edit it, or overwrite it with --force.")
    answers = Answers(**given)
    settings_from_text(compose(answers), path)
    if not yes and sys.stdin.isatty():
        answers = ask(answers)
    text = compose(answers)
    configured = settings_from_text(text, path).organisation.configured
    _write(path, text)
    click.echo(f"Wrote {path}.")
    if not configured:
        click.echo("It names no organisation yet: the rules that compare with the registry are skipped until it does.")


def ask(answers: Answers) -> Answers:
    """Ask for what is still empty, and again where an answer cannot be used. The answers given must be usable."""
    for name, question in _QUESTIONS:
        if not getattr(answers, name):
            answers = _ask_one(answers, name, question)
    return answers


def _ask_one(answers: Answers, name: str, question: str) -> Answers:
    """The answers with one more; for a list, what was said is split at its commas."""
    while True:
        said = click.prompt(question, default="", show_default=False).strip()
        parts = tuple(part.strip() for part in said.split(",") if part.strip())
        value: Any = parts if isinstance(getattr(answers, name), tuple) else said
        more = replace(answers, **{name: value})
        try:
            settings_from_text(compose(more), Path(CONFIG_NAME))
        except ConfigError as error:
            click.echo(f"{error.what}. {error.next_step}", err=True)
        else:
            return more


def compose(answers: Answers) -> str:
    """The configuration as TOML. Keys that are unknown and may not be empty stand as comments."""
    values = {field.name: _toml(getattr(answers, field.name)) for field in fields(answers)}
    country = f"country = {values['country']}" if answers.country else '# country = "NO"'
    source = f"source = {values['facts']}" if answers.facts else '# source = "facts.json"'
    return _TEMPLATE.substitute(values, country_line=country, source_line=source)


def _write(path: Path, text: str) -> None:
    try:
        # Encoded before the file is opened: what cannot be encoded must not empty a file that is there.
        path.write_bytes(text.encode())
    except UnicodeEncodeError as error:
        raise UsageError("An option holds bytes that are not UTF-8. Write it again in a UTF-8 terminal.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Check the folder, or use --path.") from error


def _toml(value: str | tuple[str, ...]) -> str:
    """A basic string, or a list of them. JSON escapes all that TOML wants escaped, except DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
