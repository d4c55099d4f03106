"""Kinds of events of the drafting room."""

from lienthong.audit.service import KEEP, EventKind, register

BEGUN = EventKind("drafting.draft.begun", "bắt đầu soạn thảo “{title}”", KEEP)
WRITTEN = EventKind("drafting.draft.written", "{what}", KEEP)
CAME_BACK = EventKind("drafting.draft.came_back", "đưa lại tệp Word đã sửa, {count} chỗ khác", KEEP)
DROPPED = EventKind("drafting.draft.dropped", "bỏ dự thảo, lý do: {reason}", KEEP)
SUBMITTED = EventKind("drafting.draft.submitted", "trình dự thảo", KEEP)
WITHDRAWN = EventKind("drafting.draft.withdrawn", "rút dự thảo đã trình về để sửa", KEEP)
RETURNED = EventKind("drafting.draft.returned", "trả lại dự thảo, lý do: {reason}", KEEP)
APPROVED = EventKind("drafting.draft.approved", "duyệt dự thảo, mã nội dung {hash}", KEEP)
REOPENED = EventKind("drafting.draft.reopened", "mở lại dự thảo đã duyệt, lý do: {reason}", KEEP)
NUMBERED = EventKind("drafting.draft.numbered", "cấp số {number} cho dự thảo", KEEP)
NUMBER_GIVEN_UP = EventKind("drafting.draft.number_given_up", "hủy số {number} đã cấp, lý do: {reason}", KEEP)
ATTACHED = EventKind("drafting.draft.attached", "gắn bản đã ký để đối chiếu", KEEP)
ISSUED = EventKind("drafting.draft.issued", "ban hành {number}, khác bản duyệt {count} chỗ", KEEP)
CARRIED_OUT = EventKind("drafting.draft.carried_out", "đưa vào thực hiện: {count} nhiệm vụ", KEEP)

register(
    BEGUN, WRITTEN, CAME_BACK, SUBMITTED, RETURNED, APPROVED, REOPENED, NUMBERED, NUMBER_GIVEN_UP, ATTACHED, ISSUED,
    CARRIED_OUT, DROPPED, WITHDRAWN,
)  # fmt: skip
