"""One run of `trustcheck fix`: every file in turn, its diff or the file itself written, and what was left told."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path

import click

from trustcheck.cli.files import STDIN
from trustcheck.cli.options import MessageOptions, with_options, words
from trustcheck.cli.outcome import Exit
from trustcheck.cli.run import messages_for, note, settings_for
from trustcheck.cli.sink import write_stdout
from trustcheck.engine.plan import Selection, check_words, planned
from trustcheck.fixing.fixer import Fixed, Fixer
from trustcheck.fixing.write import write_back
from trustcheck.linter import Linter, Outgoing
from trustcheck.model.errors import UnreadableError, UnwritableError, UsageError
from trustcheck.model.report import Finding
from trustcheck.readers.read import is_text_file
from trustcheck.reporters.visible import shown
from trustcheck.reporters.wording import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class FixOptions(MessageOptions):
    """The options of `trustcheck fix`."""

    diff: bool


@dataclass(slots=True)
class _Tally:
    """What is told at the end. `no_text`: files that cannot be edited, by suffix; `stuck`: the findings in them."""

    failed: int = 0
    changed: int = 0
    made: int = 0
    left: int = 0
    stuck: int = 0
    no_text: Counter[str] = field(default_factory=Counter)


def run_fix(options: FixOptions) -> Exit:
    """Show or make the safe edits in what the options name. Raises TrustcheckError where nothing can be done at all."""
    if STDIN in options.paths:
        raise UsageError(
            "`trustcheck fix` mends files, and standard input is none. Save the message and name the file."
        )
    # All rules look at what was mended, not only those whose findings are; an accepted finding is left alone.
    settings = with_options(settings_for(options), replace(options, select=(), ignore=()))
    found = messages_for(options)
    # Whether a letter shouts does not hang on the records, and a data source should not be asked for it.
    linter = Linter(replace(settings, facts=replace(settings.facts, source=None)))
    tally = _Tally(failed=len(found.missing))
    for path in found.paths:
        try:
            fixer = Fixer(linter, _wanted(options, linter, path), datetime.now(UTC))
            _fix(fixer, Outgoing(path, None, None, None, options.channel, options.language), options, tally)
        except (UnreadableError, UnwritableError) as error:
            tally.failed += 1
            click.echo(f"error: {error}", err=True)
    if not options.quiet:
        _conclude(tally, options)
    if tally.failed:
        return Exit.NOTHING_DECIDED
    return Exit.FINDINGS if options.diff and tally.changed else Exit.CLEAN


def _wanted(options: FixOptions, linter: Linter, path: str) -> Callable[[Finding], bool]:
    selection = Selection(words(options.select) or ("all",), words(options.ignore))
    check_words(selection, linter.pack.rules)
    codes = {rule.code for rule in planned(selection, linter.pack.rules, path)}
    return lambda finding: finding.code in codes


def _fix(fixer: Fixer, outgoing: Outgoing, options: FixOptions, tally: _Tally) -> None:
    path = outgoing.path
    data = _read(path, fixer.max_bytes)
    fixed = fixer.fix(outgoing, data)
    if not is_text_file(path):
        tally.no_text[os.path.splitext(path)[1].lower()] += 1
        tally.stuck += fixed.left
        return
    if fixed.changed and options.diff:
        write_stdout(_diff(path, fixed))
    elif fixed.changed:
        write_back(path, data, fixed.data)
    tally.changed += fixed.changed
    tally.made += fixed.made
    tally.left += fixed.left
    if fixed.held and not options.quiet:
        why = "another finding would come up, or the encoding of the file cannot hold them"
        note(f"{path}: {counted(fixed.held, 'fix', 'fixes')} not made: {why}")


def _read(path: str, limit: int) -> bytes:
    """The file's bytes; of one beyond the limit so many that the reader will refuse it."""
    try:
        with Path(path).open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        what = f"the file cannot be opened: {error.strerror or error}"
        raise UnreadableError(what, path=path, next_step="Check the permissions of the file.") from error


def _diff(path: str, fixed: Fixed) -> str:
    """A unified diff that `patch` takes; on a terminal without the control characters that a letter may hold."""
    before, after = (re.findall(r"[^\n]*\n|[^\n]+\Z", text) for text in (fixed.before, fixed.after))
    lines = unified_diff(before, after, path, path)
    whole = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    if sys.stdout.isatty():
        return "".join("".join(map(shown, line.rstrip("\r\n"))) + "\n" for line in whole)
    return "".join(whole)


def _conclude(tally: _Tally, options: FixOptions) -> None:
    where = f"{counted(tally.made, 'finding')} in {counted(tally.changed, 'file')}"
    if options.diff:
        note(f"{where} can be mended; --write does it" if tally.changed else "there is nothing that can be mended")
    else:
        note(f"mended {where}" if tally.changed else "there was nothing that can be mended")
    if tally.left:
        note(f"{counted(tally.left, 'finding')} without a safe fix; `trustcheck check` shows what to write instead")
    if tally.no_text:
        files, suffixes = sum(tally.no_text.values()), ", ".join(sorted(tally.no_text))
        left = counted(tally.stuck, "finding")
        note(f"{counted(files, 'file')} cannot be edited as text ({suffixes}): {left} to mend by hand")
