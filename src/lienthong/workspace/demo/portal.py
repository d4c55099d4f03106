"""The commune's portal in the demonstration: pages that are public, one that waits, one that is being written."""

from typing import Any

from lienthong.portal.service import (
    PageState,
    Portal,
    approve_page,
    begin_page,
    change_portal,
    open_portal,
    publish_document,
    submit_page,
    write_page,
)
from lienthong.registry.service import Direction, OfficialDocument
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor

COLUMNS = {
    "Chuyển đổi số": "Dịch vụ công trực tuyến, tổ công nghệ số cộng đồng, kỹ năng số cho mọi người.",
    "Cải cách hành chính": "Thủ tục gọn hơn, hẹn đúng giờ hơn, trả lời rõ hơn.",
}
ARTICLES = (
    (
        "Chuyển đổi số", "16/3/2026", "Mỗi thôn một buổi hướng dẫn nộp hồ sơ trực tuyến",
        "Từ ngày 16/3 đến 30/3, tổ công nghệ số cộng đồng hướng dẫn tại nhà văn hóa các thôn.",
        "<p>Người dân mang theo điện thoại và căn cước. Tổ công nghệ số cộng đồng hướng dẫn đăng nhập Cổng Dịch vụ "
        "công quốc gia, chọn thủ tục và nộp hồ sơ.</p><h2>Lịch các thôn</h2><ul><li>Thôn 1: tối 16/3</li>"
        "<li>Thôn 2: tối 18/3</li><li>Thôn 3: tối 20/3</li></ul>"
        "<p>Ai chưa có điện thoại thông minh được hỗ trợ tại Trung tâm Phục vụ hành chính công của xã.</p>",
    ),
    (
        "Cải cách hành chính", "02/4/2026", "Nhận kết quả hồ sơ tại nhà qua bưu chính",
        "Người nộp hồ sơ chọn nhận kết quả tại nhà ngay khi nộp, không phải quay lại trụ sở.",
        "<p>Khi nộp hồ sơ, hãy chọn <strong>nhận kết quả qua bưu chính</strong> và ghi địa chỉ. Phí gửi được báo trước "
        "khi xác nhận.</p>",
    ),
)  # fmt: skip
ABOUT = (
    "<p>Cổng thông tin của Ủy ban nhân dân xã đăng tin, văn bản và hướng dẫn cho người dân trong xã. Mọi bài đều có "
    "người duyệt trước khi đăng.</p>"
)


def portal() -> Portal:
    """Open it, let pages out, leave one waiting and one unfinished."""
    with at(on("02/3/2026"), 9):
        made = open_portal(actor("quantri"), hostname="localhost", port=8000)
        change_portal(
            actor("quantri"), made, address="Thôn 1, xã Minh Hòa, tỉnh Minh Giang", phone="0200 000 100",
            hours="Thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ",
            hotlines="Trung tâm Phục vụ hành chính công: 0200 000 101\nCông an xã: 0200 000 102",
        )  # fmt: skip
        first = PageState.objects.get(page=made.site.root_page)
        first = write_page(
            actor("dieuphoi"), first, seen=first.written_id, title="Xã Minh Hòa",
            lead="Tin tức, văn bản và hướng dẫn của Ủy ban nhân dân xã.",
        )  # fmt: skip
        _let_out(first, writer="dieuphoi")
        columns = {title: _let_out(_begin("column", title, lead=lead)) for title, lead in COLUMNS.items()}
        _let_out(_begin("text", "Giới thiệu", body=ABOUT))
    for column, day, title, lead, body in ARTICLES:
        with at(on(day), 10) as today:
            parent = columns[column].page
            _let_out(_begin("article", title, parent=parent, lead=lead, body=body, day=today))
    with at(on("10/4/2026"), 10) as today:
        submit_page(
            actor("chuyenvien"),
            _begin(
                "article", "Cảnh giác tin nhắn giả danh cơ quan thuế", parent=columns["Chuyển đổi số"].page, day=today,
                lead="Cơ quan thuế không gửi đường liên kết qua tin nhắn để cài ứng dụng.",
                body="<p>Không bấm liên kết lạ, không cài ứng dụng ngoài kho chính thức.</p>",
            ),
        )  # fmt: skip
        _begin("article", "Lịch phát thanh tháng 5", parent=columns["Chuyển đổi số"].page, day=today)
        issued = OfficialDocument.objects.filter(direction=Direction.OUTGOING, state="issued").first()
        if issued is not None:
            publish_document(actor("lanhdao"), issued)
    return made


def _begin(kind: str, title: str, **values: Any) -> PageState:
    return begin_page(actor("chuyenvien"), kind=kind, title=title, **values)


def _let_out(standing: PageState, writer: str = "chuyenvien") -> PageState:
    submit_page(actor(writer), standing)
    return approve_page(actor("lanhdao"), standing, seen=standing.written_id)
