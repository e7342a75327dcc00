"""`[facts.sources]` and `[facts.use]`: what may stand there, and how mistakes are told."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from trustcheck.config.load import settings_from_text
from trustcheck.config.settings import FactsSettings
from trustcheck.config.sources import (
    CsvFile,
    CsvFolder,
    Database,
    JsonFile,
    JsonLines,
    Mapped,
    Patience,
    Plugin,
    Queries,
    Query,
    Secret,
    Sqlite,
    Use,
    Web,
)
from trustcheck.model.errors import ConfigError

FULL = """
[facts.use]
default = "crm"
invoices = ["billing", "crm"]
account = { agree = ["crm", "billing"] }
cases = { first = ["crm", "old"] }

[facts.sources.crm]
kind = "sql"
url = { env = "CRM_URL" }
user = "reader"
password = { file = "secrets/crm" }
as_of = { sql = "select loaded from loads" }
accounts = "select account from customers where account in :keys"
key_type = "integer"
deadline = "2.5s"
failures = 5
pause = "1m"
[facts.sources.crm.queries]
customer = "select * from customers where account in :keys"
cases = { sql = "select * from cases where account in :keys", columns = { id = "no" }, values = { status = { O = "open" } }, as_of = "now" }

[facts.sources.billing]
kind = "http"
url = "https://billing.example/{account}?key=s3cret"
headers = { Authorization = { command = ["pass", "billing"] }, Accept-Language = "en" }
facts = { invoices = "open[]" }

[facts.sources.old]
kind = "csv"
folder = "export"
encoding = "utf-8"
files = { cases = "cases.csv", orders = { file = "o.csv", columns = { id = "Nr" } } }

[facts.sources.a]
kind = "json"
path = "a.json"
[facts.sources.b]
kind = "jsonl"
path = "b.jsonl"
[facts.sources.c]
kind = "sqlite"
path = "c.db"
queries = { cases = "select * from cases where account in (:keys)" }
[facts.sources.d]
kind = "python"
entry_point = "acme"
options = { region = "north" }
"""


def read(text: str) -> FactsSettings:
    return settings_from_text(text, Path("/office/trustcheck.toml")).facts


def test_every_kind_can_be_written_down() -> None:
    root, facts = Path("/office"), read(FULL)
    assert facts.use == {
        "default": Use(("crm",)),
        "invoices": Use(("billing", "crm")),
        "account": Use(("crm", "billing"), agree=True),
        "cases": Use(("crm", "old")),
    }
    mapped = Mapped({"id": "no"}, {"status": {"O": "open"}})
    assert facts.sources["crm"] == Database(
        url=Secret(env="CRM_URL"),
        queries=Queries(
            {
                "customer": Query("select * from customers where account in :keys"),
                "cases": Query("select * from cases where account in :keys", mapped, "now"),
            },
            as_of="",
            as_of_sql="select loaded from loads",
            accounts="select account from customers where account in :keys",
            key_type="integer",
        ),
        user="reader",
        password=Secret(file=root / "secrets/crm"),
        patience=Patience(timedelta(seconds=2.5), 5, timedelta(minutes=1)),
    )
    assert facts.sources["billing"] == Web(
        "https://billing.example/{account}?key=s3cret",
        headers={"Authorization": Secret(command=("pass", "billing")), "Accept-Language": "en"},
        facts={"invoices": "open[]"},
    )
    files = {"cases": CsvFile("cases.csv"), "orders": CsvFile("o.csv", Mapped({"id": "Nr"}))}
    assert facts.sources["old"] == CsvFolder(root / "export", files=files)
    assert facts.sources["a"] == JsonFile(root / "a.json")
    assert facts.sources["b"] == JsonLines(root / "b.jsonl")
    assert facts.sources["c"] == Sqlite(
        root / "c.db", Queries({"cases": Query("select * from cases where account in (:keys)")})
    )
    assert facts.sources["d"] == Plugin("acme", {"region": "north"})
    assert "s3cret" not in repr(facts)


def test_one_source_needs_no_use() -> None:
    assert read('[facts.sources.a]\nkind = "json"\npath = "a.json"\n').use == {"default": Use(("a",))}


HEAD = '[facts.sources.crm]\nkind = "sql"\nurl = "postgresql://db/crm"\n'
QUERY = 'queries = { cases = "select :keys" }\n'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[facts.sources.crm]\nkind = "sqll"\n', 1, ["«sqll» is no kind of source", "Did you mean «sql»?"]),
        ('[facts.sources.crm]\nurl = "x"\n', 1, ["does not say its kind", "jsonl"]),
        (f'{HEAD}urls = "x"\n{QUERY}', 4, ["unknown key «urls» in [facts.sources.crm]", "Did you mean «url»?"]),
        (f'{HEAD}password = "hunter2"\n{QUERY}', 4, ["does not belong in the configuration", "env ="]),
        (f'{HEAD}password = {{ envv = "X" }}\n{QUERY}', 4, ["unknown key «envv»", "Did you mean «env»?"]),
        (f'{HEAD}password = {{ env = "X", file = "y" }}\n{QUERY}', 4, ["one place"]),
        (HEAD, 1, ["queries» is missing"]),
        (f"{HEAD}queries = {{}}\n", 4, ["too few"]),
        (f'{HEAD}queries = {{ invoice = "select :keys" }}\n', 4, ["«invoice» is no fact key", "Did you mean «invoices»?"]),
        (f'{HEAD}queries = {{ cases = "select 1" }}\n', 4, ["which accounts are asked for", "in :keys"]),
        (f"{HEAD}queries = {{ cases = 7 }}\n", 4, ["must be text"]),
        (f'{HEAD}queries = {{ cases = {{ sqll = "x" }} }}\n', 4, ["sql» is missing"]),
        (f'{HEAD}queries = {{ cases = {{ sql = "select :keys", columns = {{ idd = "x" }} }} }}\n', 4, ["«idd» is no field of «cases»"]),
        (f'{HEAD}deadline = "10"\n{QUERY}', 4, ["«10» is no time to wait", '"10s"']),
        (f'{HEAD}deadline = "0s"\n{QUERY}', 4, ["no time to wait"]),
        (f"{HEAD}failures = 0\n{QUERY}", 4, ["too small"]),
        (f'{HEAD}key_type = "int"\n{QUERY}', 4, ["value that is not known", "integer"]),
        (f'{HEAD}{QUERY}[facts.use]\ninvoice = "crm"\n', 6, ["Did you mean «invoices»?"]),
        (f'{HEAD}{QUERY}[facts.use]\ninvoices = ["cmr"]\n', 6, ["«cmr» is no source", "Did you mean «crm»?"]),
        (f'{HEAD}{QUERY}[facts.use]\ninvoices = {{ agree = ["crm"] }}\n', 6, ["too few"]),
        (f'{HEAD}{QUERY}[facts.use]\ninvoices = {{ }}\n', 6, ["either `first` or `agree`"]),
        (f'{HEAD}{QUERY}[facts.use]\ninvoices = {{ agre = ["crm"] }}\n', 6, ["Did you mean «agree»?"]),
        ('[facts]\nsource = "a.json"\n[facts.sources.a]\nkind = "json"\npath = "a"\n', 2, ["in two ways"]),
        ('[facts.sources.a]\nkind = "json"\npath = "a"\n[facts.sources.b]\nkind = "json"\npath = "b"\n', 1, ["which to ask"]),
        ('[facts.sources."a b"]\nkind = "json"\npath = "a"\n', 1, ["no name for a source"]),
        ('[facts.sources.a]\nkind = "csv"\nfolder = "a"\nencoding = "utf8x"\n', 4, ["«utf8x» is no encoding"]),
        ("[facts]\nsources = 3\n", 2, ["must be a table"]),
        ("[facts]\ncache = -1\n", 2, ["too small"]),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_at_its_line_with_the_next_step(text: str, line: int, words: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        read(text)
    assert caught.value.line == line
    assert caught.value.next_step
    for expected in words:
        assert expected in str(caught.value)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("key", ["password", "api_key", "Authorization"])
def test_a_secret_on_a_shown_line_is_covered(key: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(f'[facts.sources.a]\nkind = "json"\npath = "a"\n{key} = "hunter2"\n')
    assert "hunter2" not in str(caught.value)
    assert "*******" in str(caught.value)


@pytest.mark.parametrize("value", ["74110815", "'74110815'"])
def test_a_secret_of_the_wrong_type_is_covered_too(value: str) -> None:
    for text in (f"{HEAD}{QUERY}password = {value}\n", f"{HEAD}{QUERY}token = {value}\n"):
        with pytest.raises(ConfigError) as caught:
            read(text)
        assert "74110815" not in str(caught.value)
