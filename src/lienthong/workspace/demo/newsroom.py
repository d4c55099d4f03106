"""The newsroom in the demonstration: a column, and products between their brief and their approval."""

import io
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from lienthong.channels.core.service import outlets_of
from lienthong.newsroom.service import (
    Brief,
    MediaFile,
    Product,
    add_picture,
    approve_product,
    begin_product,
    note_passage,
    open_column,
    return_product,
    schedule_product,
    submit_product,
    withdraw_product,
    write_version,
)
from lienthong.plans.service import Plan
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor
from lienthong.workspace.demo.work import CULTURE, share

GUIDE = (
    "<p>Tổ công nghệ số cộng đồng hướng dẫn bà con nộp hồ sơ trực tuyến tại nhà văn hóa thôn. Bà con mang theo điện "
    "thoại và căn cước.</p><h2>Các bước</h2><ol><li>Đăng nhập Cổng Dịch vụ công quốc gia.</li><li>Chọn thủ tục.</li>"
    "<li>Nộp hồ sơ và giữ mã hồ sơ.</li></ol>"
)
SPOKEN = (
    "<p>Kính thưa bà con. Ủy ban nhân dân xã hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa các thôn.</p>"
    "<p>Bà con mang theo điện thoại và căn cước. Ai chưa có điện thoại được hỗ trợ tại chỗ.</p>"
)


def newsroom(plan: Plan) -> None:
    """A column on the weekly news, and one product in each state that needs no outlet."""
    part, writer = share(plan, "B.I.3.a", CULTURE), actor("chuyenvien")
    with at(on("9/3/2026"), 8):
        column = open_column(
            actor("dieuphoi"), part, title="Chuyển đổi số mỗi tuần", kind="article", audience="Người dân trong xã",
            message="Việc gì cũng nộp được hồ sơ tại nhà.",
        )  # fmt: skip
    missing = part.occurrences.filter(closed_on=None, kind="issue").order_by("due")[:2]
    briefs = [Brief(f"{column.title}, {one.name}", column.kind, column.audience, column.message) for one in missing]
    with at(on("16/11/2026"), 9):
        picture = _picture("Ba bước nộp hồ sơ tại nhà", ("Đăng nhập", "Chọn thủ tục", "Nộp và giữ mã"))
    with at(on("17/11/2026"), 9):
        for brief, occurrence in zip(briefs[:1], missing, strict=False):
            occurrence.share = part
            product = begin_product(writer, brief, occurrences=[occurrence], column=column)
            _approved(_written(product, GUIDE, files=[picture]))
        planned = _approved(_written(_begun("Nhắc nhận kết quả tại nhà", "news"), GUIDE))
        _approved(_written(_begun("Ba bước nộp hồ sơ tại nhà", "infographic"), "", files=[picture]))
    with at(on("18/11/2026"), 10):
        returned = submit_product(writer, _written(_begun("Bản tin hướng dẫn nộp hồ sơ", "bulletin"), SPOKEN))
        assert returned.newest is not None
        note_passage(actor("lanhdao"), returned.newest, quote="nhà văn hóa các thôn", text="Ghi rõ lịch từng thôn.")
        return_product(actor("lanhdao"), returned, reason="Bổ sung lịch từng thôn trước khi phát.")
    with at(on("19/11/2026"), 10):
        points = Brief("Nói với bà con về hồ sơ trực tuyến", "talking", "Trưởng thôn, tuyên truyền viên")
        submit_product(writer, _written(begin_product(writer, points), GUIDE))
        _written(_begun("Nhắc lịch hướng dẫn tại thôn", "post"), "<p>Mời bà con đến nhà văn hóa thôn.</p>")
        given_up = _written(_begun("Băng-rôn ngày hội chuyển đổi số", "banner"), "", files=[picture])
        withdraw_product(actor("dieuphoi"), given_up, reason="Trùng với băng-rôn của tỉnh.")
    _into_the_calendar(planned)


def _begun(title: str, kind: str) -> Product:
    return begin_product(actor("chuyenvien"), Brief(title, kind, "Người dân trong xã"))


def _written(product: Product, body: str, files: list[MediaFile] | None = None) -> Product:
    return write_version(actor("chuyenvien"), product, seen=0, title=product.title, body=body, files=files or [])


def _approved(product: Product) -> Product:
    product = submit_product(actor("chuyenvien"), product)
    return approve_product(actor("lanhdao"), product, seen=1)


def _into_the_calendar(product: Product) -> None:
    """For the day after tomorrow, where the office has outlets already."""
    outlets = list(outlets_of(product.office)[:2])
    if outlets:
        due_at = timezone.now() + timedelta(days=2)
        schedule_product(actor("chuyenvien"), product, outlets=outlets, due_at=due_at)


def _picture(title: str, steps: tuple[str, ...]) -> MediaFile:
    """A picture of our own: one numbered circle a step, joined by a line."""
    drawn = Image.new("RGB", (900, 360), "#f4f7f5")
    pen = ImageDraw.Draw(drawn)
    pen.line((150, 180, 150 + 300 * (len(steps) - 1), 180), fill="#0f766e", width=6)
    for place in range(len(steps)):
        at_x = 150 + 300 * place
        pen.ellipse((at_x - 60, 120, at_x + 60, 240), fill="#0f766e")
        pen.text((at_x, 180), str(place + 1), fill="white", anchor="mm", font_size=64)
    out = io.BytesIO()
    drawn.save(out, "PNG")
    file = SimpleUploadedFile("ba-buoc.png", out.getvalue(), "image/png")
    alt = f"{title}: " + ", ".join(f"{n}. {step}" for n, step in enumerate(steps, start=1))
    return add_picture(actor("chuyenvien"), file, alt=alt, credit="Phòng Văn hóa - Xã hội vẽ", rights="own")
