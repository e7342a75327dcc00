"""`trustcheck sources`: try the data sources of the configuration, and print the shapes that facts have."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trustcheck.config.load import find_config, load_settings
from trustcheck.config.settings import Settings
from trustcheck.model.errors import UsageError
from trustcheck.model.facts import Cell, CellState

if TYPE_CHECKING:
    from trustcheck.facts.examine import Examined

_UNVERIFIED = 3
_EPILOG = """
Exit codes: 0 every source answers; 2 the configuration cannot be used; 3 a source does not answer, or answers something
that cannot be used. Values are not shown unless you ask for them with --show-values.
"""


@click.group("sources", short_help="Try the data sources, and print the shapes of facts.")
def sources() -> None:
    """Try the data sources of the configuration, and print the shapes that facts have."""


@sources.command("check", epilog=_EPILOG)
@click.option("--config", type=click.Path(), help="Configuration file; else the nearest one above where you stand.")
@click.option("--account", metavar="KEY", help="An account to look up; else only the connection and queries are tried.")
@click.option("--show-values", is_flag=True, help="Show what the records say. It is private.")
@click.pass_context
def check(ctx: click.Context, config: str | None, account: str | None, show_values: bool) -> None:
    """Ask every source once: does it answer, how old are its facts, and what is missing?"""
    settings = load_settings(Path(config) if config else find_config(Path.cwd()))
    found = _examined(settings, account)
    for one in found:
        for line in _told(one, account, show_values=show_values):
            click.echo(line)
    for line in _summary(settings, found):
        click.echo(line)
    ctx.exit(_UNVERIFIED if any(_fails(one, account) for one in found) else 0)


@sources.command("schema")
@click.option("--sql", is_flag=True, help="Instead: an SQL view for each fact, to fill in from your own tables.")
def schema(sql: bool) -> None:
    """The JSON schema of one account's facts."""
    from trustcheck.facts.starter import facts_schema, starter_views

    click.echo(starter_views() if sql else json.dumps(facts_schema(), ensure_ascii=False, indent=2))


def _examined(settings: Settings, account: str | None) -> list[Examined]:
    # Data sources and pydantic are wanted by this command alone.
    from trustcheck.facts.examine import examine
    from trustcheck.facts.open import open_each, open_source

    facts = settings.facts
    opened = open_each(facts, settings.root)
    if facts.source:
        only = open_source(facts.source, settings.root)
        opened = {only.name: only}
    if not opened:
        step = "Add [facts] source, or [facts.sources.NAME]; `trustcheck init` writes a configuration to start from."
        raise UsageError(f"The configuration names no data source, so every claim about an account is unknown. {step}")
    now = datetime.now(UTC)
    return [examine(name, source, account, now=now, max_age=facts.max_age) for name, source in opened.items()]


def _fails(one: Examined, account: str | None) -> bool:
    known = {cell.state for cell in one.configured.values()} - {CellState.NOT_FOUND}
    return one.broken or (account is not None and not known)


def _told(one: Examined, account: str | None, *, show_values: bool) -> Iterator[str]:
    yield f"{one.name}: {_state_of(one, account)}"
    for remark in one.remarks:
        yield f"  warning: {remark}"
    for key, cell in one.configured.items():
        if account is not None or cell.state is not CellState.NOT_FOUND:
            yield f"  {key:<11} {_cell(key, cell, show_values=show_values)}"


def _state_of(one: Examined, account: str | None) -> str:
    if not one.configured:
        return "is not set up for any fact"
    if one.broken:
        return "does not answer everything"
    if account is None:
        return f"answers for {len(one.configured)} facts; name an account with --account to see them"
    return "does not know this account" if _fails(one, account) else "answers"


def _cell(key: str, cell: Cell, *, show_values: bool) -> str:
    if cell.state not in (CellState.FOUND, CellState.STALE):
        return f"{cell.state.value}: {cell.note}" if cell.note else cell.state.value
    age = f", read {cell.as_of.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if cell.as_of else ""
    stale = f"; {cell.note}" if cell.note else ""
    value = f" {json.dumps(cell.value, ensure_ascii=False, default=str)}" if show_values else ""
    return f"{cell.state.value}: {_size(cell)}{age}{stale}{_missing(key, cell)}{value}"


def _size(cell: Cell) -> str:
    count = len(cell.value)
    what = "row" if isinstance(cell.value, list) else "field"
    return f"{count} {what}{'' if count == 1 else 's'}"


def _missing(key: str, cell: Cell) -> str:
    from trustcheck.facts.examine import left_out

    fields = left_out(key, cell.value)
    return f"; without {', '.join(fields)}" if fields else ""


def _summary(settings: Settings, found: Sequence[Examined]) -> Iterator[str]:
    from trustcheck.facts.examine import unanswered

    missing = unanswered(settings.facts, found)
    if missing:
        yield f"No source is set up for: {', '.join(missing)}. Claims about them are unknown, and hold the message."
