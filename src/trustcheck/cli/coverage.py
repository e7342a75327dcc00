"""`trustcheck rules coverage`: what would no example miss?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trustcheck.cli.rule_folders import places
from trustcheck.cli.table import table
from trustcheck.model.errors import UsageError

if TYPE_CHECKING:
    from trustcheck.rulebook.gaps import Coverage, Gap, Row

_GAP = 1
_HEADINGS = ("RULE", "LANGUAGE", "EXAMPLES", "PATTERNS", "NEEDED", "ALTERNATIVES", "EXERCISED")


@click.command("coverage")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "show_all", is_flag=True, help="List single words that no example exercises, too.")
@click.option("--quiet", is_flag=True, help="No table; gaps only where they fail.")
@click.option("--strict", is_flag=True, help="List phrases that no example exercises; they fail, too.")
@click.option("--max-gaps", type=int, default=0, metavar="N", help="Gaps that are known and do not fail.")
@click.option("--min-exercised", type=float, default=0.0, metavar="PERCENT", help="Least share of alternatives.")
@click.pass_context
def coverage(
    ctx: click.Context,
    paths: tuple[Path, ...],
    format_name: str,
    *,
    show_all: bool,
    quiet: bool,
    strict: bool,
    max_gaps: int,
    min_exercised: float,
) -> None:
    """Leave out every pattern, and every alternative in one, and see whether an example fails without it.

    Of all rules, or of those in the folders and files PATHS. A whole pattern that no example needs is a gap: give it an
    example of its own, or delete it.
    Exit codes: 0 no gap; 1 a gap, an example that fails anyway, or a share below --min-exercised; 2 a file cannot be
    used.
    """
    # Pulls in the linter and with it half a second of language tools.
    from trustcheck.rulebook.gaps import Sort, run_coverage

    found = run_coverage(*places(paths))
    if not found.rows:
        raise UsageError("nothing found to look at. Name folders or files of rules.")
    sorts = [Sort.PATTERN, *([Sort.PHRASE] if strict or show_all else []), *([Sort.WORD] if show_all else [])]
    shown = [gap for gap in found.gaps if gap.sort in sorts]
    failing = found.of(Sort.PATTERN) + (found.of(Sort.PHRASE) if strict else [])
    wrong = list(_wrong(found, len(failing), max_gaps, min_exercised))
    if quiet and not wrong:
        lines: Iterable[str] = [_summary(found)]
    else:
        lines = _as_json(found, shown) if format_name == "json" else _as_text(found, shown, table_too=not quiet)
    for line in lines:
        click.echo(line)
    for line in wrong:
        click.echo(line, err=True)
    ctx.exit(_GAP if wrong else 0)


def _wrong(found: Coverage, gaps: int, most: int, least: float) -> Iterator[str]:
    """Why the run fails, a line each."""
    if found.failing:
        yield f"{len(found.failing)} examples fail as it is: run trustcheck rules test"
    if gaps > most:
        known = f", and {most} are known" if most else ""
        yield f"{gaps} gaps{known}: give each an example that fails without it, or delete what is redundant"
    if found.share < least:
        yield f"fewer than {least:g} % of the alternatives are exercised: add examples for what is new"


def _as_text(found: Coverage, shown: list[Gap], *, table_too: bool) -> Iterator[str]:
    if table_too:
        yield from table([_HEADINGS, *map(_row, found.rows)])
    yield from map(str, shown)
    yield from (f"{place}: the example fails as it is; see: trustcheck rules test" for place in found.failing)
    yield _summary(found)


def _summary(found: Coverage) -> str:
    patterns, needed = sum(row.patterns for row in found.rows), sum(row.needed for row in found.rows)
    alternatives, exercised = sum(r.alternatives for r in found.rows), sum(r.exercised for r in found.rows)
    return (
        f"{patterns} patterns, {needed} needed by an example, {patterns - needed} not; "
        f"{alternatives} alternatives, {exercised} exercised ({found.share:.1f} %)"
    )


def _as_json(found: Coverage, shown: list[Gap]) -> Iterator[str]:
    data = {
        "rows": [asdict(row) for row in found.rows],
        "gaps": [asdict(gap) for gap in shown],
        "failing": list(found.failing),
        "exercised_percent": round(found.share, 2),
    }
    yield json.dumps(data, ensure_ascii=False, indent=2)


def _row(row: Row) -> tuple[str, ...]:
    counts = (row.examples, row.patterns, row.needed, row.alternatives, row.exercised)
    return row.subject, row.language, *map(str, counts)
