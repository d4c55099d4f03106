"""The same documents as PDF, drawn by Typst: archival, with tags, with text that can be taken out."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import pypdfium2
import pytest
import vanban
from compose_models import DECISION, FIGURES, LETTER, SENTENCES
from pyhanko.pdf_utils.reader import PdfFileReader
from vanban.compose import Appendix, Heading, ModelError, Paragraph, compose
from vanban.compose import fonts as compose_fonts

LONG = dataclasses.replace(
    LETTER,
    issuer="Ủy ban nhân dân\nxã Minh Hòa",
    body=(Paragraph(SENTENCES[2]), *[Paragraph(SENTENCES[0])] * 40),
    annexes=(Appendix("Số liệu", (FIGURES,), landscape=True), Appendix("Thuyết minh", (Paragraph("Một"),))),
)


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_texts_are_never_read_as_markup() -> None:
    told = " ".join(pages(compose(LONG, "pdf"))[0].split())
    assert "*không* dùng #thẻ, $biến, @tên hay <b>nhãn</b>" in told


def test_pages_are_numbered_from_the_second_of_each_sheet() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, I.7 and III.1.đ."""
    found = pages(compose(LONG, "pdf"))
    main = found[:-2]
    assert len(main) > 2
    assert [page.split()[0] for page in main[1:]] == [str(number) for number in range(2, len(main) + 1)]
    assert found[-2].split()[:2] == found[-1].split()[:2] == ["Phụ", "lục"]


def test_a_sheet_may_lie_across() -> None:
    document = pypdfium2.PdfDocument(compose(LONG, "pdf"))
    sizes = [tuple(round(side) for side in page.get_size()) for page in document]
    document.close()
    assert sizes[0] == sizes[-1] == (595, 842)
    assert sizes[-2] == (842, 595)


def test_it_is_tagged_and_archival() -> None:
    reader = PdfFileReader(io.BytesIO(compose(DECISION, "pdf")))
    assert reader.root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in reader.root
    assert reader.root["/Lang"].startswith("vi")
    metadata = reader.root["/Metadata"].data
    assert b"<pdfaid:part>2</pdfaid:part>" in metadata
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in metadata


def test_the_same_model_gives_the_same_bytes() -> None:
    assert compose(DECISION, "pdf") == compose(DECISION, "pdf")


def test_without_a_typeface_there_is_a_sentence_that_names_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(compose_fonts, "_FAMILIES", ("No Such Typeface",))
    monkeypatch.setenv(compose_fonts.VARIABLE, str(tmp_path))
    with pytest.raises(ModelError, match="fonts-liberation2"):
        compose(DECISION, "pdf")


def test_a_letter_that_the_typeface_lacks_is_named() -> None:
    with pytest.raises(ModelError, match="漢"):
        compose(dataclasses.replace(DECISION, subject="Về chữ 漢"), "pdf")


def test_a_kind_of_file_that_is_none() -> None:
    with pytest.raises(ModelError, match="odt"):
        compose(DECISION, "odt")  # type: ignore[arg-type]


def test_the_drawn_rule_under_a_subject_ends_it_when_read() -> None:
    subject = "Lấy ý kiến Nhân dân về dự thảo Quy chế hoạt động của đài truyền thanh xã"
    body = (Paragraph("Ủy ban nhân dân xã trình bày các nội dung sau đây"),)
    model = dataclasses.replace(LETTER, type="thông báo", symbol="TB-UBND", subject=subject, addressees=(), body=body)
    read = vanban.read(compose(model, "pdf"))
    assert read.subject is not None
    assert read.subject.value == subject


def test_the_edge_of_a_page_of_short_paragraphs_is_that_of_wrapped_lines() -> None:
    body = (*[Paragraph("Một ý ngắn")] * 12, Heading("Kết quả", 3), *[Paragraph(SENTENCES[0])] * 3)
    model = dataclasses.replace(LETTER, type="thông báo", symbol="TB-UBND", addressees=(), body=body)
    assert [heading.title for heading in vanban.read(compose(model, "pdf")).outline] == ["Kết quả"]
