"""Word and PDF files, made here."""

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.shared import Pt, RGBColor

from trustcheck.model.errors import UnreadableError
from trustcheck.model.message import EmphasisKind
from trustcheck.readers.read import read_bytes

from .support import read, roles


def _saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_letter_with_header_table_list_and_footer() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Vestkraft AS"
    document.sections[0].footer.paragraphs[0].text = "Vestkraft AS, Postboks 7, 5003 Bergen"
    document.add_heading("Faktura 7788 er ikke betalt", 1)
    document.add_paragraph("Hei Ola,")
    shout = document.add_paragraph("Vi ser ikke betalingen ").add_run("ennå")
    shout.bold = True
    shout.font.color.rgb = RGBColor(255, 0, 0)
    shout.font.size = Pt(30)
    document.add_paragraph("Ring oss", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Beløp", "499 kr"
    document.add_paragraph("Med vennlig hilsen")
    document.add_paragraph("Kari Moe")
    message = read(_saved(document), "a.docx")
    assert roles(message) == [
        ("letterhead", "Vestkraft AS"),
        ("heading", "Faktura 7788 er ikke betalt"),
        ("greeting", "Hei Ola,"),
        ("heading", "Vi ser ikke betalingen ennå"),
        ("list-item", "Ring oss"),
        ("table-row", "Beløp\t499 kr"),
        ("sign-off", "Med vennlig hilsen"),
        ("signature", "Kari Moe"),
        ("footer", "Vestkraft AS, Postboks 7, 5003 Bergen"),
    ]
    assert [(run.span.of(message.text), run.kinds) for run in message.emphasis] == [
        ("ennå", {EmphasisKind.BOLD, EmphasisKind.RED, EmphasisKind.LARGE})
    ]


def test_a_broken_archive_is_unreadable() -> None:
    with pytest.raises(UnreadableError, match="no Word document"):
        read_bytes(_saved(docx.Document())[:500], "a.docx")
    with pytest.raises(UnreadableError, match="no Word document"):
        read_bytes(b"PK\x03\x04", "a.docx")


def test_another_archive_is_no_word_document() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "Hei")
    with pytest.raises(UnreadableError, match="no Word document"):
        read_bytes(file.getvalue(), "a.docx")


def test_a_zip_bomb_is_refused_before_it_is_opened() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 20_000_000)
    with pytest.raises(UnreadableError, match="unpacks to"):
        read_bytes(file.getvalue(), "a.docx")


def _pdf(content: bytes) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    made = b"%PDF-1.4\n"
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return made + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(made),
    )


def test_a_pdf_letter_is_read_from_its_text_layer() -> None:
    lines = ["Hei Ola,", "Fakturaen din for oktober er betalt, takk for det."]
    content = (
        b"BT /F1 12 Tf 50 800 Td " + b" 0 -30 Td ".join(b"(%s) Tj" % line.encode("cp1252") for line in lines) + b" ET"
    )
    message = read(_pdf(content), "a.pdf")
    assert roles(message) == [("greeting", "Hei Ola,"), ("paragraph", lines[1])]
    assert message.problems == ()


def test_a_pdf_without_text_is_held_by_a_problem() -> None:
    message = read(_pdf(b""), "a.pdf")
    assert message.text == ""
    assert "no text layer" in message.problems[0].what


def test_a_broken_pdf_is_unreadable() -> None:
    with pytest.raises(UnreadableError, match="no PDF"):
        read_bytes(b"%PDF-1.4 ikke mer", "a.pdf")
