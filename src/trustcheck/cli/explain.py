"""`trustcheck explain`: what a rule finds, why, and how to write instead."""

from __future__ import annotations

import sys

import click

from trustcheck.cli.rule_folders import known_pack
from trustcheck.model.language import LANGUAGES
from trustcheck.packs.find import find_rule
from trustcheck.packs.page import page


@click.command("explain", short_help="Explain a rule.")
@click.argument("rule", metavar="RULE")
@click.option(
    "--language", "languages", multiple=True, type=click.Choice(LANGUAGES), help="Examples in this language only."
)
def explain(rule: str, languages: tuple[str, ...]) -> None:
    """Explain a rule: what it finds, why, and how to write instead. RULE is a code or a name."""
    text = page(find_rule(rule, known_pack().rules), languages or LANGUAGES)
    if sys.stdout.isatty():
        _show(text)
    else:
        click.echo(text, nl=False)


def _show(text: str) -> None:
    # Loaded only for a terminal: rich takes longer to import than the page to make.
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console()
    console.print(Markdown(text), width=min(console.width, 100))
