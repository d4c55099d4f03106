"""The commune's portal in the demonstration: pages that are public, one that waits, one that is being written."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from lienthong.portal.service import (
    PageState,
    Portal,
    add_old_address,
    approve_page,
    begin_page,
    change_portal,
    open_portal,
    publish_document,
    submit_page,
    write_page,
)
from lienthong.registry.service import Direction, OfficialDocument
from lienthong.speech.service import approve_recording, sample_recording, write_script
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor

COLUMNS = {
    "Chuyển đổi số": "Dịch vụ công trực tuyến, tổ công nghệ số cộng đồng, kỹ năng số cho mọi người.",
    "Cải cách hành chính": "Thủ tục gọn hơn, hẹn đúng giờ hơn, trả lời rõ hơn.",
    "Thông báo, sự kiện": "Lịch làm việc, thông báo và những việc sắp diễn ra của xã.",
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
#: Kind, column, day, and what the page says.
OTHERS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("exemplar", "Chuyển đổi số", "08/4/2026", {
        "title": "Nhà văn hóa thôn thành điểm hỗ trợ nộp hồ sơ", "doer": "Tổ công nghệ số cộng đồng Thôn 2",
        "result": "Mỗi tối thứ Ba có người trực; người dân không phải lên xã để hỏi cách nộp.",
        "body": "<p>Nhà văn hóa có sẵn mạng và một máy tính. Hai thành viên của tổ thay nhau trực.</p>",
    }),
    ("guide", "Cải cách hành chính", "09/4/2026", {
        "title": "Đăng ký khai sinh cho trẻ", "papers": "Giấy chứng sinh\nCăn cước của cha hoặc mẹ",
        "steps": "Đăng nhập Cổng Dịch vụ công quốc gia hoặc đến bộ phận một cửa\nĐiền tờ khai và nộp giấy tờ\n"
        "Nhận giấy khai sinh theo giấy hẹn",
        "place": "Trung tâm Phục vụ hành chính công của xã", "link": "https://dichvucong.gov.vn/",
    }),
)  # fmt: skip
ABOUT = (
    "<p>Cổng thông tin của Ủy ban nhân dân xã đăng tin, văn bản và hướng dẫn cho người dân trong xã. Mọi bài đều có "
    "người duyệt trước khi đăng.</p>"
)


HOURS = (
    "<p>Ủy ban nhân dân xã làm việc từ thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ. Thủ tục hành chính được tiếp nhận tại "
    "Trung tâm Phục vụ hành chính công; phần lớn nộp được trực tuyến trên Cổng Dịch vụ công quốc gia.</p>"
)

FOR_VISITORS = (
    "<p>The commune office is open Monday to Friday, 7:30 to 17:00. Public services are received at the Public "
    "Administration Service Centre; most of them can also be filed online on the National Public Service Portal.</p>"
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
        hours = _let_out(_begin("text", "Khi đến trụ sở", lead="Giờ và nơi tiếp người dân.", body=HOURS))
        said = {"lead": "When and where we are open.", "body": FOR_VISITORS, "language": "en"}
        _let_out(_begin("text", "For visitors", translation_of=hours.page, **said))
    for column, day, title, lead, body in ARTICLES:
        with at(on(day), 10) as today:
            parent = columns[column].page
            _let_out(_begin("article", title, parent=parent, lead=lead, body=body, day=today))
    for kind, column, day, said in OTHERS:
        with at(on(day), 9) as today:
            _let_out(_begin(kind, parent=columns[column].page, day=today, **said))
    _still_to_come(made, columns["Thông báo, sự kiện"])
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
    _read_aloud(columns["Chuyển đổi số"])
    _at_its_hour(columns["Thông báo, sự kiện"])
    with at(on("10/4/2026"), 11):
        issued = OfficialDocument.objects.filter(direction=Direction.OUTGOING, state="issued").first()
        if issued is not None:
            publish_document(actor("lanhdao"), issued)
    return made


def _still_to_come(made: Portal, column: PageState) -> None:
    """An event in three weeks with a notice above every page until then, and an address as posters print it."""
    begins = timezone.localtime().replace(hour=14, minute=0, second=0, microsecond=0) + timedelta(days=21)
    said: dict[str, Any] = {
        "title": "Tọa đàm: dịch vụ công trực tuyến dễ dùng hơn", "lead": "Người dân hỏi, cán bộ một cửa trả lời.",
        "starts_at": begins, "ends_at": begins + timedelta(hours=2), "place": "Nhà văn hóa xã",
    }  # fmt: skip
    _let_out(_begin("event", parent=column.page, **said))
    said = {
        "title": "Bộ phận một cửa tiếp nhận cả sáng thứ Bảy", "body": "<p>Từ 7 giờ 30 đến 11 giờ 30.</p>",
        "banner_from": timezone.now() - timedelta(hours=1), "banner_until": begins,
    }  # fmt: skip
    _let_out(_begin("notice", parent=column.page, **said))
    add_old_address(actor("quantri"), made, path="/cds/", to="/chuyen-doi-so/")


def _read_aloud(column: PageState) -> None:
    """An article that can be listened to; where the machine has no voice, a plain tone is heard."""
    title = "Ba việc làm ngay khi mất điện thoại"
    text = (
        "Gọi nhà mạng để khóa sim. Gọi ngân hàng để khóa ứng dụng. "
        "Báo Công an xã và đổi mật khẩu tài khoản định danh điện tử."
    )
    with at(on("13/4/2026"), 9) as today:
        script = write_script(actor("chuyenvien"), None, title=title, text=text)
        recording = approve_recording(actor("lanhdao"), sample_recording(actor("chuyenvien"), script))
        body = "".join(f"<p>{sentence.strip()}.</p>" for sentence in text.rstrip(".").split(". "))
        _let_out(
            _begin(
                "article", title, parent=column.page, day=today, lead="Làm theo thứ tự, không chờ đến hôm sau.",
                body=body, recording=recording,
            )
        )  # fmt: skip


def _at_its_hour(column: PageState) -> None:
    """Approved now, public next Monday by itself."""
    hour = timezone.localtime().replace(hour=7, minute=0, second=0, microsecond=0)
    said: dict[str, Any] = {"title": "Lịch tiếp công dân tuần tới", "body": "<p>Sáng thứ Năm, phòng tiếp công dân.</p>"}
    _let_out(_begin("notice", parent=column.page, go_live_at=hour + timedelta(days=7 - hour.weekday()), **said))


def _begin(kind: str, title: str, **values: Any) -> PageState:
    return begin_page(actor("chuyenvien"), kind=kind, title=title, **values)


def _let_out(standing: PageState, writer: str = "chuyenvien") -> PageState:
    submit_page(actor(writer), standing)
    return approve_page(actor("lanhdao"), standing, seen=standing.written_id)
