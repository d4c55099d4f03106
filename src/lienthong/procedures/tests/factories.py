"""Procedures and guides for tests, made through the acts."""

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import Cast
from lienthong.procedures.actions.approve_version import approve_version
from lienthong.procedures.actions.submit_version import submit_version
from lienthong.procedures.actions.write_guide import write_guide
from lienthong.procedures.actions.write_procedure import write_procedure
from lienthong.procedures.deciding import AnyVersion
from lienthong.procedures.imports.sheet import SHEET
from lienthong.procedures.models import GuideVersion, ProcedureVersion

VALUES: dict[str, Any] = {
    "title": "Đăng ký khai sinh",
    "audience": "citizens",
    "field": "Hộ tịch",
    "level": "commune",
    "executor": "Ủy ban nhân dân xã",
    "place": "Trung tâm Phục vụ hành chính công xã",
    "questions": (
        "Trẻ sinh ở đâu? | Sinh tại cơ sở y tế | Sinh ở nơi khác\nCha mẹ đã đăng ký kết hôn? | Đã đăng ký | Chưa"
    ),
    "papers": (
        "Tờ khai theo mẫu | bản chính | 1\nGiấy chứng sinh | bản chính | 1 | Sinh tại cơ sở y tế\n"
        "Văn bản của người làm chứng | bản chính | 1 | Sinh ở nơi khác"
    ),
    "steps": "Nộp hồ sơ.\nNhận kết quả.",
    "time_limit": "Trong ngày",
    "fee": "Miễn phí",
    "result": "Giấy khai sinh",
    "legal_basis": "Luật Hộ tịch số 60/2014/QH13\nNghị định số 123/2015/NĐ-CP",
    "online": "full",
    "link": "https://dichvucong.gov.vn/khai-sinh",
    "decision": "812/QĐ-UBND",
    "decided_on": date(2025, 6, 20),
    "valid_from": date(2025, 7, 1),
}
GUIDE: dict[str, Any] = {
    "title": "Khi nhà có trẻ mới sinh",
    "audience": "citizens",
    "lead": "Ba việc, một lần đến.",
    "steps": "Đăng ký khai sinh [1.001193]\nĐăng ký thường trú cho trẻ [9.999999]",
    "valid_from": date(2025, 7, 1),
}
#: One row of a spreadsheet, by the heads of its columns.
ROW = {
    "Mã thủ tục": "1.000894", "Tên thủ tục": "Đăng ký kết hôn", "Lĩnh vực": "Hộ tịch", "Cơ quan thực hiện": "UBND xã",
    "Nơi nộp": "Trung tâm Phục vụ hành chính công xã",
    "Thành phần hồ sơ": "Tờ khai | bản chính | 1\nCăn cước | xuất trình",
    "Trình tự": "Nộp hồ sơ\nCùng ký", "Thời hạn": "Trong ngày", "Phí, lệ phí": "Miễn phí", "Kết quả": "Giấy chứng nhận",
    "Căn cứ pháp lý": "Luật Hộ tịch số 60/2014/QH13",
}  # fmt: skip


def make_version(people: Cast, **values: Any) -> ProcedureVersion:
    """A procedure that is being written."""
    code = values.pop("code", "1.001193")
    return write_procedure(people.member, None, code=code, values=VALUES | values)


def make_guide(people: Cast, **values: Any) -> GuideVersion:
    return write_guide(people.member, None, values=GUIDE | values)


def let_out(version: AnyVersion, writer: Actor, approver: Actor) -> AnyVersion:
    """Submit as one and approve as another."""
    return approve_version(approver, submit_version(writer, version), seen=version.edits)


def make_public(people: Cast, **values: Any) -> ProcedureVersion:
    return let_out(make_version(people, **values), people.member, people.leader)


def workbook(*rows: dict[str, Any]) -> bytes:
    """A spreadsheet as an official fills it in."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = SHEET.title
    page.append([column.head for column in SHEET.columns])
    for row in rows:
        page.append([row.get(column.head) for column in SHEET.columns])
    out = BytesIO()
    book.save(out)
    return out.getvalue()
