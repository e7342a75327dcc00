from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from trustcheck.config.load import find_config, load_settings
from trustcheck.config.settings import Settings
from trustcheck.config.source import read_config
from trustcheck.model.errors import ConfigError
from trustcheck.model.registry import External, Organisation
from trustcheck.model.rule import Severity

FULL = """\
[organisation]
legal_name = "NoldusNett AS"
brands = ["NoldusNett", " Noldus Fiber "]
country = "no"
org_number = "310000000"
domains = ["NoldusNett.no"]
emails = ["kunde@noldusnett.no"]
phones = ["+47 22 00 00 00", "05000"]
addresses = ["Boks 1, 0101 Oslo"]
sms_senders = ["NoldusNett"]
bank_accounts = ["1234.56.78903"]
[organisation.external]
domains = ["brukerklagenemnda.no"]
phones = ["+47 22 47 80 00"]

[check]
fail_on = "warning"
select = ["TON", "CLM001"]
ignore = ["shouting"]
language = "nn"
max_bytes = 5000
[check.severity]
SND002 = "info"
[check.per_file]
"newsletters/**" = ["SND004"]

[facts]
source = "facts.json"
max_age = { balance = "90m", customer = "7d" }

[periods]
collection-warning = { DK = 12, FI = 20 }

[rules]
paths = ["my-rules"]
"""


def write(folder: Path, text: str | bytes, name: str = "trustcheck.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def error_of(path: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    return caught.value


def test_without_a_file_everything_has_its_default() -> None:
    settings = load_settings(None)
    assert settings == Settings()
    assert settings.check.fail_on is Severity.ERROR
    assert settings.check.select == ("all",)
    assert settings.check.max_bytes == 10_000_000
    assert settings.facts.max_age == {"default": timedelta(hours=24)}
    assert settings.periods["collection-warning"] == {"NO": 14, "DK": 10, "SE": 8, "default": 14}
    assert not settings.organisation.configured


def test_a_full_file_is_read(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, FULL))
    assert settings.organisation == Organisation(
        legal_name="NoldusNett AS",
        brands=("NoldusNett", "Noldus Fiber"),
        country="NO",
        org_number="310000000",
        domains=("noldusnett.no",),
        emails=("kunde@noldusnett.no",),
        phones=("+47 22 00 00 00", "05000"),
        addresses=("Boks 1, 0101 Oslo",),
        sms_senders=("NoldusNett",),
        bank_accounts=("1234.56.78903",),
        external=External(domains=("brukerklagenemnda.no",), phones=("+47 22 47 80 00",)),
    )
    assert settings.check.fail_on is Severity.WARNING
    assert settings.check.select == ("TON", "CLM001")
    assert settings.check.severity == {"SND002": Severity.INFO}
    assert settings.check.per_file == {"newsletters/**": ("SND004",)}
    assert settings.check.language == "nn"
    assert settings.facts.source == "facts.json"
    assert settings.rules.paths == (tmp_path / "my-rules",)
    assert settings.root == tmp_path


def test_ages_and_periods_are_laid_over_the_defaults_key_by_key(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, FULL))
    assert settings.facts.max_age == {
        "default": timedelta(hours=24),
        "balance": timedelta(minutes=90),
        "customer": timedelta(days=7),
    }
    assert settings.periods["collection-warning"] == {"NO": 14, "DK": 12, "SE": 8, "FI": 20, "default": 14}
    assert settings.periods["disconnection-notice"] == {"default": 14}


def test_a_file_leaves_no_trace_in_the_defaults(tmp_path: Path) -> None:
    load_settings(write(tmp_path, FULL))
    assert load_settings(None).periods["collection-warning"]["DK"] == 10


def test_pyproject_is_read_below_its_table(tmp_path: Path) -> None:
    path = write(tmp_path, '[project]\nname = "x"\n[tool.trustcheck.check]\nfail_on = "info"\n', "pyproject.toml")
    assert load_settings(path).check.fail_on is Severity.INFO


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, "")).check == Settings().check


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    assert load_settings(path).organisation.legal_name == "NoldusNett AS"


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ('[check]\nfail_onn = "error"\n', 2, 1, ["unknown key «fail_onn» in [check]", "Did you mean «fail_on»?"]),
        ('fail_on = "error"\n', 1, 1, ["«fail_on» belongs in [check]"]),
        ('[organisation]\nsource = "f.json"\n', 2, 1, ["«source» belongs in [facts]"]),
        ('[check]\n[check.facts]\nsource = "x"\n', 2, 8, ["Its heading is [facts]"]),
        ("[organization]\n", 1, 2, ["Did you mean «organisation»?"]),
        ("[tool.trustcheck.check]\n", 1, 2, ["Only pyproject.toml has [tool.trustcheck]"]),
        ('[organisation]\nphones = "22 00 00 00"\n', 2, 10, ["must be a list", 'phones = ["22 00 00 00"]']),
        ("[organisation]\norg_number = 310000000\n", 2, 14, ["must be text, not a number", 'org_number = "310000000"']),
        ('[organisation]\nphones = [\n  "05000",\n  5000,\n]\n', 4, 3, ["«organisation.phones[1]» must be text"]),
        ('[organisation]\nlegal_name = ["A"]\n', 2, 14, ['Take away the square brackets: legal_name = "A"']),
        ("[organisation]\nlegal_name = 2026-11-20\n", 2, 14, ["not a date or time"]),
        ('[organisation]\nbrands = [" "]\n', 2, 11, ["is empty"]),
        ('[organisation]\ncountry = "UK"\n', 2, 11, ["«UK» is no country code", 'Did you mean "GB"?']),
        ('[organisation]\ncountry = "XX"\n', 2, 11, ["«XX» is no country code"]),
        ('[organisation]\ndomains = ["https://a.no/x"]\n', 2, 12, ["is no domain", "no https://"]),
        ('[organisation]\nemails = ["@a.no"]\n', 2, 11, ["is no email address", "use `domains`"]),
        ('[organisation]\nphones = ["ring oss"]\n', 2, 11, ["is no phone number"]),
        ('[organisation]\nbank_accounts = ["konto"]\n', 2, 18, ["holds no digit"]),
        ('[check]\nfail_on = "eror"\n', 2, 11, ["«eror» is no severity", "Did you mean «error»?"]),
        ('[check.severity]\nSND002 = "off"\n', 2, 10, ["«off» is no severity", "error, warning, info"]),
        ('[check]\nselect = "all"\n', 2, 10, ['select = ["all"]']),
        ('[check]\nper_file = { "a b/**" = "SND" }\n', 2, 25, ['«check.per_file."a b/**"» must be a list']),
        ('[check]\nlanguage = "no"\n', 2, 12, ["nb for Bokmål or nn for Nynorsk"]),
        ("[check]\nmax_bytes = 0\n", 2, 13, ["too small: 0"]),
        ('[check]\nmax_bytes = "9"\n', 2, 13, ["whole number, not text"]),
        ("check = 3\n", 1, 9, ["must be a table", "[check]"]),
        ('[facts]\nmax_age = "24h"\n', 2, 11, ["must be a table"]),
        ('[facts]\nmax_age = { invoice = "1d" }\n', 2, 13, ["«invoice» is no fact key", "Did you mean «invoices»?"]),
        ('[facts]\nmax_age = { default = "1 week" }\n', 2, 23, ["«1 week» is no age", '"7d"']),
        ("[facts]\nmax_age = { default = 24 }\n", 2, 23, ["«24» is no age"]),
        ('[facts]\nmax_age = { default = "0h" }\n', 2, 23, ["«0h» is no age"]),
        ("[periods]\ncollection_warning = { NO = 3 }\n", 2, 1, ["Did you mean «collection-warning»?"]),
        ("[periods]\ncollection-warning = { NOR = 3 }\n", 2, 24, ["«NOR» is no country code", '"NO"']),
        ("[periods]\ncollection-warning = { NO = -1 }\n", 2, 29, ["too small"]),
        ("[rules]\npath = []\n", 2, 1, ["Did you mean «paths»?"]),
        # TOML itself
        ("[check]\nfail_on = error\n", 2, 11, ["not valid TOML", "straight quotation marks"]),
        ("[check]\nfail_on = “error”\n", 2, 11, ["not typographic ones"]),
        ('[check]\nfail_on = "error\n', 2, 17, ["closing quotation mark is missing"]),
        ('[facts]\nsource = "C:\\Users\\x"\n', 2, 15, ["A backslash in double quotes"]),
        ('[check]\nignore = ["a",\n', 2, 15, ["ends inside a value"]),
        ("[check]\n[check]\n", 2, 7, ["stands twice"]),
        ("[check\n", 1, 7, ["heading"]),
    ],
)
def test_a_mistake_is_shown_at_its_place_with_the_next_step(
    tmp_path: Path, text: str, line: int, column: int, words: list[str]
) -> None:
    path = write(tmp_path, text)
    error = error_of(path)
    assert str(error).startswith(f"{path}:{line}:{column}: ")
    shown, caret = str(error).splitlines()[1:3]
    assert shown.strip() in text
    assert caret.index("^") - 4 == column - 1
    assert error.next_step
    for expected in words:
        assert expected in str(error)


def test_all_mistakes_are_told_at_once_in_file_order(tmp_path: Path) -> None:
    path = write(tmp_path, '[check]\nlanguage = "xx"\nfail_on = "x"\n[organisation]\nbrand = "A"\n')
    error = error_of(path)
    assert error.line == 2
    assert f"Also {path}:3:11: «x» is no severity." in str(error)
    assert f"Also {path}:5:1: unknown key «brand» in [organisation]." in str(error)


def test_in_pyproject_the_tables_are_named_as_they_stand_there(tmp_path: Path) -> None:
    path = write(tmp_path, "[tool.trustcheck.check]\nfail = 1\n", "pyproject.toml")
    assert "2:1: unknown key «fail» in [tool.trustcheck.check]" in str(error_of(path))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'[check]\nx = "\xf8"\n', ["2:6", "not UTF-8", "Save the file as UTF-8"]),
        ("[check]\n".encode("utf-16"), ["UTF-16", "Save it as UTF-8"]),
        (b'[check]\nx = "\0"\n', ["2:6", "NUL byte"]),
        (b"x = " + b"[" * 100_000, ["nest too deeply"]),
        (b"#" * 1_000_001, ["larger than 1,000,000 bytes"]),
    ],
)
def test_what_is_no_configuration_is_refused(tmp_path: Path, content: bytes, words: list[str]) -> None:
    error = error_of(write(tmp_path, content))
    for expected in words:
        assert expected in str(error)


def test_a_missing_file_and_a_folder_say_what_to_do(tmp_path: Path) -> None:
    assert "`trustcheck init`" in str(error_of(tmp_path / "none.toml"))
    assert "trustcheck.toml" in error_of(tmp_path).next_step
    assert "cannot be read" in str(error_of(Path("a\0b")))


def test_a_pyproject_without_our_table_is_no_configuration(tmp_path: Path) -> None:
    assert "no [tool.trustcheck] table" in str(error_of(write(tmp_path, "[project]\n", "pyproject.toml")))
    assert "must be a table" in str(error_of(write(tmp_path, "tool.trustcheck = 1\n", "pyproject.toml")))


def test_a_terminal_gets_no_control_characters_and_no_password(tmp_path: Path) -> None:
    hostile = '[facts]\nsource = ["postgres://ola:h3mmelig@db/x", "http://a.no/?token=abc"] # \u202e\n'
    message = str(error_of(write(tmp_path, hostile)))
    assert "h3mmelig" not in message
    assert "abc" not in message
    assert "\u202e" not in message
    assert "h3mmelig" not in repr(load_settings(write(tmp_path, '[facts]\nsource = "postgres://ola:h3mmelig@db/x"\n')))


def test_the_nearest_configuration_wins(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    outer = write(tmp_path, "")
    assert find_config(inner) == outer
    shared = write(tmp_path / "a", "[tool.trustcheck]\n", "pyproject.toml")
    assert find_config(inner) == shared
    own = write(tmp_path / "a", "")
    assert find_config(inner) == own
    assert find_config(inner / "letter.txt") == own


def test_a_pyproject_of_somebody_else_is_passed_over(tmp_path: Path) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    own = write(tmp_path, "")
    for foreign in ("[project]\nname = 'x'\n", "[broken\n", "[project]\ndependencies = ['trustcheck-letters']\n"):
        write(inner, foreign, "pyproject.toml")
        assert find_config(inner) == own


def test_a_broken_pyproject_that_speaks_of_trustcheck_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "[tool.trustcheck\n", "pyproject.toml")
    with pytest.raises(ConfigError, match="not valid TOML"):
        find_config(tmp_path)


def test_a_place_can_be_asked_for_later(tmp_path: Path) -> None:
    path = write(tmp_path, '[check]\nignore = ["SND002",\n  "shoutin"]\n')
    assert read_config(path).locate(("check", "ignore", 1)) == (3, 3, '  "shoutin"]')
    assert read_config(path).locate(("check", "select", 0))[:2] == (1, 2)
    pyproject = write(tmp_path, '[tool.trustcheck]\ncheck.select = ["X"]\n', "pyproject.toml")
    assert read_config(pyproject).locate(("check", "select", 0)) == (2, 17, 'check.select = ["X"]')


def test_pydantic_is_loaded_only_for_a_file() -> None:
    probe = "import sys, trustcheck.config.load as l; l.load_settings(None); sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0
