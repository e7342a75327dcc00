"""The imaginary organisations must be beyond reproach: their numbers are what bad examples are measured against."""

from __future__ import annotations

import pytest

from trustcheck.model.language import LANGUAGES
from trustcheck.packs.sample import NOW, ORGANISATIONS
from trustcheck.text.entities import find_entities

LABELS = {"NO": "Org.nr.", "SE": "Org.nr", "DK": "CVR-nr.", "GB": "Company no."}


def test_every_language_has_an_organisation() -> None:
    assert tuple(ORGANISATIONS) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_registration_number_passes_its_check_digit(language: str) -> None:
    organisation = ORGANISATIONS[language]
    text = f"{LABELS[organisation.country]} {organisation.org_number}"
    (entity,) = find_entities(text, language=language, country=organisation.country, today=NOW.date())
    assert (entity.kind.value, entity.detail.get("valid")) == ("ORG_NUMBER", "yes")


def test_examples_are_sent_on_a_friday() -> None:
    assert NOW.strftime("%A %d %B %Y") == "Friday 20 November 2026"
