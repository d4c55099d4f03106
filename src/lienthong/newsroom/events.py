"""Kinds of events of the newsroom."""

from lienthong.audit.service import KEEP, EventKind, register

BEGUN = EventKind("newsroom.product.begun", "lập sản phẩm “{title}”", KEEP)
BRIEFED = EventKind("newsroom.product.briefed", "sửa đề bài", KEEP)
WRITTEN = EventKind("newsroom.product.written", "lưu bản {number}", KEEP)
SUBMITTED = EventKind("newsroom.product.submitted", "trình duyệt bản {number}", KEEP)
TAKEN_BACK = EventKind("newsroom.product.taken_back", "rút bản đã trình về để sửa", KEEP)
RETURNED = EventKind("newsroom.product.returned", "trả lại bản {number}, lý do: {reason}", KEEP)
APPROVED = EventKind("newsroom.product.approved", "duyệt bản {number} {authority}, mã nội dung {hash}", KEEP)
SCHEDULED = EventKind("newsroom.product.scheduled", "lên lịch phát hành {when} tại {outlets}", KEEP)
UNSCHEDULED = EventKind("newsroom.product.unscheduled", "hủy lịch phát hành, lý do: {reason}", KEEP)
RELEASED = EventKind("newsroom.product.released", "đã phát hành bản {number} tại {outlet}", KEEP)
CORRECTING = EventKind("newsroom.product.correcting", "mở đính chính, lý do: {reason}", KEEP)
WITHDRAWN = EventKind("newsroom.product.withdrawn", "rút sản phẩm, lý do: {reason}", KEEP)
NOTED = EventKind("newsroom.note.added", "ghi chú vào bản {number}", KEEP)
NOTE_SETTLED = EventKind("newsroom.note.settled", "khép ghi chú", KEEP)
FILE_ADDED = EventKind("newsroom.file.added", "thêm tệp “{alt}”, nguồn: {credit}, mã tệp {hash}", KEEP)
COLUMN_OPENED = EventKind("newsroom.column.opened", "mở chuyên mục “{title}”", KEEP)
COLUMN_ENDED = EventKind("newsroom.column.ended", "kết thúc chuyên mục “{title}”", KEEP)
RELEASE_PLANNED = EventKind(
    "newsroom.release.planned", "lập đợt phát hành “{title}” lúc {when}, {count} sản phẩm", KEEP
)
RELEASE_SCHEDULED = EventKind("newsroom.release.scheduled", "lên lịch cả đợt “{title}”", KEEP)

register(
    BEGUN, BRIEFED, WRITTEN, SUBMITTED, TAKEN_BACK, RETURNED, APPROVED, SCHEDULED, UNSCHEDULED, RELEASED, CORRECTING,
    WITHDRAWN, NOTED, NOTE_SETTLED, FILE_ADDED, COLUMN_OPENED, COLUMN_ENDED, RELEASE_PLANNED, RELEASE_SCHEDULED,
)  # fmt: skip
