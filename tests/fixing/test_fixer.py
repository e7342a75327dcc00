"""Fixing a file until there is nothing left to do: nothing new comes up, and a second time changes nothing."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.checks.support import linter

from trustcheck.fixing.fixer import Fixed, Fixer
from trustcheck.linter import Outgoing
from trustcheck.model.report import MessageReport
from trustcheck.packs.sample import NOW

LOUD = [
    "SISTE VARSEL", "FAKTURAEN ER IKKE BETALT", "OBS! OBS!", "Viktig! Viktig!", "nå!!", "hva?!!", "! ! !", "STRØMMEN STENGES I OSLO", "NOLDUSNETT AS",
    "BETAL STRAKS ELLERS KOMMER INKASSO", "{{ navn!! }}", "{% if BETAL STRAKS %}", "{# SISTE VARSEL!! #}", "${BELØP NÅÅÅ!!}", "*|FAKTURA NUMMER!!|*", "[FORNAVN ETTERNAVN]",
    "<b>SISTE</b>", "&Aring;PENT!!", "KARI HANSEN", "vi ringer deg", "\n\n", "\r\n", " ", ".", ":", "–", "«BETALING MANGLER»", "ABCD-4711", "https://noldusnett.no/NÅÅÅ!!",
    "Du må betale 499 kr innen 1. desember 2026.", "DU HAR GLEMT BETALINGEN", "Hei Heidi,",
]  # fmt: skip
LETTERS = st.lists(st.sampled_from(LOUD), max_size=12).map(" ".join)
NAMES = st.sampled_from(["a.txt", "a.html", "a.md", "a.sms.txt", "a.eml"])
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\$\{.*?\}|\*\|.*?\|\*|\[FORNAVN ETTERNAVN\]", re.DOTALL)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def fixed(data: bytes, name: str = "a.txt", only: str = "") -> Fixed:
    fixer = Fixer(linter("nb"), lambda finding: only in ("", finding.code), NOW)
    return fixer.fix(Outgoing(name, language="nb"), data)


def checked(data: bytes, name: str) -> MessageReport:
    return next(linter("nb").check_many([Outgoing(name, data, language="nb")], as_of=NOW)).messages[0]


@quick
@given(LETTERS, NAMES, st.sampled_from(["utf-8", "utf-8-sig", "latin-1"]), st.booleans())
def test_fixing_is_done_once_keeps_tags_and_brings_up_nothing_new(
    text: str, name: str, charset: str, crlf: bool
) -> None:
    text = f"From: a@noldusnett.no\nSubject: Hei\n\n{text}" if name == "a.eml" else text
    text = re.sub(r"(?<!\r)\n", "\r\n", text) if crlf else text
    data = text.encode(charset, "replace")
    once = fixed(data, name)
    twice = fixed(once.data, name)
    assert twice.data == once.data
    assert TAG.findall(once.after) == TAG.findall(once.before)
    before, after = (Counter(f.code for f in checked(d, name).findings) for d in (data, once.data))
    assert after <= before
    assert re.findall(r"\r\n|\r|\n", once.after) == re.findall(r"\r\n|\r|\n", once.before)


@quick
@given(LETTERS, st.sampled_from(["utf-8", "utf-8-sig", "latin-1", "utf-16"]))
def test_what_is_left_stood_there_before_but_for_capitals(text: str, charset: str) -> None:
    data = text.encode(charset, "replace")
    result = fixed(data)
    if not result.changed:
        assert result.data == data
        return
    assert result.data.decode(charset) == result.after
    # Read letter by letter, what is left stands in what was there, in the same order.
    letters = iter(result.before.lower())
    assert all(letter in letters for letter in result.after.lower())


def test_it_goes_on_until_nothing_is_left_to_do() -> None:
    result = fixed(
        "Hei Heidi,\n\nVIKTIG! VIKTIG! STRØMMEN BLIR STENGT!! RING OSS STRAKS, BETAL NÅ!!\n".encode(), only="TON003"
    )
    assert result.after == "Hei Heidi,\n\nViktig! Strømmen blir stengt! Ring oss straks, betal nå!\n"
    assert result.left == 0


def test_what_was_not_asked_for_is_not_mended() -> None:
    assert not fixed(b"Hei Heidi,\n\nRing oss snarest!!\n", only="TON001").changed


@pytest.mark.parametrize(
    "flood", ["! " * 20_000, "ring oss!! " * 3_000, "OBS! OBS! du " * 400, "BETAL STRAKS du " * 400]
)
def test_a_flood_comes_to_an_end(flood: str) -> None:
    once = fixed(f"Hei Heidi,\n\n{flood}\n".encode(), only="TON003")
    assert "!!" not in once.after
    assert "OBS! OBS!" not in once.after
    assert once.left == 0
    assert fixed(once.data, only="TON003").data == once.data


def test_what_cannot_be_mended_does_not_keep_the_rest_from_it() -> None:
    text = "Hei Heidi,\n\n" + "STENGT XANTVIK du " * 150 + "\n\n" + "ring oss!! " * 150
    once = fixed(text.encode(), only="TON003")
    assert "!!" not in once.after
    assert (once.made, once.left) == (150, 150)


def test_an_empty_file_is_left_as_it_is() -> None:
    assert fixed(b"").data == b""
