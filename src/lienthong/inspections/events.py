"""Kinds of events of the inspections' room. What was found and asked stays in its place; events say that it was."""

from lienthong.audit.service import KEEP, EventKind, register

PLANNED = EventKind("inspections.inspection.planned", "lập cuộc kiểm tra “{title}”", KEEP)
CHANGED = EventKind("inspections.inspection.changed", "sửa cuộc kiểm tra “{title}”", KEEP)
VISIT_ADDED = EventKind("inspections.inspection.visit_added", "đưa {body} vào kiểm tra, ngày {day}", KEEP)
VISIT_MOVED = EventKind("inspections.inspection.visit_moved", "đổi ngày kiểm tra {body} sang {day}: {reason}", KEEP)
VISIT_DROPPED = EventKind("inspections.inspection.visit_dropped", "bỏ {body} khỏi cuộc kiểm tra", KEEP)
LINES_DRAWN = EventKind("inspections.inspection.lines_drawn", "lấy {count} nhiệm vụ để kiểm tra tại {body}", KEEP)
LINE_ADDED = EventKind("inspections.inspection.line_added", "thêm nội dung kiểm tra tại {body}: {text}", KEEP)
LINE_DROPPED = EventKind("inspections.inspection.line_dropped", "bỏ nội dung kiểm tra tại {body}: {text}", KEEP)
ANNOUNCED = EventKind("inspections.inspection.announced", "thông báo lịch kiểm tra đến {count} đơn vị", KEEP)
PUT_OFF = EventKind("inspections.inspection.put_off", "hoãn kiểm tra, lý do: {reason}", KEEP)
CANCELLED = EventKind("inspections.inspection.cancelled", "hủy cuộc kiểm tra, lý do: {reason}", KEEP)
STARTED = EventKind("inspections.inspection.started", "bắt đầu kiểm tra", KEEP)
FOUND = EventKind("inspections.inspection.found", "ghi kết quả kiểm tra tại {body}: {text}", KEEP)
SENT = EventKind("inspections.inspection.sent", "gửi kết quả để {body} giải trình trước {day}", KEEP)
EXPLAINED = EventKind("inspections.inspection.explained", "{body} giải trình: {text}", KEEP)
CONCLUDED = EventKind("inspections.inspection.concluded", "kết luận kiểm tra: {failed} nội dung chưa đạt", KEEP)
ASSIGNED = EventKind("inspections.inspection.assigned", "giao việc khắc phục cho {body}: {text}", KEEP)
DRAFTED = EventKind("inspections.inspection.drafted", "soạn văn bản kết luận kiểm tra", KEEP)
CLOSED = EventKind("inspections.inspection.closed", "kết thúc cuộc kiểm tra theo {document}", KEEP)
ASKED = EventKind("inspections.question.asked", "hỏi về “{about}”, đề nghị trả lời trước {day}", KEEP)
ANSWERED = EventKind("inspections.question.answered", "trả lời câu hỏi giám sát về “{about}”", KEEP)

register(PLANNED, CHANGED, VISIT_ADDED, VISIT_MOVED, VISIT_DROPPED, LINES_DRAWN, LINE_ADDED, LINE_DROPPED, ANNOUNCED)
register(PUT_OFF, CANCELLED, STARTED, FOUND, SENT, EXPLAINED, CONCLUDED, ASSIGNED, DRAFTED, CLOSED, ASKED, ANSWERED)
