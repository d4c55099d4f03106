"""Spreadsheets as offices print them."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
import vanban
from made_files import Rows, xls, xlsx
from vanban.sources import open_source

LETTERHEAD: Rows = [
    ["ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["XÃ MINH HÒA", None, None, "Độc lập - Tự do - Hạnh phúc"],
    ["Số: 12/KH-UBND", None, None, "Minh Hòa, ngày 05 tháng 01 năm 2026"],
    [],
    ["KẾ HOẠCH"],
    ["Truyền thông năm 2026"],
    [],
]
TASKS: Rows = [
    ["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"],
    ["I", "Nhóm việc thứ nhất"],
    [1, "Mở chuyên mục chuyển đổi số", "Phòng Văn hóa - Xã hội", "Trạm Y tế", "Quý II/2026"],
    [2, "Tập huấn tổ công nghệ số", "Văn phòng HĐND và UBND", None, datetime(2026, 9, 30)],  # noqa: DTZ001
]
SIGNATURE: Rows = [
    [],
    ["Nơi nhận:", None, None, "TM. ỦY BAN NHÂN DÂN"],
    ["- Lưu: VT.", None, None, "CHỦ TỊCH"],
    [],
    [None, None, None, "Nguyễn Văn A"],
]


@pytest.mark.parametrize("make", [xlsx, xls])
def test_a_plan_in_a_spreadsheet_is_read_like_any_other(make: Any) -> None:
    form = vanban.to_form(vanban.read(make([*LETTERHEAD, *TASKS, *SIGNATURE])))
    assert form["number"] == "12/KH-UBND"
    assert form["date"] == "2026-01-05"
    assert form["signatory"]["name"] == "Nguyễn Văn A"
    assert form["recipients"] == ["Lưu: VT"]
    first, second = form["assignments"]
    assert first["lead"] == ["Phòng Văn hóa - Xã hội"]
    assert first["support"] == ["Trạm Y tế"]
    assert first["due"] == "2026-06-30"
    assert second["when"] == "30/09/2026"
    assert second["support"] == []


def test_columns_keep_their_place_and_group_rows_are_one_cell() -> None:
    source = open_source(xlsx([["Nhóm A"], *TASKS[:1], ["Nhóm việc"], *TASKS[2:]]))
    (table,) = source.tables
    assert [[cell.text for cell in row] for row in table.rows][1:] == [
        ["Nhóm việc"],
        ["1", "Mở chuyên mục chuyển đổi số", "Phòng Văn hóa - Xã hội", "Trạm Y tế", "Quý II/2026"],
        ["2", "Tập huấn tổ công nghệ số", "Văn phòng HĐND và UBND", "", "30/09/2026"],
    ]
    assert source.text.startswith("Nhóm A\n")


def test_a_second_head_begins_a_second_table() -> None:
    source = open_source(xlsx([*TASKS, [], ["Biểu số 2"], *TASKS]))
    assert [len(table.rows) for table in source.tables] == [4, 4]
    assert "\nBiểu số 2\n" in source.text


def test_numbers_print_as_offices_write_them() -> None:
    data = xlsx([[0.85, 1250000, 2.5, True], ["a", "b", "c", "d"]], formats={"A1": "0%"})
    assert open_source(data).text.splitlines()[0] == "85% | 1250000 | 2,5 | Có"


def test_hidden_sheets_are_remarked_and_not_read() -> None:
    source = open_source(xlsx([["Công khai"]], [["Nội bộ"]], hidden=1))
    assert source.text.strip() == "Công khai"
    assert [remark.kind for remark in source.remarks] == ["hidden"]


def test_macros_are_remarked_and_not_run() -> None:
    out = io.BytesIO(xlsx([["Công khai"]]))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    old = xls([["Công khai"]]) + "_VBA_PROJECT".encode("utf-16-le")
    for data in (out.getvalue(), old):
        source = open_source(data)
        assert source.text.strip() == "Công khai"
        assert [remark.kind for remark in source.remarks] == ["macros"]


def test_what_a_sheet_may_hold_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vanban.sources.sheets.MAX_CELLS", 20)
    source = open_source(xlsx([["a", "b", "c"]] * 10))
    assert "vượt giới hạn" in source.remarks[0].message


@pytest.mark.parametrize("cut", [300, 700, 1500])
def test_a_broken_spreadsheet_says_so(cut: int) -> None:
    for data in (xlsx([["a", "b"]] * 50)[:-cut], xls([["a", "b"]] * 50)[:cut]):
        source = open_source(data)
        assert not source.text
        assert [remark.kind for remark in source.remarks] == ["unreadable"]
