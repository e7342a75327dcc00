"""`trustcheck check`: read messages, let the linter check them, write one report."""

from __future__ import annotations

from typing import Any

import click

from trustcheck.cli.common import message_options
from trustcheck.cli.options import CheckOptions, require_one_kind
from trustcheck.model.rule import Severity

FORMAT_NAMES = ("text", "json", "jsonl")
"""The names in `reporters.table`, here so that `--help` need not load the reporters; a test compares them."""

_EPILOG = """
Exit codes: 0 every message is below --fail-on; 1 findings at or above it; 2 something could not be read, so nothing was
decided about it; 3 something could not be verified, and nothing worse was found.
"""


@click.command(epilog=_EPILOG, short_help="Check messages before they are sent.")
@click.argument("paths", nargs=-1, metavar="PATHS… | -")
@message_options
@click.option("--force-exclude", is_flag=True, help="Leave out what --exclude matches even where a file is named.")
@click.option("--format", "format_name", type=click.Choice(FORMAT_NAMES), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write the report here instead of to standard output.")
@click.option("--fail-on", type=click.Choice([s.value for s in Severity]), help="Least severity for exit code 1.")
@click.option("--stdin-filename", default="stdin.txt", metavar="NAME", help="Name of -; its suffix says how to read.")
@click.option(
    "--show", multiple=True, type=click.Choice(["confirmed"]), help="Also list the claims that are confirmed."
)
@click.option("--baseline", type=click.Path(), help="Baseline file, instead of the one in the configuration.")
@click.option("--no-baseline", is_flag=True, help="Count every finding, also those in the baseline.")
@click.option("--manifest", metavar="FILE", help="Instead of PATHS: .jsonl, .csv or .parquet, one message a row.")
@click.option(
    "--stop-after-holds", type=click.IntRange(min=1), metavar="N", help="Of a manifest: stop after N held messages."
)
@click.option(
    "--brake",
    metavar="SHARE",
    help="Of a manifest: hold the whole batch if more than this share of its claims is not confirmed by the records; "
    "off for never. Default: 0.5%.",
)
@click.option("--resume", is_flag=True, help="Of a manifest: go on where an interrupted run with --output stopped.")
@click.option("--quiet", is_flag=True, help="No notes, no messages without findings, no list of skipped checks.")
@click.option("--no-color", is_flag=True, help="No colour, even on a terminal.")
@click.pass_context
def check(ctx: click.Context, /, **options: Any) -> None:
    """Check letters, emails and SMS before they are sent.

    PATHS are files, folders (every message below them), globs in quotation marks, or - for standard input.
    With --manifest the messages are the rows of a file instead: a path or the content itself, account, class, channel.
    The report goes to standard output, everything else to standard error.
    """
    wanted = CheckOptions(**options)
    require_one_kind(wanted)
    # The run pulls in the linter and with it half a second of language tools; `check --help` need not wait for them.
    if wanted.manifest is not None:
        from trustcheck.cli.outbox import run_outbox

        ctx.exit(run_outbox(wanted, wanted.manifest))
    from trustcheck.cli.run import run_check

    ctx.exit(run_check(wanted))
