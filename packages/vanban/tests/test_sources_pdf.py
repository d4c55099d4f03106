"""Text layers: columns told apart, stamped blanks filled, places kept."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from vanban.source import Table
from vanban.sources import open_source

Maker = Callable[..., bytes]

HEAD = [
    (85, 780, "ỦY BAN NHÂN DÂN"),
    (290, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (100, 764, "XÃ MINH HÒA"),
    (320, 764, "Độc lập - Tự do - Hạnh phúc"),
    (85, 740, "Số:"),
    (150, 740, "/TB-UBND"),
    (300, 740, "Minh Hòa, ngày"),
    (430, 740, "tháng 8 năm 2026"),
    (250, 700, "THÔNG BÁO"),
    (85, 660, "Ủy ban nhân dân xã thông báo lịch tiếp công dân."),
]


def test_columns_come_one_after_the_other(make_pdf: Maker) -> None:
    text = open_source(make_pdf(HEAD)).text
    assert [line.strip() for line in text.splitlines() if line.strip()][:6] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ MINH HÒA",
        "Số: /TB-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Minh Hòa, ngày tháng 8 năm 2026",
    ]


def test_recipients_and_signature_are_told_apart(make_pdf: Maker) -> None:
    page = [
        (85, 300, "Nơi nhận:"),
        (340, 300, "TM. ỦY BAN NHÂN DÂN"),
        (85, 286, "- Như trên;"),
        (370, 286, "CHỦ TỊCH"),
        (85, 272, "- Lưu: VT."),
        (370, 200, "Nguyễn Văn A"),
    ]
    lines = [line.strip() for line in open_source(make_pdf(page)).text.splitlines() if line.strip()]
    assert lines == ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"]


def test_stamped_number_and_day_fill_their_blanks(make_pdf: Maker) -> None:
    stamps = [(115, 740, "542"), (405, 740, "06"), (330, 810, "ĐẾN Số: 99 Ngày: 07"), (330, 822, "2026")]
    source = open_source(make_pdf(HEAD, stamps=stamps))
    assert "Số: 542 /TB-UBND" in source.text
    assert "ngày 06 tháng 8 năm 2026" in source.text
    assert "99" not in source.text
    stamped = [remark for remark in source.remarks if remark.kind == "stamp"]
    assert {source.text[r.span.start : r.span.end] for r in stamped if r.span} == {"542", "06"}


@pytest.mark.parametrize(
    "stamp",
    [
        pytest.param((115, 600, "542"), id="beside the blank"),
        pytest.param((405, 740, "45"), id="no day of a month"),
        pytest.param((115, 740, "abc"), id="no number"),
        pytest.param((500, 660, "12"), id="after a sentence"),
    ],
)
def test_a_stamp_that_does_not_belong_is_left_out(make_pdf: Maker, stamp: tuple[float, float, str]) -> None:
    assert open_source(make_pdf(HEAD, stamps=[stamp])).text == open_source(make_pdf(HEAD)).text


def test_two_different_stamps_leave_the_blank_empty(make_pdf: Maker) -> None:
    text = open_source(make_pdf(HEAD, stamps=[(115, 740, "542"), (117, 741, "17")])).text
    assert "542" not in text
    assert "17" not in text


def test_pages_and_boxes_point_at_the_print(make_pdf: Maker) -> None:
    source = open_source(make_pdf(HEAD, [(297, 810, "2"), (85, 700, "Trang sau của thông báo này.")]))
    assert [page.number for page in source.pages] == [1, 2]
    second = source.pages[1]
    assert source.text[second.start : second.end] == "Trang sau của thông báo này."  # the page number is gone
    at = source.text.index("THÔNG BÁO")
    x0, y0, x1, y1 = source.boxes[4 * at : 4 * at + 4]
    assert x0 == pytest.approx(250, abs=3)
    assert y0 < 842 - 700 < y1 + 3
    assert x1 > x0
    assert len(source.boxes) == 4 * (len(source.text) + 1)


def test_decomposed_letters_and_look_alikes_are_put_right(make_pdf: Maker) -> None:
    source = open_source(make_pdf([(85, 700, "Ủy ban nha\u0302n da\u0302n xã thƣờng xuyên hƣớng dẫn")]))
    assert source.text == "Ủy ban nhân dân xã thường xuyên hướng dẫn"
    assert len(source.boxes) == 4 * (len(source.text) + 1)


def test_a_page_without_text_is_named(make_pdf: Maker) -> None:
    assert open_source(make_pdf(HEAD, [])).remarks == ()  # nothing stands on it
    source = open_source(make_pdf(HEAD, [], drawing="100 400 200 200 re f"))
    assert [remark.message for remark in source.remarks] == ["Không nhận ra chữ nào ở trang 2."]


COLUMNS, ROWS = (80, 110, 300, 420, 520), (700, 670, 630, 600)
CELLS = [
    (85, 680, "TT"),
    (115, 680, "Nhiệm vụ"),
    (305, 680, "Chủ trì"),
    (425, 680, "Hạn"),
    (85, 655, "1"),
    (115, 655, "Mở chuyên mục trên"),
    (115, 640, "đài truyền thanh"),
    (305, 655, "Phòng Văn hóa"),
    (425, 655, "30/6"),
    (85, 610, "2"),
    (115, 610, "Tập huấn"),
    (305, 610, "Văn phòng"),
]


def grid(skip: tuple[tuple[int, int, int, int], ...] = ()) -> str:
    """The lines around every cell, except those in ``skip``."""
    lines = [(x0, y, x1, y) for y in ROWS for x0, x1 in pairwise(COLUMNS)]
    lines += [(x, y0, x, y1) for x in COLUMNS for y0, y1 in pairwise(ROWS)]
    return "\n".join(f"{a} {b} m {c} {d} l S" for a, b, c, d in lines if (a, b, c, d) not in skip)


def thin_boxes() -> str:
    across = [f"{COLUMNS[0]} {y} {COLUMNS[-1] - COLUMNS[0]} 0.5 re f" for y in ROWS]
    down = [f"{x} {ROWS[-1]} 0.5 {ROWS[0] - ROWS[-1]} re f" for x in COLUMNS]
    return "\n".join(across + down)


TABLE = [
    ["TT", "Nhiệm vụ", "Chủ trì", "Hạn"],
    ["1", "Mở chuyên mục trên đài truyền thanh", "Phòng Văn hóa", "30/6"],
    ["2", "Tập huấn", "Văn phòng", ""],
]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("drawing", [grid(), thin_boxes()], ids=["strokes", "thin boxes"])
def test_a_ruled_table_is_read_cell_by_cell(make_pdf: Maker, drawing: str) -> None:
    page = [(85, 760, "Phân công nhiệm vụ như sau:"), *CELLS, (85, 560, "Các đơn vị thực hiện.")]
    source = open_source(make_pdf(page, drawing=drawing))
    (table,) = source.tables
    assert texts(table) == TABLE
    assert all(source.text[c.span.start : c.span.end] == c.text for row in table.rows for c in row)
    lines = source.text.splitlines()
    assert lines[0].strip() == "Phân công nhiệm vụ như sau:"
    assert lines[2] == "1 | Mở chuyên mục trên đài truyền thanh | Phòng Văn hóa | 30/6"
    assert lines[-1].strip() == "Các đơn vị thực hiện."


def test_cells_without_a_line_between_are_one(make_pdf: Maker) -> None:
    below = (300, 630, 420, 630)
    beside = (110, 670, 110, 630)
    source = open_source(make_pdf(CELLS, drawing=grid((below, beside))))
    assert texts(source.tables[0]) == [
        TABLE[0],
        ["1 Mở chuyên mục trên đài truyền thanh", "Phòng Văn hóa Văn phòng", "30/6"],
        ["2", "Tập huấn", "", ""],
    ]


def test_a_table_goes_on_over_the_page_end(make_pdf: Maker) -> None:
    source = open_source(make_pdf(CELLS, CELLS, drawing=grid()))
    (table,) = source.tables
    assert texts(table) == TABLE + TABLE


@pytest.mark.parametrize(
    "drawing",
    ["100 600 m 400 600 l S", "80 590 440 120 re S", "80 590 440 120 re f", "0 0 m 500 700 l S 10 10 m 300 20 l S"],
    ids=["rule", "frame", "shading", "slanting"],
)
def test_other_drawings_are_no_tables(make_pdf: Maker, drawing: str) -> None:
    source = open_source(make_pdf(CELLS, drawing=drawing))
    assert source.tables == ()
    assert source.text == open_source(make_pdf(CELLS)).text


def test_first_lines_keep_their_indent(make_pdf: Maker) -> None:
    page = [
        (121, 700, "1. Các đơn vị tổ chức thực hiện và báo cáo kết quả"),
        (85, 684, "về Ủy ban nhân dân xã trước ngày 15 hằng tháng để"),
        (85, 668, "tổng hợp."),
        (121, 652, "2. Văn phòng theo dõi."),
    ]
    lines = open_source(make_pdf(page)).text.splitlines()
    assert [line.startswith("   ") for line in lines] == [True, False, False, True]
