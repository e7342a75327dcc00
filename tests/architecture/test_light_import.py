"""Whoever asks for help or for a rule's text need not wait for the language tools."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "simplemma", "py3langid")

COMMAND = """
import sys
from trustcheck.cli import main
sys.argv = ["trustcheck", *{arguments!r}]
status = 0
try:
    main()
except SystemExit as end:
    status = end.code or 0
print("loaded:", *[name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
sys.exit(status)
"""


def loaded(code: str) -> list[str]:
    """The heavy packages in memory at the end; the code must end well."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()[-1].removeprefix("loaded:").split()


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, trustcheck; print('loaded:', *[n for n in {HEAVY!r} if n in sys.modules], file=sys.stderr)"
    assert loaded(code) == []


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["explain", "shouting"], ["rules", "list"], ["rules", "docs", "docs", "--check"]],
    ids=" ".join,
)
def test_a_command_that_checks_nothing_loads_nothing_heavy(arguments: list[str]) -> None:
    assert loaded(COMMAND.format(arguments=arguments, heavy=HEAVY)) == []


def test_a_linter_for_a_facts_file_loads_no_database_and_no_http() -> None:
    remote = ("sqlalchemy", "psycopg", "httpx2", "stamina", "jmespath")
    code = f"""
import sys
from pathlib import Path
from trustcheck.config.settings import FactsSettings
from trustcheck.facts.open import open_facts
import trustcheck.linter
open_facts(FactsSettings(source="facts.json"), Path())
print("loaded:", *[n for n in {remote!r} if n in sys.modules], file=sys.stderr)
"""
    assert loaded(code) == []
