"""Kinds of events of what is posted by hand."""

from lienthong.audit.service import KEEP, EventKind, register

REPORTED = EventKind("by_hand.handover.reported", "khai đã đăng “{title}” bằng tay", KEEP)
DECLINED = EventKind("by_hand.handover.declined", "không đăng được “{title}”, lý do: {reason}", KEEP)
REMOVED = EventKind("by_hand.handover.removed", "khai đã gỡ “{title}”", KEEP)

register(REPORTED, DECLINED, REMOVED)
