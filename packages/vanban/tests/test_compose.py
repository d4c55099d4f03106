"""What is composed looks as the decrees say, and is a .docx that any program opens."""

from __future__ import annotations

import dataclasses
import io
import itertools
import zipfile
from typing import Any

import docx
import pytest
import vanban
from compose_models import DECISION, FIGURES, LETTER, PARTY
from docx.enum.section import WD_ORIENT
from lxml import etree
from vanban.compose import (
    Appendix,
    Attached,
    ComposeModel,
    FigureTable,
    Paragraph,
    Reference,
    Signature,
    Task,
    TaskTable,
    compose,
)
from vanban.compose.labels import Labels, printed_date, short_date

PLAN = dataclasses.replace(
    LETTER,
    type="kế hoạch",
    symbol="KH-UBND",
    number="5",
    date="2026-03-05",
    issuer="Ủy ban nhân dân\nxã Minh Hòa",
    addressees=(),
    urgency=None,
)
WIDE = TaskTable((Task("Việc", ("Công an xã",), ("Phòng Kinh tế",), "Năm 2026", "Báo cáo", "Hằng quý"),))
JOINT = (
    Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. BAN THƯỜNG TRỰC ỦY BAN MTTQ",)),
    Signature("TRƯỞNG CÔNG AN XÃ", "Nguyễn Văn A"),
)


def texts(model: ComposeModel) -> list[str]:
    """Paragraphs and cells of the body in order."""
    document = docx.Document(io.BytesIO(compose(model)))
    return [paragraph.text for paragraph in document.element.body.iter("{*}p")]


def test_the_same_model_gives_the_same_bytes() -> None:
    assert compose(LETTER) == compose(LETTER)


def test_page_and_fonts_follow_the_decree() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I."""
    document = docx.Document(io.BytesIO(compose(LETTER)))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20
    assert section.different_first_page_header_footer
    assert document.styles["Normal"].font.name == "Times New Roman"
    header = section.header.paragraphs[0]
    assert "PAGE" in header._p.xml
    assert header.runs[0].font.size.pt in (13, 14)
    assert not section.first_page_header.paragraphs[0].runs


def test_leading_zeros_of_numbers_and_dates() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 and II.4."""
    assert printed_date("2020-01-05") == "ngày 05 tháng 01 năm 2020"
    assert printed_date("2019-06-29") == "ngày 29 tháng 6 năm 2019"
    assert printed_date("2019-12-09") == "ngày 09 tháng 12 năm 2019"
    assert DECISION.printed_number == "07/QĐ-UBND"
    assert [short_date(day) for day in ("2017-02-06", "2018-04-03")] == ["ngày 06/02/2017", "ngày 03/4/2018"]


def test_points_follow_the_vietnamese_alphabet() -> None:
    labels = Labels()
    assert [labels.next(3) for _ in range(8)] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]
    assert [labels.next(1) for _ in range(4)] == ["I.", "II.", "III.", "IV."]
    assert labels.next(2) == "1."


# The schema (ECMA-376, wml.xsd) is a sequence: a child out of order makes Word call the file damaged.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
}


@pytest.mark.parametrize("model", [LETTER, DECISION, dataclasses.replace(LETTER, **PARTY, symbol="CV/ĐU")])
def test_children_stand_in_the_order_of_the_schema(model: ComposeModel) -> None:
    tables = (TaskTable((Task("Việc", ("Đơn vị",)),)), FigureTable(("A", "B"), (("x", "1"),), "Bảng"))
    issuer = model.issuer.capitalize()
    annexes = (Appendix("Số liệu", tables, landscape=True), Attached("quy chế", "Làm việc", (Paragraph("Một"),)))
    full = dataclasses.replace(
        model, issuer=issuer, body=(*model.body, *tables), annexes=annexes, cosigners=JOINT, draft=1
    )
    checked = 0
    with zipfile.ZipFile(io.BytesIO(compose(full))) as archive:
        for name in ("word/document.xml", "word/header1.xml", "word/styles.xml"):
            for element in etree.fromstring(archive.read(name)).iter():
                local = etree.QName(element).localname
                order = ORDER.get(local, "").split()
                children = [etree.QName(child).localname for child in element]
                if order:
                    checked += 1
                    assert children == sorted(children, key=order.index), (name, local, children)
                if local == "tc":
                    assert children[-1] == "p"
    assert checked > 100


@pytest.mark.parametrize("model", [LETTER, DECISION, dataclasses.replace(PLAN, cosigners=JOINT, annexes=())])
def test_no_two_tables_touch_and_none_ends_the_file(model: ComposeModel) -> None:
    """Word joins tables that touch, and wants a paragraph after the last."""
    body = docx.Document(io.BytesIO(compose(model))).element.body
    names = [etree.QName(child).localname for child in body]
    assert names[-2:] == ["p", "sectPr"]
    assert ("tbl", "tbl") not in itertools.pairwise(names)


def test_appendices_begin_new_sheets_counted_from_one() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1."""
    model = dataclasses.replace(PLAN, annexes=(Appendix("Nhiệm vụ", (WIDE,)), Appendix("Số liệu", (FIGURES,))))
    sections = docx.Document(io.BytesIO(compose(model))).sections
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert all('w:pgNumType w:start="1"' in etree.tostring(section._sectPr).decode() for section in sections)
    assert all(section.different_first_page_header_footer for section in sections)
    said = texts(model)
    at = said.index("Phụ lục I")
    assert said[at + 1] == "NHIỆM VỤ"
    assert said[at + 2] == "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Minh Hòa)"
    assert "Phụ lục II" in said


def test_one_appendix_has_no_number_and_the_party_counts_in_arabic_figures() -> None:
    """Hướng dẫn 36-HD/VPTW, 4.5."""
    one, two = (Appendix("Số liệu", (FIGURES,)),), (Appendix("Số liệu", (FIGURES,)), Appendix("Số liệu", (FIGURES,)))
    assert "Phụ lục" in texts(dataclasses.replace(PLAN, annexes=one))
    party = dataclasses.replace(PLAN, system="party", symbol="KH/ĐU", issuer="Đảng ủy xã Minh Hòa", annexes=two)
    said = texts(party)
    assert {"PHỤ LỤC 1", "PHỤ LỤC 2"} <= set(said)
    assert "(Kèm theo Kế hoạch số 05-KH/ĐU, ngày 05/3/2026 của Đảng ủy xã Minh Hòa)" in said


def test_an_attached_document_has_a_head_without_number() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.3."""
    attached = Attached("quy chế", "Làm việc của Tổ công nghệ số", (Paragraph("Nội dung"),))
    said = texts(dataclasses.replace(DECISION, issuer="Ủy ban nhân dân\nxã Minh Hòa", annexes=(attached,)))
    assert said.count("Độc lập - Tự do - Hạnh phúc") == 2
    at = said.index("QUY CHẾ")
    assert said[at + 2].startswith("(Kèm theo Quyết định số 07/QĐ-UBND ngày 03 tháng 02 năm 2026")
    assert said[-2:] == ["Nội dung./.", ""] or said[-1] == "Nội dung./."


def test_bases_end_as_each_layout_has_it() -> None:
    """Nghị định 30, Phụ lục I, II.6.a: laws without number; Hướng dẫn 36, 1.6.2: a comma after the last."""
    bases = (
        Reference("luật", None, "2025-06-16", None, "Tổ chức chính quyền địa phương"),
        Reference("nghị quyết", "12/NQ-HĐND", "2025-12-05", "Hội đồng nhân dân xã", "về nhiệm vụ năm 2026"),
        "Theo đề nghị của Chánh Văn phòng.",
    )
    said = texts(dataclasses.replace(DECISION, bases=bases))
    at = said.index("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")
    assert said[at + 1].startswith("Căn cứ Nghị quyết số 12/NQ-HĐND ngày 05 tháng 12 năm 2025 của Hội đồng")
    assert said[at + 2] == "Theo đề nghị của Chánh Văn phòng."
    party = dataclasses.replace(
        DECISION, system="party", symbol="QĐ/ĐU", authority="Ban Thường vụ Đảng ủy", bases=bases[1:]
    )
    said = texts(party)
    at = said.index("Theo đề nghị của Chánh Văn phòng,")
    assert said[at + 1] == "BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH:"
    assert said[at - 1].startswith("Căn cứ Nghị quyết số 12/NQ-HĐND, ngày 05/12/2025 của")


@pytest.mark.parametrize("draft, printed", [(0, "Dự thảo"), (2, "Dự thảo lần 2")])
def test_drafts_say_so_under_the_number(draft: int, printed: str) -> None:
    said = texts(dataclasses.replace(PLAN, draft=draft))
    assert said[said.index("Số: 05/KH-UBND") + 1] == printed


def test_joint_documents_are_signed_side_by_side_the_one_in_charge_on_the_right() -> None:
    """Hướng dẫn 36-HD/VPTW, 1.7.2."""
    model = dataclasses.replace(PLAN, cosigners=JOINT, signature=Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. UBND",)))
    said = texts(model)
    assert said.index("TM. BAN THƯỜNG TRỰC ỦY BAN MTTQ") < said.index("TM. UBND") < said.index("TRƯỞNG CÔNG AN XÃ")
    assert said.index("TRƯỞNG CÔNG AN XÃ") < said.index("Nơi nhận:")


@pytest.mark.parametrize("to", ["docx", "pdf"])
@pytest.mark.parametrize("others", [1, 2])
def test_the_signer_in_charge_of_a_joint_document_is_read_back(to: Any, others: int) -> None:
    signature = Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN",))
    form = vanban.to_form(
        vanban.read(compose(dataclasses.replace(PLAN, signature=signature, cosigners=JOINT[:others]), to))
    )
    assert form["signatory"] == {"name": "Nguyễn Văn A", "title": "CHỦ TỊCH", "authority": "TM. ỦY BAN NHÂN DÂN"}
    assert form["recipients"] == ["Như trên", "Lưu: VT"]


def test_a_dispatch_says_who_wires_whom() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.6."""
    said = texts(dataclasses.replace(LETTER, type="công điện", symbol="CĐ-UBND", authority="Chủ tịch UBND xã"))
    at = said.index("Chủ tịch UBND xã điện:")
    assert said[at + 1 : at + 3] == ["- Phòng Văn hóa - Xã hội;", "- Công an xã."]
