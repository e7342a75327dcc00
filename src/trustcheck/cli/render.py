"""`trustcheck render`: the messages that a template can become, each with what it takes the data to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trustcheck.config.load import find_config, load_settings
from trustcheck.model.errors import UsageError
from trustcheck.reporters.visible import shown, visible

if TYPE_CHECKING:
    from trustcheck.templating import Draft, Drafts

_NOT_READ = 2

_EPILOG = """
Exit codes: 0 all of it was read; 2 the template, or a file that it includes, cannot be read.
"""


@click.command(epilog=_EPILOG, short_help="Show the messages that a template can become.")
@click.argument("template")
@click.option("--variant", type=click.IntRange(min=1), metavar="N", help="Only the variant of this number.")
@click.option("--all", "every", is_flag=True, help="The text of every variant, not only of the first.")
@click.option("--config", type=click.Path(), help="Configuration file; else the nearest one above the template.")
@click.pass_context
def render(ctx: click.Context, template: str, variant: int | None, every: bool, config: str | None) -> None:
    """Show the messages that a template can become, as `trustcheck check` reads them, without any data.

    Lists the variants with what each takes the data to be, then the text of the first. Values that nobody gave have
    stand-ins: a name, an amount, a date.
    """
    if variant is not None and every:
        raise click.UsageError("--variant shows one text and --all shows every one. Give one of them.")
    made = _made(template, config)
    _tell(template, made)
    for line in _lines(template, made.drafts, variant, every=every):
        click.echo(line)
    ctx.exit(_NOT_READ if made.unread else 0)


def _tell(template: str, made: Drafts) -> None:
    """What the variants do not show: what cannot be read, what is missing, and what no variant reaches."""
    for unread in made.unread:
        click.echo(f"error: {visible(unread.reason)}", err=True)
    if made.unread:
        return
    for words in made.exploration.notes:
        click.echo(f"note: {visible(words)}", err=True)
    if made.exploration.unreached:
        click.echo(f"note: texts that no variant prints: {len(made.exploration.unreached)}", err=True)
    if not made.drafts:
        click.echo(f"note: {visible(template)} prints no text of its own", err=True)


def _made(template: str, config: str | None) -> Drafts:
    """What the template can become. Raises UsageError for what `trustcheck check` would not take for a template."""
    # Late: `render --help` need not wait for the reader of templates.
    from trustcheck.readers.read import TEMPLATE_SUFFIXES, is_template
    from trustcheck.templating import Templates

    if not is_template(template):
        known = " ".join(TEMPLATE_SUFFIXES)
        raise UsageError(f"{template} is no template, it has one text. Name a template, with the suffix {known}.")
    path = Path(config) if config is not None else find_config(Path(template))
    return Templates(load_settings(path)).drafts(template, None, None)


def _lines(template: str, drafts: Sequence[Draft], variant: int | None, *, every: bool) -> Iterator[str]:
    """The list of variants, unless one alone is asked for; then the texts. Raises UsageError for a wrong number."""
    if variant is not None and variant > len(drafts):
        raise UsageError(
            f"{template} has no variant {variant}. It has {len(drafts)}; without --variant they are listed."
        )
    if variant is None and drafts:
        yield f"{visible(template)}: {len(drafts)} variant{'s'[: len(drafts) > 1]}"
        width = len(str(len(drafts)))
        yield from (f"  {number:>{width}}  {_when(draft)}" for number, draft in enumerate(drafts, 1))
    numbers = range(1, len(drafts) + 1) if every else [variant or 1] if drafts else []
    for number in numbers:
        draft = drafts[number - 1]
        yield from ("", f"── variant {number}: {_when(draft)}", "", *_text(draft))


def _when(draft: Draft) -> str:
    """`macro warn, when late and invoice.paid`; what is asked several times is said once."""
    conditions = " and ".join(dict.fromkeys(visible(words) for words in draft.assumes))
    when = f"when {conditions}" if conditions else "always"
    return f"{visible(draft.part)} by itself, {when}" if draft.part else when


def _text(draft: Draft) -> Iterator[str]:
    """The text as its reader sees it, fit for a terminal, without blank lines at its ends."""
    for line in draft.message.text.strip("\r\n").splitlines():
        yield "".join(shown(character) for character in line).rstrip()
