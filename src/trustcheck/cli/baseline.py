"""`trustcheck baseline`: write down today's findings, so that from now on only new ones count."""

from __future__ import annotations

from typing import Any

import click

from trustcheck.cli.common import message_options
from trustcheck.cli.options import BaselineOptions

_EPILOG = """
Exit codes: 0 the baseline is written or has not changed; 2 something could not be read; 3 a check could not finish.
What could not be looked at stays in the baseline as it was.
"""


@click.command("baseline", epilog=_EPILOG, short_help="Accept today's findings.")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS…")
@message_options
@click.option(
    "--baseline", type=click.Path(), help="The file to write, instead of the one in the configuration.", metavar="FILE"
)
@click.option("--prune", is_flag=True, help="Only take out what is gone; add nothing.")
@click.option("--quiet", is_flag=True, help="No notes, and no list of what was added and removed.")
@click.pass_context
def baseline(ctx: click.Context, /, **options: Any) -> None:
    """Write today's findings in PATHS to a file; `trustcheck check` then counts only new ones.

    A later run adds what is new and takes out what is gone, and says both. Nothing that the records answer is ever
    accepted. The file holds no words of the letters, and belongs beside the configuration.
    """
    # The run pulls in the linter and with it half a second of language tools; `--help` need not wait for them.
    from trustcheck.cli.accept import run_baseline

    ctx.exit(run_baseline(BaselineOptions(**options)))
