"""Kinds of events of the portal."""

from lienthong.audit.service import KEEP, EventKind, register

OPENED = EventKind("portal.portal.opened", "mở cổng thông tin tại {address}", KEEP)
CHANGED = EventKind("portal.portal.changed", "sửa thông tin liên hệ trên cổng", KEEP)
WRITTEN = EventKind("portal.page.written", "viết trang “{title}”", KEEP)
SUBMITTED = EventKind("portal.page.submitted", "trình duyệt trang", KEEP)
WITHDRAWN = EventKind("portal.page.withdrawn", "rút trang đã trình về để sửa", KEEP)
RETURNED = EventKind("portal.page.returned", "trả lại trang, lý do: {reason}", KEEP)
APPROVED = EventKind("portal.page.approved", "duyệt cho đăng, mã nội dung {hash}", KEEP)
TAKEN_DOWN = EventKind("portal.page.taken_down", "gỡ trang, lý do: {reason}", KEEP)
DOCUMENT_PUBLISHED = EventKind("portal.document.published", "công khai văn bản {number}", KEEP)
DOCUMENT_WITHDRAWN = EventKind("portal.document.withdrawn", "thôi công khai văn bản {number}, lý do: {reason}", KEEP)
MOVED = EventKind("portal.page.moved", "đổi địa chỉ trang từ {old} sang {new}", KEEP)
ADDRESS_ADDED = EventKind("portal.address.added", "dẫn địa chỉ {old} tới {new}", KEEP)
ADDRESS_DROPPED = EventKind("portal.address.dropped", "bỏ địa chỉ dẫn {old}", KEEP)
RELEASED = EventKind("portal.page.released", "đăng bài của tòa soạn, {approval}", KEEP)
RELEASE_WITHDRAWN = EventKind("portal.page.release_withdrawn", "gỡ bài theo tòa soạn", KEEP)
PICTURE_ADDED = EventKind("portal.picture.added", "thêm ảnh “{alt}”, nguồn: {credit}", KEEP)

register(
    OPENED, CHANGED, WRITTEN, SUBMITTED, WITHDRAWN, RETURNED, APPROVED, TAKEN_DOWN, DOCUMENT_PUBLISHED,
    DOCUMENT_WITHDRAWN, MOVED, ADDRESS_ADDED, ADDRESS_DROPPED, RELEASED, RELEASE_WITHDRAWN, PICTURE_ADDED,
)  # fmt: skip
