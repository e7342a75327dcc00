"""`trustcheck fix`: make the edits that leave the meaning as it is."""

from __future__ import annotations

from typing import Any

import click

from trustcheck.model.language import LANGUAGES
from trustcheck.model.message import Channel

_EPILOG = """
Exit codes: 0 there is nothing to change, or all of it was written; 1 with --diff, something can be changed; 2 something
could not be read or written.
"""


@click.command(epilog=_EPILOG, short_help="Make the edits that leave the meaning as it is.")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS…")
@click.option("--diff/--write", "diff", default=True, help="Show the changes (the default), or make them in the files.")
@click.option(
    "--select", multiple=True, metavar="RULES", help="Mend only these codes, names or groups; may be repeated."
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave the findings of these; may be repeated.")
@click.option("--config", type=click.Path(), help="Configuration file; else the nearest one above the first path.")
@click.option("--channel", type=click.Choice([c.value for c in Channel]), help="How the messages travel.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the messages; else it is detected.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out what matches; may be repeated.")
@click.option("--quiet", is_flag=True, help="No notes; only the changes, and errors.")
@click.pass_context
def fix(ctx: click.Context, /, **options: Any) -> None:
    """Mend what can be mended without changing what a letter says: capitals, rows of marks, repeated alarm words.

    PATHS are files, folders (every message below them), or globs in quotation marks. The changes go to standard output
    as a unified diff. Facts are not looked up.
    """
    from trustcheck.cli.fixrun import FixOptions, run_fix

    ctx.exit(run_fix(FixOptions(**options)))
