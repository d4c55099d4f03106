"""Kinds of events of the room of case files."""

from lienthong.audit.service import KEEP, EventKind, register

OPENED = EventKind("casefiles.casefile.opened", "mở hồ sơ {code} “{title}”", KEEP)
CHANGED = EventKind("casefiles.casefile.changed", "sửa hồ sơ: {fields}", KEEP)
DOCUMENT_ADDED = EventKind("casefiles.casefile.document_added", "đưa {document} vào hồ sơ, lý do: {reason}", KEEP)
LEFT_OUT = EventKind("casefiles.casefile.left_out", "loại “{title}” ra khỏi hồ sơ, lý do: {reason}", KEEP)
TAKEN_BACK = EventKind("casefiles.casefile.taken_back", "đưa lại “{title}” vào hồ sơ", KEEP)
CLOSED = EventKind("casefiles.casefile.closed", "kết thúc hồ sơ, {count} tài liệu", KEEP)
REOPENED = EventKind("casefiles.casefile.reopened", "mở lại hồ sơ, lý do: {reason}", KEEP)
HANDED_OVER = EventKind(
    "casefiles.casefile.handed_over", "nộp lưu hồ sơ cho {receiver}, biên bản số {number} ngày {day}", KEEP
)
EXPORTED = EventKind("casefiles.export.asked", "xuất hồ sơ “{title}” ra tệp", KEEP)

register(OPENED, CHANGED, DOCUMENT_ADDED, LEFT_OUT, TAKEN_BACK, CLOSED, REOPENED, HANDED_OVER, EXPORTED)
