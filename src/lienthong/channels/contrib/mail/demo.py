"""The commune's newsletter in the demonstration: open on the public site, three readers, one rehearsed issue."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from django.utils import timezone

from lienthong.channels.contrib.mail.models import Subscriber
from lienthong.channels.core.service import Message, add_outlet, deliver, send_now, turn_on_outlet
from lienthong.jobs.service import Claim
from lienthong.organisations.service import Actor


def demo(actor: Callable[[str], Actor], at: Callable[[date, int], AbstractContextManager[date]]) -> str:
    """What it left behind, in one line."""
    with at(date(2026, 4, 8), 8):
        _made(actor)
    return "Bản tin qua thư: đã mở cho người dân đăng ký."


def _made(actor: Callable[[str], Actor]) -> None:
    outlet = add_outlet(
        actor("quantri"), channel="mail", name="Bản tin xã Minh Hòa", keeper=actor("dieuphoi").position,
        options={"about": "Tin và lịch trong tuần của xã, mỗi thứ Sáu một thư"},
    )  # fmt: skip
    message = Message(
        title="Tin trong tuần của xã", text="Thứ Bảy, trung tâm phục vụ hành chính công mở cửa đến 11 giờ 30.",
        approval="bản 1, Nguyễn Văn B, Chủ tịch",
    )  # fmt: skip
    deliver(actor("dieuphoi"), outlet, "demo.letter:1", message, timezone.now())
    send_now()
    turn_on_outlet(actor("quantri"), outlet)
    for number in range(3):
        Subscriber.objects.create(
            outlet=outlet, address=f"nguoi-doc-{number}@vidu.example", confirmed_at=timezone.now(), job_state=Claim.DONE
        )
