"""`trustcheck rules`: list the rules, test rule files, begin a new one."""

from __future__ import annotations

import json
from pathlib import Path

import click

from trustcheck.cli.coverage import coverage
from trustcheck.cli.rule_docs import docs
from trustcheck.cli.rule_folders import known_pack, places
from trustcheck.cli.skeleton import skeleton
from trustcheck.cli.table import table
from trustcheck.model.errors import UsageError
from trustcheck.model.rule import Rule
from trustcheck.packs.page import first_sentence

SCHEMA_KINDS = ("rule", "claim", "class", "vocabulary")
"""The names in `packs.schema.FILE_KINDS`, here so that `--help` need not load pydantic; a test compares them."""

_FAILED = 1
_PATHS = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))


@click.group("rules", short_help="List the rules, and test rule files.")
def rules() -> None:
    """List the rules, test rule files, and begin a new one."""


rules.add_command(coverage)
rules.add_command(docs)


@rules.command("list")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
def list_rules(format_name: str) -> None:
    """All rules: code, name, severity, group, life cycle and what each finds."""
    found = known_pack().rules
    if format_name == "json":
        click.echo(json.dumps([_as_data(rule) for rule in found], ensure_ascii=False, indent=2))
        return
    headings = ("CODE", "NAME", "SEVERITY", "GROUP", "LIFECYCLE", "WHAT IT FINDS")
    rows = [(r.code, r.name, r.severity.value, r.group, r.lifecycle.value, first_sentence(r.what)) for r in found]
    for line in table([headings, *rows]):
        click.echo(line)


@rules.command("test")
@_PATHS
@click.option(
    "--only", "words", multiple=True, metavar="RULE", help="Code, name, claim:KIND or class:CLASS; repeatable."
)
@click.pass_context
def test_rules(ctx: click.Context, paths: tuple[Path, ...], words: tuple[str, ...]) -> None:
    """Run every example as a test: of all rules, or of those in the folders and files PATHS.

    Rules of your own may use the built-in vocabulary, and that of the folders in the configuration.
    Exit codes: 0 all pass; 1 something does not; 2 a file cannot be used.
    """
    # The self-test pulls in the linter and with it half a second of language tools.
    from trustcheck.rulebook.selftest import run_selftest

    folders, only = places(paths)
    result = run_selftest(folders, words or only)
    for failure in result.failures:
        click.echo(str(failure))
    if not result.rules:
        raise UsageError("nothing found to test. Name folders or files of rules, or with --only a rule that exists.")
    ending = f"{len(result.failures)} failures" if result.failures else "all pass"
    click.echo(f"{result.examples} examples, {result.patterns} patterns, {result.rules} rules: {ending}")
    ctx.exit(_FAILED if result.failures else 0)


@rules.command("new")
@click.argument("name")
@click.option("--group", "folder", required=True, metavar="FOLDER", help="Folder of the rule, such as tone.")
@click.option("--code", required=True, help="Three capital letters and three digits, such as TON008.")
@click.option(
    "--rules", "root", type=click.Path(path_type=Path), help="The folder of rules. Default: rules/ where you stand."
)
def new(name: str, folder: str, code: str, root: Path | None) -> None:
    """Write a commented rule file to start from: NAME.yaml in the group's folder."""
    text = skeleton(name, code, folder)
    taken = next((rule for rule in known_pack().rules if rule.code == code or rule.name == name), None)
    if taken is not None:
        raise UsageError(f"{taken.code} {taken.name} is there already ({taken.at.path}). Take another code and name.")
    path = (root or Path("rules")) / folder / f"{name}.yaml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(f"{path} is there already. Take another name, or edit it.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Check the folder, or use --rules.") from error
    click.echo(f"Wrote {path}. Fill it in, then run: trustcheck rules test {path}")


@rules.command("schema")
@click.argument("kind", type=click.Choice(SCHEMA_KINDS), default="rule")
def schema(kind: str) -> None:
    """The JSON schema of rule files (or claim, class, vocabulary files), for completion in an editor."""
    from trustcheck.packs.schema import json_schema

    click.echo(json.dumps(json_schema(kind), ensure_ascii=False, indent=2))


def _as_data(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "group": rule.group,
        "lifecycle": rule.lifecycle.value,
        "needs": sorted(rule.needs),
        "what": rule.what,
    }
