"""Kinds of events of the inbox."""

from lienthong.audit.service import FORGET_PERSON_AFTER_FIVE_YEARS, EventKind, register

FEED_MADE = EventKind("inbox.feed.made", "tạo địa chỉ lịch riêng", FORGET_PERSON_AFTER_FIVE_YEARS)

register(FEED_MADE)
