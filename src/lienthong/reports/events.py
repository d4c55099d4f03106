"""Kinds of events of the reports room."""

from lienthong.audit.service import KEEP, EventKind, register

OBLIGATION_ADDED = EventKind("reports.obligation.added", "ghi chế độ báo cáo “{name}” gửi {recipient}", KEEP)
OBLIGATION_ENDED = EventKind("reports.obligation.ended", "kết thúc chế độ báo cáo “{name}” từ ngày {day}", KEEP)
REPORT_MADE = EventKind("reports.report.made", "lập “{title}”", KEEP)
REPORT_WRITTEN = EventKind("reports.report.written", "sửa lời của “{title}”", KEEP)
REPORT_FROZEN = EventKind("reports.report.frozen", "chốt số liệu “{title}”, mã {hash}", KEEP)

REPORT_MERGED = EventKind("reports.report.merged", "gộp báo cáo của {bodies} vào “{title}”", KEEP)
UNITS_ASKED = EventKind("reports.request.sent", "yêu cầu {n} đơn vị báo cáo “{title}”, hạn {day}", KEEP)
REQUEST_CHANGED = EventKind("reports.request.changed", "đổi yêu cầu báo cáo “{title}”, hạn {day}", KEEP)
REQUEST_WITHDRAWN = EventKind("reports.request.withdrawn", "thu hồi yêu cầu báo cáo “{title}”, lý do: {reason}", KEEP)
UNITS_URGED = EventKind("reports.request.urged", "nhắc {bodies} gửi “{title}”", KEEP)
UNIT_WRITTEN = EventKind("reports.unit_report.written", "ghi báo cáo của {body}: {parts}", KEEP)
UNIT_SENT = EventKind("reports.unit_report.sent", "gửi báo cáo của {body}", KEEP)
UNIT_RETURNED = EventKind("reports.unit_report.returned", "trả lại báo cáo của {body}: {reason}", KEEP)
UNIT_MERGED = EventKind("reports.unit_report.merged", "gộp báo cáo của {body} vào “{title}”", KEEP)

FORM_ADDED = EventKind("reports.form.added", "nhận biểu mẫu “{name}” của {asked_by}", KEEP)
FORM_REPLACED = EventKind("reports.form.replaced", "thay biểu mẫu “{name}” bằng bản mới, giữ {n} ô đã chỉ", KEEP)
FORM_POINTED = EventKind("reports.form.pointed", "chỉ nguồn cho {n} ô của biểu mẫu “{name}”", KEEP)
FORM_TYPED = EventKind("reports.form.typed", "gõ {n} ô của biểu mẫu “{name}”", KEEP)
FORM_FILLED = EventKind("reports.form.filled", "điền biểu mẫu “{name}”, mã tệp {hash}", KEEP)
NOT_DUPLICATE = EventKind("reports.obligation.not_duplicate", "không hỏi trùng với “{other}”: {reason}", KEEP)

register(FORM_ADDED, FORM_REPLACED, FORM_POINTED, FORM_TYPED, FORM_FILLED, NOT_DUPLICATE)
register(OBLIGATION_ADDED, OBLIGATION_ENDED, REPORT_MADE, REPORT_WRITTEN, REPORT_FROZEN, REPORT_MERGED)
register(REQUEST_WITHDRAWN)
register(UNITS_ASKED, REQUEST_CHANGED, UNITS_URGED, UNIT_WRITTEN, UNIT_SENT, UNIT_RETURNED, UNIT_MERGED)
