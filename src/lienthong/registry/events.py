"""What happened to an official document, each with its sentence.

No sentence or field here holds a word of the document itself beyond its number, so that the history of one that may
not be kept says nothing of what stood in it.
"""

from lienthong.audit.service import FORGET_PERSON_AFTER_FIVE_YEARS, KEEP, EventKind, register

RECEIVED = EventKind("registry.document.received", "nhận văn bản, {count} tệp.", KEEP)
ORDER_NOTED = EventKind("registry.document.order_noted", "ghi một chỉ đạo chưa có văn bản.", KEEP)
DOCUMENT_CAME = EventKind("registry.document.came", "gắn văn bản của chỉ đạo này, {count} tệp.", KEEP)
FILE_ADDED = EventKind("registry.document.file_added", "thêm {count} tệp vào văn bản.", KEEP)
FILES_ARRANGED = EventKind("registry.document.files_arranged", "sắp xếp lại các tệp của văn bản.", KEEP)
FILE_REMOVED = EventKind("registry.document.file_removed", "bỏ một tệp kèm theo của văn bản.", KEEP)
READ_AGAIN = EventKind("registry.document.read_again", "cho đọc lại một tệp của văn bản.", KEEP)
READ = EventKind("registry.document.read", "đã đọc xong các tệp.", KEEP)
REGISTERED_IN = EventKind("registry.document.registered_in", "đăng ký văn bản đến số {register_number}.", KEEP)
REGISTERED_OUT = EventKind("registry.document.registered_out", "đăng ký văn bản đi số {number}.", KEEP)
REPLACED = EventKind("registry.document.replaced", "được thay thế bằng văn bản {number}.", KEEP)
CORRECTED = EventKind("registry.document.corrected", "được đính chính bằng văn bản {number}.", KEEP)
CHANGED = EventKind("registry.document.changed", "sửa thông tin đăng ký: {fields}.", KEEP)
DISCARDED = EventKind("registry.document.discarded", "bỏ một văn bản chưa đăng ký: {reason}.", KEEP)
SECRET_DISCARDED = EventKind(
    "registry.document.secret_discarded",
    "không lưu một văn bản có dấu chỉ độ mật; tệp và nội dung đã được xóa.",
    KEEP,
)
NUMBER_HELD = EventKind("registry.series.number_held", "giữ số {number} của sổ văn bản đi: {purpose}.", KEEP)
NUMBER_CANCELLED = EventKind("registry.series.number_cancelled", "hủy số {number}: {reason}.", KEEP)
SERIES_OPENED = EventKind("registry.series.opened", "mở sổ {direction} năm {year}, số tiếp theo là {next}.", KEEP)

register(
    RECEIVED,
    ORDER_NOTED,
    DOCUMENT_CAME,
    FILE_ADDED,
    FILES_ARRANGED,
    FILE_REMOVED,
    READ_AGAIN,
    READ,
    REGISTERED_IN,
    REGISTERED_OUT,
    REPLACED,
    CORRECTED,
    CHANGED,
    DISCARDED,
    SECRET_DISCARDED,
    NUMBER_HELD,
    NUMBER_CANCELLED,
    SERIES_OPENED,
)

# Review of what was read.
PROPOSAL_CONFIRMED = EventKind("registry.review.confirmed", "xác nhận: {what}.", KEEP)
PROPOSAL_CORRECTED = EventKind("registry.review.corrected", "sửa: {what}.", KEEP)
PROPOSAL_REJECTED = EventKind("registry.review.rejected", "bỏ, không phải nội dung đúng: {what}.", KEEP)
PROPOSAL_REOPENED = EventKind("registry.review.reopened_line", "xem lại: {what}.", KEEP)
CERTAIN_CONFIRMED = EventKind("registry.review.certain_confirmed", "xác nhận {count} điều chắc chắn đã xem.", KEEP)
NAME_MAPPED = EventKind("registry.review.name_mapped", "chọn {target} cho một tên ghi trong văn bản.", KEEP)
MARKED_OUT_OF_SCOPE = EventKind(
    "registry.review.marked_out_of_scope", "đánh dấu nhiệm vụ {section} ngoài phạm vi công cụ.", KEEP
)
UNMARKED_OUT_OF_SCOPE = EventKind(
    "registry.review.unmarked_out_of_scope", "bỏ đánh dấu ngoài phạm vi công cụ của nhiệm vụ {section}.", KEEP
)
TASK_ADDED = EventKind("registry.review.task_added", "thêm một nhiệm vụ chưa được đọc ra.", KEEP)
FIELD_ADDED = EventKind("registry.review.field_added", "ghi thêm: {what}.", KEEP)
REVIEW_FINISHED = EventKind("registry.review.finished", "duyệt xong nội dung đã đọc, {tasks} nhiệm vụ.", KEEP)
REVIEW_REOPENED = EventKind("registry.review.reopened", "mở lại việc duyệt nội dung đã đọc.", KEEP)

# The leader's decision and what the units do about it.
DECIDED = EventKind("registry.decision.made", "cho ý kiến giải quyết: {outcome}.", KEEP)
DECISION_ENTERED = EventKind(
    "registry.decision.entered", "nhập ý kiến của {leader} ({medium}): {outcome}.", FORGET_PERSON_AFTER_FIVE_YEARS
)
HANDED_ON = EventKind("registry.decision.handed_on", "phân công người giải quyết của {body}.", KEEP)
PROPOSED_ANSWER = EventKind("registry.decision.proposed", "đề xuất cách giải quyết, {body}.", KEEP)
PART_FINISHED = EventKind("registry.decision.part_finished", "báo đã giải quyết xong phần của {body}.", KEEP)
DECISION_NOTED = EventKind("registry.decision.noted", "{body} đã biết.", KEEP)
ANSWERED = EventKind("registry.document.answered", "trả lời bằng văn bản số {number}.", KEEP)
PHRASE_ADDED = EventKind("registry.phrase.added", "thêm một mẫu ý kiến.", KEEP)
PHRASE_REMOVED = EventKind("registry.phrase.removed", "bỏ một mẫu ý kiến.", KEEP)

register(
    PROPOSAL_CONFIRMED,
    PROPOSAL_CORRECTED,
    PROPOSAL_REJECTED,
    PROPOSAL_REOPENED,
    CERTAIN_CONFIRMED,
    NAME_MAPPED,
    MARKED_OUT_OF_SCOPE,
    UNMARKED_OUT_OF_SCOPE,
    TASK_ADDED,
    FIELD_ADDED,
    REVIEW_FINISHED,
    REVIEW_REOPENED,
    DECIDED,
    DECISION_ENTERED,
    HANDED_ON,
    PROPOSED_ANSWER,
    PART_FINISHED,
    DECISION_NOTED,
    ANSWERED,
    PHRASE_ADDED,
    PHRASE_REMOVED,
)
