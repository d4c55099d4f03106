"""Kinds of events of training. People are named by their place on the list, so the log keeps nobody's name."""

from lienthong.audit.service import KEEP, EventKind, register

WRITTEN = EventKind("training.class.written", "soạn lớp “{title}”", KEEP)
OPENED = EventKind("training.class.opened", "mở nhận cử, hỏi {units} đơn vị đến {date}", KEEP)
CANCELLED = EventKind("training.class.cancelled", "không tổ chức lớp, lý do: {reason}", KEEP)
URGED = EventKind("training.class.urged", "đôn đốc {unit} cử người", KEEP)
NOMINATED = EventKind("training.class.nominated", "{unit} cử {count} người", KEEP)
NAMED_NOBODY = EventKind("training.class.named_nobody", "{unit} không cử người, lý do: {reason}", KEEP)
WITHDRAWN = EventKind("training.class.withdrawn", "{unit} rút một người đã cử", KEEP)
STRUCK = EventKind("training.class.struck", "gạch một người của {unit}, lý do: {reason}", KEEP)
DECLINED = EventKind("training.class.declined", "một người của {unit} báo không dự được", KEEP)
LISTED = EventKind("training.class.listed", "chốt danh sách {count} người", KEEP)
TICKED = EventKind("training.class.ticked", "điểm danh {session}: {count} người có mặt", KEEP)
CORRECTED = EventKind(
    "training.class.corrected", "sửa điểm danh {session}: thêm có mặt số {added}, bỏ có mặt số {removed}", KEEP
)
FINISHED = EventKind("training.class.finished", "ghi lớp đã học: {passed} trên {count} người hoàn thành", KEEP)
JUDGED = EventKind("training.class.judged", "ghi kết quả, số chứng nhận của {count} người, lý do: {reason}", KEEP)
CLOSED = EventKind(
    "training.class.closed", "ghi biên bản {minutes} và {photos} ảnh, {people} lượt người dự; kết thúc lớp", KEEP
)
ERASED = EventKind("training.class.erased", "xóa tên {count} người không có tài khoản", KEEP)

register(
    WRITTEN, OPENED, CANCELLED, URGED, NOMINATED, NAMED_NOBODY, WITHDRAWN, STRUCK, DECLINED, LISTED, TICKED, CORRECTED,
    FINISHED, JUDGED, CLOSED, ERASED,
)  # fmt: skip
