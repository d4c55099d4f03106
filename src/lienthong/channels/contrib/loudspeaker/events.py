"""Kinds of events of the loudspeaker."""

from lienthong.audit.service import KEEP, EventKind, register

OPENED = EventKind("loudspeaker.station.opened", "mở đài truyền thanh", KEEP)
SLOT_ADDED = EventKind("loudspeaker.slot.added", "đặt khung phát “{name}”, {begins}, {minutes} phút", KEEP)
SLOT_ENDED = EventKind("loudspeaker.slot.ended", "bỏ khung phát “{name}”", KEEP)
COLUMN_ADDED = EventKind("loudspeaker.column.added", "mở chuyên mục “{title}”, {rhythm}", KEEP)
COLUMN_ENDED = EventKind("loudspeaker.column.ended", "dừng chuyên mục “{title}”", KEEP)
BROADCAST = EventKind("loudspeaker.issue.broadcast", "số {number} đã phát theo nhật ký của cụm loa", KEEP)
RECORDING_CHOSEN = EventKind("loudspeaker.issue.filled", "chọn bản thu cho số {number}, mã tệp {hash}", KEEP)
BULLETIN_ADDED = EventKind("loudspeaker.bulletin.added", "đưa bản tin “{title}” vào lịch, mã tệp {hash}", KEEP)
BULLETIN_RECEIVED = EventKind(
    "loudspeaker.bulletin.received", "nhận bản tin “{title}” của {sender}, giữ nguyên tệp {hash}", KEEP
)
BULLETIN_CHOSEN = EventKind("loudspeaker.bulletin.chosen", "chọn phát bản tin của cấp trên", KEEP)
BULLETIN_DECLINED = EventKind("loudspeaker.bulletin.declined", "không phát bản tin, lý do: {reason}", KEEP)
BULLETIN_CANCELLED = EventKind("loudspeaker.bulletin.cancelled", "hủy bản tin, lý do: {reason}", KEEP)
GROUP_ADDED = EventKind("loudspeaker.group.added", "lập nhóm loa “{name}”", KEEP)
DEVICE_ADDED = EventKind("loudspeaker.device.added", "thêm cụm loa {code}, {place}", KEEP)
DEVICE_RETIRED = EventKind("loudspeaker.device.retired", "thôi dùng cụm loa {code}", KEEP)
KEY_RENEWED = EventKind("loudspeaker.device.rekeyed", "đổi khóa cụm loa {code}, khóa thứ {number}", KEEP)
DUTY_ADDED = EventKind("loudspeaker.duty.added", "phân công {who} trực từ {first} đến {last}", KEEP)
DUTY_ENDED = EventKind("loudspeaker.duty.ended", "bỏ phân công trực của {who}", KEEP)
EMERGENCY_CALLED = EventKind("loudspeaker.emergency.called", "gọi phát khẩn cấp “{title}”", KEEP)
EMERGENCY_AGREED = EventKind("loudspeaker.emergency.agreed", "đồng ý phát khẩn cấp", KEEP)
EMERGENCY_STOPPED = EventKind("loudspeaker.emergency.stopped", "dừng phát khẩn cấp, lý do: {reason}", KEEP)
EMERGENCY_LET_THROUGH = EventKind(
    "loudspeaker.emergency.unanswered", "hai phút không ai trả lời, phát khẩn cấp dưới tên {caller}", KEEP
)
EMERGENCY_FINISHED = EventKind("loudspeaker.emergency.finished", "phát khẩn cấp xong", KEEP)
EMERGENCY_REVIEWED = EventKind("loudspeaker.emergency.reviewed", "xem lại lần phát khẩn cấp: {review}", KEEP)

register(
    OPENED, SLOT_ADDED, SLOT_ENDED, COLUMN_ADDED, COLUMN_ENDED, RECORDING_CHOSEN, BROADCAST, BULLETIN_ADDED,
    BULLETIN_RECEIVED, BULLETIN_CHOSEN, BULLETIN_DECLINED, BULLETIN_CANCELLED, GROUP_ADDED, DEVICE_ADDED,
    DEVICE_RETIRED, KEY_RENEWED, DUTY_ADDED, DUTY_ENDED, EMERGENCY_CALLED, EMERGENCY_AGREED, EMERGENCY_STOPPED,
    EMERGENCY_LET_THROUGH, EMERGENCY_FINISHED, EMERGENCY_REVIEWED,
)  # fmt: skip
