"""The form of the spreadsheet: three sheets, their columns, and which of them must be filled."""

from django.utils.translation import gettext_lazy as _

from lienthong.core.tables import Column, Sheet

# The heads are the file's own form: like the keys of a protocol they are not translated.
BODIES = Sheet(
    "bodies",
    "Tổ chức",
    (
        Column("name", "Tên", required=True),
        Column("short_name", "Tên gọn"),
        Column("parent", "Thuộc", help=_("tên hoặc mã định danh của tổ chức cấp trên; để trống là cơ quan của bạn")),
        Column("kind", "Loại", required=True),
        Column("level", "Cấp", required=True),
        Column("official_id", "Mã định danh"),
        Column("is_office", "Có sổ riêng", help=_("ghi x nếu tổ chức có sổ văn bản riêng")),
        Column("symbol", "Ký hiệu"),
        Column("place", "Địa danh"),
        Column("valid_from", "Từ ngày", is_date=True),
        Column("other_names", "Tên gọi khác", help=_("cách nhau bằng dấu chấm phẩy")),
    ),
)
POSITIONS = Sheet(
    "positions",
    "Chức vụ",
    (
        Column("full_name", "Họ và tên", required=True),
        Column("username", "Tên đăng nhập", required=True, help=_("chữ thường không dấu, số, dấu chấm")),
        Column("body", "Tổ chức", required=True, help=_("tên hoặc mã định danh")),
        Column("title", "Chức vụ", required=True),
        Column("role", "Vai trò", required=True),
        Column("email", "Thư điện tử"),
        Column("phone", "Điện thoại"),
        Column("valid_from", "Từ ngày", is_date=True),
        Column("valid_to", "Đến ngày", is_date=True),
    ),
)
GROUPS = Sheet(
    "groups",
    "Nhóm",
    (
        Column("group", "Tên nhóm", required=True),
        Column("member", "Thành viên", required=True, help=_("mỗi thành viên một dòng: tên hoặc mã định danh")),
        Column("valid_from", "Từ ngày", is_date=True, help=_("để trống là hôm nay")),
        Column("office", "Cơ quan", help=_("cơ quan lập nhóm; để trống là cơ quan của bạn")),
    ),
)
ALL = (BODIES, POSITIONS, GROUPS)
