"""Kinds of events of corrections. They hold no word of somebody who asked: no claim, no reason that is not public."""

from lienthong.audit.service import KEEP, EventKind, register

WRITTEN = EventKind("corrections.correction.written", "viết đính chính", KEEP)
DRAFTED = EventKind("corrections.correction.drafted", "soạn văn bản để đính chính: {title}", KEEP)
SUBMITTED = EventKind("corrections.correction.submitted", "trình đính chính", KEEP)
TAKEN_BACK = EventKind("corrections.correction.taken_back", "rút về để sửa", KEEP)
RETURNED = EventKind("corrections.correction.returned", "trả lại, kèm lý do", KEEP)
DROPPED = EventKind("corrections.correction.dropped", "bỏ, kèm lý do", KEEP)
PUBLISHED = EventKind("corrections.correction.published", "duyệt và công bố số {number}, mã nội dung {hash}", KEEP)
FOLLOWED = EventKind(
    "corrections.correction.followed", "công bố số {number} theo bản {version} đã duyệt, mã nội dung {hash}", KEEP
)
REPLACED = EventKind("corrections.correction.replaced", "được thay bằng số {number}", KEEP)
ENDED = EventKind("corrections.correction.ended", "rút, lý do: {reason}", KEEP)
ASKED = EventKind("corrections.question.asked", "hỏi “có đúng không?”, mã {code}", KEEP)
ANSWERED = EventKind("corrections.question.answered", "trả lời bằng đính chính số {number}", KEEP)
TO_FEEDBACK = EventKind("corrections.question.to_feedback", "chuyển thành phản ánh {code}", KEEP)
CLOSED = EventKind("corrections.question.closed", "kết thúc: {why}", KEEP)

register(
    WRITTEN,
    DRAFTED,
    SUBMITTED,
    TAKEN_BACK,
    RETURNED,
    DROPPED,
    PUBLISHED,
    FOLLOWED,
    REPLACED,
    ENDED,
    ASKED,
    ANSWERED,
    TO_FEEDBACK,
    CLOSED,
)
