"""Word files as Word prints them."""

from collections.abc import Callable

import pytest
from vanban.sources import open_source

Maker = Callable[..., bytes]
Xml = Callable[..., str]


def level(depth: int, kind: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LIST = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "lowerLetter", "%3)")
    + level(3, "decimal", "%2.%4.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def text_of(data: bytes) -> str:
    return open_source(data).text


def cell(*texts: str, properties: str = "") -> str:
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_automatic_numbers_are_counted(make_docx: Maker, li: Xml) -> None:
    items = [
        ("Mục đích", 0),
        ("Yêu cầu", 1),
        ("Nội dung", 1),
        ("Điểm", 2),
        ("Điểm", 2),
        ("Ý", 3),
        ("Tổ chức", 0),
        ("Một", 1),
    ]
    body = "".join(li(text, 1, depth) for text, depth in items)
    assert text_of(make_docx(body, numbering=LIST)).splitlines() == [
        "I. Mục đích",
        "1. Yêu cầu",
        "2. Nội dung",
        "a) Điểm",
        "b) Điểm",
        "2.1. Ý",
        "II. Tổ chức",
        "1. Một",
    ]


def test_a_list_that_starts_over_does(make_docx: Maker, li: Xml) -> None:
    body = li("Một", 1, 1) + li("Hai", 1, 1) + li("Năm", 3, 1) + li("Sáu", 3, 1)
    assert text_of(make_docx(body, numbering=LIST)).splitlines() == ["1. Một", "2. Hai", "5. Năm", "6. Sáu"]


def test_bullets_become_dashes(make_docx: Maker, li: Xml) -> None:
    assert text_of(make_docx(li("Đài truyền thanh", 2), numbering=LIST)) == "- Đài truyền thanh"


def test_numbering_comes_from_a_style_too(make_docx: Maker, p: Xml) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
        "</w:pPr><w:rPr><w:caps/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    body = p("một", '<w:pStyle w:val="A"/>') + p("hai", '<w:pStyle w:val="B"/>') + p("ba")
    assert text_of(make_docx(body, numbering=LIST, styles=styles)).splitlines() == ["1. MỘT", "2. HAI", "ba"]


def test_an_empty_paragraph_of_a_list_prints_its_number(make_docx: Maker, li: Xml) -> None:
    rows = [f"<w:tc>{li('', 1, 1)}</w:tc>{cell(text)}" for text in ("Mở chuyên mục", "Tập huấn")]
    head = cell("TT") + cell("Nhiệm vụ")
    source = open_source(make_docx(table(head, *rows), numbering=LIST))
    assert source.text.splitlines() == ["TT | Nhiệm vụ", "1. | Mở chuyên mục", "2. | Tập huấn"]


def test_final_text_of_tracked_changes(make_docx: Maker) -> None:
    body = (
        "<w:p><w:r><w:t>Thời hạn </w:t></w:r><w:del><w:r><w:delText>30/6</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>15/7</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
    )
    assert text_of(make_docx(body)) == "Thời hạn 15/7"


def test_fields_links_breaks_and_controls(make_docx: Maker) -> None:
    body = (
        "<w:p><w:r><w:t>Số</w:t><w:tab/><w:t>12</w:t><w:noBreakHyphen/><w:t>CV</w:t><w:br/></w:r><w:r><w:fldChar"
        ' w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r>'
        '<w:fldChar w:fldCharType="separate"/>'
        '</w:r><w:r><w:t>năm 2026</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:fldSimple w:instr="X"><w:r><w:t>'
        " quý I</w:t></w:r></w:fldSimple><w:sdt><w:sdtPr><w:alias/></w:sdtPr>"
        "<w:sdtContent><w:hyperlink><w:r><w:t> xem</w:t>"
        "</w:r></w:hyperlink></w:sdtContent></w:sdt></w:p>"
    )
    assert text_of(make_docx(body)) == "Số\t12-CV\nnăm 2026 quý I xem"


def test_a_letterhead_is_read_column_by_column(make_docx: Maker) -> None:
    left = cell("ỦY BAN NHÂN DÂN", "XÃ MINH HÒA")
    right = cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    body = table(left + right, cell("Số: 12/KH-UBND") + cell("Minh Hòa, ngày 05 tháng 01 năm 2026"))
    source = open_source(make_docx(body))
    assert source.text.splitlines() == [
        "ỦY BAN NHÂN DÂN",
        "XÃ MINH HÒA",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Minh Hòa, ngày 05 tháng 01 năm 2026",
    ]
    assert source.tables == ()


def test_a_whole_document_in_one_table_keeps_its_order(make_docx: Maker) -> None:
    body = table(
        cell("XÃ MINH HÒA", "Số: 12/TB-UBND") + cell("Độc lập - Tự do - Hạnh phúc"),
        cell("THÔNG BÁO", properties='<w:gridSpan w:val="2"/>'),
        cell("Nơi nhận:", "- Lưu: VT.") + cell("CHỦ TỊCH"),
    )
    assert text_of(make_docx(body)).splitlines() == [
        "XÃ MINH HÒA",
        "Số: 12/TB-UBND",
        "Độc lập - Tự do - Hạnh phúc",
        "THÔNG BÁO",
        "Nơi nhận:",
        "- Lưu: VT.",
        "CHỦ TỊCH",
    ]


def test_a_data_table_keeps_its_cells(make_docx: Maker, p: Xml) -> None:
    body = p("Bảng") + table(
        cell("TT") + cell("Nhiệm vụ") + cell("Chủ trì"),
        cell("I. Nhóm việc", properties='<w:gridSpan w:val="3"/>'),
        cell("1") + cell("Mở chuyên", "mục") + cell("Văn phòng", properties='<w:vMerge w:val="restart"/>'),
        cell("2") + cell("Tập huấn") + cell("", properties="<w:vMerge/>"),
    )
    source = open_source(make_docx(body))
    (built,) = source.tables
    assert [[c.text for c in row] for row in built.rows] == [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["I. Nhóm việc"],
        ["1", "Mở chuyên mục", "Văn phòng"],
        ["2", "Tập huấn", ""],
    ]
    assert all(source.text[c.span.start : c.span.end] == c.text for row in built.rows for c in row)
    assert source.text.splitlines()[3] == "1 | Mở chuyên mục | Văn phòng"


def test_footnotes_and_text_boxes_follow_their_paragraph(make_docx: Maker, p: Xml) -> None:
    body = (
        '<w:p><w:r><w:t>theo Kế hoạch</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:t> của tỉnh</w:t></w:r>"
        f"<w:r><w:pict><w:txbxContent>{p('KHẨN')}</w:txbxContent></w:pict></w:r></w:p>"
    )
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Kế hoạch số 5/KH-UBND")}</w:footnote>'
    )
    assert text_of(make_docx(body, footnotes=notes)).splitlines() == [
        "theo Kế hoạch1 của tỉnh",
        "KHẨN",
        "1 Kế hoạch số 5/KH-UBND",
    ]


@pytest.mark.parametrize("depth", [60, 5000])
def test_nesting_is_bounded(make_docx: Maker, p: Xml, depth: int) -> None:
    body = "<w:tbl><w:tr><w:tc>" * depth + p("sâu") + "</w:tc></w:tr></w:tbl>" * depth
    source = open_source(make_docx(body))
    assert source.text.strip() in ("sâu", "")
    assert source.text or source.remarks[0].kind == "unreadable"
