"""Where the message that a letter answers begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.text.replies import starts_quoted_reply


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Den 19 november 2026 skrev Zahra Amini:", ""),
        ("On Thu, 19 Nov 2026 at 18:02, Ailsa wrote:", ""),
        ("tor. 19. nov. 2026 kl. 08:11 skrev Ola <ola@example.no>:", ""),
        ("----- Ursprungligt meddelande -----", ""),
        ("-----Original Message-----", ""),
        ("--- Opphavleg melding ---", ""),
        ("Fra: Ola Nordmann", "Sendt: 19. november 2026"),
        ("Från: Eva", "Skickat: den 19 november"),
        ("Ola Nordmann skrev:", "> Hei"),
        ("On Thu, 19 Nov 2026 at 18:02, Ailsa Kerr <ailsa@example.org> wrote:", ""),
    ],
)
def test_quoted_replies(line: str, following: str) -> None:
    assert starts_quoted_reply(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Du skrev til oss 19. november om fakturaen.", "Vi har sett på saken."),
        ("Fra 1. desember gjelder nye priser", ""),
        ("Fra: 1. desember", "Pris: 499 kr"),
        ("We wrote to you on 2 November.", ""),
        ("Den 19. november skrev du til oss: hvor er pakken?", ""),
        ("> Please close it", ""),
        ("----", ""),
    ],
)
def test_no_quoted_replies(line: str, following: str) -> None:
    assert not starts_quoted_reply(line, following)


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_line_is_read(line: str, following: str) -> None:
    assert starts_quoted_reply(line, following) in (True, False)


@pytest.mark.parametrize("piece", ["a ", " ", "1", "-", "Den 1 ", ">", "skrev "])
def test_hostile_lines_finish(piece: str) -> None:
    assert starts_quoted_reply(piece * 200_000, piece * 200_000) in (True, False)
