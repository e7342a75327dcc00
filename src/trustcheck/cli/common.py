"""The options that every command has which checks messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from trustcheck.cli.options import moment
from trustcheck.model.language import LANGUAGES
from trustcheck.model.message import Channel
from trustcheck.model.rule import MessageClass

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--config", type=click.Path(), help="Configuration file; else the nearest one above the first path."),
    click.option("--account", metavar="KEY", help="The reader's key in the records."),
    click.option("--class", "message_class", type=click.Choice([c.value for c in MessageClass]), help="Message class."),
    click.option("--channel", type=click.Choice([c.value for c in Channel]), help="How the message travels."),
    click.option("--language", type=click.Choice(LANGUAGES), help="Language of the messages; else it is detected."),
    click.option(
        "--as-of",
        callback=moment,
        metavar="TIME",
        help="«Now» for ages and deadlines, ISO 8601. Default: the current time.",
    ),
    click.option("--select", multiple=True, metavar="RULES", help="Only these codes, names, groups; may be repeated."),
    click.option("--ignore", multiple=True, metavar="RULES", help="Leave these out; may be repeated."),
    click.option("--facts", metavar="SOURCE", help="Facts file or URL, instead of the one in the configuration."),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out what matches; may be repeated."),
)


def message_options(command: _Command) -> _Command:
    """A decorator that gives a command these options, in this order."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
