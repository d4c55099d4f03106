"""Spreadsheets as offices print them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
import vanban
from openpyxl import Workbook
from vanban.sources import open_source

Rows = Sequence[Sequence[Any]]

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


def xlsx(*sheets: Rows, hidden: int = 0, formats: dict[str, str] | None = None) -> bytes:
    """An .xlsx whose last ``hidden`` sheets are hidden; ``formats`` are number formats of cells of the first."""
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        for row in rows:
            sheet.append(list(row))
        if number >= len(sheets) - hidden:
            sheet.sheet_state = "hidden"
    for place, number_format in (formats or {}).items():
        book.worksheets[0][place].number_format = number_format
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def xls(rows: Rows) -> bytes:
    """An .xls (BIFF8 in an OLE file) of one sheet, with text, numbers and, for a datetime, a cell in a day format."""

    def begin(kind: int) -> bytes:
        return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 6))

    def text(value: str) -> bytes:
        return struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")

    cells = b""
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if isinstance(value, str):
                cells += _record(0x204, struct.pack("<HHH", y, x, 0) + text(value))
            elif value is not None:
                day = isinstance(value, datetime)
                amount = (value - datetime(1899, 12, 30)).days if day else value  # noqa: DTZ001
                cells += _record(0x203, struct.pack("<HHHd", y, x, int(day), amount))
    formats = b"".join(_record(0xE0, struct.pack("<HH", 0, key) + bytes(16)) for key in (0, 14))
    name = struct.pack("<BB", 4, 0) + b"Mot1"
    globals_length = len(begin(5) + formats) + 4 + 6 + len(name) + 4
    stream = begin(5) + formats + _record(0x85, struct.pack("<IH", globals_length, 0) + name) + _record(0x0A, b"")
    stream += begin(0x10) + cells + _record(0x0A, b"")
    return ole("Workbook", stream)


def ole(name: str, stream: bytes) -> bytes:
    """An OLE file that holds one stream."""
    stream = stream.ljust(max(4096, -len(stream) % 512 + len(stream)), b"\0")
    sectors = len(stream) // 512
    # Sector 0 is the table of sectors, sector 1 the directory, the stream follows.
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    assert len(chain) <= 128
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))

    def entry(label: str, kind: int, child: int, start: int, size: int) -> bytes:
        title = label.encode("utf-16-le") + b"\0\0" if label else b""
        links = (0xFFFFFFFF, 0xFFFFFFFF, child)
        return (
            title.ljust(64, b"\0") + struct.pack("<HBB3I", len(title), kind, 1, *links) + bytes(36)
            + struct.pack("<IQ", start, size)
        )  # fmt: skip

    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 2, len(stream))
    directory += entry("", 0, 0xFFFFFFFF, 0, 0) * 2
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return header + table + directory + stream


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
