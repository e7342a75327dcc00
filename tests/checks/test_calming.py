"""The safe edits of what shouts, in each language; and where there must be none."""

from __future__ import annotations

import pytest
from tests.checks.support import report


def mended(text: str, language: str = "nb", suffix: str = ".txt") -> str | None:
    """The line as the fixes of its findings leave it, or None where none of them has one."""
    found = report(f"Hei Heidi,\n\n{text}\n\nHilsen\nKari Nes\n", language=language, suffix=suffix)
    edits = {edit for f in found.findings if f.fix for edit in f.fix.edits}
    result = found.source_text
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        result = result[: edit.span.start] + edit.replacement + result[edit.span.end :]
    return result.split("\n\n")[1] if edits else None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Betal nå!!", "Betal nå!"),
        ("Betal nå! ! !", "Betal nå!"),
        ("Betal nå!!1", "Betal nå!"),
        ("Hva mener du!?!", "Hva mener du?"),
        ("Hva mener du?!!", "Hva mener du?"),
        ("OBS! OBS! Les dette.", "OBS! Les dette."),
        ("Viktig! viktig! Les dette.", "Viktig! Les dette."),
        ("OBS!! OBS!! OBS!! Les dette.", "OBS! Les dette."),
        ("SISTE VARSEL før stenging.", "Siste varsel før stenging."),
        ("Dette er SISTE VARSEL før stenging.", "Dette er siste varsel før stenging."),
        ("FAKTURAEN ER IKKE BETALT ENNÅ. RING OSS I DAG.", "Fakturaen er ikke betalt ennå. Ring oss i dag."),
        ("VIKTIG MELDING: STRØMMEN BLIR STENGT.", "Viktig melding: Strømmen blir stengt."),
        ("SEND SNAREST EN E-POST TIL OSS.", "Send snarest en e-post til oss."),
    ],
)
def test_it_is_said_calmly(before: str, after: str) -> None:
    assert mended(before) == after


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("nn", "REKNINGA ER IKKJE BETALT. RING OSS.", "Rekninga er ikkje betalt. Ring oss."),
        ("sv", "SISTA VARNINGEN FÖRE AVSTÄNGNING", "Sista varningen före avstängning"),
        ("da", "REGNINGEN ER IKKE BETALT ENDNU.", "Regningen er ikke betalt endnu."),
        ("da", "I SKAL BETALE STRAKS.", "I skal betale straks."),
        ("en", "WHEN I CALLED, NOBODY ANSWERED", "When I called, nobody answered"),
        ("en", "PLEASE CALL BEFORE MONDAY 3 MAY", "Please call before Monday 3 May"),
        ("en", "YOUR LINE MAY CLOSE SOON", "Your line may close soon"),
        ("en", "DON’T IGNORE THIS LETTER", "Don’t ignore this letter"),
    ],
)
def test_each_language_has_its_own_capitals(language: str, before: str, after: str) -> None:
    assert mended(before, language) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("STRØMMEN I OSLO BLIR STENGT.", "Strømmen i Oslo blir stengt."),
        ("BETAL FAKTURAEN MED BANKID ELLER KID 12345678903.", "Betal fakturaen med BANKID eller KID 12345678903."),
        ("NOLDUSNETT STENGER STRØMMEN DIN.", "NOLDUSNETT stenger strømmen din."),
        (
            "Vi kjenner Grettevik. BREDBÅNDET STENGES I GRETTEVIK.",
            "Vi kjenner Grettevik. Bredbåndet stenges i Grettevik.",
        ),
        ("SKRIV REFERANSEN ABCD-4711 I MELDINGEN.", "Skriv referansen ABCD-4711 i meldingen."),
    ],
)
def test_names_and_codes_stay_what_they_are(before: str, after: str) -> None:
    assert mended(before) == after


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("STRØMMEN STENGES I XANTVIK", "nb"),  # no dictionary knows it: a place?
        ("VI STENGER FORDI DE IKKE BETALER", "nb"),  # they, or the polite you?
        ("KAN I BETALE STRAKS", "da"),  # you, or in?
        ("PLEASE TELL US AT ONCE", "en"),  # us, or the country?
        ("Se https://example.org/nå!!a", "nb"),
        ("Skriv til nå!!her@example.org", "nb"),
    ],
)
def test_what_could_mean_two_things_is_left_to_a_person(text: str, language: str) -> None:
    assert mended(text, language) is None


def test_the_polite_form_is_written_as_the_rest_of_the_letter_does() -> None:
    assert mended("Nå kan De lese dette. SNART SKAL DE BETALE FAKTURAEN.") == (
        "Nå kan De lese dette. Snart skal De betale fakturaen."
    )


def test_names_in_a_signature_are_nobodys_shouting_to_mend() -> None:
    found = report("Hei Heidi,\n\nTakk for sist.\n\nHilsen\nKARI NORDMANN\nNOLDUSNETT KUNDESERVICE\n").findings
    assert [f.text for f in found if f.fix] == []


def test_red_print_has_no_fix() -> None:
    html = '<p>Hei Heidi,</p><p style="color:red"><b>Fakturaen er ubetalt!!</b></p><p>Hilsen Kari Nes</p>'
    (found,) = [f for f in report(html, suffix=".html").findings if f.rule == "shouting"]
    assert found.fix is None
