"""The first pages of PDF and Word documents, whatever state they are in."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from knowledge.documents import first_pages


def pdf(*pages: str) -> bytes:
    """A PDF with a line of plain letters on each page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def test_a_pdf_is_read_on_its_first_pages() -> None:
    text = first_pages(pdf("one", "two", "three", "four"), "A.PDF")
    assert "one" in text
    assert "three" in text
    assert "four" not in text


def test_a_word_document_is_read_with_its_header_and_its_head() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "ở đầu trang"
    document.add_table(1, 2).rows[0].cells[0].text = "BỘ CÔNG AN"
    document.add_paragraph("Kính gửi")
    buffer = io.BytesIO()
    document.save(buffer)
    text = first_pages(buffer.getvalue(), "a.docx")
    assert {"ở đầu trang", "BỘ CÔNG AN", "Kính gửi"} <= set(text.split("\n"))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<<", b"PK\x03\x04junk", b"\0" * 5000])
@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt", "pdf", ""])
def test_what_cannot_be_read_is_empty(content: bytes, name: str) -> None:
    assert first_pages(content, name) == ""


def test_what_would_burst_when_unpacked_is_not_unpacked() -> None:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as parts:
        for number in range(11):
            parts.writestr(f"{number}.xml", b"\0" * 10 * 1024 * 1024)
    assert first_pages(buffer.getvalue(), "a.docx") == ""
