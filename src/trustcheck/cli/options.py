"""What a `check` command line says, as data, and what it changes in the configuration."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from trustcheck.config.baseline import default_baseline
from trustcheck.config.settings import CheckSettings, FactsSettings, Settings
from trustcheck.model.rule import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageOptions:
    """The options of every command that checks messages, by name; None or empty where nothing was said."""

    paths: tuple[str, ...]
    config: str | None = None
    account: str | None = None
    message_class: str | None = None
    channel: str | None = None
    language: str | None = None
    as_of: datetime | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    facts: str | None = None
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    baseline: str | None = None
    quiet: bool = False
    stdin_filename: str = "stdin.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions(MessageOptions):
    """The options of `trustcheck check`."""

    format_name: str
    output: str | None
    fail_on: str | None
    show: tuple[str, ...]
    no_baseline: bool
    no_color: bool
    manifest: str | None = None
    stop_after_holds: int | None = None
    brake: str | None = None
    resume: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineOptions(MessageOptions):
    """The options of `trustcheck baseline`."""

    prune: bool


def require_one_kind(options: CheckOptions) -> None:
    """Raises click.UsageError where PATHS and --manifest are mixed up."""
    if options.manifest is None:
        if not options.paths:
            raise click.UsageError("Missing argument 'PATHS… | -'.")
        if options.stop_after_holds or options.brake or options.resume:
            raise click.UsageError("--stop-after-holds, --brake and --resume go with --manifest.")
    elif options.paths or options.account or options.exclude:
        raise click.UsageError("--manifest lists the messages: leave out PATHS, --account and --exclude.")
    elif options.resume and (options.output is None or options.format_name != "jsonl"):
        raise click.UsageError("--resume goes with --output FILE and --format jsonl.")


def moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:
    """An ISO 8601 date or time from the command line; without a zone it is UTC, as in the report."""
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"«{value}» is no ISO time. Write for example 2026-11-20T09:00:00Z.") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def with_options(settings: Settings, options: MessageOptions) -> Settings:
    """The settings as the command line changes them: it selects anew, and ignores more."""
    found = settings.check.baseline
    if settings.path is None:
        # Without a configuration the current folder is its root, for reading the baseline as for writing it.
        found = default_baseline(settings.root)
    check = _check(replace(settings.check, baseline=found), options)
    return replace(settings, check=check, facts=_facts(settings.facts, options.facts))


def _check(check: CheckSettings, options: MessageOptions) -> CheckSettings:
    if isinstance(options, CheckOptions):
        fail_on = Severity(options.fail_on) if options.fail_on else check.fail_on
        check = replace(check, fail_on=fail_on, baseline=None if options.no_baseline else check.baseline)
    return replace(
        check,
        baseline=Path(options.baseline).absolute() if options.baseline else check.baseline,
        select=words(options.select) or check.select,
        ignore=(*check.ignore, *words(options.ignore)),
    )


def _facts(facts: FactsSettings, source: str | None) -> FactsSettings:
    if source is None:
        return facts
    # In the configuration a path starts at the configuration's folder; on the command line, where the person stands.
    named = source if "://" in source else os.path.abspath(source)
    return replace(facts, source=named, sources={}, use={})


def words(values: Iterable[str]) -> tuple[str, ...]:
    """`--select TON,CLM002 --select PRM` as three words."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())
