from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.cli.init import Answers, ask, compose, init
from trustcheck.config.load import load_settings
from trustcheck.config.schema import known_keys
from trustcheck.config.settings import Settings
from trustcheck.model.errors import ConfigError, UsageError

FULL = [
    *("--legal-name", 'Nett "&" \\ Søn AS', "--brand", "NoldusNett", "--brand", "Noldus Fiber", "--country", "NO"),
    *("--org-number", "310000000", "--domain", "noldusnett.no", "--email", "kunde@noldusnett.no"),
    *("--phone", "+47 22 00 00 00", "--address", "Boks 1, 0101 Oslo", "--sms-sender", "NoldusNett"),
    *("--bank-account", "1234.56.78903", "--facts", "facts.json"),
]


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(init, ["--path", str(path), *arguments])


def test_what_the_options_say_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "trustcheck.toml"
    result = run(path, *FULL)
    assert result.exit_code == 0
    assert result.output == f"Wrote {path}.\n"
    settings = load_settings(path)
    assert settings.organisation.names == ('Nett "&" \\ Søn AS', "NoldusNett", "Noldus Fiber")
    assert settings.organisation.country == "NO"
    assert settings.organisation.addresses == ("Boks 1, 0101 Oslo",)
    assert settings.organisation.bank_accounts == ("1234.56.78903",)
    assert settings.facts.source == "facts.json"


def test_without_options_and_terminal_it_writes_the_defaults_and_says_what_is_missing(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert "names no organisation yet" in result.output
    settings = load_settings(tmp_path / "trustcheck.toml")
    defaults = Settings()
    assert (settings.check, settings.facts, settings.periods) == (defaults.check, defaults.facts, defaults.periods)
    assert settings.organisation == defaults.organisation


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "trustcheck.toml"
    path.write_text("# mine\n")
    result = run(path, "--yes")
    assert isinstance(result.exception, UsageError)
    assert "--force" in str(result.exception)
    assert path.read_text() == "# mine\n"
    assert run(path, "--yes", "--force").exit_code == 0
    assert "[organisation]" in path.read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--country", "UK"], "«UK» is no country code"), (["--phone", "ring"], "is no phone number")],
)
def test_a_bad_value_is_told_and_nothing_written(tmp_path: Path, arguments: list[str], words: str) -> None:
    result = run(tmp_path, *arguments)
    assert isinstance(result.exception, ConfigError)
    assert words in str(result.exception)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "none" / "trustcheck.toml")
    assert isinstance(result.exception, UsageError)
    assert "cannot be written" in str(result.exception)


def test_questions_fill_only_what_is_empty() -> None:
    heard: list[Answers] = []
    asking = click.Command("ask", callback=lambda: heard.append(ask(Answers(country="NO"))))
    said = "NoldusNett AS\nNoldus, Fiber ,\n310000000\nnoldusnett.no\n\n\nfacts.json\n"
    result = CliRunner().invoke(asking, [], input=said)
    assert "Country" not in result.output
    assert heard == [
        Answers(
            legal_name="NoldusNett AS",
            brands=("Noldus", "Fiber"),
            country="NO",
            org_number="310000000",
            domains=("noldusnett.no",),
            facts="facts.json",
        )
    ]


def test_an_answer_that_cannot_be_used_is_asked_for_again() -> None:
    heard: list[Answers] = []
    asking = click.Command("ask", callback=lambda: heard.append(ask(Answers())))
    result = CliRunner().invoke(asking, [], input="NoldusNett AS\n\nUK\nGB\n\n\n\n\n\n")
    assert 'Did you mean "GB"?' in result.output
    assert heard == [Answers(legal_name="NoldusNett AS", country="GB")]


@given(st.text(st.characters(exclude_categories=("Cs",))), st.lists(st.text(st.characters(exclude_categories=("Cs",)))))
def test_any_text_survives_being_written_as_toml(name: str, brands: list[str]) -> None:
    written = tomllib.loads(compose(Answers(legal_name=name, brands=tuple(brands), facts=name)))
    assert written["organisation"]["legal_name"] == name
    assert written["organisation"]["brands"] == brands
    assert written["facts"].get("source", "") == name


def test_every_key_stands_in_the_file_below_a_plain_line(tmp_path: Path) -> None:
    lines = compose(Answers()).splitlines()
    for table in known_keys(()):
        for key in known_keys((table,)):
            where = [i for i, line in enumerate(lines) if re.match(rf"(# )?({key} = |\[{table}\.{key}\])", line)]
            assert where, f"{table}.{key} is not in the file"
            assert lines[where[0] - 1].startswith("# ")


def test_the_keys_that_stand_as_comments_are_right_too(tmp_path: Path) -> None:
    path = tmp_path / "trustcheck.toml"
    path.write_text(re.sub(r"^# (?=\S+ = )", "", compose(Answers()), flags=re.MULTILINE))
    settings = load_settings(path)
    assert settings.check.language == "nb"
    assert settings.check.baseline == tmp_path / "trustcheck-baseline.json"
    assert settings.check.per_file == {"newsletters/**": ("SND004",)}
    assert settings.rules.paths == (tmp_path / "my-rules",)
