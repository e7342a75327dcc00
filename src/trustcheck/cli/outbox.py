"""`trustcheck check --manifest`: a whole outbox, from its manifest to an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

import click

from trustcheck.cli.options import CheckOptions, with_options
from trustcheck.cli.outcome import Exit, Outcome
from trustcheck.cli.progress import with_progress
from trustcheck.cli.run import note, settings_for
from trustcheck.cli.sink import opened, view_for
from trustcheck.linter import Linter, Outgoing
from trustcheck.model.errors import UsageError
from trustcheck.model.report import MessageReport, Report, Verdict
from trustcheck.model.version import __version__
from trustcheck.outbox.brake import DEFAULT_BRAKE, Brake
from trustcheck.outbox.columns import with_defaults
from trustcheck.outbox.manifest import rows
from trustcheck.outbox.partial import Partial, can_be_replaced
from trustcheck.outbox.results import results
from trustcheck.outbox.spool import Spool
from trustcheck.outbox.stamp import Stamp, stamp_of
from trustcheck.outbox.tally import Tally
from trustcheck.reporters.table import FORMATS

_NAMED = 20
"""Unreadable rows that are named on stderr; all are in the report."""


@dataclass(slots=True)
class _Batch:
    """One run over a manifest, and what was counted on the way."""

    manifest: str
    options: CheckOptions
    linter: Linter
    now: datetime
    outcome: Outcome
    brake: Brake | None
    tally: Tally = field(default_factory=Tally)
    reason: str = ""
    """Why the whole batch is held; known only at its end."""
    left: int = 0
    """Rows that were not looked at."""

    def count(self, message: MessageReport) -> None:
        self.tally.add(message)
        self.outcome.add(message)

    def checked(self) -> Iterator[MessageReport]:
        """The results of the rows that are not counted yet, counted, until there is enough to stop."""
        waiting = islice(self._rows(), self.tally.messages, None)
        for message in () if self.enough() else results(self.linter, waiting, self.now):
            self.count(message)
            self._tell(message)
            yield message
            if self.enough():
                break
        if self.enough():
            self.left = sum(1 for _ in rows(self.manifest)) - self.tally.messages

    def decide(self) -> None:
        """Pull the brake, if it must be pulled."""
        self.reason = self.brake.reason(self.tally) if self.brake else ""
        self.outcome.failing |= bool(self.reason)

    def closing(self) -> dict[str, Any]:
        """What the JSON report says at its end about the batch."""
        held = {"batch_hold": self.reason} if self.reason else {}
        return {**self.tally.to_dict(), "not_looked_at": self.left, **held}

    def _rows(self) -> Iterator[Outgoing]:
        asked = self.options
        for outgoing in rows(self.manifest):
            yield with_defaults(outgoing, asked.message_class, asked.channel, asked.language)

    def enough(self) -> bool:
        limit = self.options.stop_after_holds
        return limit is not None and self.tally.verdicts[Verdict.HOLD] >= limit

    def _tell(self, message: MessageReport) -> None:
        if message.unreadable and self.tally.unreadable <= _NAMED:
            click.echo(f"error: {message.unreadable}", err=True)
        if message.unreadable and self.tally.unreadable == _NAMED + 1:
            note("more rows cannot be read; the report names each")


def run_outbox(options: CheckOptions, manifest: str) -> Exit:
    """Check a manifest and write the report. Raises TrustcheckError where nothing can be checked at all."""
    brake = Brake.named(options.brake or DEFAULT_BRAKE)
    options = replace(options, paths=(manifest,))
    # Before anything is written: a manifest that cannot be read must not empty yesterday's report.
    if next(rows(manifest), None) is None:
        raise UsageError(f"{manifest}: the manifest has no rows, so nothing was checked.")
    settings = with_options(settings_for(options), options)
    now = options.as_of or datetime.now(UTC)
    batch = _Batch(manifest, options, Linter(settings), now, Outcome(settings.check.fail_on), brake)
    if options.format_name == "jsonl" and options.output is not None and can_be_replaced(options.output):
        _write_lines(batch, Partial(options.output))
    else:
        _write_report(batch)
    _conclude(batch)
    return batch.outcome.code


def _write_lines(batch: _Batch, partial: Partial) -> None:
    """By way of FILE.partial, which survives an interruption."""
    stamp = _stamp(batch)
    if batch.options.resume:
        for message in partial.resume(stamp):
            batch.count(message)
        note(f"resumed: {batch.tally.messages} results were there")
    else:
        partial.begin(stamp)
    try:
        with partial.appending() as file:
            for piece in _pieces(batch, _with_progress(batch)):
                file.write(piece.encode("utf-8", "replace"))
    except KeyboardInterrupt:
        note(f"{partial.path} holds the results so far; the same command with --resume goes on")
        raise
    batch.decide()
    partial.release(batch.reason)


def _write_report(batch: _Batch) -> None:
    """In any format; with the brake on, only when all is known."""
    if batch.brake is None:
        _show(batch, _with_progress(batch))
        return
    output = batch.options.output
    with Spool(output if output is not None and can_be_replaced(output) else None) as spool:
        for message in _with_progress(batch):
            spool.add(message)
        batch.decide()
        _show(batch, spool.released(batch.reason))


def _show(batch: _Batch, messages: Iterable[MessageReport]) -> None:
    with opened(batch.options.output) as write:
        for piece in _pieces(batch, messages):
            write(piece)


def _pieces(batch: _Batch, messages: Iterable[MessageReport]) -> Iterator[str]:
    options = batch.options
    confirmed = "confirmed" in options.show
    view = view_for(options.output, no_color=options.no_color, show_confirmed=confirmed, quiet=options.quiet)
    frame = Report(__version__, batch.now, ())
    reports = (replace(frame, messages=(message,)) for message in messages)
    return FORMATS[options.format_name](reports, frame, replace(view, closing=batch.closing))


def _with_progress(batch: _Batch) -> Iterator[MessageReport]:
    wanted = sys.stderr.isatty() and (batch.brake is not None or not sys.stdout.isatty())
    total = sum(1 for _ in rows(batch.manifest)) - batch.tally.messages if wanted else 0
    return with_progress(batch.checked(), total, wanted=wanted)


def _stamp(batch: _Batch) -> Stamp:
    options = batch.options
    said = (options.message_class, options.channel, options.language, options.select, options.ignore)
    where = (os.path.abspath(options.facts) if options.facts and "://" not in options.facts else options.facts,)
    moment = options.as_of.isoformat() if options.as_of else None
    return stamp_of(batch.manifest, batch.linter, repr((*said, *where, moment, batch.manifest)))


def _conclude(batch: _Batch) -> None:
    """The summary. What was left out and why a batch is held is said even to those who want quiet."""
    tally = batch.tally
    if not batch.options.quiet:
        verdicts = ", ".join(f"{tally.verdicts[v]} {v.value}" for v in Verdict if tally.verdicts[v])
        for line in (f"{tally.messages} messages: {verdicts}", *tally.lines()):
            click.echo(line, err=True)
    if tally.unreadable:
        note(f"could not be read: {tally.unreadable}. Nothing was decided about that.")
    if batch.left or (batch.options.stop_after_holds and batch.enough()):
        note(f"stopped after {tally.verdicts[Verdict.HOLD]} held messages; rows not looked at: {batch.left}")
    if batch.reason:
        click.echo(f"HELD: the whole batch of {tally.messages} messages. {batch.reason}", err=True)
