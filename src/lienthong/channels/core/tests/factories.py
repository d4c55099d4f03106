"""Outlets and deliveries for tests, made through the acts."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from lienthong.channels.core.actions.add_outlet import add_outlet
from lienthong.channels.core.actions.deliver_message import deliver_message
from lienthong.channels.core.actions.turn_on_outlet import turn_on_outlet
from lienthong.channels.core.contract import Attachment, Message
from lienthong.channels.core.models import Delivery, Outlet
from lienthong.channels.core.tasks import send_due
from lienthong.organisations.tests.factories import Cast


def make_message(title: str = "Hướng dẫn dùng dịch vụ công", **values: Any) -> Message:
    words = {
        "text": "Sáng thứ Bảy, nhà văn hóa thôn 1 mở cửa từ 7 giờ 30.",
        "approval": "bản 1, Nguyễn Văn B, Chủ tịch",
    }
    return Message(title=title, **{**words, **values})


def make_outlet(people: Cast, channel: str, *, on: bool = True, **values: Any) -> Outlet:
    outlet = add_outlet(people.administrator, channel=channel, **{"name": "Điểm phát hành thử", **values})
    return turn_on_outlet(people.administrator, outlet) if on else outlet


def order(
    people: Cast, outlet: Outlet, message: Message | None = None, *, subject: str = "test.version:1", **values: Any
) -> Delivery:
    """A delivery that is due now."""
    due_at = values.pop("due_at", timezone.now() - timedelta(seconds=1))
    return deliver_message(people.coordinator, outlet, subject, message or make_message(), due_at, **values)


def send_all(*deliveries: Delivery) -> None:
    """One round of a worker; then ``deliveries`` as they are."""
    send_due.call()
    for delivery in deliveries:
        delivery.refresh_from_db()


def let_time_pass(delivery: Delivery) -> None:
    """Make the next try of ``delivery`` due, and let its outlet have rested."""
    Delivery.objects.filter(pk=delivery.pk).update(next_try_at=timezone.now() - timedelta(seconds=1))
    Outlet.objects.filter(pk=delivery.outlet_id).update(paused_until=None)


def make_attachment(data: bytes = b"tep", name: str = "anh.jpg") -> Attachment:
    """A stored file of a message."""
    path = default_storage.save(f"test/{name}", ContentFile(data))
    return Attachment(path, hashlib.sha256(data).hexdigest(), name, "image/jpeg", alt="Ảnh nhà văn hóa")
