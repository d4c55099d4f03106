"""Task tables of PDFs: ruled ones over pages, and those whose columns only their places show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import vanban

Maker = Callable[..., bytes]
Words = list[tuple[float, float, str]]

X = (70, 100, 300, 430)
HEADS = [(70, "TT"), (150, "Nhiệm vụ"), (310, "Cơ quan chủ trì"), (440, "Thời gian")]


def head(y: float) -> Words:
    return [(x, y, text) for x, text in HEADS]


def row(y: float, *cells: str) -> Words:
    """Cells one after the other, as an office program prints them; "\\n" parts the lines of a cell."""
    return [
        (x, y - 15 * number, line)
        for x, cell in zip(X, cells, strict=True)
        for number, line in enumerate(cell.split("\n"))
        if line
    ]


def text(y: float, *lines: str) -> Words:
    return [(70, y - 18 * number, line) for number, line in enumerate(lines)]


def tasks(data: bytes) -> list[tuple[str, str, list[str], str | None]]:
    return [
        (task.section, task.text.value, [lead.value for lead in task.lead], task.when and task.when.value)
        for task in vanban.read(data).assignments
    ]


INTRO = ("Ủy ban nhân dân xã phân công nhiệm vụ cho các đơn vị như sau:",)
TASKS = [
    ("1", "Mở chuyên mục trên đài truyền thanh xã", ["Phòng Văn hóa - Xã hội"], "Trước 30/6/2026"),
    ("2", "Tập huấn cho các thôn về dịch vụ công trực tuyến", ["Văn phòng"], "Quý III/2026"),
    ("3", "Báo cáo kết quả thực hiện", ["Văn phòng"], "Hằng quý"),
]


def table(y: float) -> Words:
    return [
        *head(y),
        *row(y - 20, "1", "Mở chuyên mục trên đài\ntruyền thanh xã", "Phòng Văn hóa -\nXã hội", "Trước 30/6/2026"),
        *row(y - 55, "2", "Tập huấn cho các thôn về\ndịch vụ công trực tuyến", "Văn phòng", "Quý III/2026"),
        *row(y - 90, "3", "Báo cáo kết quả thực hiện", "Văn phòng", "Hằng quý"),
    ]


def test_a_table_without_rules(make_pdf: Maker) -> None:
    page = [*text(780, *INTRO), *table(740), *text(600, "Các đơn vị báo cáo kết quả về Ủy ban nhân dân xã đúng hạn.")]
    data = make_pdf(page, size=11)
    assert tasks(data) == TASKS
    assert (
        vanban.read(data).text.splitlines()[-1].strip() == "Các đơn vị báo cáo kết quả về Ủy ban nhân dân xã đúng hạn."
    )


def test_its_values_stand_where_they_are_printed(
    make_pdf: Maker, check_values: Callable[[vanban.Document], None]
) -> None:
    document = vanban.read(make_pdf([*text(780, *INTRO), *table(740)], size=11))
    check_values(document)
    (lead,) = document.assignments[1].lead
    assert lead.span is not None
    assert lead.span.box is not None
    assert lead.span.box[0] == pytest.approx(300, abs=1)


def test_it_goes_on_on_the_next_page(make_pdf: Maker) -> None:
    first = [*text(780, *INTRO), *[word for word in table(740) if word[1] > 660]]
    second = [(290, 815, "2"), *[(x, y + 120, word) for x, y, word in table(740) if y <= 660]]
    assert tasks(make_pdf(first, second, size=11)) == TASKS


def test_group_rows_keep_their_place(make_pdf: Maker) -> None:
    page = [
        *text(780, *INTRO),
        *head(740),
        (70, 720, "I"),
        (100, 720, "Nhóm nhiệm vụ về truyền thông và chuyển đổi số của toàn xã năm nay"),
        *row(700, "1", "Mở chuyên mục", "Văn phòng", "Hằng quý"),
        (70, 680, "II"),
        (100, 680, "Nhóm nhiệm vụ về cải cách hành chính"),
        *row(660, "1", "Niêm yết thủ tục", "Phòng Kinh tế", "Hằng tháng"),
    ]
    assert [task[:2] for task in tasks(make_pdf(page, size=11))] == [
        ("I.1", "Mở chuyên mục"),
        ("II.1", "Niêm yết thủ tục"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        text(780, "TT và nội dung công việc của cơ quan chủ trì, thời gian thực hiện như sau,"),
        [(70, 780, "TT"), (150, 780, "Họ tên"), (310, 780, "Lớp"), *row(760, "1", "Một", "Hai", "Ba")],
        head(780),
    ],
    ids=["sentence", "other heads", "heads alone"],
)
def test_what_is_no_task_table_stays_as_it_is(make_pdf: Maker, words: Words) -> None:
    below = text(700, "Các đơn vị báo cáo kết quả về Ủy ban nhân dân xã đúng hạn.", "Văn phòng theo dõi.")
    document = vanban.read(make_pdf([*words, *below], size=11))
    assert document.assignments == ()
    assert "   " not in document.text.strip()


ROWS = (750, 720, 670, 620)
EDGES = (65, 97, 297, 427, 545)


def ruled() -> str:
    across = [f"{EDGES[0]} {y} m {EDGES[-1]} {y} l S" for y in ROWS]
    return "\n".join(across + [f"{x} {ROWS[0]} m {x} {ROWS[-1]} l S" for x in EDGES])


def test_a_ruled_table_whose_row_is_cut_by_the_page_end_and_whose_head_is_printed_again(make_pdf: Maker) -> None:
    first = [
        *head(730),
        *row(705, "1", "Mở chuyên mục trên đài\ntruyền thanh xã", "Phòng Văn hóa -\nXã hội", "Trước 30/6/2026"),
        *row(655, "2", "Tập huấn cho các thôn về", "Văn phòng", "Quý III/2026"),
    ]
    second = [
        *head(730),
        *row(705, "", "dịch vụ công trực tuyến", "", ""),
        *row(655, "3", "Báo cáo kết quả thực hiện", "Văn phòng", "Hằng quý"),
    ]
    assert tasks(make_pdf(first, second, size=11, drawing=ruled())) == TASKS
