"""Three forms as offices above send them, every one ugly in its own way, written here cell by cell."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def _framed(sheet: Worksheet, area: str) -> None:
    for row in sheet[area]:
        for cell in row:
            cell.border = _BOX
            cell.font = Font(name="Times New Roman", size=13)


def counts() -> Workbook:
    """Heads of two rows in merged cells, a column of units, sums, a percentage, a hidden column, an area to print."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 01"
    sheet.merge_cells("A1:G1")
    sheet["A1"] = "BIỂU 01. KẾT QUẢ THỰC HIỆN NHIỆM VỤ"
    sheet["A1"].alignment = Alignment(horizontal="center")
    for area, words in {
        "A3:A4": "TT", "B3:B4": "Nội dung", "C3:C4": "Đvt", "D3:E3": "Trong kỳ", "F3:F4": "Tỷ lệ", "G3:G4": "Ghi chú",
    }.items():  # fmt: skip
        sheet.merge_cells(area)
        sheet[area.partition(":")[0]] = words
    sheet["D4"], sheet["E4"] = "Quý này", "Lũy kế"
    rows = [
        ("I", "Nhiệm vụ", "", ""),
        ("1", "Nhiệm vụ trong kỳ", "nhiệm vụ", ""),
        ("2", "Hoàn thành đúng hạn", "nhiệm vụ", ""),
        ("3", "Hoàn thành quá hạn", "nhiệm vụ", ""),
        ("", "Cộng hoàn thành", "nhiệm vụ", "=D7+D8"),
        ("II", "Văn bản", "", ""),
        ("1", "Số văn bản đến", "văn bản", ""),
    ]
    for place, (order, words, unit, value) in enumerate(rows, 5):
        sheet[f"A{place}"], sheet[f"B{place}"], sheet[f"C{place}"] = order, words, unit
        sheet[f"D{place}"] = value or None
    sheet["F7"], sheet["F7"].number_format = "=IF(D6=0,0,D7/D6)", "0.0%"
    sheet["G5"] = "số '05"
    _framed(sheet, "A3:G11")
    sheet["D6"].number_format = "#,##0"
    sheet["D6"].fill = PatternFill("solid", fgColor="FFF2CC")
    sheet.column_dimensions["B"].width, sheet.row_dimensions[3].height = 43.7, 31.5
    sheet.column_dimensions["E"].hidden = True
    sheet.print_area, sheet.print_title_rows, sheet.freeze_panes = "A1:G12", "3:4", "C5"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.oddHeader.center.text, sheet.oddFooter.right.text = "Mẫu của tỉnh", "Trang &P/&N"
    choice = DataValidation(type="list", formula1='"Đạt,Chưa đạt"')
    choice.add("G6:G11")
    sheet.add_data_validation(choice)
    sheet.conditional_formatting.add(
        "D6:D11", CellIsRule(operator="equal", formula=["0"], fill=PatternFill("solid", bgColor="FFC7CE"))
    )
    sheet["B6"].comment = Comment("Kể cả nhiệm vụ chuyển tiếp", "Sở")
    book.defined_names["TongViec"] = DefinedName("TongViec", attr_text="'Biểu 01'!$D$6")
    return book


def two_sheets() -> Workbook:
    """A visible sheet with typed figures and words, and a hidden one with lists."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "BM-02"
    sheet["A1"], sheet["C1"] = "Đơn vị báo cáo:", "(ghi tên cơ quan)"
    for column, words in zip("ABCD", ("STT", "Chỉ tiêu", "Số lượng", "Thuyết minh"), strict=True):
        sheet[f"{column}3"] = words
    for place, words in enumerate(("Hồ sơ nộp trực tuyến", "Văn bản đi", "Khó khăn, vướng mắc"), 4):
        sheet[f"A{place}"], sheet[f"B{place}"] = place - 3, words
    _framed(sheet, "A3:D6")
    sheet["A8"] = "Ghi chú: số liệu tính đến ngày chốt"
    hidden = book.create_sheet("DanhMuc")
    hidden.sheet_state = "hidden"
    hidden["A1"], hidden["B1"], hidden["A2"] = "Mã", "Tên", "01"
    _framed(hidden, "A1:B3")
    return book


def words_only() -> Workbook:
    """Large merged cells for words, and nothing to count."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Thuyết minh"
    sheet["A1"], sheet["B1"] = "Mục", "Nội dung"
    for place, words in enumerate(("Kết quả", "Tồn tại"), 0):
        first = 2 + 3 * place
        sheet.merge_cells(f"A{first}:A{first + 2}")
        sheet.merge_cells(f"B{first}:D{first + 2}")
        sheet[f"A{first}"] = words
    _framed(sheet, "A1:D7")
    return book


def data_of(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def uploaded(book: Workbook, name: str = "bieu-mau.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data_of(book))


def with_part(data: bytes, name: str, content: bytes = b"<x/>") -> bytes:
    """The package with one part more."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(name, content)
    return out.getvalue()


def with_markup(data: bytes, before: bytes, markup: bytes) -> bytes:
    """The package with ``markup`` before the words ``before`` in its first sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = content.replace(before, markup + before, 1)
            new.writestr(part, content)
    return out.getvalue()
