"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.language.sentences import sentence_spans
from trustcheck.model.language import LANGUAGES
from trustcheck.model.span import Span

# «|» marks where a sentence ends.
SPLIT = [
    ("nb", "Du skylder 500 kr. | Betal innen fredag."),
    ("nb", "Du skylder kr. 500 for mars."),
    ("nb", "Se faktura nr. 12 av 3. mars, f.eks. på Min side."),
    ("nb", "Ring oss kl. 14. | Vi svarer alle dager."),
    ("nb", "Vi flyttet bl.a. pga. støy, jf. pkt. 4 i avtalen."),
    ("nb", "Er det greit? | Si fra!"),
    ("nb", "«Er det greit?» spurte han."),
    ("nb", "Vi svarer innen 12. mars 2026. | Takk for tålmodigheten."),
    ("nb", "Hilsen J. R. Hansen ved kundeservice."),
    ("nb", "1. Logg inn på Min side. | 2. Velg faktura."),
    ("nb", "Se www.noldusnett.no for mer. | Skriv til kunde@noldusnett.no."),
    ("nb", "Vi venter ... og håper. | Kanskje…  | Ja."),
    ("nb", "Lån, leie osv. | Du velger selv."),
    ("nb", "vi har fått betalingen din. | takk for at du betalte."),
    ("nn", "Du kan t.d. betale i banken, m.a. på nett."),
    ("nn", "Rekninga er på 500 kr. | Ho forfell 4. juni."),
    ("sv", "Du kan t.ex. betala i appen, bl.a. med kort."),
    ("sv", "Fakturan förföll den 3 mars. | Vi har inte fått betalt."),
    ("sv", "Avgiften är 60 kr. | Den tillkommer varje månad."),
    ("da", "Du kan f.eks. betale i netbanken, jf. pkt. 3."),
    ("da", "Ring til os inden den 3. juni. | Vi hjælper gerne."),
    ("da", "Gebyret er 100 kr. inkl. moms."),
    ("en", "Dear Mr. Smith, we wrote to you on 3 May. | Please reply."),
    ("en", "Pay online, e.g. with a card, i.e. at once."),
    ("en", "We are open from 8 a.m. to 4 p.m. | Call us."),
    ("en", "Contact NoldusNet Ltd. | We can help."),
    ("en", 'He said "We paid." | We checked.'),
]
LINES = [
    ("Vi har ikke mottatt betalingen\nfor fakturaen din.", 1),
    ("Du kan betale slik:\nGå til Min side.", 2),
    ("Beløp: 500\nForfall: mars\nKID: 1234", 3),
    ("Hei Kari\nVi har nå gått gjennom hele saken din og funnet feilen.", 2),
    ("- en ting\n- en annen ting", 2),
    ("Avgiften for første halvår, med forfall\n15. oktober, står ubetalt.", 1),
    ("Første linje\n\nAndre avsnitt", 2),
    ("Første linje.\r\nAndre linje.", 2),
]


def sentences(text: str, language: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, Span(0, len(text)), language)]


@pytest.mark.parametrize(("language", "marked"), SPLIT)
def test_sentence_ends(language: str, marked: str) -> None:
    text = " ".join(part.strip() for part in marked.split("|"))
    expected = [part.strip() for part in marked.split("|")]
    assert sentences(text, language) == expected


def test_a_forgotten_space_ends_a_sentence_too() -> None:
    assert sentences("Fakturaen er betalt.Takk for det.", "nb") == ["Fakturaen er betalt.", "Takk for det."]


@pytest.mark.parametrize(("text", "count"), LINES)
def test_line_breaks(text: str, count: int) -> None:
    assert len(sentences(text, "nb")) == count


def test_nothing_ends_inside_what_is_taken() -> None:
    text = "Ring 800. 40 000. Takk."
    assert [s.of(text) for s in sentence_spans(text, Span(0, len(text)), "nb", [Span(5, 16)])] == [
        "Ring 800. 40 000.",
        "Takk.",
    ]


@given(st.text(alphabet="aB1 .!?:\n«»\"'…kr-\u00a0\r", max_size=80), st.sampled_from(LANGUAGES))
def test_sentences_hold_all_that_is_visible_in_order(text: str, language: str) -> None:
    spans = sentence_spans(text, Span(0, len(text)), language)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(s.of(text).strip() == s.of(text) for s in spans)
