"""One run of `trustcheck check`, from the command line's options to an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from trustcheck.cli.files import EXCLUDED, STDIN, Finder, Found, start_of_search
from trustcheck.cli.options import CheckOptions, MessageOptions, with_options
from trustcheck.cli.outcome import Exit, Outcome
from trustcheck.cli.progress import with_progress
from trustcheck.cli.sink import opened, view_for
from trustcheck.config.load import find_config, load_settings
from trustcheck.config.settings import FactsSettings, Settings
from trustcheck.linter import Linter, Outgoing
from trustcheck.model.errors import UnreadableError, UsageError
from trustcheck.model.report import Exploration, Report
from trustcheck.model.version import __version__
from trustcheck.readers.read import READERS, TEMPLATE_SUFFIXES, is_template
from trustcheck.reporters.table import FORMATS


def run_check(options: CheckOptions) -> Exit:
    """Check what the options name and write the report. Raises TrustcheckError where nothing can be checked at all."""
    settings = with_options(settings_for(options), options)
    found = messages_for(options)
    settings = _without_needless_facts(settings, found, options)
    outcome = Outcome(settings.check.fail_on, unreadable=len(found.missing))
    # Before the output file is opened: a configuration that cannot be used must not empty yesterday's report.
    linter = Linter(settings)
    now = options.as_of or datetime.now(UTC)
    outgoing = [outgoing_at(path, options, settings) for path in found.paths]
    _write(checked(linter, outgoing, now, outcome), len(outgoing), now, options)
    _conclude(outcome, options)
    return outcome.code if found.paths else Exit.CLEAN


def messages_for(options: MessageOptions) -> Found:
    """The files that the options name; what is left out or missing is told. Raises UsageError where there is none."""
    found = Finder((*READERS, *TEMPLATE_SUFFIXES), options.exclude, options.force_exclude).find(options.paths)
    _tell(found, options)
    # Who hands over files by machine, and excludes some, may well have nothing left: that is as it was wanted.
    all_excluded = options.force_exclude and set(+found.left_out) == {EXCLUDED} and not found.missing
    if not found.paths and not all_excluded:
        raise UsageError("nothing found to check. Name files with a known suffix: " + " ".join(READERS))
    return found


def settings_for(options: MessageOptions) -> Settings:
    """The configuration that is named, or the nearest one above the first path."""
    if options.config is not None:
        return load_settings(Path(options.config))
    path = find_config(start_of_search(options.paths[0], options.stdin_filename))
    if path is None and not options.quiet:
        note("no trustcheck.toml found: rules about the sender and the records have nothing to compare with")
    return load_settings(path)


def _without_needless_facts(settings: Settings, found: Found, options: MessageOptions) -> Settings:
    """A template concerns no account: where there are only templates, no data source is opened, not even a broken one.

    A hook thus runs on a developer's machine, without the secrets and drivers of the data source.
    """
    names = (options.stdin_filename if path == STDIN else path for path in found.paths)
    return replace(settings, facts=FactsSettings()) if all(is_template(name) for name in names) else settings


def outgoing_at(path: str, options: MessageOptions, settings: Settings) -> Outgoing:
    """The message at a path. Standard input is read one byte beyond the limit, so that the reader can refuse it."""
    content = sys.stdin.buffer.read(settings.check.max_bytes + 1) if path == STDIN else None
    name = options.stdin_filename if path == STDIN else path
    return Outgoing(name, content, options.account, options.message_class, options.channel, options.language)


def checked(linter: Linter, outgoing: Iterable[Outgoing], now: datetime, outcome: Outcome) -> Iterator[Report]:
    """The reports, counted; what cannot be read is named on stderr when its turn comes."""

    def tell(_: Outgoing, error: UnreadableError) -> None:
        outcome.unreadable += 1
        click.echo(f"error: {error}", err=True)

    for report in linter.check_many(outgoing, as_of=now, on_unreadable=tell):
        for message in report.messages:
            outcome.add(message)
        yield report


def _write(reports: Iterator[Report], total: int, now: datetime, options: CheckOptions) -> None:
    shown = with_progress(reports, total, wanted=options.output is not None or not sys.stdout.isatty())
    show_confirmed = "confirmed" in options.show
    view = view_for(options.output, no_color=options.no_color, show_confirmed=show_confirmed, quiet=options.quiet)
    with opened(options.output) as write:
        for piece in FORMATS[options.format_name](shown, Report(__version__, now, ()), view):
            write(piece)


def _tell(found: Found, options: MessageOptions) -> None:
    for missing in found.missing:
        click.echo(f"error: {missing}", err=True)
    left_out = "; ".join(f"{reason}: {number}" for reason, number in sorted(found.left_out.items()) if number)
    if left_out and not options.quiet:
        note(f"left out: {left_out}")


def _conclude(outcome: Outcome, options: CheckOptions) -> None:
    if outcome.unreadable:
        note(f"could not be read: {outcome.unreadable}. Nothing was decided about that.")
    if outcome.explored and not options.quiet:
        _tell_explored(outcome.explored)
    if outcome.unverified and not options.quiet:
        note("something could not be verified or finished; the report says what")


def _tell_explored(explored: Sequence[Exploration]) -> None:
    """What was looked at in all templates together: silence about a branch that nothing reached would be a pass."""
    variants = sum(e.variants for e in explored)
    arms = [sum(e.arms[i] for e in explored) for i in (0, 1)]
    unreached = sum(len(e.unreached) for e in explored)
    words = f"templates: {len(explored)}, in {variants} variants; {arms[0]} of {arms[1]} branches reached"
    note(words + (f"; texts that no variant prints: {unreached} (--format json lists them)" if unreached else ""))


def note(words: str) -> None:
    click.echo(f"note: {words}", err=True)
