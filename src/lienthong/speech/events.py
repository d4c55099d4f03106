"""Kinds of events of the speech room."""

from lienthong.audit.service import KEEP, EventKind, register

WRITTEN = EventKind("speech.script.written", "viết lời bản tin “{title}”", KEEP)
RECORDED = EventKind("speech.recording.made", "tạo bản thu của “{title}”", KEEP)
VOICED = EventKind("speech.recording.voiced", "tạo xong tiếng đọc, mã tệp {hash}", KEEP)
APPROVED = EventKind("speech.recording.approved", "nghe và duyệt bản thu, mã tệp {hash}", KEEP)
RETURNED = EventKind("speech.recording.returned", "trả lại bản thu, lý do: {reason}", KEEP)
WITHDRAWN = EventKind("speech.recording.withdrawn", "rút bản thu đã duyệt, lý do: {reason}", KEEP)
WORD_SET = EventKind("speech.pronunciation.set", "đặt cách đọc “{written}”: {spoken}", KEEP)
WORD_REMOVED = EventKind("speech.pronunciation.removed", "bỏ cách đọc riêng của “{written}”", KEEP)

register(WRITTEN, RECORDED, VOICED, APPROVED, RETURNED, WITHDRAWN, WORD_SET, WORD_REMOVED)
