"""Kinds of events of the subscribers. None holds an address or anything else of a person."""

from lienthong.audit.service import KEEP, EventKind, register

ASKED = EventKind("mail.subscriber.asked", "có người đăng ký nhận tin, chờ xác nhận", KEEP)
CONFIRMED = EventKind("mail.subscriber.confirmed", "có người xác nhận nhận tin", KEEP)
LEFT = EventKind("mail.subscriber.left", "có người thôi nhận tin, địa chỉ đã xóa", KEEP)

register(ASKED, CONFIRMED, LEFT)
