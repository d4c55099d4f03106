"""Task tables in the shapes in which extractors leave them."""

from collections.abc import Callable

import pytest
import vanban
from body_helpers import body_of, tasks_of
from vanban.body import read_body
from vanban.model import Span
from vanban.source import Cell, Source, Table

SHAPES = {
    "Markdown": (
        """
        II. PHÂN CÔNG

        | TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
        |---|---|---|---|---|
        | 1 | Rà soát thủ tục | Phòng Tư pháp | Công an xã; các thôn | Quý I/2026 |
        | 2 | Lắp loa thông minh | Trung tâm Văn hóa | | 6/2026 |
        """,
        [
            "II.1: Rà soát thủ tục [Phòng Tư pháp] (Công an xã; các thôn)",
            "II.2: Lắp loa thông minh [Trung tâm Văn hóa]",
        ],
    ),
    "group rows": (
        """
        | STT | Nhiệm vụ | Đơn vị thực hiện | Thời gian hoàn thành |
        |---|---|---|---|
        | **I** | Về thể chế | | |
        | 1. | Ban hành quy chế | Văn phòng | 3/2026 |
        | **II** | Về hạ tầng | | |
        | 2. | Kéo cáp quang | Phòng Kinh tế | 6/2026 |
        """,
        ["1: Ban hành quy chế [Văn phòng]", "2: Kéo cáp quang [Phòng Kinh tế]"],
    ),
    "numbers that begin anew in each group": (
        """
        | STT | Nhiệm vụ | Đơn vị thực hiện |
        |---|---|---|
        | I | Về thể chế | |
        | 1 | Ban hành quy chế | Văn phòng |
        | II | Về hạ tầng | |
        | 1 | Kéo cáp quang | Phòng Kinh tế |
        """,
        ["I.1: Ban hành quy chế [Văn phòng]", "II.1: Kéo cáp quang [Phòng Kinh tế]"],
    ),
    "one cell a line": (
        """
        |
        **STT**
        |
        **Nội dung công việc**
        |
        **Đơn vị chủ trì**
        |
        |
        1
        |
        Cấp phát tờ rơi đến
        từng hộ dân
        |
        Đoàn Thanh niên xã
        |
        |
        2
        |
        Chiếu phim lưu động
        |
        Trung tâm Văn hóa
        |

        Hết bảng.
        """,
        ["1: Cấp phát tờ rơi đến từng hộ dân [Đoàn Thanh niên xã]", "2: Chiếu phim lưu động [Trung tâm Văn hóa]"],
    ),
    "tabs": (
        "Thời gian\tNội dung\tĐơn vị phụ trách\n7h00 - 7h30\tĐón tiếp đại biểu\tVăn phòng xã\n7h30 - 8h00\tVăn nghệ "
        "chào mừng\tĐoàn Thanh niên\n",
        [": Đón tiếp đại biểu [Văn phòng xã]", ": Văn nghệ chào mừng [Đoàn Thanh niên]"],
    ),
    "one cell a line, without bars": (
        """
        II. PHÂN CÔNG

        STT

        Nội dung công việc

        Đơn vị chủ trì

        Đơn vị
        phối hợp

        Thời gian

        1

        Lắp đặt bảng tin điện tử tại
        trụ sở

        Phòng Kinh tế

        Tháng 6/2026

        2

        Tổng kết

        Văn phòng HĐND và UBND

        Các phòng

        Tháng 12/2026

        III. KINH PHÍ
        Từ ngân sách xã.
        """,
        [
            "II.1: Lắp đặt bảng tin điện tử tại trụ sở [Phòng Kinh tế]",
            "II.2: Tổng kết [Văn phòng HĐND và UBND] (Các phòng)",
        ],
    ),
    "a row that a page cut in two": (
        """
        | TT | Nội dung | Cơ quan chủ trì | Thời gian |
        |---|---|---|---|
        | 1 | Xây dựng cơ sở dữ liệu dùng chung và | Phòng Kinh tế | 2026 |
        |  | kết nối với hệ thống của tỉnh |  |  |
        | 2 | Đào tạo cán bộ | Phòng Nội vụ | 2026 |
        """,
        [
            "1: Xây dựng cơ sở dữ liệu dùng chung và kết nối với hệ thống của tỉnh [Phòng Kinh tế]",
            "2: Đào tạo cán bộ [Phòng Nội vụ]",
        ],
    ),
    "a head printed again on the next page": (
        """
        | TT | Nội dung | Cơ quan chủ trì |
        |---|---|---|
        | 1 | Khảo sát | Phòng Kinh tế |
        | TT | Nội dung | Cơ quan chủ trì |
        | 2 | Tổng kết | Văn phòng |
        """,
        ["1: Khảo sát [Phòng Kinh tế]", "2: Tổng kết [Văn phòng]"],
    ),
    "a head over two rows": (
        """
        | TT | Nhiệm vụ | Cơ quan thực hiện | | Thời gian |
        |---|---|---|---|---|
        | | | Chủ trì | Phối hợp | |
        | 1 | Đo đạc đất đai | Phòng Kinh tế | Các thôn | Quý II/2026 |
        """,
        ["1: Đo đạc đất đai [Phòng Kinh tế] (Các thôn)"],
    ),
    "columns numbered under the head": (
        """
        | TT | Nhiệm vụ | Chủ trì | Phối hợp |
        |---|---|---|---|
        | (1) | (2) | (3) | (4) |
        | 1 | Trồng cây xanh | Hội Nông dân | Các trường học |
        """,
        ["1: Trồng cây xanh [Hội Nông dân] (Các trường học)"],
    ),
    "an empty cell between bars on lines of their own": (
        """
        |
        TT
        |
        Nhiệm vụ
        |
        Cơ quan chủ trì
        |
        Cơ quan phối hợp
        |
        Thời gian
        |
        |
        1
        |
        Mở chuyên mục
        |
        Văn phòng
        |
        |
        Tháng 9/2025
        |
        |
        2
        |
        Tập huấn
        |
        Phòng Kinh tế
        |
        Các thôn
        |
        Quý IV/2025
        |
        """,
        ["1: Mở chuyên mục [Văn phòng]", "2: Tập huấn [Phòng Kinh tế] (Các thôn)"],
    ),
    "a table of figures is no task table": (
        """
        | STT | Nội dung | Tỷ lệ để lại | Nộp ngân sách |
        |---|---|---|---|
        | 1 | Phí tham quan | 90% | 10% |
        """,
        [],
    ),
}


@pytest.mark.parametrize("text, expected", SHAPES.values(), ids=SHAPES.keys())
def test_rows_of_task_tables(text: str, expected: list[str]) -> None:
    assert tasks_of(text, expected) == expected


def test_cells_hold_period_product_and_due_date() -> None:
    (task,) = body_of(
        """
        | TT | Nhiệm vụ | Chủ trì | Sản phẩm | Tiến độ | Kinh phí |
        |---|---|---|---|---|---|
        | 7 | Lập đề án | Phòng Kinh tế | Đề án được duyệt | Quý II/2026 | 50 triệu đồng |
        """
    ).assignments
    assert task.when is not None
    assert task.when.value == "Quý II/2026"
    assert task.due is not None
    assert task.due.value == "2026-06-30"
    assert task.product is not None
    assert task.product.value == "Đề án được duyệt"
    assert task.funding is not None
    assert task.funding.value == "50 triệu đồng"
    assert task.basis == "table"


def _known_table(rows: list[list[str]]) -> Source:
    text, cells = "", []
    for row in rows:
        line = []
        for place, cell in enumerate(row):
            text += " | " if place else ""
            line.append(Cell(cell, Span(len(text), len(text) + len(cell))))
            text += cell
        text += "\n"
        cells.append(tuple(line))
    return Source(text, "docx", tables=(Table(tuple(cells), Span(0, len(text))),))


def test_tables_that_the_format_knows_stand_in_an_appendix_under_PL() -> None:
    source = _known_table([["TT", "Nội dung", "Đơn vị chủ trì"], ["1", "Tập huấn", "Phòng Nội vụ"]])
    title = "PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n"
    moved = Table(
        tuple(
            tuple(Cell(c.text, Span(c.span.start + len(title), c.span.end + len(title))) for c in row)
            for row in source.tables[0].rows
        ),
        Span(len(title), len(title) + len(source.text)),
    )
    whole = Source(title + source.text, "docx", tables=(moved,))
    body = read_body(whole, Span(0, 0), (Span(0, len(whole.text)),))
    assert [(task.section, task.text.value, task.lead[0].value) for task in body.assignments] == [
        ("PL.1", "Tập huấn", "Phòng Nội vụ")
    ]
    assert whole.text[body.assignments[0].text.span.start :].startswith("Tập huấn")  # type: ignore[union-attr]


def test_rows_of_a_table_are_no_paragraphs_of_the_outline() -> None:
    source = _known_table([["I", "Về thể chế", ""], ["1", "Tập huấn", "Phòng Nội vụ"]])
    assert read_body(source, Span(0, len(source.text))).outline == ()


def test_a_cell_merged_over_rows_holds_for_each_of_them(make_docx: Callable[..., bytes]) -> None:
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    first, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        (cell("TT"), cell("Nhiệm vụ"), cell("Chủ trì"), cell("Thời gian")),
        (cell("1"), cell("Mở chuyên mục"), cell("Phòng Văn hóa - Xã hội", first), cell("Quý I/2026", first)),
        (cell("2"), cell("Tập huấn tổ công nghệ số"), cell("", below), cell("", below)),
        (cell("3", first), cell("Hội thi tìm hiểu", first), cell("Văn phòng HĐND và UBND"), cell("Quý II/2026")),
        (cell("", below), cell("", below), cell("Trạm Y tế"), cell("")),
    )
    body = "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"
    document = vanban.read(make_docx(body))
    tasks = vanban.to_form(document)["assignments"]
    assert [(task["section"], task["lead"], task["due"]) for task in tasks] == [
        ("1", ["Phòng Văn hóa - Xã hội"], "2026-03-31"),
        ("2", ["Phòng Văn hóa - Xã hội"], "2026-03-31"),
        ("3", ["Văn phòng HĐND và UBND", "Trạm Y tế"], "2026-06-30"),
    ]
    spans = [document.text[task["span"][0] : task["span"][1]] for task in tasks]
    assert spans[1].startswith("2 | Tập huấn")
