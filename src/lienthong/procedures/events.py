"""Kinds of events of the procedures room."""

from lienthong.audit.service import KEEP, EventKind, register

WRITTEN = EventKind("procedures.version.written", "viết “{title}”", KEEP)
FORM_ADDED = EventKind("procedures.form.added", "thêm mẫu đơn “{name}”", KEEP)
FORM_REMOVED = EventKind("procedures.form.removed", "bỏ mẫu đơn “{name}”", KEEP)
SUBMITTED = EventKind("procedures.version.submitted", "trình duyệt công khai", KEEP)
WITHDRAWN = EventKind("procedures.version.withdrawn", "rút về để sửa", KEEP)
RETURNED = EventKind("procedures.version.returned", "trả lại, lý do: {reason}", KEEP)
APPROVED = EventKind("procedures.version.approved", "duyệt công khai bản {number}, mã nội dung {hash}", KEEP)
RELEASED = EventKind("procedures.version.released", "công khai bản {number} đã duyệt khi đến ngày áp dụng", KEEP)
ENDED = EventKind("procedures.version.ended", "thôi công khai, lý do: {reason}", KEEP)
CHECKED = EventKind("procedures.procedure.checked", "rà soát, nội dung còn đúng", KEEP)
POSTED = EventKind("procedures.posting.added", "ghi niêm yết tại {place} ngày {date}", KEEP)
LAW_NOTED = EventKind("procedures.law.noted", "ghi {number} được thay bằng {replaced_by} từ {date}", KEEP)
LAW_FORGOTTEN = EventKind("procedures.law.removed", "bỏ ghi chú {number} được thay", KEEP)
IMPORTED = EventKind("procedures.batch.made", "nhập {count} thủ tục từ tệp {file} theo {decision}", KEEP)
BATCH_APPROVED = EventKind("procedures.batch.approved", "duyệt công khai {count} thủ tục theo {decision}", KEEP)

register(
    WRITTEN, FORM_ADDED, FORM_REMOVED, SUBMITTED, WITHDRAWN, RETURNED, APPROVED, RELEASED, ENDED, CHECKED, POSTED,
    LAW_NOTED, LAW_FORGOTTEN, IMPORTED, BATCH_APPROVED,
)  # fmt: skip
