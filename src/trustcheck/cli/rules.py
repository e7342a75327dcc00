"""`trustcheck rules`: list the rules, test rule files by their examples, start a new one."""

from __future__ import annotations

import json
from pathlib import Path

import click

from trustcheck.model.errors import UsageError
from trustcheck.packs.load import builtin_rules, load_pack

_FOLDERS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False))


@click.group()
def rules() -> None:
    """List the rules, and test rule files."""


@rules.command("list")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_FOLDERS
def list_rules(paths: tuple[Path, ...], format_name: str) -> None:
    """All rules, one a line: code, name, severity, what it finds. PATHS are folders of own rule files."""
    found = load_pack([builtin_rules(), *paths]).rules
    if format_name == "json":
        rows = [{"code": r.code, "name": r.name, "severity": r.severity, "what": r.what} for r in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    widest = max((len(rule.name) for rule in found), default=0)
    for rule in found:
        click.echo(f"{rule.code}  {rule.name:{widest}}  {rule.severity.value:7}  {_first_sentence(rule.what)}")


@rules.command("test")
@_FOLDERS
@click.option("--only", multiple=True, help="A rule's name, claim:KIND or class:CLASS; may be given again.")
@click.pass_context
def test_rules(ctx: click.Context, paths: tuple[Path, ...], only: tuple[str, ...]) -> None:
    """Run every example in every language, and tell which patterns no example makes match."""
    from trustcheck.rulebook.selftest import run_selftest

    result = run_selftest(paths, only=only)
    for failure in result.failures:
        click.echo(str(failure))
    if not result.examples:
        raise UsageError("no example was found. Give a folder of rule files, or a name that exists to --only.")
    outcome = f"{len(result.failures)} failures" if result.failures else "all pass"
    click.echo(f"{result.examples} examples, {result.patterns} patterns: {outcome}")
    ctx.exit(1 if result.failures else 0)


@rules.command("coverage")
@_FOLDERS
def coverage(paths: tuple[Path, ...]) -> None:
    """Patterns and examples of each rule and language, and how many of the patterns an example makes match."""
    from trustcheck.rulebook.coverage import coverage_rows

    for row in coverage_rows(paths):
        click.echo(f"{row.owner:32} {row.language}  patterns {row.exercised}/{row.patterns}  examples {row.examples}")


@rules.command("new")
@click.argument("name")
@click.option("--code", required=True, help="Three letters and three figures, for example TON050.")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), default=Path("rules"), show_default=True)
def new_rule(name: str, code: str, folder: Path) -> None:
    """Write the skeleton of a rule file to fill in."""
    from trustcheck.rulebook.skeleton import skeleton

    path = folder / "own" / f"{name}.yaml"
    if path.exists():
        raise UsageError(f"{path} is already there; it is left as it is. Choose another name.")
    text = skeleton(code, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    click.echo(f"{path} is written. Fill it in, then run: trustcheck rules test {folder}")


@rules.command("schema")
@click.argument("kind", type=click.Choice(["rule", "claim", "class", "vocabulary"]), default="rule")
def schema(kind: str) -> None:
    """The JSON schema of a kind of rule file, for editors."""
    from trustcheck.packs.schema import FILE_KINDS

    click.echo(json.dumps(FILE_KINDS[kind].model_json_schema(), ensure_ascii=False, indent=2))


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".") + "."
