"""Where a letter ends: who signs when no «Vennlig hilsen» says so, and what is the sender's imprint."""

from __future__ import annotations

import pytest

from trustcheck.model.message import BlockRole
from trustcheck.readers.read import read_bytes

HEAD = "Hei Heidi,\n\nAvtalen er endret fra 1. desember 2026, slik du ba om i går kveld.\n\n"


def roles(ending: str) -> dict[str, BlockRole]:
    message = read_bytes((HEAD + ending).encode(), "brev.txt")
    return {block.span.of(message.text): block.role for block in message.blocks}


@pytest.mark.parametrize("farewell", ["God tur hjem!", "Lytt i vei!", "Vi høres.", "Glæder os til at se dig!"])
def test_a_name_under_a_short_farewell_is_a_signature(farewell: str) -> None:
    found = roles(f"{farewell}\nEmbla Nordby\nNoldusNett\n")
    assert found["Embla Nordby"] is found["NoldusNett"] is BlockRole.SIGNATURE


def test_a_name_over_the_particulars_is_a_signature() -> None:
    assert roles("Tove Rask\nNoldusNett, Boks 1, 0101 Oslo\n")["Tove Rask"] is BlockRole.SIGNATURE
    assert roles("Frida Lund\nNoldusNett | 22 00 00 00\n")["Frida Lund"] is BlockRole.SIGNATURE


def test_long_particulars_under_a_name_are_no_running_text() -> None:
    found = roles(
        "Med vennlig hilsen\n\nWinston Achebe\nDriftsleder, NoldusNett AS\n22 00 00 00 (mandag til fredag 8 til 16, stengt onsdager)\n"
    )
    assert found["Winston Achebe"] is BlockRole.SIGNATURE


def test_a_name_and_an_address_at_the_very_end_are_the_imprint() -> None:
    text = (
        "NoldusNett AS, Skogveien 2, 0101 Oslo. Telefon 22 00 00 00. Vil du ikke ha brevet lenger? Si fra når du vil."
    )
    assert roles(text)[text] is BlockRole.FOOTER


def test_the_last_sentences_of_a_letter_are_no_names() -> None:
    found = roles("Ring oss om noe er uklart.\nVi svarer alle hverdager mellom åtte og fire.\n")
    assert set(found.values()) <= {BlockRole.GREETING, BlockRole.PARAGRAPH}
