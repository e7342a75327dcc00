import base64
import quopri
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.model.errors import UnreadableError
from trustcheck.model.message import BlockRole, Channel
from trustcheck.model.span import Span
from trustcheck.readers.read import read_bytes

from .support import read, roles, shown_at, texts

HTML = "<html><body><p>Hei Kåre,</p><p>Strømmen din er <b>tilbake</b>, og vi beklager at det tok så lang tid. Du trenger ikke gjøre noe mer med dette.</p></body></html>"


def mail(body: str, *, subtype: str = "plain", charset: str = "utf-8", cte: str = "8bit", **headers: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = headers.pop("From", "Vestkraft <kunde@vestkraft.example>")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body, subtype=subtype, charset=charset, cte=cte)
    return message.as_bytes()


def position(source: str, offset: int) -> tuple[int, int]:
    before = source[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def test_headers_come_first_as_blocks_with_spans() -> None:
    message = read(
        mail("Hei Ola\n\nAlt er i orden med avtalen.\n", Subject="Om avtalen din", Reply_To="svar@annen.example"),
        "a.eml",
    )
    assert roles(message)[:4] == [
        ("header", "Vestkraft <kunde@vestkraft.example>"),
        ("header", "svar@annen.example"),
        ("subject", "Om avtalen din"),
        ("greeting", "Hei Ola"),
    ]
    reply_to = message.header("Reply-To")
    assert reply_to is not None
    assert reply_to.span.of(message.text) == "svar@annen.example"


def test_encoded_and_folded_headers_are_decoded_with_their_place() -> None:
    raw = b"From: =?utf-8?Q?Kraftverket_p=C3=A5_=C3=98ya?= <a@b.example>\nSubject: =?iso-8859-1?B?U3Ry+G0=?= =?utf-8?q?_og?=\n\tvann\n\nHei Ola\n"
    message = read(raw, "a.eml")
    assert texts(message, BlockRole.HEADER) == ["Kraftverket på Øya <a@b.example>"]
    assert texts(message, BlockRole.SUBJECT) == ["Strøm og vann"]
    assert shown_at(message, "Ø") == "=C3=98"
    assert shown_at(message, "vann") == "vann"


def test_a_word_in_quoted_printable_html_is_found_in_the_file() -> None:
    message = read(mail(HTML, subtype="html", cte="quoted-printable", Subject="Strøm"), "a.eml")
    assert "=\r\n" in message.source_text
    for word in ("Strømmen", "tilbake", "lang tid", "trenger ikke"):
        start = message.text.index(word)
        found = message.source.to_source(Span(start, start + len(word)))
        shown = found.of(message.source_text).replace("=\r\n", "").replace("=C3=B8", "ø")
        assert shown == word
        line, column = position(message.source_text, found.start)
        assert message.source_text.split("\n")[line - 1][column - 1] == word[0]


def test_a_word_in_base64_leads_to_its_groups() -> None:
    message = read(mail("Hei Ola\n\nStrømmen er tilbake.\n", cte="base64"), "a.eml")
    assert "Strømmen er tilbake." in message.text
    assert len(shown_at(message, "tilbake")) in (8, 12, 16)


def test_of_alternatives_the_html_is_read_and_the_plain_twin_hidden() -> None:
    message = EmailMessage()
    message["From"] = "a@b.example"
    message.set_content("Hei Ola\n\nBare i klartekst.\n")
    message.add_alternative("<p>Hei Ola</p><p>Bare i HTML.</p>", subtype="html")
    message.add_attachment(b"%PDF-1.4 ...", maintype="application", subtype="pdf", filename="faktura.pdf")
    seen = read(message.as_bytes(), "a.eml")
    assert "Bare i HTML." in seen.text
    assert "klartekst" not in seen.text
    assert "klartekst" in seen.hidden
    assert [(a.name, a.media_type, a.size) for a in seen.attachments] == [("faktura.pdf", "application/pdf", 12)]


def test_latin1_and_utf8_parts_of_one_mail_are_each_decoded() -> None:
    boundary = "grense"
    head = f"From: a@b.example\nContent-Type: multipart/mixed; boundary={boundary}\n\n".encode()
    part = "--{}\nContent-Type: text/plain; charset={}\nContent-Transfer-Encoding: 8bit\n\n{}\n"
    body = (
        part.format(boundary, "iso-8859-1", "Blåbær ett").encode("latin-1")
        + part.format(boundary, "utf-8", "Blåbær to").encode()
    )
    message = read(head + body + f"--{boundary}--\n".encode(), "a.eml")
    assert "Blåbær ett" in message.text
    assert "Blåbær to" in message.text
    assert message.problems == ()


def test_flowed_lines_are_joined_and_unstuffed() -> None:
    raw = b"From: a@b.example\nContent-Type: text/plain; format=flowed\n\nHei Ola\n\nDette er en lang \nlinje i brevet.\n From her.\n"
    message = read(raw, "a.eml")
    assert "en lang linje i brevet.\nFrom her." in message.text


def test_a_mail_speaks_for_itself() -> None:
    raw = mail("Hei\n", X_Trustcheck_Class="reminder", X_Trustcheck_Account="A-1", X_Trustcheck_Channel="letter")
    message = read(raw, "a.eml")
    assert dict(message.metadata) == {"class": "reminder", "account": "A-1", "channel": "letter"}
    assert message.channel is Channel.LETTER
    assert read(raw, "a.eml", channel=Channel.EMAIL).channel is Channel.EMAIL


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nHei Ola\n", "last boundary"),
        (b"From: a@b.example\nContent-Transfer-Encoding: base64\n\nSGVpIE9sYSwgaGVpIE9sY", "cut short"),
        (b"From: a@b.example\nContent-Type: text/plain; charset=x-klingon\n\nHei Ola\n", "x-klingon"),
        (b"From: a@b.example\nContent-Transfer-Encoding: x-uuencode\n\nHei Ola\n", "x-uuencode"),
        (b"From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\nHei Ola \xe5\n", "do not fit"),
    ],
)
def test_what_is_broken_is_read_as_far_as_it_goes_and_said(raw: bytes, what: str) -> None:
    message = read(raw, "a.eml")
    assert "Hei Ola" in message.text
    assert any(what in problem.what for problem in message.problems)


@pytest.mark.parametrize(
    "raw",
    [
        b"Hei Ola, dette er ingen e-post.\n",
        b"From: a@b.example\nContent-Type: application/pdf\n\n%PDF\n",
        b"From: a@b.example\0\n\nHei\n",
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\nuten deler\n",
    ],
)
def test_a_mail_without_readable_text_is_unreadable(raw: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_bytes(raw, "a.eml")


def test_nesting_200_deep_is_cut_and_said() -> None:
    raw = "From: a@b.example\n"
    for depth in range(200):
        raw += f"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n"
        if depth == 3:
            raw += f"Content-Type: text/plain\n\nHei Ola\n--b{depth}\n"
    message = read(raw + "\nDypt nede\n", "a.eml")
    assert "Hei Ola" in message.text
    assert "Dypt nede" not in message.text
    assert any("nested" in problem.what for problem in message.problems)


def test_floods_of_headers_are_cut_and_said() -> None:
    raw = "From: a@b.example\n" + "X-Flood: 1\n" * 20_000 + "Subject: " + "x" * 100_000 + "\n\nHei Ola\n"
    message = read(raw, "a.eml")
    assert any("headers" in problem.what for problem in message.problems)
    assert "Hei Ola" in message.text


_WORDS = st.text(st.sampled_from("abcÆØÅæøåäö éß€–=_.,!? \n<>&-"), max_size=200)
_CHARSETS = st.sampled_from(["utf-8", "iso-8859-1", "cp1252", "utf-16", "iso-8859-15"])
_ENCODINGS = st.sampled_from(["base64", "quoted-printable"])


@given(_WORDS, _CHARSETS, _ENCODINGS, st.sampled_from(["plain", "html"]))
def test_any_body_in_any_encoding_keeps_exact_places(body: str, charset: str, encoding: str, subtype: str) -> None:
    kept = body.encode(charset, "replace").decode(charset)
    data = kept.encode(charset)
    coded = base64.encodebytes(data) if encoding == "base64" else quopri.encodestring(data)
    raw = (
        f"From: a@b.example\nContent-Type: text/{subtype}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n".encode()
        + coded
    )
    message = read(raw, "a.eml")
    assert [p.what for p in message.problems if "shows no text" not in p.what] == []
    if subtype == "plain":
        assert message.text.removeprefix("a@b.example\n").strip() == kept.strip() or not kept.strip()


@given(_WORDS.filter(lambda w: "\n" not in w))
def test_any_subject_is_decoded_as_it_was_written(words: str) -> None:
    raw = f"From: a@b.example\nSubject: {Header(words, 'utf-8').encode()}\n\nHei\n".encode()
    subject = read(raw, "a.eml").header("subject")
    assert subject is not None
    assert " ".join(subject.value.split()) == " ".join(words.split())


@given(st.binary(max_size=400))
def test_any_bytes_after_a_header_are_read_or_refused(data: bytes) -> None:
    try:
        read(b"From: a@b.example\n" + data, "a.eml")
    except UnreadableError:
        return
