"""The command line. A command is imported when it is called, so that `--help` and `--version` are quick."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

import click

from trustcheck.cli.pipe import PipeClosedError, silence_stdout
from trustcheck.model.errors import TrustcheckError
from trustcheck.model.version import __version__

NOTHING_DECIDED = 2
_INTERRUPTED = 130
_PIPE_CLOSED = 141
"""What a shell reports for a program that the closing of a pipe ended (128 + SIGPIPE)."""


class Command(NamedTuple):
    module: str
    help: str


COMMANDS = {
    "check": Command("trustcheck.cli.check", "Check letters, emails and SMS before they are sent."),
    "baseline": Command("trustcheck.cli.baseline", "Accept today's findings, so that only new ones count."),
    "fix": Command("trustcheck.cli.fix", "Make the edits that leave the meaning as it is."),
    "render": Command("trustcheck.cli.render", "Show the messages that a template can become, and when."),
    "init": Command("trustcheck.cli.init", "Write a trustcheck.toml to start from."),
    "sources": Command("trustcheck.cli.sources", "Try the data sources, and print the shapes of facts."),
    "rules": Command("trustcheck.cli.rules", "List the rules, and test rule files."),
    "explain": Command("trustcheck.cli.explain", "Explain a rule: what it finds, why, and how to write instead."),
}
"""Name → where the command of that name lives, and its line in `--help`."""


class LazyGroup(click.Group):
    """A group that knows its commands' names and help lines, and imports a command only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name].module), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help) for name, command in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="trustcheck %(version)s")
def group() -> None:
    """Check outbound customer communication before it is sent: who writes, in what tone, and do the records agree?"""


def main(arguments: Sequence[str] | None = None) -> None:
    """The command `trustcheck`. Ends the process with the exit codes that the README lists."""
    sys.exit(_code_of(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit code; every error is told on stderr."""
    return _code_of(arguments)


def _code_of(arguments: Sequence[str] | None) -> int:
    # Not in `run` itself: once a command has imported the module `cli/run.py`, that name in this package is the module.
    try:
        code = group.main(args=arguments, prog_name="trustcheck", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except TrustcheckError as error:
        click.echo(f"error: {error}", err=True)
        return NOTHING_DECIDED
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted: what is not in the report was not checked", err=True)
        return _INTERRUPTED
    except PipeClosedError:
        silence_stdout()
        return _PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - the last boundary: Python would exit with 1, which means «findings»
        return _crashed(error)
    return code if isinstance(code, int) else 0


def _crashed(error: Exception) -> int:
    """The places in the code only: the error's own words may hold what stands in a letter."""
    for frame in traceback.extract_tb(error.__traceback__):
        click.echo(f"  {frame.filename}:{frame.lineno} in {frame.name}", err=True)
    told = f"trustcheck itself broke ({type(error).__name__}): this is a bug. Please report it with the lines above."
    click.echo(f"error: {told} Nothing was decided.", err=True)
    return NOTHING_DECIDED
