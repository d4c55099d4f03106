"""Outlets and deliveries for tests, made through the acts."""

from __future__ import annotations

import hashlib
import io
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

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


def attach(name: str, data: bytes, content_type: str, **values: str) -> Attachment:
    """A stored file of a message."""
    path = default_storage.save(name, ContentFile(data))
    return Attachment(path, hashlib.sha256(data).hexdigest(), name, content_type, **values)


def make_picture(colour: str = "navy") -> Attachment:
    """A small picture of one colour, as pictures are kept."""
    out = io.BytesIO()
    Image.new("RGB", (64, 36), colour).save(out, "WEBP")
    return attach("anh.webp", out.getvalue(), "image/webp", alt="Nhà văn hóa thôn 1")


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
    return attach(name, data, "image/jpeg", alt="Ảnh nhà văn hóa")


def long_after(delivery: Delivery) -> None:
    """Make the next try due, so long after the last one that the channel shows what it took."""
    Delivery.objects.filter(pk=delivery.pk).update(sent_at=timezone.now() - timedelta(hours=1))
    let_time_pass(delivery)
