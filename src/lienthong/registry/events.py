"""What happened to an official document, each with its sentence.

No sentence or field here holds a word of the document itself beyond its number, so that the history of one that may
not be kept says nothing of what stood in it.
"""

from lienthong.audit.service import KEEP, EventKind, register

RECEIVED = EventKind("registry.document.received", "nhận văn bản, {count} tệp.", KEEP)
FILE_ADDED = EventKind("registry.document.file_added", "thêm {count} tệp vào văn bản.", KEEP)
FILES_ARRANGED = EventKind("registry.document.files_arranged", "sắp xếp lại các tệp của văn bản.", KEEP)
READ = EventKind("registry.document.read", "đã đọc xong các tệp.", KEEP)
REGISTERED_IN = EventKind("registry.document.registered_in", "đăng ký văn bản đến số {register_number}.", KEEP)
REGISTERED_OUT = EventKind("registry.document.registered_out", "đăng ký văn bản đi số {number}.", KEEP)
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
    FILE_ADDED,
    FILES_ARRANGED,
    READ,
    REGISTERED_IN,
    REGISTERED_OUT,
    CHANGED,
    DISCARDED,
    SECRET_DISCARDED,
    NUMBER_HELD,
    NUMBER_CANCELLED,
    SERIES_OPENED,
)
