"""What the newsroom let out on the commune's portal in the demonstration: two articles, one of them corrected."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from lienthong.channels.core.service import Outlet, add_outlet, send_now, turn_on_outlet
from lienthong.newsroom.service import (
    Brief,
    MediaFile,
    Product,
    add_picture,
    approve_product,
    begin_correction,
    begin_product,
    schedule_product,
    submit_product,
    write_version,
)
from lienthong.organisations.service import Actor
from lienthong.portal.service import columns_of

Acting = Callable[[str], Actor]
ACCOUNT = "Bật xác thực hai bước cho tài khoản định danh"
ACCOUNT_SAID: dict[str, Any] = {
    "lead": "Ba việc làm trên điện thoại để không ai khác dùng được tài khoản của mình.",
    "body": "<p>Tổ công nghệ số cộng đồng hướng dẫn tại nhà văn hóa các thôn.</p><ol><li>Đặt mật khẩu riêng, không "
    "dùng ngày sinh.</li><li>Bật thông báo mỗi lần đăng nhập.</li><li>Không đọc mã xác thực cho bất kỳ ai, kể cả người "
    "tự xưng là cán bộ.</li></ol>",
}  # fmt: skip
HOURS = "Thêm giờ trả kết quả ở bộ phận một cửa"
HOURS_SAID: dict[str, Any] = {
    "lead": "Bộ phận một cửa trả kết quả thêm một buổi chiều trong tuần.",
    "body": "<p>Từ tháng 5, bộ phận một cửa trả kết quả cả chiều thứ Tư, từ 17 giờ đến 18 giờ 30. Người nhận mang theo "
    "giấy hẹn hoặc mã hồ sơ.</p>",
}  # fmt: skip
CORRECTED = {**HOURS_SAID, "body": HOURS_SAID["body"].replace("thứ Tư", "thứ Năm")}
NOTE = "Bài đăng ngày 28/4 ghi chiều thứ Tư; đúng là chiều thứ Năm."


def demo(actor: Acting, at: Callable[[date, int], AbstractContextManager[date]]) -> str:
    """What it left behind, in one line."""
    columns = {title: number for number, title in columns_of(actor("quantri").own_office.pk)}
    with at(date(2026, 4, 20), 8):
        digital = _outlet(actor, "Cổng của xã, Chuyển đổi số", columns["Chuyển đổi số"])
        reform = _outlet(actor, "Cổng của xã, Cải cách hành chính", columns["Cải cách hành chính"])
    with at(date(2026, 4, 21), 9):
        product = begin_product(actor("chuyenvien"), Brief(ACCOUNT, "article", "Người dân trong xã"))
        _let_out(actor, product, digital, files=[_picture(actor)], **ACCOUNT_SAID)
    with at(date(2026, 4, 28), 9):
        product = begin_product(actor("chuyenvien"), Brief(HOURS, "news", "Người dân trong xã"))
        product = _let_out(actor, product, reform, **HOURS_SAID)
    with at(date(2026, 4, 29), 8):
        product = begin_correction(actor("lanhdao"), product, reason=NOTE)
        _let_out(actor, product, reform, correction=NOTE, **CORRECTED)
    return "Tòa soạn đã đăng hai bài lên cổng thông tin, một bài có đính chính."


def _outlet(actor: Acting, name: str, column: int) -> Outlet:
    made = add_outlet(
        actor("quantri"), channel="website", name=name, keeper=actor("dieuphoi").position, options={"column": column}
    )
    return turn_on_outlet(actor("quantri"), made)


def _let_out(actor: Acting, product: Product, outlet: Outlet, **said: Any) -> Product:
    """Written, approved by the leader, published."""
    writer, seen = actor("chuyenvien"), product.newest.number if product.newest else 0
    product = submit_product(writer, write_version(writer, product, seen=seen, title=product.title, **said))
    product = approve_product(actor("lanhdao"), product, seen=seen + 1)
    schedule_product(writer, product, outlets=[outlet])
    send_now()
    product.refresh_from_db()
    return product


def _picture(actor: Acting) -> MediaFile:
    """A telephone with a lock on it, drawn here."""
    drawn = Image.new("RGB", (960, 540), "#eef4fb")
    pen = ImageDraw.Draw(drawn)
    pen.rounded_rectangle((380, 60, 580, 480), 24, fill="#1d4f91")
    pen.rounded_rectangle((396, 90, 564, 440), 8, fill="white")
    pen.arc((440, 170, 520, 270), 180, 360, fill="#1d4f91", width=14)
    pen.rounded_rectangle((425, 225, 535, 325), 10, fill="#1d4f91")
    out = io.BytesIO()
    drawn.save(out, "PNG")
    file = SimpleUploadedFile("dien-thoai.png", out.getvalue(), "image/png")
    alt = "Hình vẽ chiếc điện thoại có ổ khóa trên màn hình"
    return add_picture(actor("chuyenvien"), file, alt=alt, credit="Phòng Văn hóa - Xã hội vẽ", rights="own")
