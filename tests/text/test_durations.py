"""Lengths of time and times of day."""

from __future__ import annotations

import pytest
from tests.text.support import detail, found

from trustcheck.model.language import EntityKind


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("innen 14 dager", "14 dager", "P14D"),
        ("to virkedager", "to virkedager", "P2D"),
        ("innen en dag", "en dag", "P1D"),
        ("om en uke", "en uke", "P1W"),
        ("kunde i tolv år", "tolv år", "P12Y"),
        ("innen 24 timer", "24 timer", "PT24H"),
        ("tre veker", "tre veker", "P3W"),
        ("inom tre veckor", "tre veckor", "P3W"),
        ("fem bankdagar", "fem bankdagar", "P5D"),
        ("14 dages frist", "14 dages", "P14D"),
        ("14-dagers frist", "14-dagers", "P14D"),
        ("within two working days", "two working days", "P2D"),
        ("two to three weeks", "two to three weeks", "P3W"),
        ("3–5 dager", "3–5 dager", "P5D"),
        ("in a week", "a week", "P1W"),
        ("ventetid 20 min", "20 min", "PT20M"),
        ("to\nvirkedager", "to\nvirkedager", "P2D"),
        ("et par dager", "et par dager", "P2D"),
    ],
)
def test_durations(text: str, written: str, value: str) -> None:
    assert found(text, EntityKind.DURATION) == [(written, value)]


@pytest.mark.parametrize(
    "text",
    [
        "£9 a week",
        "vi ringer deg en dag",
        "We will call one day",
        "one time",
        "en min venn",
        "dagen",
        "hele uken",
        "24 timeplaner",
        "tog 5",
    ],
)
def test_no_durations(text: str) -> None:
    assert found(text, EntityKind.DURATION) == []


def test_working_days_are_marked() -> None:
    assert detail("tre virkedager", EntityKind.DURATION)["unit"] == "working-day"
    assert detail("three business days", EntityKind.DURATION)["unit"] == "working-day"
    assert "unit" not in detail("tre dager", EntityKind.DURATION)


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("kl. 14", "kl. 14", "14:00"),
        ("kl. 8.12", "kl. 8.12", "08:12"),
        ("klokken 14", "klokken 14", "14:00"),
        ("08:30", "08:30", "08:30"),
        ("before 5 pm", "5 pm", "17:00"),
        ("12 am", "12 am", "00:00"),
        ("kl. 9–15", "kl. 9–15", "09:00/15:00"),
        ("mellom 9 og 15", "mellom 9 og 15", "09:00/15:00"),
        ("hverdager 9-17", "9-17", "09:00/17:00"),
    ],
)
def test_times(text: str, written: str, value: str) -> None:
    assert found(text, EntityKind.TIME) == [(written, value)]


@pytest.mark.parametrize("text", ["25:00", "3-2", "12 ampere", "mellom 9 kunder", "kl", "1:2"])
def test_no_times(text: str) -> None:
    assert found(text, EntityKind.TIME) == []
