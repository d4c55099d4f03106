"""Kinds of events of the channels. None of them holds a word of a message or an address of a reader."""

from lienthong.audit.service import KEEP, EventKind, register

OUTLET_ADDED = EventKind("channels.outlet.added", "lập điểm phát hành “{name}”", KEEP)
OUTLET_CHANGED = EventKind("channels.outlet.changed", "sửa điểm phát hành “{name}”", KEEP)
OUTLET_ON = EventKind("channels.outlet.on", "bật gửi thật ra “{name}”", KEEP)
OUTLET_OFF = EventKind("channels.outlet.off", "chuyển “{name}” về chạy thử, lý do: {reason}", KEEP)
OUTLET_TRIED = EventKind("channels.outlet.tried", "thử “{name}” với dịch vụ thật: {answer}", KEEP)
ORDERED = EventKind("channels.delivery.ordered", "hẹn phát hành “{title}” ở {outlet} lúc {when}", KEEP)
PUBLISHED = EventKind("channels.delivery.published", "phát hành “{title}” ở {outlet}", KEEP)
DECLARED = EventKind("channels.delivery.declared", "khai đã phát hành “{title}” ở {outlet}", KEEP)
HELD = EventKind("channels.delivery.held", "gửi “{title}” tới {outlet}, còn chờ ở đó", KEEP)
REHEARSED = EventKind("channels.delivery.rehearsed", "chạy thử “{title}” ở {outlet}, không gửi ra ngoài", KEEP)
REFUSED = EventKind("channels.delivery.refused", "không gửi được “{title}” tới {outlet}: {reason}", KEEP)
LOST = EventKind("channels.delivery.lost", "chưa rõ “{title}” đã tới {outlet} hay chưa", KEEP)
RESUMED = EventKind("channels.delivery.resumed", "gửi lại “{title}” tới {outlet}", KEEP)
CANCELLED = EventKind("channels.delivery.cancelled", "hủy phát hành “{title}” ở {outlet}, lý do: {reason}", KEEP)
STOPPED = EventKind("channels.delivery.stopped", "dừng “{title}” ở {outlet}, không gửi lại, lý do: {reason}", KEEP)
WITHDRAWING = EventKind("channels.delivery.withdrawing", "rút “{title}” khỏi {outlet}, lý do: {reason}", KEEP)
WITHDRAWN = EventKind("channels.delivery.withdrawn", "“{title}” đã được rút khỏi {outlet}", KEEP)
GONE = EventKind("channels.delivery.gone", "{outlet} cho biết “{title}” không còn ở đó", KEEP)
STAYED = EventKind("channels.delivery.stayed", "{outlet} không rút được “{title}”: {reason}", KEEP)

register(
    OUTLET_ADDED, OUTLET_CHANGED, OUTLET_ON, OUTLET_OFF, OUTLET_TRIED, ORDERED, PUBLISHED, DECLARED, HELD, REHEARSED,
    REFUSED, LOST, RESUMED, CANCELLED, STOPPED, WITHDRAWING, WITHDRAWN, STAYED, GONE,
)  # fmt: skip
