"""What happened to plans and their parts, each with its sentence."""

from lienthong.audit.service import FORGET_PERSON_AFTER_FIVE_YEARS, KEEP, EventKind, register

PLAN_CREATED = EventKind("plans.plan.created", "lập kế hoạch “{title}”.", KEEP)
PLAN_MADE = EventKind("plans.plan.made", "lập kế hoạch “{title}” từ {document}, {count} nhiệm vụ.", KEEP)
SUPERIOR_NAMED = EventKind("plans.plan.superior_named", "chọn {document} làm văn bản cấp trên của kế hoạch.", KEEP)
PLAN_CLOSED = EventKind("plans.plan.closed", "kết thúc kế hoạch.", KEEP)
PLAN_REOPENED = EventKind("plans.plan.reopened", "mở lại kế hoạch, lý do: {reason}.", KEEP)

ASSIGNMENT_ADDED = EventKind("plans.assignment.added", "thêm nhiệm vụ “{name}”.", KEEP)
ASSIGNMENT_CHANGED = EventKind("plans.assignment.changed", "sửa nhiệm vụ: {fields}.", KEEP)
ASSIGNMENT_CLOSED = EventKind(
    "plans.assignment.closed_out_of_scope",
    "kết thúc nhiệm vụ ngoài phạm vi công cụ bằng văn bản số {number} ngày {date}.",
    KEEP,
)

BUDGET_ADDED = EventKind("plans.budget.added", "ghi kinh phí “{purpose}”: {source}, dự toán {planned}.", KEEP)
BUDGET_CHANGED = EventKind("plans.budget.changed", "sửa kinh phí “{purpose}”: {changes}.", KEEP)
BUDGET_REMOVED = EventKind("plans.budget.removed", "bỏ kinh phí “{purpose}”, dự toán {planned}, lý do: {reason}.", KEEP)
SPENT = EventKind("plans.budget.spent", "ghi đã chi {amount} đồng ngày {day} cho “{purpose}”, giấy tờ: {paper}.", KEEP)
SPENDING_WITHDRAWN = EventKind(
    "plans.budget.spending_withdrawn", "bỏ khoản chi {amount} đồng ngày {day} ghi nhầm, lý do: {reason}.", KEEP
)

SHARE_GIVEN = EventKind("plans.share.given", "giao {part} cho {body}.", KEEP)
SHARE_REMOVED = EventKind("plans.share.removed", "thôi giao {part} cho {body}.", KEEP)
SHARE_ACCEPTED = EventKind("plans.share.accepted", "tiếp nhận việc.", FORGET_PERSON_AFTER_FIVE_YEARS)
SHARE_DECLINED = EventKind(
    "plans.share.declined", "đề nghị trả lại việc, lý do: {reason}.", FORGET_PERSON_AFTER_FIVE_YEARS
)
SHARE_ASSIGNED_AGAIN = EventKind("plans.share.assigned_again", "vẫn giao việc này, lý do: {reason}.", KEEP)
SHARE_NOTED = EventKind("plans.share.noted", "đã biết việc được giao.", FORGET_PERSON_AFTER_FIVE_YEARS)
HANDLER_ASSIGNED = EventKind(
    "plans.share.handler_assigned", "giao {handler} trực tiếp thực hiện.", FORGET_PERSON_AFTER_FIVE_YEARS
)
PROGRESS_REPORTED = EventKind("plans.share.progress_reported", "báo tiến độ: {text}", FORGET_PERSON_AFTER_FIVE_YEARS)
WORK_RECORDED = EventKind(
    "plans.share.work_recorded",
    "ghi việc đã làm “{title}” ngày {date}, {count} minh chứng.",
    FORGET_PERSON_AFTER_FIVE_YEARS,
)
DELIVERY_RECORDED = EventKind("plans.share.delivery_recorded", "“{title}” đã phát hành tại {outlet}.", KEEP)
OCCURRENCE_CLOSED = EventKind(
    "plans.occurrence.closed", "{occurrence} đã có minh chứng, làm ngày {date}{late}.", FORGET_PERSON_AFTER_FIVE_YEARS
)
SHARE_SUBMITTED = EventKind("plans.share.submitted", "trình kết quả: {result}", FORGET_PERSON_AFTER_FIVE_YEARS)
SHARE_CONFIRMED = EventKind("plans.share.confirmed", "xác nhận hoàn thành ngày {date}.", KEEP)
SHARE_SENT_BACK = EventKind("plans.share.sent_back", "trả lại, lý do: {reason}.", KEEP)
SHARE_TRANSFERRED = EventKind("plans.share.transferred", "chuyển việc sang {body}, lý do: {reason}.", KEEP)
DEADLINE_SET = EventKind("plans.share.deadline_set", "đặt hạn mới {due}, lý do: {reason}.", KEEP)
SHARE_URGED = EventKind("plans.share.urged", "đôn đốc: {text}", KEEP)
EXTENSION_ASKED = EventKind(
    "plans.extension.asked", "xin gia hạn đến {due}, lý do: {reason}.", FORGET_PERSON_AFTER_FIVE_YEARS
)
EXTENSION_GRANTED = EventKind("plans.extension.granted", "đồng ý gia hạn đến {due}. {answer}", KEEP)
EXTENSION_REFUSED = EventKind("plans.extension.refused", "không đồng ý gia hạn: {answer}.", KEEP)

ALL = tuple(value for value in globals().values() if isinstance(value, EventKind))
register(*ALL)
