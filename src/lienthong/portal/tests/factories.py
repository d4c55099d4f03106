"""A portal for tests, made through the acts."""

import io
from datetime import UTC, date, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import Cast
from lienthong.portal.actions.approve_page import approve_page
from lienthong.portal.actions.begin_page import begin_page
from lienthong.portal.actions.open_portal import open_portal
from lienthong.portal.actions.submit_page import submit_page
from lienthong.portal.models import PageState, Portal

TITLE = "Tổ công nghệ số cộng đồng hướng dẫn nộp hồ sơ trực tuyến"
WORDS = "<p>Từ ngày 05/3, mỗi thôn có một buổi hướng dẫn tại nhà văn hóa.</p>"


def let_out(actor: Actor, approver: Actor, standing: PageState) -> PageState:
    """Submit as one and approve as another."""
    submit_page(actor, standing)
    return approve_page(approver, standing, seen=standing.written_id)


def make_portal(people: Cast, *, hostname: str = "minhhoa.example", public: bool = True) -> Portal:
    """The portal of the commune, its first page public."""
    portal = open_portal(people.administrator, hostname=hostname)
    if public:
        let_out(people.coordinator, people.leader, PageState.objects.get(page=portal.site.root_page))
    return portal


def make_column(people: Cast, title: str = "Chuyển đổi số", *, public: bool = True) -> PageState:
    column = begin_page(people.coordinator, kind="column", title=title)
    return let_out(people.coordinator, people.leader, column) if public else column


def photo() -> SimpleUploadedFile:
    """A photo of 2000 by 1500 pixels in which the camera wrote its name."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "Máy ảnh"
    Image.new("RGB", (2000, 1500), "teal").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("anh.jpg", out.getvalue())


def make_article(people: Cast, column: PageState, **values: Any) -> PageState:
    """An article that is being written."""
    given = {"title": TITLE, "lead": "Người dân được hướng dẫn tại thôn.", "body": WORDS} | values
    return begin_page(people.member, kind="article", parent=column.page, **given)


#: A page of each kind, as it is written.
OF_KIND: dict[str, dict[str, Any]] = {
    "notice": {"title": "Lịch tiếp công dân", "body": WORDS, "valid_until": date(2030, 12, 31)},
    "event": {
        "title": "Ngày Chuyển đổi số quốc gia", "starts_at": datetime(2030, 10, 10, 1, 0, tzinfo=UTC),
        "ends_at": datetime(2030, 10, 10, 4, 0, tzinfo=UTC), "place": "Nhà văn hóa xã", "body": WORDS,
    },
    "exemplar": {
        "title": "Nhà không hồ sơ giấy", "doer": "Tổ công nghệ số thôn 1", "result": "120 hộ nộp hồ sơ trực tuyến.",
        "body": WORDS,
    },
    "guide": {
        "title": "Đăng ký khai sinh", "papers": "Căn cước\nGiấy chứng sinh", "place": "Bộ phận một cửa",
        "steps": "Chuẩn bị giấy tờ\nNộp hồ sơ\nNhận kết quả", "link": "https://dichvucong.gov.vn/",
    },
}  # fmt: skip


def make_kind(people: Cast, column: PageState, kind: str, **values: Any) -> PageState:
    """A notice, event, exemplar or guide that is being written."""
    return begin_page(people.member, kind=kind, parent=column.page, **(OF_KIND[kind] | values))
