"""Whether a spreadsheet can be filled without losing anything of it: what openpyxl would not write again is refused."""

import io
import re
import zipfile

from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from lienthong.core.refusals import Refused

#: Parts that come back as they were, or hold nothing that anybody sees (thumbnails, settings of one printer).
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/.*|docMetadata/.*|customXml/.*"
    r"|xl/(?:workbook|styles|sharedStrings|calcChain)\.xml|xl/_rels/workbook\.xml\.rels|xl/theme/[^/]+"
    r"|xl/theme/_rels/.*|xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels|xl/printerSettings/.*"
    r"|xl/comments/?[^/]*\.xml|xl/drawings/[^/]+\.vml|xl/tables/table\d+\.xml|.*/"
)
#: The first that matches names what would be lost.
_LOST = (
    (re.compile(r"_xmlsignatures/|_rels/.*signature", re.I), gettext_lazy("chữ ký số")),
    (re.compile(r"vbaProject|macrosheets|dialogsheets", re.I), gettext_lazy("macro")),
    (re.compile(r"pivot", re.I), gettext_lazy("bảng tổng hợp động")),
    (re.compile(r"slicer|timeline", re.I), gettext_lazy("bộ lọc trực quan")),
    (re.compile(r"chart", re.I), gettext_lazy("biểu đồ")),
    (re.compile(r"ctrlProps|activeX", re.I), gettext_lazy("nút hoặc ô điều khiển")),
    (re.compile(r"embeddings", re.I), gettext_lazy("tệp nhúng")),
    (re.compile(r"externalLinks", re.I), gettext_lazy("liên kết tới tệp khác")),
    (re.compile(r"threadedComments|persons", re.I), gettext_lazy("bình luận theo luồng")),
    (re.compile(r"connections|queryTables|model/", re.I), gettext_lazy("kết nối dữ liệu")),
    (re.compile(r"media|drawings", re.I), gettext_lazy("ảnh hoặc hình vẽ")),
)
#: In the markup of a sheet.
_IN_SHEET = (
    (re.compile(rb"<legacyDrawingHF"), gettext_lazy("ảnh ở đầu trang, chân trang in")),
    (re.compile(rb"sparkline"), gettext_lazy("biểu đồ nhỏ trong ô")),
    (re.compile(rb"<x14:dataValidation[ >]"), gettext_lazy("danh sách chọn lấy từ trang tính khác")),
    (re.compile(rb"<x14:conditionalFormatting[ >]"), gettext_lazy("định dạng có điều kiện kiểu mới")),
    (re.compile(rb"<oleObject|<control "), gettext_lazy("đối tượng nhúng")),
)
#: In the old drawings that hold comments: anything else that they may hold.
_CONTROL = re.compile(rb"ObjectType=['\"](?!Note)")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Bytes of all parts together; a form has thousands of cells, not millions.
_LARGEST = 60_000_000


def open_form(file: File) -> Workbook:
    """The workbook of an uploaded .xlsx; :class:`Refused` says what is wrong or would be lost, and where."""
    file.seek(0)
    data = file.read()
    file.seek(0)
    return open_bytes(data)


def open_bytes(data: bytes) -> Workbook:
    if data.startswith(_OLE):
        raise Refused(_("Tệp có mật khẩu hoặc là Excel đời cũ (.xls). Hãy bỏ mật khẩu, lưu dạng .xlsx rồi tải lại."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if "xl/workbook.xml" not in names:
                raise Refused(_("Tệp không phải bảng tính .xlsx."))
            if sum(part.file_size for part in package.infolist()) > _LARGEST:
                raise Refused(_("Bảng tính quá lớn. Hãy bỏ các trang không dùng rồi tải lại."))
            _refuse_lost(package, names)
        return load_workbook(io.BytesIO(data), rich_text=True)
    except Refused:
        raise
    except Exception as error:
        raise Refused(_("Không mở được bảng tính. Hãy mở tệp bằng Excel, lưu lại dạng .xlsx rồi tải lên.")) from error


def _refuse_lost(package: zipfile.ZipFile, names: list[str]) -> None:
    sheets = _sheet_names(package)
    for name in names:
        if not _KEPT.fullmatch(name):
            what = next((word for pattern, word in _LOST if pattern.search(name)), None)
            raise Refused(
                _("Biểu mẫu có %(what)s (%(part)s), điền vào sẽ mất. Hãy bỏ phần đó rồi tải lại.")
                % {"what": what or _("phần không nhận ra"), "part": name}
            )
        if name.endswith(".vml") and _CONTROL.search(package.read(name)):
            raise Refused(_("Biểu mẫu có nút hoặc ô điều khiển, điền vào sẽ mất. Hãy bỏ phần đó rồi tải lại."))
    for part, title in sheets.items():
        if part not in names:
            continue
        markup = package.read(part)
        for pattern, what in _IN_SHEET:
            if pattern.search(markup):
                raise Refused(
                    _("Trang “%(sheet)s” có %(what)s, điền vào sẽ mất. Hãy bỏ phần đó rồi tải lại.")
                    % {"sheet": title, "what": what}
                )


def _sheet_names(package: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet → its title."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    book = etree.fromstring(package.read("xl/workbook.xml"), parser)
    relations = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"), parser)
    targets = {item.get("Id"): str(item.get("Target")).lstrip("/") for item in relations}
    found = {}
    for sheet in book.iter("{*}sheet"):
        key = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
        target = targets.get(key, "")
        found[target if target.startswith("xl/") else f"xl/{target}"] = str(sheet.get("name"))
    return found


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook, its formulas computed anew when it is opened."""
    if book.calculation is not None:
        book.calculation.fullCalcOnLoad = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
