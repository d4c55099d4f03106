"""A hamlet's chat group and a TikTok page in the demonstration: one item posted, one that waits for its person."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from django.utils import timezone

from lienthong.channels.contrib.by_hand.actions.report_handover import report_handover
from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.channels.core.service import Message, Outlet, add_outlet, deliver, send_now, turn_on_outlet
from lienthong.organisations.service import Actor

_APPROVED = "bản 1, Nguyễn Văn B, Chủ tịch"
_ITEMS = (
    ("Thôn 1: tối nay hướng dẫn nộp hồ sơ trực tuyến", "19 giờ 30 tại nhà văn hóa thôn. Bà con mang theo điện thoại."),
    ("Lịch tiêm phòng cho đàn gia súc", "Ngày 12/4, cán bộ thú y đến từng hộ. Bà con nhốt gia súc trước 7 giờ."),
)


def demo(actor: Callable[[str], Actor], at: Callable[[date, int], AbstractContextManager[date]]) -> str:
    """What it left behind, in one line."""
    with at(date(2026, 4, 8), 8):
        _made(actor)
    return "Đăng bằng tay: một tin đã đăng, một tin chờ trưởng thôn."


def _made(actor: Callable[[str], Actor]) -> None:
    group = _outlet(actor, "Nhóm chat Thôn 1", "truongthon", "nhóm chat của thôn", "Đăng vào buổi tối.")
    _outlet(actor, "TikTok của xã", "chuyenvien", "tài khoản TikTok của UBND xã", "")
    for number, (title, text) in enumerate(_ITEMS):
        message = Message(title=title, text=text, approval=_APPROVED)
        deliver(actor("dieuphoi"), group, f"demo.item:{number}", message, timezone.now())
    send_now()
    posted = Handover.objects.filter(delivery__title=_ITEMS[0][0]).get()
    report_handover(actor("truongthon"), posted, link="https://chat.example.vn/thon-1/87")


def _outlet(actor: Callable[[str], Actor], name: str, keeper: str, place: str, how: str) -> Outlet:
    outlet = add_outlet(
        actor("quantri"), channel="by_hand", name=name, keeper=actor(keeper).position,
        options={"place": place, "how": how},
    )  # fmt: skip
    return turn_on_outlet(actor("quantri"), outlet)
