"""The form of the spreadsheet: one sheet, its columns, and the empty workbook that people fill in."""

from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lienthong.core.tables import MAX_ROWS, Column, Sheet
from lienthong.procedures.models import Audience, Level, Online

# The heads are the file's own form: like the keys of a protocol they are not translated.
SHEET = Sheet(
    "procedures",
    "Thủ tục",
    (
        Column("code", "Mã thủ tục", required=True),
        Column("title", "Tên thủ tục", required=True),
        Column("field", "Lĩnh vực", required=True),
        Column("level", "Cấp thực hiện", help=gettext_lazy("để trống là cấp xã")),
        Column("audience", "Đối tượng", help=gettext_lazy("để trống là người dân")),
        Column("executor", "Cơ quan thực hiện", required=True),
        Column("place", "Nơi nộp", required=True, is_lines=True),
        Column("papers", "Thành phần hồ sơ", is_lines=True, help=gettext_lazy(
            "mỗi dòng: tên giấy tờ | bản gì | số bản | câu trả lời làm giấy này cần (để trống: luôn cần)"
        )),
        Column("questions", "Câu hỏi", is_lines=True, help=gettext_lazy("mỗi dòng: câu hỏi | trả lời 1 | trả lời 2")),
        Column("steps", "Trình tự", required=True, is_lines=True, help=gettext_lazy("mỗi bước một dòng")),
        Column("time_limit", "Thời hạn", required=True),
        Column("fee", "Phí, lệ phí", required=True),
        Column("result", "Kết quả", required=True),
        Column("legal_basis", "Căn cứ pháp lý", required=True, is_lines=True, help=gettext_lazy(
            "mỗi dòng một văn bản, kèm số, ký hiệu"
        )),
        Column("online", "Mức độ trực tuyến", help=gettext_lazy("để trống là chưa trực tuyến")),
        Column("link", "Đường dẫn Cổng DVCQG"),
        Column("valid_from", "Áp dụng từ", is_date=True, help=gettext_lazy("để trống là ngày quyết định")),
    ),
)  # fmt: skip
CHOICES = {"level": Level, "audience": Audience, "online": Online}
_WIDTH, _WIDE = 18, 44


def template_workbook() -> bytes:
    """An .xlsx with the sheet to fill, lists to choose from, and a sheet that explains the columns."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = SHEET.title
    page.append([column.head for column in SHEET.columns])
    page.freeze_panes = "A2"
    guide = book.create_sheet(_("Hướng dẫn"))
    guide.append([_("Cột"), _("Bắt buộc"), _("Ghi chú")])
    for at, column in enumerate(SHEET.columns, start=1):
        letter = get_column_letter(at)
        page.cell(1, at).font = Font(bold=True)
        page.column_dimensions[letter].width = _WIDE if column.is_lines else _WIDTH
        page.column_dimensions[letter].alignment = Alignment(wrap_text=column.is_lines, vertical="top")
        if column.key in CHOICES:
            labels = ",".join(str(label) for label in CHOICES[column.key].labels)
            # A comma parts what may be chosen, so labels with one are only explained.
            if len(labels.split(",")) == len(CHOICES[column.key].labels):
                choice = DataValidation(type="list", formula1=f'"{labels}"', allow_blank=True)
                choice.add(f"{letter}2:{letter}{MAX_ROWS}")
                page.add_data_validation(choice)
        guide.append([column.head, _("có") if column.required else "", _note(column)])
    for letter, width in zip("ABC", (24, 12, 100), strict=True):
        guide.column_dimensions[letter].width = width
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _note(column: Column) -> str:
    if column.key in CHOICES:
        one_of = _("một trong: %(choices)s") % {"choices": "; ".join(map(str, CHOICES[column.key].labels))}
        return f"{one_of}; {column.help}"
    return str(column.help)
