"""Kinds of events of cases. They hold codes, units and dates, never a word or a contact of a resident."""

from lienthong.audit.service import KEEP, EventKind, register

RECEIVED = EventKind("feedback.case.received", "gửi phản ánh {code}, hẹn trả lời {due}", KEEP)
ENTERED = EventKind("feedback.case.entered", "ghi phản ánh {code} ({came}), hẹn trả lời {due}", KEEP)
ASSIGNED = EventKind("feedback.case.assigned", "chuyển {unit} xử lý, lĩnh vực: {category}", KEEP)
GIVEN_BACK = EventKind("feedback.case.given_back", "trả lại bộ phận tiếp nhận, kèm lý do", KEEP)
FORWARDED = EventKind("feedback.case.forwarded", "chuyển {agency}, văn bản {letter}", KEEP)
RECEIPT = EventKind("feedback.case.receipt", "ghi xác nhận của {agency}: {receipt}", KEEP)
REDIRECTED = EventKind("feedback.case.redirected", "hướng dẫn gửi khiếu nại, tố cáo theo luật", KEEP)
MERGED = EventKind("feedback.case.merged", "gộp vào {into}", KEEP)
CLOSED = EventKind("feedback.case.closed", "kết thúc, không xử lý: {why}", KEEP)
REOPENED = EventKind("feedback.case.reopened", "mở lại, hẹn trả lời {due}", KEEP)
URGED = EventKind("feedback.case.urged", "đôn đốc {unit}", KEEP)
SUBMITTED = EventKind("feedback.answer.submitted", "trình trả lời", KEEP)
RETURNED = EventKind("feedback.answer.returned", "trả lại lời trả lời, kèm lý do", KEEP)
APPROVED = EventKind("feedback.answer.approved", "duyệt trả lời, mã nội dung {hash}", KEEP)
PUBLISHED = EventKind("feedback.answer.published", "duyệt và đăng trả lời, mã nội dung {hash}", KEEP)
WITHDRAWN = EventKind("feedback.answer.withdrawn", "gỡ trả lời đã đăng", KEEP)
RATED = EventKind("feedback.answer.rated", "đánh giá: {value}", KEEP)
DATA_ASKED = EventKind("feedback.data.asked", "yêu cầu {what}", KEEP)
EXPORTED = EventKind("feedback.data.exported", "xuất dữ liệu cá nhân của phản ánh {code}", KEEP)
ERASED = EventKind("feedback.data.erased", "xóa dữ liệu cá nhân của phản ánh {code}", KEEP)
TERM_SET = EventKind("feedback.term.set", "đặt “{what}”: {amount}, từ {day}", KEEP)
TEMPLATE_ADDED = EventKind("feedback.template.added", "thêm mẫu trả lời “{title}”", KEEP)
TEMPLATE_REMOVED = EventKind("feedback.template.removed", "bỏ mẫu trả lời “{title}”", KEEP)
SETTLED = EventKind("feedback.recurring.settled", "ghi đã xử lý câu hỏi lặp lại", KEEP)

register(
    RECEIVED, ENTERED, ASSIGNED, GIVEN_BACK, FORWARDED, RECEIPT, REDIRECTED, MERGED, CLOSED, REOPENED, URGED, SUBMITTED,
    RETURNED, APPROVED, PUBLISHED, WITHDRAWN, RATED, DATA_ASKED, EXPORTED, ERASED, TERM_SET, TEMPLATE_ADDED,
    TEMPLATE_REMOVED, SETTLED,
)  # fmt: skip
