"""A portal for tests, made through the acts."""

import io
from datetime import UTC, date, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from lienthong.channels.core.tests.factories import attach, make_message
from lienthong.core.keys import key_of
from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import Cast
from lienthong.portal.actions.add_old_address import add_old_address
from lienthong.portal.actions.add_picture import add_picture
from lienthong.portal.actions.approve_page import approve_page
from lienthong.portal.actions.begin_page import begin_page
from lienthong.portal.actions.open_portal import open_portal
from lienthong.portal.actions.publish_document import publish_document
from lienthong.portal.actions.publish_release import publish_release
from lienthong.portal.actions.submit_page import submit_page
from lienthong.portal.actions.take_down_page import take_down_page
from lienthong.portal.actions.write_page import write_page
from lienthong.portal.models import ArticlePage, PageState, Portal, ReleasedPage
from lienthong.registry.service import register_outgoing
from lienthong.registry.tests.factories import plan_text, read_document
from lienthong.speech.tests.factories import make_approved

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


def take_down(people: Cast, standing: PageState) -> None:
    take_down_page(people.leader, standing, reason="Sắp xếp lại")


def reopen(people: Cast, standing: PageState) -> None:
    """Let a page out again that was taken down."""
    standing.refresh_from_db()
    write_page(people.coordinator, standing, seen=standing.written_id, title=standing.page.title)
    standing.refresh_from_db()
    let_out(people.coordinator, people.leader, standing)


def articles() -> list[ArticlePage]:
    """Every article of every office, public or not."""
    return list(ArticlePage.objects.order_by("pk"))


def released(reference: str) -> PageState:
    """The page that says the message with that reference."""
    found: PageState = PageState.objects.get(released__reference=reference)
    return found


def make_released(people: Cast, column: PageState, **values: Any) -> ReleasedPage:
    """A page that says a message approved elsewhere, with a sound to hear."""
    said = {
        "thing": "newsroom.product:0", "approved_at": timezone.now().isoformat(),
        "approved_by": key_of(people.leader.position), "written_by": key_of(people.member.position),
    }  # fmt: skip
    sound = attach("ban-tin.mp3", b"ID3" + bytes(100), "audio/mpeg", alt="Bản tin đọc", credit="Đài xã")
    message = make_message("Bài của tòa soạn", extra=said, files=(sound,), reference="LT-AAAA-BBBB", **values)
    return publish_release(message, office_id=people.office.pk, outlet=1, column=column.page.pk)


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


def make_everything(people: Cast, *, hostname: str = "minhhoa.example", mark: str = "", **notice: Any) -> list[str]:
    """A portal with a page of every kind, ``mark`` in each title and text; the addresses of all its public pages.

    ``notice``: values of its notice. An article and a page wait or are written, with ``mark`` as well.
    """
    portal = make_portal(people, hostname=hostname)
    column = make_column(people, f"Chuyển đổi số {mark}".strip())
    picture = add_picture(people.member, photo(), alt=f"Buổi hướng dẫn {mark}", credit=f"Phòng VH-XH {mark}")
    shown = {"picture": picture, "recording": make_approved(people)}
    written = [make_article(people, column, title=f"{TITLE} {mark}".strip(), **shown)]
    for kind, said in OF_KIND.items():
        more = {"title": f"{said['title']} {mark}".strip()} | (notice if kind == "notice" else {})
        written.append(make_kind(people, column, kind, **more))
    written.append(begin_page(people.member, kind="text", title=f"Giới thiệu {mark}".strip(), body=WORDS))
    public = [let_out(people.member, people.leader, standing) for standing in written]
    make_article(people, column, title=f"Bài đang viết {mark}")
    submit_page(people.member, make_article(people, column, title=f"Bài chờ duyệt {mark}"))
    draft = read_document(people.clerk, plan_text("/KH-UBND", f"Truyền thông của xã {mark}"), direction="out")
    published = publish_document(people.leader, register_outgoing(people.clerk, draft))
    add_old_address(people.leader, portal, path="/cds/", to=portal.place_of(column.page))
    pages = [portal.place_of(standing.page) for standing in (column, *public)]
    fixed = ["/", "/van-ban-cong-khai/", published.get_absolute_url(), "/lien-he/"]
    return [*fixed, *pages, "/tim/", "/tim/?q=huong+dan", "/tim/?q=truc+tuyne", "/tim/?q=zzzz"]
