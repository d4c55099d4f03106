"""Word files as Word prints them."""

import io
import zipfile
from collections.abc import Callable

import pytest
import vanban
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
        "theo Kế hoạch¹ của tỉnh",
        "KHẨN",
        "¹ Kế hoạch số 5/KH-UBND",
    ]


@pytest.mark.parametrize("depth", [60, 5000])
def test_nesting_is_bounded(make_docx: Maker, p: Xml, depth: int) -> None:
    body = "<w:tbl><w:tr><w:tc>" * depth + p("sâu") + "</w:tc></w:tr></w:tbl>" * depth
    source = open_source(make_docx(body))
    assert source.text.strip() in ("sâu", "")
    assert source.text or source.remarks[0].kind == "unreadable"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(*parts: str) -> str:
    """A field with its instruction and, after it, its result."""
    marks = ("begin", "separate", "end")[: len(parts) + 1] if len(parts) > 1 else ("begin", "end")
    out = ""
    for mark, part in zip(marks, (*parts, ""), strict=False):
        out += f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>{part}'
    return out


def test_a_text_box_kept_twice_for_old_programs_is_read_once(make_docx: Maker, p: Xml) -> None:
    body = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>Kính gửi</w:t>'
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{p('HỎA TỐC')}</w:txbxContent>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{p('HỎA TỐC')}</w:txbxContent></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(make_docx(body)).splitlines() == ["Kính gửi", "HỎA TỐC"]


def test_a_table_in_a_text_box_is_read_once(make_docx: Maker, p: Xml) -> None:
    box = f"<w:txbxContent>{p('Trước')}{table(cell('a') + cell('b'))}{p('Sau')}</w:txbxContent>"
    body = f"<w:p><w:r><w:t>Đoạn</w:t><w:pict>{box}</w:pict></w:r></w:p>"
    assert text_of(make_docx(body)).splitlines() == ["Đoạn", "Trước", "a b", "Sau"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(make_docx: Maker, li: Xml) -> None:
    cut = li("Mở chuyên mục", 1, 1).replace("</w:numPr>", "</w:numPr><w:rPr><w:del/></w:rPr>")
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>việc đã bỏ</w:delText></w:r></w:del></w:p>"
    )
    body = li("Một", 1, 1) + gone + cut + li(" trên đài", 1, 1) + li("Ba", 1, 1)
    source = open_source(make_docx(body, numbering=LIST))
    assert source.text.splitlines() == ["1. Một", "2. Mở chuyên mục trên đài", "3. Ba"]
    assert [remark.kind for remark in source.remarks] == ["changes"]


def test_a_moved_sentence_stands_where_it_went(make_docx: Maker, p: Xml) -> None:
    moved = "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom><w:r><w:t>Ý</w:t></w:r></w:moveFrom></w:p>"
    body = moved + p("Một") + "<w:p><w:moveTo><w:r><w:t>Ý</w:t></w:r></w:moveTo></w:p>"
    assert text_of(make_docx(body)).splitlines() == ["Một", "Ý"]


def test_deleted_rows_and_cells_are_left_out(make_docx: Maker) -> None:
    rows = (
        f"<w:tr>{cell('a')}{cell('b')}{cell('cũ', properties='<w:cellDel/>')}{cell('c')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('x')}{cell('y')}{cell('z')}</w:tr>"
        f"<w:tr><w:trPr><w:ins/></w:trPr>{cell('d')}{cell('e')}{cell('f')}</w:tr>"
    )
    assert text_of(make_docx(f"<w:tbl>{rows}</w:tbl>")).splitlines() == ["a | b | c", "d | e | f"]


def test_of_a_field_in_a_field_only_the_result_is_read(make_docx: Maker) -> None:
    inner = field("<w:r><w:instrText>MERGEFIELD x</w:instrText></w:r>", run("trong câu lệnh"))
    body = f"<w:p>{run('Hạn ')}{field(inner + '<w:r><w:instrText>IF</w:instrText></w:r>', run('30/6'))}{run('.')}</w:p>"
    assert text_of(make_docx(body)) == "Hạn 30/6."


def test_a_field_without_an_end_does_not_swallow_the_document(make_docx: Maker, p: Xml) -> None:
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert text_of(make_docx(f"<w:p>{run('Một')}{open_field}</w:p>{p('Hai')}")).splitlines() == ["Một", "Hai"]


def test_a_control_that_nobody_filled_in_is_left_out(make_docx: Maker) -> None:
    def control(properties: str, text: str) -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"

    body = f"<w:p>{run('Ngày ')}{control('<w:showingPlcHdr/>', 'Bấm để nhập')}{control('', '05')}</w:p>"
    assert text_of(make_docx(body)) == "Ngày 05"


def test_hidden_by_its_style_or_shown_in_spite_of_it(make_docx: Maker, p: Xml) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p("ẩn", '<w:pStyle w:val="A"/>') + p("hiện")
    shown = '<w:vanish w:val="0"/>'
    body += f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>{run("vẫn hiện", shown)}</w:p>'
    assert text_of(make_docx(body, styles=styles)).split() == ["hiện", "vẫn", "hiện"]


def test_fonts_from_before_unicode_are_converted(make_docx: Maker) -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="character" w:styleId="V"><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr></w:style>'
    )
    runs = (
        run("KÕ ho¹ch ")
        + run("Coäng hoøa", '<w:rStyle w:val="V"/>')
        + run(" số 5", '<w:rFonts w:ascii="Times New Roman"/>')
        + run(" kÕ", '<w:rFonts w:ascii=".VnTimeH"/>')
        + run(" xã", '<w:rFonts w:asciiTheme="minorHAnsi"/>')
    )
    body = f"<w:p>{runs}</w:p>"
    source = open_source(make_docx(body, styles=styles))
    assert source.text == "Kế hoạch Cộng hòa số 5 KẾ xã"
    assert ".VnTime" in source.remarks[0].message


def test_a_letter_of_an_old_font_that_is_cut_between_runs(make_docx: Maker) -> None:
    font = "<w:rFonts w:ascii='VNI-Times'/>"
    assert text_of(make_docx(f"<w:p>{run('Co', font)}{run('äng', font + '<w:b/>')}</w:p>")) == "Cộng"


def with_header(make_docx: Maker, body: str, header: str, kind: str = "default", section: str = "") -> bytes:
    """A .docx whose section has the given header."""
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    reference = f'<w:headerReference xmlns:r="{rels}" r:id="rId7" w:type="{kind}"/>'
    data = io.BytesIO(make_docx(f"{body}<w:sectPr>{reference}{section}</w:sectPr>"))
    with zipfile.ZipFile(data, "a") as archive:
        name = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{name}"><Relationship Id="rId7" Type="{rels}/header" Target="header9.xml"/>'
            "</Relationships>",
        )
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        archive.writestr("word/header9.xml", f'<w:hdr xmlns:w="{space}">{header}</w:hdr>')
    return data.getvalue()


def test_a_letterhead_in_the_header_is_read_first(make_docx: Maker, p: Xml) -> None:
    head = table(cell("XÃ MINH HÒA", "Số: 12/KH-UBND") + cell("Độc lập - Tự do - Hạnh phúc"))
    lines = ["XÃ MINH HÒA", "Số: 12/KH-UBND", "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH"]
    assert text_of(with_header(make_docx, p("KẾ HOẠCH"), head)).splitlines() == lines
    first = with_header(make_docx, p("KẾ HOẠCH"), head, "first", "<w:titlePg/>")
    assert text_of(first).splitlines() == lines
    assert text_of(with_header(make_docx, p("KẾ HOẠCH"), head, "first")) == "KẾ HOẠCH"


def test_of_a_running_header_only_marks_are_read(make_docx: Maker, p: Xml) -> None:
    data = with_header(make_docx, p("KẾ HOẠCH"), p("Kế hoạch năm 2026") + p("MẬT") + p("2"))
    assert text_of(data).splitlines() == ["MẬT", "KẾ HOẠCH"]


def test_comments_macros_and_parts_put_in_are_remarked(make_docx: Maker, p: Xml) -> None:
    comments = f'<w:comment w:id="0">{p("Xem lại")}</w:comment>'
    data = io.BytesIO(make_docx(p("Một") + "<w:altChunk/>", comments=comments))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    source = open_source(data.getvalue())
    assert source.text == "Một"
    assert [remark.kind for remark in source.remarks] == ["macros", "comments", "embedded"]
    assert "1 ghi chú" in source.remarks[1].message


def test_the_document_may_be_called_otherwise(make_docx: Maker, p: Xml) -> None:
    data = io.BytesIO()
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(io.BytesIO(make_docx(p("Một")))) as old, zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document2.xml", old.read("word/document.xml"))
        archive.writestr("_rels/.rels", f'<R><Relationship Type="{types}" Target="/word/document2.xml"/></R>')
    assert text_of(data.getvalue()) == "Một"


def test_symbols_and_formulas_keep_what_they_say(make_docx: Maker) -> None:
    math = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=2</m:t></m:r></m:oMath>'
    body = f'<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>{run(" Có ")}{math}</w:p>'
    assert text_of(make_docx(body)) == "☒ Có x=2"


def test_cells_joined_sideways_and_rows_that_begin_late(make_docx: Maker) -> None:
    joined = cell("a", properties='<w:hMerge w:val="restart"/>') + cell("", properties="<w:hMerge/>") + cell("b")
    late = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("d") + cell("e")
    body = table(joined, cell("c") + cell("d") + cell("e"), late)
    assert text_of(make_docx(body)).splitlines() == ["a | b", "c | d | e", " | d | e"]


@pytest.mark.parametrize("words", ["Ban hành kèm Kế hoạch số 5/KH-UBND", "theo số liệu năm 2025", "12 xã và 3 phường"])
def test_notes_of_word_are_footnotes_whatever_they_begin_with(make_docx: Maker, p: Xml, words: str) -> None:
    body = (
        f'<w:p>{run("Thực hiện kế hoạch của tỉnh")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(" từ quý I.")}</w:p>'
    )
    notes = f'<w:footnote w:id="2">{p(words)}</w:footnote>'
    document = vanban.read(make_docx(body + p("Đoạn sau."), footnotes=notes))
    (note,) = document.footnotes
    assert (note.mark, note.text.value) == ("¹", words)
    assert note.at is not None
    assert document.text[: note.at.end] == "Thực hiện kế hoạch của tỉnh¹"


def test_raised_figures_stay_apart(make_docx: Maker) -> None:
    raised = run("2", '<w:vertAlign w:val="superscript"/>')
    assert text_of(make_docx(f"<w:p>{run('25 m')}{raised}{run('; năm 2025')}{raised}</w:p>")) == "25 m²; năm 2025²"
