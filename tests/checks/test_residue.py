"""What a template left behind, and numbers that must not be shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.support import fired, mail, report

LETTER = "NoldusNett AS\n\nHei Heidi,\n\n{}\n\nHilsen\nKari Nes\n"


@pytest.mark.parametrize(
    "residue",
    ["{{ fornavn }}", "{{fornavn|default:''}}", "{% if navn %}", "${belop}", "#{navn}", "*|FNAME|*", "%navn%", "%%first_name%%", "[FORNAVN]", "[KUNDENS NAVN]",
     "[fornavn]", "[sett inn dato]", "<your name>", "<<Fornavn>>", "[[navn]]", "{fornavn}", "<%= navn %>", "%(navn)s", "TODO", "TBD", "XXX", "Lorem ipsum",
     "kjÃ¸pet", "beløp�t", "canâ€™t", "{{ uavsluttet", "@@navn@@"],
)  # fmt: skip
def test_residue(residue: str) -> None:
    assert fired("placeholder-unfilled", LETTER.format(f"Saken {residue} er løst.")) != []


@pytest.mark.parametrize(
    "words",
    ["Rabatten er 20 % i år og 30 % neste år.", "Du sparer 20% eller 30% nå.", "Kortet **** **** **** 1234.", "Kortet XXXX XXXX XXXX 1234.", "Se [1] og [2].",
     "Leiligheten har tre rom [sic].", "Sak [SAK-4711] er løst.", "[EXTERNAL] Svar", "João og Zoë har svart.", "Han sa «JA» og «NEI».", "a < b og b > c",
     "Bruk koden {4711}.", "Prisen er 5 $ eller 10 $.", "Vår AB 2026-11 [...] gjelder.", "Se <https://noldusnett.no/navn>."],
)  # fmt: skip
def test_no_residue(words: str) -> None:
    assert fired("placeholder-unfilled", LETTER.format(words)) == []


def test_subject_and_link_targets_are_looked_at_too() -> None:
    text = mail("Hei Heidi.\n\nHilsen Kari Nes").replace("Subject: Om avtalen", "Subject: Om {{ avtale }}")
    assert fired("placeholder-unfilled", text, suffix=".eml") == ["{{ avtale }}"]
    html = '<p>Hei Heidi,</p><p><a href="https://noldusnett.no/f/{{ id }}">Fakturaen</a></p>'
    assert fired("placeholder-unfilled", html, suffix=".html") == ["Fakturaen"]


@pytest.mark.parametrize(
    ("words", "place"),
    [("Du skylder None innen fredag.", "None"), ("Beløpet er NaN kr.", "NaN"), ("Kundenummer undefined gjelder.", "undefined"), ("Se [object Object].", "[object Object]"),
     ("Fakturaen forfaller 1970-01-01.", "1970-01-01"), ("Fakturaen forfaller 1. januar 1970.", "1. januar 1970"), ("Prisen: kr ,-.", "kr ,-"), ("Kundenr. null", "null")],
)  # fmt: skip
def test_values_of_nothing(words: str, place: str) -> None:
    assert fired("null-value-rendered", LETTER.format(words)) == [place]


@pytest.mark.parametrize(
    "words",
    ["Du skylder null kroner.", "Saldoen er null.", "Vi har nulltoleranse.", "Null unntak!", "Prisen er 499 kr, betalt.", "Prisen er kr 499,-.", "Beløpet i kr.",
     "Du er født 1. januar 1970.", "Et par kr.", "Saken gjelder Kari Null."],
)  # fmt: skip
def test_ordinary_words(words: str) -> None:
    assert fired("null-value-rendered", LETTER.format(words)) == []


@pytest.mark.parametrize(
    "greeting", ["Hei ,", "Kjære ,", "Hei None,", "Hei null!", "Kjære undefined", "Kjære,", "Hei  !"]
)
def test_empty_greetings(greeting: str) -> None:
    assert (
        fired("null-value-rendered", f"NoldusNett AS\n\n{greeting}\n\nSaken din er løst.\n\nHilsen\nKari Nes\n") != []
    )


@pytest.mark.parametrize("greeting", ["Hei,", "Hei!", "Hei Kari Null,", "Hei Nan,", "God dag,"])
def test_greetings_that_are_complete(greeting: str) -> None:
    assert (
        fired("null-value-rendered", f"NoldusNett AS\n\n{greeting}\n\nSaken din er løst.\n\nHilsen\nKari Nes\n") == []
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [("None of your bills is late.", []), ("Of the bills none is late.", []), ("Charges: None.", []), ("You owe None by Friday.", ["None"]), ("You owe £ None.", ["None"]),
     ("The deal is null and void.", []), ("Your reference null is open.", []), ("Your total is £.", ["£."]), ("For an undefined period.", []), ("Dear undefined, hello.", [])],
)  # fmt: skip
def test_english(words: str, found: list[str]) -> None:
    assert (
        fired(
            "null-value-rendered",
            f"NoldusNet Ltd\n\nDear Heidi,\n\n{words}\n\nKind regards\nKaren Ness\n",
            language="en",
        )
        == found
    )


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [("nb", "F.nr. 140781 30688.", 1), ("nb", "KID 14078130688.", 0), ("nb", "Ordre 14078130688.", 0), ("nb", "F.nr. 14078130689.", 0), ("sv", "Personnr 710215-4486.", 1),
     ("sv", "OCR 7102154486.", 0), ("da", "CPR 120784-1028.", 1), ("da", "Fakturanr. 120784-1028.", 0), ("en", "NINO AB 12 34 56 C.", 1)],
)  # fmt: skip
def test_national_ids(language: str, words: str, found: int) -> None:
    assert len(fired("national-id-exposed", f"Heidi,\n\n{words}\n", language=language)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("Kort 4111 1111 1111 1111.", 1), ("Kort 4111-1111-1111-1111.", 1), ("Kort 4111111111111111.", 1), ("Kort 4111 1111 1111 1112.", 0), ("Kort **** 1111.", 0),
     ("KID 4111111111111111.", 0), ("IBAN NO9386011117947.", 0)],
)  # fmt: skip
def test_cards(words: str, found: int) -> None:
    assert len(fired("payment-card-exposed", f"Heidi,\n\n{words}\n")) == found


def test_a_number_inside_a_link_is_exposed_too() -> None:
    html = '<p>Hei Heidi,</p><p><a href="https://noldusnett.no/f?fnr=14078130688">Fakturaen</a></p>'
    assert fired("national-id-exposed", html, suffix=".html") == ["Fakturaen"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="{}[]<>%$*|@«»#Hei, Nonulkr.£1234567890\n", max_size=300))
def test_any_text_is_read_without_a_failing_rule(text: str) -> None:
    found = report("Hei.\n" + text)
    assert found.checks.failed == ()
    assert all(0 <= f.place.start.offset <= f.place.end.offset <= len(text) + 5 for f in found.findings)


def test_long_runs_of_marks_take_no_time() -> None:
    for piece in ("{{", "*|", "[A ", "%a", "<<a", "«A", "XXXX ", "kr ", "!", "A" * 5 + " ", "@@a"):
        assert report("Hei.\n" + piece * 4000).checks.failed == ()
