"""`trustcheck explain RULE`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trustcheck.packs.find import find_rule
from trustcheck.packs.load import builtin_rules, load_pack
from trustcheck.packs.page import rule_page


@click.command()
@click.argument("rule")
@click.option("--rules", "folders", multiple=True, type=click.Path(path_type=Path), help="A folder of own rule files.")
def explain(rule: str, folders: tuple[Path, ...]) -> None:
    """Explain a RULE, by its code or name: what it finds, why, and how to write instead."""
    page = rule_page(find_rule(rule, load_pack([builtin_rules(), *folders]).rules))
    if not sys.stdout.isatty():
        click.echo(page)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(page))
