"""What a `check` command line says, as data, and what it changes in the configuration."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import click

from trustcheck.config.settings import CheckSettings, FactsSettings, Settings
from trustcheck.model.rule import Severity


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of `trustcheck check` by name; None or empty where nothing was said."""

    paths: tuple[str, ...]
    config: str | None
    account: str | None
    message_class: str | None
    channel: str | None
    language: str | None
    as_of: datetime | None
    format_name: str
    output: str | None
    fail_on: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    facts: str | None
    stdin_filename: str
    show: tuple[str, ...]
    exclude: tuple[str, ...]
    quiet: bool
    no_color: bool


def moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:
    """An ISO 8601 date or time from the command line; without a zone it is UTC, as in the report."""
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"«{value}» is no ISO time. Write for example 2026-11-20T09:00:00Z.") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def with_options(settings: Settings, options: CheckOptions) -> Settings:
    """The settings as the command line changes them: it selects anew, and ignores more."""
    return replace(settings, check=_check(settings.check, options), facts=_facts(settings.facts, options.facts))


def _check(check: CheckSettings, options: CheckOptions) -> CheckSettings:
    return replace(
        check,
        fail_on=Severity(options.fail_on) if options.fail_on else check.fail_on,
        select=_words(options.select) or check.select,
        ignore=(*check.ignore, *_words(options.ignore)),
    )


def _facts(facts: FactsSettings, source: str | None) -> FactsSettings:
    if source is None:
        return facts
    # In the configuration a path starts at the configuration's folder; on the command line, where the person stands.
    return replace(facts, source=source if "://" in source else os.path.abspath(source))


def _words(values: Iterable[str]) -> tuple[str, ...]:
    """`--select TON,CLM002 --select PRM` as three words."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())
