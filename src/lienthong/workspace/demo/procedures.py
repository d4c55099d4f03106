"""Procedures in the demonstration: thirty of our own wording, most imported, some changed, one waiting."""

from datetime import date, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document
from openpyxl import Workbook
from PIL import Image

from lienthong.procedures.service import (
    CHECKLIST,
    SHEET,
    Procedure,
    add_blank_form,
    approve_batch,
    approve_version,
    check_procedure,
    import_procedures,
    note_replaced_law,
    post_procedure,
    submit_version,
    words_of_batch,
    write_guide,
    write_procedure,
)
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor
from lienthong.workspace.demo.procedure_texts import GUIDES, rows

_DECISION = "812/QĐ-UBND"


def procedures() -> int:
    """Import them, let another person approve the batch, change one, post one; returns how many are public."""
    with at(on("05/3/2026"), 9) as today:
        batch = import_procedures(
            actor("chuyenvien"), _workbook(), file_name="danh-muc-tthc-cap-xa.xlsx", decision=_DECISION,
            dated=on("02/3/2026"), apply=True,
        ).batch  # fmt: skip
        assert batch is not None
    with at(on("06/3/2026"), 14):
        approve_batch(actor("lanhdao"), batch, seen=words_of_batch(batch))
    with at(on("09/3/2026"), 8):
        for values in GUIDES:
            version = write_guide(actor("chuyenvien"), None, values=values | {"valid_from": today})
            approve_version(actor("lanhdao"), submit_version(actor("chuyenvien"), version), seen=version.edits)
    with at(on("10/3/2026"), 10) as today:
        note_replaced_law(
            actor("dieuphoi"), number="42/2022/NĐ-CP", replaced_by="Nghị định 224/2026/NĐ-CP", since=on("1/7/2026")
        )
        _post(today)
    _change()
    _look_again()
    return Procedure.objects.exclude(current=None).count()


def _workbook() -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = SHEET.title
    page.append([column.head for column in SHEET.columns])
    for values in rows():
        page.append([values.get(column.key) for column in SHEET.columns])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _form() -> SimpleUploadedFile:
    """A form to fill in, of our own."""
    paper, out = Document(), BytesIO()
    paper.add_heading("GIẤY ĐỀ NGHỊ", level=1)
    for line in (
        "Kính gửi: Ủy ban nhân dân xã …",
        "Tên tôi là: …",
        "Số căn cước: …",
        "Đề nghị: …",
        "Ngày … tháng … năm …",
    ):
        paper.add_paragraph(line)
    paper.save(out)
    return SimpleUploadedFile("giay-de-nghi.docx", out.getvalue())


def _post(today: date) -> None:
    """A sheet hangs at the office, proved by a picture of a wall."""
    procedure = Procedure.objects.select_related("current", "office").get(code="1.001193")
    out = BytesIO()
    Image.new("RGB", (800, 600), "#cfd5dc").save(out, "JPEG")
    post_procedure(
        actor("chuyenvien"), procedure, picture=SimpleUploadedFile("bang-tin.jpg", out.getvalue()),
        place="Bảng niêm yết, Trung tâm Phục vụ hành chính công xã", posted_on=today, seen=CHECKLIST,
        explanation="Ảnh gửi qua tin nhắn nên mất ngày chụp",
    )  # fmt: skip


def _change() -> None:
    """Two procedures change: one is approved and in the history, one still waits for the leader."""
    for code, day, changed in (
        ("2.000815", "15/4/2026", {"time_limit": "Trong buổi làm việc; nhiều trang thì trong ngày"}),
        ("1.000894", "20/4/2026", {"place": "Trung tâm Phục vụ hành chính công của bất kỳ xã nào trong tỉnh"}),
    ):
        with at(on(day), 9) as today:
            procedure = Procedure.objects.select_related("current", "office").get(code=code)
            assert procedure.current is not None
            values = {name: getattr(procedure.current, name) for name in _NAMES}
            later = {"decision": "1014/QĐ-UBND", "decided_on": today - timedelta(days=3), "valid_from": today}
            version = write_procedure(actor("chuyenvien"), procedure, values=values | changed | later)
            add_blank_form(actor("chuyenvien"), version, _form(), name="Giấy đề nghị chứng thực")
            version.refresh_from_db()
            version = submit_version(actor("chuyenvien"), version)
            if code == "2.000815":
                approve_version(actor("lanhdao"), version, seen=version.edits)


def _look_again() -> None:
    """Last month somebody looked at all but three, whose turn it is."""
    with at(timezone.localdate() - timedelta(days=30), 15):
        for procedure in (
            Procedure.objects.exclude(current=None).select_related("current", "office").order_by("-pk")[3:]
        ):
            check_procedure(actor("chuyenvien"), procedure)


_NAMES = (
    "title", "audience", "field", "level", "executor", "place", "papers", "questions", "steps", "time_limit", "fee",
    "result", "legal_basis", "online", "link",
)  # fmt: skip
