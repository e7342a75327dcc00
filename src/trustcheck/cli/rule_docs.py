"""`trustcheck rules docs`: the rules as pages to read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from trustcheck.cli.rule_folders import places
from trustcheck.model.errors import UsageError
from trustcheck.model.rule import Pack
from trustcheck.packs.find import is_in
from trustcheck.packs.handbook import Standing, compare, pages_of, write
from trustcheck.packs.load import builtin_rules, load_pack

_STALE = 1


@click.command("docs")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--rules",
    "roots",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Pages of the rules in this folder or file only; repeatable. Default: all rules.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if DIR is not what would be written.")
@click.pass_context
def docs(ctx: click.Context, folder: Path, roots: tuple[Path, ...], *, check: bool) -> None:
    """Write a page in Markdown for every rule, claim kind and the message classes into DIR, with an index.

    Pages of rules that are gone are removed; what a person wrote in DIR stays.
    Exit codes: 0 done, or with --check current; 1 with --check not current; 2 a file cannot be used.
    """
    pages = pages_of(_pack(roots))
    if not pages:
        raise UsageError("there are no rules to write about. Name a folder that holds some.")
    standing = (compare if check else write)(folder, pages)
    if check:
        _tell(folder, standing, len(pages), roots)
        ctx.exit(0 if standing.is_current else _STALE)
    changed = len(standing.missing) + len(standing.stale)
    click.echo(f"{len(pages)} pages in {folder}: {changed} written, {len(standing.superfluous)} removed")


def _pack(roots: tuple[Path, ...]) -> Pack:
    folders, only = places(roots)
    pack = load_pack([builtin_rules(), *folders])
    if not only:
        return pack
    return replace(
        pack,
        rules=tuple(r for r in pack.rules if _is_in_any(r.at.path, only)),
        claims=tuple(k for k in pack.claims if _is_in_any(k.at.path, only)),
        classes=tuple(c for c in pack.classes if _is_in_any(c.at.path, only)),
    )


def _is_in_any(path: str, wanted: list[str]) -> bool:
    return any(is_in(path, place) for place in wanted)


def _tell(folder: Path, standing: Standing, count: int, roots: tuple[Path, ...]) -> None:
    for what, paths in (
        ("missing", standing.missing),
        ("stale", standing.stale),
        ("superfluous", standing.superfluous),
    ):
        for path in paths:
            click.echo(f"{folder / path}: {what}")
    if standing.is_current:
        click.echo(f"{count} pages in {folder}: all current")
    else:
        again = " ".join(["trustcheck rules docs", str(folder), *(f"--rules {root}" for root in roots)])
        click.echo(f"The pages are not what the rule files say. Run: {again}")
