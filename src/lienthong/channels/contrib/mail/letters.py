"""What the letters say: an issue with its way out in head and foot, and the one that asks for confirmation."""

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.channels.contrib.mail.models import Subscriber
from lienthong.channels.core.service import Message
from lienthong.core.language import site_language


def _address_of(name: str, subscriber: Subscriber) -> str:
    return settings.LIENTHONG_URL + reverse(name, args=[subscriber.token])


def issue(
    message: Message, subscriber: Subscriber, files: Iterable[tuple[str, bytes, str]] = ()
) -> EmailMultiAlternatives:
    """One letter; ``files`` are those of the message as (name, content, type), read once for all letters.

    RFC 8058: the two headers let a mail program unsubscribe with one press; the foot does it for people."""
    way_out = _address_of("mail_unsubscribe", subscriber)
    with site_language():
        foot = _("Bạn nhận thư này vì đã đăng ký nhận tin. Thôi nhận tin: %(url)s") % {"url": way_out}
    pieces = [message.text, message.link, f"-- \n{foot}"]
    letter = EmailMultiAlternatives(
        " ".join(message.title.split()), "\n\n".join(piece for piece in pieces if piece), to=[subscriber.address],
        headers={
            "List-Unsubscribe": f"<{way_out}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
            "X-Reference": message.reference,
        },
    )  # fmt: skip
    for name, content, content_type in files:
        letter.attach(name, content, content_type)
    return letter


def confirmation(subscriber: Subscriber) -> EmailMultiAlternatives:
    with site_language():
        subject = _("Xác nhận nhận tin của %(office)s") % {"office": subscriber.outlet.office.label}
        text = _(
            "Có người đã ghi địa chỉ này để nhận tin. Nếu là bạn, hãy xác nhận: %(url)s\n\n"
            "Nếu không phải, hãy bỏ qua thư này; địa chỉ được xóa sau bảy ngày."
        )
    return EmailMultiAlternatives(
        subject, text % {"url": _address_of("mail_confirm", subscriber)}, to=[subscriber.address],
        headers={"Auto-Submitted": "auto-generated"},
    )  # fmt: skip
