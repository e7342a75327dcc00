"""Letters and account facts are private: not a word of them goes to a log, whatever its level."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

LETTER = """\
NoldusNett AS
Boks 1, 0101 Oslo

Kjære Ragnhild Svartdal

Bredbåndsabonnementet ditt er oppsagt, og fakturaen på 4711,50 kroner er ubetalt.
Vi har purret tre ganger. Skriv til oss på kunde@noldusnett.no eller ring +47 22 00 00 00.

Vennlig hilsen
Torbjørn Fjellstad
"""

FACTS = {
    "as_of": "2026-11-20T06:00:00Z",
    "customer": {"name": "Ragnhild Svartdal", "since": "2021-05-01", "email": "ragnhild@svartdal.example"},
    "account": {"status": "active", "closed_on": None},
    "agreements": [
        {"id": "AV-90125", "product": "bredbånd", "status": "active", "started": "2021-05-01", "ended": None}
    ],
    "invoices": [
        {
            "number": "77881234",
            "amount": "4711.50",
            "currency": "NOK",
            "due": "2026-10-20",
            "status": "paid",
            "paid_on": "2026-10-19",
        }
    ],
    "contacts": [],
}

SECRETS = ["Ragnhild", "Svartdal", "svartdal", "AV-90125", "77881234", "4711.50", "4711,50", "2021-05-01", "K-55501"]

CONFIG = """\
[organisation]
legal_name = "NoldusNett AS"
country = "NO"
emails = ["kunde@noldusnett.no"]
phones = ["+47 22 00 00 00"]
[facts]
source = "facts.json"
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a configuration, a facts file and a letter about account K-55501."""
    (tmp_path / "trustcheck.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "facts.json").write_text(json.dumps({"accounts": {"K-55501": FACTS}}), encoding="utf-8")
    (tmp_path / "brev.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


def test_no_word_of_the_letter_and_no_account_value_is_logged(
    office: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    from trustcheck import Linter

    with caplog.at_level(logging.DEBUG):
        linter = Linter.from_config(office / "trustcheck.toml")
        report = linter.check_file(office / "brev.txt", account="K-55501", as_of=datetime(2026, 11, 20, 9, tzinfo=UTC))
    assert report.verdict == "hold"
    written = "".join(capfd.readouterr()) + "".join(map(_whole, caplog.records))
    words = set(re.findall(r"[^\W\d_]{5,}", LETTER)) - {"NoldusNett"}
    assert [secret for secret in [*SECRETS, *sorted(words)] if secret.lower() in written.lower()] == []


def _whole(record: logging.LogRecord) -> str:
    """All that a handler could write of a record, with the traceback if it has one."""
    return logging.Formatter("%(name)s %(message)s %(args)s").format(record)
