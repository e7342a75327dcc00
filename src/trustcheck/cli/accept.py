"""One run of `trustcheck baseline`, from the command line's options to an exit code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from trustcheck.cli.files import STDIN
from trustcheck.cli.options import BaselineOptions, with_options
from trustcheck.cli.outcome import Exit, Outcome
from trustcheck.cli.run import checked, messages_for, note, outgoing_at, settings_for
from trustcheck.config.baseline import BASELINE_NAME, read_baseline, write_baseline
from trustcheck.config.settings import Settings
from trustcheck.engine.accept import Change, Today, renewed
from trustcheck.linter import Linter, Outgoing
from trustcheck.model.baseline import Baseline, BaselineKey
from trustcheck.model.errors import UsageError


def run_baseline(options: BaselineOptions) -> Exit:
    """Check what the options name and write the baseline. Raises TrustcheckError where that cannot be done."""
    if STDIN in options.paths:
        raise UsageError("standard input has no path to be known again by. Name files or folders.")
    settings = with_options(settings_for(options), options)
    path = settings.check.baseline or settings.root / BASELINE_NAME
    old = read_baseline(path) if path.exists() else None
    found = messages_for(options)
    outcome = Outcome(settings.check.fail_on, unreadable=len(found.missing))
    linter = Linter(_counting_all(settings))
    now = options.as_of or datetime.now(UTC)
    today = _today(linter, [outgoing_at(each, options, settings) for each in found.paths], now, outcome)
    change = renewed(
        old,
        today,
        day=now.date(),
        gone=_gone(old, settings),
        rules={rule.name for rule in linter.pack.rules if not rule.never_suppressed},
        prune=options.prune,
    )
    if old is None or change.added or change.removed:
        write_baseline(change.baseline, path)
    _tell(change, path, options, new=old is None)
    _tell_refused(today)
    return _code(outcome)


def _counting_all(settings: Settings) -> Settings:
    """Without the old baseline, so that what it holds is found again."""
    return replace(settings, check=replace(settings.check, baseline=None))


def _today(linter: Linter, outgoing: Iterable[Outgoing], now: datetime, outcome: Outcome) -> Today:
    today = Today({rule.name for rule in linter.pack.rules if rule.never_suppressed})
    for report in checked(linter, outgoing, now, outcome):
        for message in report.messages:
            today.add(linter.named(message.path), message, linter.planned(message.path))
    return today


def _gone(old: Baseline | None, settings: Settings) -> frozenset[str]:
    """The paths in the baseline at which there is no file any more."""
    paths = {key.path for key in old.counts} if old is not None else set()
    return frozenset(path for path in paths if not (settings.root / path).is_file())


def _tell(change: Change, path: Path, options: BaselineOptions, *, new: bool) -> None:
    if not options.quiet:
        _list("+", change.added)
        _list("-", change.removed)
    added, removed = sum(change.added.values()), sum(change.removed.values())
    if new:
        click.echo(f"Wrote {path}: {_findings(added)}.")
    elif added or removed:
        click.echo(f"Wrote {path}: {added} added, {removed} removed, {change.kept} kept.")
    else:
        click.echo(f"{path} holds {_findings(change.kept)}: none added, none removed.")


def _findings(number: int) -> str:
    return f"{number} finding" if number == 1 else f"{number} findings"


def _list(sign: str, counts: Mapping[BaselineKey, int]) -> None:
    """One line for each file and rule: what stands in the letter is told by `trustcheck check --no-baseline`."""
    by_rule: dict[tuple[str, str], int] = {}
    for key, count in counts.items():
        by_rule[key.path, key.rule] = by_rule.get((key.path, key.rule), 0) + count
    for (path, rule), count in sorted(by_rule.items()):
        click.echo(f"{sign} {path}: {rule}{f' ({count})' if count > 1 else ''}")


def _tell_refused(today: Today) -> None:
    """Said even if quiet: these findings go on failing, and somebody may believe that they are accepted."""
    if today.refused:
        listed = ", ".join(f"{rule}: {count}" for rule, count in sorted(today.refused.items()))
        note(f"no baseline holds what the records answer or a broken suppression; still counted: {listed}")


def _code(outcome: Outcome) -> Exit:
    if outcome.unreadable:
        note(f"could not be read: {outcome.unreadable}. What the baseline says about that is as it was.")
        return Exit.NOTHING_DECIDED
    if outcome.unfinished:
        note("some checks could not finish; what the baseline says about them is as it was")
        return Exit.UNVERIFIED
    return Exit.CLEAN
