"""Kinds of events of the committees' room."""

from lienthong.audit.service import KEEP, EventKind, register

CHARTER_WRITTEN = EventKind("committees.charter.written", "ghi căn cứ và quy chế của {committee}", KEEP)
DEPUTY_NAMED = EventKind("committees.deputy.named", "cử {deputy} dự thay {member}", KEEP)
LINE_ADDED = EventKind("committees.programme.added", "thêm vào chương trình công tác: {text}", KEEP)
LINE_ASSIGNED = EventKind("committees.programme.assigned", "giao việc theo chương trình công tác: {text}", KEEP)
PLANNED = EventKind("committees.meeting.planned", "mời họp “{title}”, {count} người", KEEP)
PAPER_ADDED = EventKind("committees.meeting.paper_added", "thêm tài liệu họp “{name}”", KEEP)
PUT_OFF = EventKind("committees.meeting.put_off", "hoãn họp, lý do: {reason}", KEEP)
HELD = EventKind("committees.meeting.held", "bắt đầu ghi biên bản", KEEP)
ATTENDANCE = EventKind("committees.meeting.attendance", "ghi người dự: {present} có mặt, {represented} dự thay", KEEP)
WRITTEN = EventKind("committees.meeting.written", "ghi diễn biến cuộc họp", KEEP)
CONCLUDED = EventKind("committees.meeting.concluded", "ghi kết luận: {text}", KEEP)
CONCLUSION_DROPPED = EventKind("committees.meeting.conclusion_dropped", "bỏ kết luận: {text}", KEEP)
PASSED = EventKind("committees.meeting.passed", "thông qua biên bản, {count} kết luận", KEEP)
ASSIGNED = EventKind("committees.meeting.assigned", "giao việc theo kết luận: {text}", KEEP)
NOTICE_DRAFTED = EventKind("committees.meeting.notice_drafted", "soạn thông báo kết luận", KEEP)

register(CHARTER_WRITTEN, DEPUTY_NAMED, LINE_ADDED, LINE_ASSIGNED, PLANNED, PAPER_ADDED, PUT_OFF, HELD, ATTENDANCE)
register(WRITTEN, CONCLUDED, CONCLUSION_DROPPED, PASSED, ASSIGNED, NOTICE_DRAFTED)
