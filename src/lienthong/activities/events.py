"""Kinds of events of activities. Nobody who comes is in them, only how many."""

from lienthong.audit.service import KEEP, EventKind, register

WRITTEN = EventKind("activities.event.written", "soạn sự kiện “{title}”", KEEP)
SUBMITTED = EventKind("activities.event.submitted", "trình duyệt sự kiện", KEEP)
WITHDRAWN = EventKind("activities.event.withdrawn", "rút sự kiện về để sửa", KEEP)
RETURNED = EventKind("activities.event.returned", "trả lại sự kiện, lý do: {reason}", KEEP)
APPROVED = EventKind("activities.event.approved", "duyệt công khai sự kiện, mã nội dung {hash}", KEEP)
CANCELLED = EventKind("activities.event.cancelled", "không tổ chức sự kiện, lý do: {reason}", KEEP)
REGISTERED = EventKind("activities.event.registered", "nhận đăng ký dự của {people} người", KEEP)
UNREGISTERED = EventKind("activities.event.unregistered", "bỏ một đăng ký dự của {people} người", KEEP)
TOLD = EventKind("activities.event.told", "báo thay đổi cho người đăng ký", KEEP)
COUNTED = EventKind("activities.event.counted", "đếm {people} người dự", KEEP)
HELD = EventKind(
    "activities.event.held", "ghi biên bản {minutes} và {photos} ảnh, {people} người dự; kết thúc sự kiện", KEEP
)
ERASED = EventKind("activities.event.erased", "xóa tên và liên hệ của {count} đăng ký", KEEP)
VISITED = EventKind("activities.visit.entered", "ghi lượt đi {hamlet} ngày {date}: {people} lượt người được giúp", KEEP)
VISITS_GIVEN = EventKind("activities.visit.given", "dùng lượt đi thôn ngày {date} làm minh chứng của “{title}”", KEEP)

register(
    WRITTEN, SUBMITTED, WITHDRAWN, RETURNED, APPROVED, CANCELLED, REGISTERED, UNREGISTERED, TOLD, COUNTED, HELD, ERASED,
    VISITED, VISITS_GIVEN,
)  # fmt: skip
