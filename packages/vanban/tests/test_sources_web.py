"""Saved web pages: from portals, from Word, from LibreOffice."""

from __future__ import annotations

import unicodedata

import pytest
from vanban.sources import open_source

HEAD = (
    "<table><tr><td><p>ỦY BAN NHÂN DÂN<br>XÃ MINH HÒA</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>"
    "<p>Độc lập - Tự do - Hạnh phúc</p></td></tr><tr><td>Số: 12/KH-UBND</td>"
    "<td>Minh Hòa, ngày 05 tháng 01 năm 2026</td></tr></table>"
)
BODY = "<p>KẾ HOẠCH</p><p>Truyền thông\n   năm&nbsp;2026</p>"
SIGNATURE = "<table><tr><td>Nơi nhận:<br>- Lưu: VT.</td><td>CHỦ TỊCH<br><br>Nguyễn Văn A</td></tr></table>"


def page(body: str, charset: str = "utf-8") -> bytes:
    text = f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>Cổng thông tin</title></head><body>{body}'
    return f"{text}</body></html>".encode(charset)


def lines_of(data: bytes) -> list[str]:
    return open_source(data).text.splitlines()


DOCUMENT = [
    "ỦY BAN NHÂN DÂN",
    "XÃ MINH HÒA",
    "Số: 12/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Minh Hòa, ngày 05 tháng 01 năm 2026",
    "KẾ HOẠCH",
    "Truyền thông năm 2026",
    "Nơi nhận:",
    "- Lưu: VT.",
    "CHỦ TỊCH",
    "Nguyễn Văn A",
]


def test_a_block_is_a_line_and_columns_are_read_one_after_the_other() -> None:
    source = open_source(page(HEAD + BODY + SIGNATURE))
    assert source.text.splitlines() == DOCUMENT
    assert source.kind == "html"
    assert source.remarks == ()


def test_what_a_portal_puts_around_a_document_is_left_out() -> None:
    menu = "<div><ul><li><a href='/'>Trang chủ</a></li><li>Liên hệ</li></ul></div>"
    related = "<div><h3>Văn bản liên quan</h3><p>Số: 99/KH-UBND</p></div>"
    source = open_source(page(f"{menu}<div><div id='vb'>{HEAD}{BODY}{SIGNATURE}</div></div>{related}"))
    assert source.text.splitlines() == DOCUMENT
    assert [remark.kind for remark in source.remarks] == ["web"]


def test_an_annex_beside_the_document_is_part_of_it() -> None:
    annex = "<div><p>PHỤ LỤC</p><p>(Kèm theo Kế hoạch số 12/KH-UBND)</p></div>"
    document = f"<div><div>{HEAD}{BODY}{SIGNATURE}</div>{annex}</div>"
    lines = lines_of(page(f"<div>Đăng nhập</div>{document}<div>Bản quyền</div>"))
    assert lines == [*DOCUMENT, "PHỤ LỤC", "(Kèm theo Kế hoạch số 12/KH-UBND)"]


def test_without_the_marks_of_a_document_the_whole_page_is_read() -> None:
    assert lines_of(page("<article>Lời ngỏ</article><p>Ủy ban nhân dân xã Minh Hòa thông báo lịch tiếp dân.</p>")) == [
        "Lời ngỏ",
        "Ủy ban nhân dân xã Minh Hòa thông báo lịch tiếp dân.",
    ]


def test_scripts_hidden_parts_and_deleted_words_are_left_out() -> None:
    body = (
        "<p>Thời hạn <del>30/6</del><ins>15/7</ins></p><script>alert(1)</script><style>p{}</style>"
        "<p style='display:none'>ẩn</p><p hidden>ẩn</p><span style='mso-hide:all'>ẩn</span><!-- ghi chú -->"
    )
    assert lines_of(page(body)) == ["Thời hạn 15/7"]


def test_a_data_table_keeps_its_cells() -> None:
    body = (
        "<table><thead><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th><th>Thời gian</th></tr></thead>"
        "<tr><td colspan=4>I. Nhóm việc</td></tr>"
        "<tr><td>1</td><td>Mở<br>chuyên mục</td><td rowspan=2>Văn phòng</td><td>Quý I</td></tr>"
        "<tr><td>2</td><td>Tập huấn</td><td>Quý II</td></tr></table>"
    )
    (table,) = open_source(page(body)).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["I. Nhóm việc"],
        ["1", "Mở chuyên mục", "Văn phòng", "Quý I"],
        ["2", "Tập huấn", "", "Quý II"],
    ]


def test_tables_that_lay_out_the_page_are_no_tables() -> None:
    inner = "<table><tr><td>a</td><td>b</td><td>c</td><td>d</td></tr></table>"
    source = open_source(page(f"<table><tr><td>Một<p>Hai</p></td><td>{inner}</td></tr></table>"))
    assert source.text.splitlines() == ["Một", "Hai", "a | b | c | d"]
    assert len(source.tables) == 1


def test_lists_print_their_labels() -> None:
    body = (
        "<ol type='I'><li><p>Mục đích</p><ol><li>Một</li><li value=5>Năm</li><li>Sáu</li></ol></li></ol>"
        "<ol type=a start=2><li>Điểm b</li></ol><ul><li>Gạch</li></ul>"
    )
    assert lines_of(page(body)) == ["I. Mục đích", "1. Một", "5. Năm", "6. Sáu", "b. Điểm b", "- Gạch"]


def test_preformatted_lines_stay_lines() -> None:
    assert lines_of(page("<pre>Dòng một\n  dòng hai</pre>")) == ["Dòng một", "  dòng hai"]


@pytest.mark.parametrize(
    ("charset", "written"),
    [("utf-8", "Kế hoạch"), ("utf-16", "Kế hoạch"), ("windows-1258", "Kê\u0301 hoa\u0323ch"), ("iso-8859-1", "êé")],
)
def test_the_code_page_is_the_declared_one(charset: str, written: str) -> None:
    data = f"<html><meta charset='{charset}'><p>{written}</p></html>".encode(charset)
    assert open_source(data).text == unicodedata.normalize("NFC", written)


def test_a_wrongly_declared_code_page_does_no_harm() -> None:
    assert lines_of("<html><meta charset='iso-8859-1'><p>Kế hoạch</p></html>".encode()) == ["Kế hoạch"]


def test_words_as_entities() -> None:
    assert lines_of(b"<html><body><p>K&#7871; ho&#7841;ch &amp; &ecirc;</p></body></html>") == ["Kế hoạch & ê"]


def test_a_page_saved_as_one_file() -> None:
    data = (
        'From: <Saved by browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x; type="text/html"'
        "\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<p>K=E1=BA=BF ho=E1=BA=A1ch</p>\r\n--x--\r\n"
    )
    source = open_source(data.encode())
    assert source.text == "Kế hoạch"
    assert source.kind == "html"
