"""Kinds of events of the learning room. Nobody who learns is in them."""

from lienthong.audit.service import KEEP, EventKind, register

QUESTION = EventKind("learning.question.written", "viết câu hỏi “{text}”", KEEP)
QUESTION_RETIRED = EventKind("learning.question.retired", "thôi dùng câu hỏi “{text}”", KEEP)
WRITTEN = EventKind("learning.lesson.written", "viết bài học “{title}”", KEEP)
SUBMITTED = EventKind("learning.lesson.submitted", "trình duyệt bài học", KEEP)
WITHDRAWN = EventKind("learning.lesson.withdrawn", "rút bài học về để sửa", KEEP)
RETURNED = EventKind("learning.lesson.returned", "trả lại bài học, lý do: {reason}", KEEP)
APPROVED = EventKind("learning.lesson.approved", "duyệt công khai bài học, mã nội dung {hash}", KEEP)
ENDED = EventKind("learning.lesson.ended", "thôi công khai bài học, lý do: {reason}", KEEP)
GROUP = EventKind(
    "learning.group.entered", "ghi kết quả buổi học tại {place} ngày {date}: {people} người, {passed} đạt", KEEP
)

register(QUESTION, QUESTION_RETIRED, WRITTEN, SUBMITTED, WITHDRAWN, RETURNED, APPROVED, ENDED, GROUP)
