"""Which language a message and its paragraphs are found to be in."""

from __future__ import annotations

from datetime import date

import pytest

from trustcheck.language.analyse import analyse
from trustcheck.language.detect import detect, paragraph_language, shipped
from trustcheck.model.errors import UsageError
from trustcheck.model.language import Analysis
from trustcheck.model.message import Block, BlockRole, Channel, Header, Message
from trustcheck.model.sourcemap import SourceMap
from trustcheck.model.span import Span

PARAGRAPHS = [
    ("nb", "Vi har ikke mottatt betaling for fakturaen din."),
    ("nb", "Hei! Linjen er nå åpnet igjen. Takk for tålmodigheten."),
    ("nb", "Ta kontakt hvis du mener at noe er feil."),
    ("nb", "Du kan betale i nettbanken, eller ringe oss mellom åtte og fire."),
    ("nb", "Vi beklager forsinkelsen og ser frem til å høre fra deg."),
    ("nb", "Jeg har snakket med avdelingen, og de har rettet feilen."),
    ("nn", "Vi har ikkje fått betaling for rekninga di."),
    ("nn", "Linja er no open att. Takk for tolmodet."),
    ("nn", "Ta kontakt viss du meiner at noko er gale."),
    ("nn", "Eg har snakka med avdelinga, og dei har retta feilen."),
    ("nn", "Vi vonar at de er nøgde med tenesta, og ynskjer dykk ein god sumar."),
    ("nn", "Kva kan vi gjere for deg? Skriv til oss frå Mi side."),
    ("sv", "Vi har inte fått betalt för din faktura."),
    ("sv", "Hej! Tjänsten är nu öppen igen. Tack för ditt tålamod."),
    ("sv", "Kontakta oss om du anser att något är fel."),
    ("sv", "Jag har pratat med avdelningen och de har rättat felet."),
    ("sv", "Vi beklagar förseningen och hoppas att du hör av dig."),
    ("da", "Vi har ikke modtaget betaling for din regning."),
    ("da", "Forbindelsen er nu åben igen. Tak for din tålmodighed."),
    ("da", "Kontakt os, hvis du mener, at noget er forkert."),
    ("da", "Jeg har talt med afdelingen, og de har rettet fejlen."),
    ("da", "Vi beklager forsinkelsen og ser frem til at høre fra dig."),
    ("da", "Hvad kan vi gøre for jer? Skriv til os."),
    ("en", "We have not received payment for your invoice."),
    ("en", "Please contact us if you think that something is wrong."),
    ("en", "Your line is open again. Thank you for your patience."),
]


def message(*paragraphs: str, headers: tuple[Header, ...] = (), metadata: tuple[tuple[str, str], ...] = ()) -> Message:
    text = "\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockRole.PARAGRAPH, Span(at, at + len(paragraph))))
        at += len(paragraph) + 1
    return Message(
        "brev.txt",
        Channel.LETTER,
        text,
        SourceMap.identity(len(text)),
        text,
        tuple(blocks),
        headers=headers,
        metadata=metadata,
    )


def run(found: Message, language: str | None = None, default: str | None = None, country: str = "NO") -> Analysis:
    return analyse(found, language=language, default=default, country=country, today=date(2026, 11, 20))


@pytest.mark.parametrize(("language", "text"), PARAGRAPHS)
def test_short_paragraph(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(("language", "text"), PARAGRAPHS)
def test_own_language_never_leaves_the_expected_one(language: str, text: str) -> None:
    assert paragraph_language(text, language) in {language, None}


@pytest.mark.parametrize("text", ["", "Hei Kari", "500", "NoldusNett AS", "OK", "www.noldusnett.no", "!!!", "漢字"])
def test_too_short_to_tell(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    ("code", "language"),
    [("nb-NO", "nb"), ("no", "nb"), ("en_GB", "en"), ("NN", "nn"), ("sv-SE", "sv"), ("de", None), ("", None)],
)
def test_language_tags(code: str, language: str | None) -> None:
    assert shipped(code) == language


def test_the_caller_settles_it() -> None:
    found = run(message("We have not received your payment."), language="nb")
    assert (found.language, found.language_from) == ("nb", "caller")


def test_a_header_comes_before_the_text() -> None:
    header = Header("content-language", "sv-SE", Span(0, 0))
    found = run(message("We have not received your payment.", headers=(header,)))
    assert (found.language, found.language_from) == ("sv", "header")


def test_metadata_counts_as_header() -> None:
    found = run(message("Hei", metadata=(("language", "nn"),)))
    assert (found.language, found.language_from) == ("nn", "header")


def test_a_header_in_another_language_is_passed_over() -> None:
    header = Header("content-language", "de", Span(0, 0))
    found = run(message("Vi har ikke mottatt betalingen din.", headers=(header,)))
    assert (found.language, found.language_from) == ("nb", "detected")


@pytest.mark.parametrize(
    ("country", "language"), [("NO", "nb"), ("SE", "sv"), ("DK", "da"), ("GB", "en"), ("IE", "en")]
)
def test_the_country_decides_where_the_text_does_not(country: str, language: str) -> None:
    found = run(message("Kari"), country=country)
    assert (found.language, found.language_from) == (language, "config")


def test_the_configuration_comes_before_the_country() -> None:
    assert run(message("Kari"), default="nn").language == "nn"


def test_a_bilingual_letter() -> None:
    found = run(
        message(
            "Vi har ikke mottatt betaling for fakturaen din. Ta kontakt hvis du mener at det er feil.",
            "English version",
            "We have not received payment for your invoice. Please contact us if you think this is wrong.",
        )
    )
    assert found.language == "nb"
    assert [s.language for s in found.sentences if s.block == 0] == ["nb", "nb"]
    assert [s.language for s in found.sentences if s.block == 2] == ["en", "en"]


def test_a_short_block_between_two_alike_is_like_them() -> None:
    nb = "Vi har ikke mottatt betaling for fakturaen din. Ta kontakt hvis du mener at det er feil. Du kan ringe oss."
    en = "We have not received payment for your invoice. Please contact us if you think this is wrong."
    found = run(message(nb, nb, en, "Terms", en))
    assert [s.language for s in found.sentences if s.block == 3] == ["en"]


def test_an_unknown_language_from_the_caller_is_refused() -> None:
    with pytest.raises(UsageError, match="nb, nn, sv, da, en"):
        run(message("Hei"), language="fr")
