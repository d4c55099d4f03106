"""Kinds of events of the reports room."""

from lienthong.audit.service import KEEP, EventKind, register

OBLIGATION_ADDED = EventKind("reports.obligation.added", "ghi chế độ báo cáo “{name}” gửi {recipient}", KEEP)
OBLIGATION_ENDED = EventKind("reports.obligation.ended", "kết thúc chế độ báo cáo “{name}” từ ngày {day}", KEEP)
REPORT_MADE = EventKind("reports.report.made", "lập “{title}”", KEEP)
REPORT_WRITTEN = EventKind("reports.report.written", "sửa lời của “{title}”", KEEP)
REPORT_FROZEN = EventKind("reports.report.frozen", "chốt số liệu “{title}”, mã {hash}", KEEP)

register(OBLIGATION_ADDED, OBLIGATION_ENDED, REPORT_MADE, REPORT_WRITTEN, REPORT_FROZEN)
