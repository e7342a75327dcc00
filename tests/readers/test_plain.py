from hypothesis import given
from hypothesis import strategies as st

from trustcheck.model.message import BlockRole

from .support import read, roles, shown_at, texts

LETTER = """Fjordkraft Vest AS                    Org.nr. 310 000 000
Postboks 7, 5003 Bergen
                                      Bergen, 20. november 2026
Ola Nordmann
Storgata 1
0155 Oslo

Faktura 7788 er ikke betalt

Hei Ola,

vi ser ikke betalingen for oktober, og den forfalt
2. november 2026.

Slik betaler du
- til konto 1234.56.78903
- med KID 7788

Beløp         499 kr
Gebyr          35 kr

Med vennlig hilsen
Kari Moe
kundebehandler

Fjordkraft Vest AS, Postboks 7, 5003 Bergen
"""


def test_a_letter_has_all_its_parts() -> None:
    assert roles(read(LETTER)) == [
        ("letterhead", "Fjordkraft Vest AS                    Org.nr. 310 000 000"),
        ("letterhead", "Postboks 7, 5003 Bergen"),
        ("date", "Bergen, 20. november 2026"),
        ("address", "Ola Nordmann\nStorgata 1\n0155 Oslo"),
        ("heading", "Faktura 7788 er ikke betalt"),
        ("greeting", "Hei Ola,"),
        ("paragraph", "vi ser ikke betalingen for oktober, og den forfalt\n2. november 2026."),
        ("heading", "Slik betaler du"),
        ("list-item", "til konto 1234.56.78903"),
        ("list-item", "med KID 7788"),
        ("table-row", "Beløp         499 kr"),
        ("table-row", "Gebyr          35 kr"),
        ("sign-off", "Med vennlig hilsen"),
        ("signature", "Kari Moe"),
        ("signature", "kundebehandler"),
        ("footer", "Fjordkraft Vest AS, Postboks 7, 5003 Bergen"),
    ]


def test_words_after_a_greeting_on_its_line_are_a_paragraph() -> None:
    message = read("Hei Kari! Fakturaen din er betalt.\nTakk skal du ha.\n\nHilsen Ola Moe\n")
    assert roles(message) == [
        ("greeting", "Hei Kari!"),
        ("paragraph", "Fakturaen din er betalt.\nTakk skal du ha."),
        ("sign-off", "Hilsen Ola Moe"),
    ]


def test_a_greeting_without_name_is_split_too() -> None:
    assert roles(read("Hej! Vi har fått ditt brev.\n"))[0] == ("greeting", "Hej!")


def test_words_that_begin_as_a_greeting_are_none() -> None:
    message = read("Vi skriver om strømmen din.\n\nHeisen står. Det retter vi i morgen.\n")
    assert texts(message, BlockRole.GREETING) == []


def test_a_date_with_its_sender_on_one_line() -> None:
    message = read("VESTKRAFT                 Bergen 2026-11-20\n\nHei Ola\n\nAlt er i orden med avtalen din.\n")
    assert roles(message)[:2] == [("letterhead", "VESTKRAFT"), ("date", "Bergen 2026-11-20")]


def test_a_deadline_with_its_label_is_no_date_of_the_letter() -> None:
    message = read("Vestkraft AS\n\nBetalingsfrist: 20.12.2026\n\nHei Ola\n\nTakk for at du betaler.\n")
    assert texts(message, BlockRole.DATE) == []


def test_the_reply_below_an_intro_is_quoted_to_the_end() -> None:
    message = read(
        "Hei Ola\n\nDet ordner vi.\n\nHilsen Kari\n\nDen 3. nov. 2026 skrev Ola <o@example.no>:\nHvor er\n\nden?\n"
    )
    assert texts(message, BlockRole.QUOTED) == ["Den 3. nov. 2026 skrev Ola <o@example.no>:\nHvor er", "den?"]


def test_an_answer_may_follow_marked_lines() -> None:
    message = read("Hej Eva\n\n> När kommer den?\n\nDen kommer på fredag den 4 december.\n")
    assert roles(message)[1:] == [
        ("quoted", "> När kommer den?"),
        ("paragraph", "Den kommer på fredag den 4 december."),
    ]


def test_what_we_wrote_ourselves_is_no_quotation() -> None:
    message = read("Hei Ola\n\nVi skrev til deg 3. november 2026:\nKontoen er åpen, og alt er i orden.\n")
    assert texts(message, BlockRole.QUOTED) == []


def test_a_letter_that_ends_with_its_sender_only() -> None:
    assert roles(read("Hei Ola\n\nVi kommer i morgen klokka ti.\n\nFeltavdelingen\n"))[-1] == (
        "signature",
        "Feltavdelingen",
    )


def test_an_sms_is_paragraphs_from_sender_to_sender() -> None:
    message = read("Vestkraft: Hei Ola! Strømmen er tilbake. Vestkraft", "a.sms.txt")
    assert roles(message) == [("paragraph", "Vestkraft: Hei Ola! Strømmen er tilbake. Vestkraft")]


def test_windows_line_breaks_become_plain_ones_with_their_place() -> None:
    message = read("Hei Ola\r\n\r\nStrømmen\r\ner tilbake.\r\n")
    assert "\r" not in message.text
    assert shown_at(message, "Strømmen\ner") == "Strømmen\r\ner"


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=300))
def test_any_text_is_read(text: str) -> None:
    read(text)


@given(st.lists(st.sampled_from(LETTER.splitlines()), max_size=30))
def test_lines_in_any_order_are_read(lines: list[str]) -> None:
    read("\n".join(lines))
