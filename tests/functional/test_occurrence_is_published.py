"""Từ một kỳ đến hạn: làm bài và bản tin, bị trả lại một lần, người khác duyệt, phát hành, khép kỳ, vào báo cáo."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from lienthong.channels.core.tests.factories import make_outlet
from lienthong.newsroom.models import MediaFile, Product
from lienthong.newsroom.tests.factories import make_issue, make_product, photo
from lienthong.newsroom.tests.paper import Paper
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.service import Work
from lienthong.reports.service import Report, make_report
from lienthong.reports.tests.factories import make_obligation
from tests.functional.people import Opens, Person

TITLE = "Mỗi thôn một buổi hướng dẫn"
BODY = "Tổ công nghệ số cộng đồng hướng dẫn bà con nộp hồ sơ trực tuyến tại nhà văn hóa thôn."
FILM = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 20_000


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    monkeypatch.setattr("lienthong.channels.core.registry._channels", {Paper.code: Paper})
    monkeypatch.setattr(Paper, "answers", [])


def writes(person: Person, words: str) -> None:
    person.page.locator(".tiptap").click()
    person.page.keyboard.type(words)


def makes_a_bulletin(writer: Person, issue: int) -> int:
    """The same issue as words for the loudspeakers; gives the product's number."""
    main = writer.page.locator("main")
    writer.goes_to("plans:occurrence", issue)
    writer.follows("Làm thêm sản phẩm")
    writer.types("Tên sản phẩm", "Bản tin hướng dẫn", within=main)
    writer.chooses("Loại sản phẩm", "Bản tin phát thanh", within=main)
    writer.presses("Bắt đầu viết")
    writer.types("Nội dung", "Kính thưa bà con. Tối nay nhà văn hóa thôn mở cửa.", within=main)
    writer.looks()
    writer.presses("Lưu bản này")
    writer.presses("Trình duyệt")
    return Product.objects.get(title="Bản tin hướng dẫn").pk


def this_quarter(people: Cast) -> Report:
    today = timezone.localdate()
    obligation = make_obligation(people, regime="calendar", kinds=["quarter"])
    return make_report(
        people.coordinator, title="Báo cáo quý", obligation=obligation, kind="quarter", year=today.year,
        index=(today.month + 2) // 3,
    )  # fmt: skip


def test_an_occurrence_becomes_an_article_that_goes_out_and_closes_it(
    people: Cast, opens: Opens, work_is_done: Callable[[], None], tmp_path: Path
) -> None:
    """Chuyên viên viết bài kèm ảnh, chủ tịch trả lại rồi duyệt, hai nơi phát hành, kỳ khép một lần."""
    issue = make_issue(people)
    make_outlet(people, Paper.code, name="Trang của xã")
    make_outlet(people, Paper.code, name="Bảng tin thôn 1")
    picture = tmp_path / "anh.jpg"
    picture.write_bytes(photo().read())

    writer = opens(people.member)
    writer.goes_to("plans:occurrence", issue.pk)
    writer.follows("Làm sản phẩm")
    writer.looks()
    main = writer.page.locator("main")
    writer.types("Tên sản phẩm", TITLE, within=main)
    writer.chooses("Loại sản phẩm", "Bài viết", within=main)
    writer.types("Thông điệp", "Ai cũng nộp được hồ sơ tại nhà", within=main)
    writer.presses("Bắt đầu viết")
    writes(writer, BODY)
    writer.page.get_by_label("Thêm ảnh").set_input_files(picture)
    writer.types("Mô tả ảnh", "Bà con ngồi quanh bàn máy tính", within=main)
    writer.types("Nguồn ảnh", "Phòng VH-XH", within=main)
    for outlet in ("Trang của xã", "Bảng tin thôn 1"):
        writer.page.get_by_label(outlet, exact=True).check()
    writer.looks()
    writer.presses("Lưu bản này")
    writer.reads("Chưa ai ngoài cơ quan thấy bản này.")
    writer.reads("Kiểm tra trước khi duyệt")
    writer.looks()
    writer.presses("Trình duyệt")
    writer.reads("Đã trình duyệt.")

    leader = opens(people.leader, phone=True)
    leader.follows(f"Duyệt sản phẩm: {TITLE}")
    leader.looks()
    leader.opens("Thêm ghi chú")
    leader.types("Đoạn (chép từ bản trên)", "nhà văn hóa thôn")
    leader.types("Điều cần nói", "Ghi rõ giờ.")
    leader.presses("Ghi chú", exact=True)
    leader.types("Cần sửa gì", "Thêm giờ của buổi hướng dẫn.")
    leader.presses("Trả lại, kèm lý do")
    leader.reads("Đã trả lại, kèm lý do.")

    writer.goes_to("workspace:home")
    writer.follows(f"Sản phẩm được trả lại: {TITLE}")
    writer.reads("Cần sửa: Thêm giờ của buổi hướng dẫn.")
    writer.presses("Khép")
    writer.follows("Sửa nội dung")
    writer.page.locator(".tiptap").press("Control+End")
    writer.page.keyboard.type(" Bắt đầu lúc 19 giờ.")
    writer.presses("Lưu bản này")
    writer.follows("So sánh các bản")
    expect(writer.page.locator("ins").first).to_contain_text("19 giờ")
    writer.looks()
    writer.follows("Về sản phẩm")
    writer.presses("Trình duyệt")

    leader.goes_to("workspace:home")
    leader.follows(f"Duyệt sản phẩm: {TITLE}")
    leader.presses("Duyệt", exact=True)
    leader.reads("Bản này giữ nguyên từng chữ khi phát hành.")

    bulletin = makes_a_bulletin(writer, issue.pk)
    leader.goes_to("newsroom:product", bulletin)
    leader.presses("Duyệt", exact=True)

    writer.goes_to("newsroom:product", Product.objects.get(title=TITLE).pk)
    writer.follows("Xem trước")
    writer.looks()
    writer.follows("Về sản phẩm")
    writer.presses("Lên lịch phát hành")
    writer.reads("Đã lên lịch phát hành.")
    work_is_done()
    writer.page.reload()
    writer.reads("Đã phát 2/2 nơi")
    writer.looks()
    writer.goes_to("newsroom:product", bulletin)
    writer.page.get_by_label("Bảng tin thôn 1", exact=True).check()
    writer.presses("Lên lịch phát hành")
    work_is_done()

    assert set(Product.objects.values_list("state", flat=True)) == {Product.State.RELEASED}
    work = Work.objects.counted().get()
    assert work.evidence.count() == 3
    writer.goes_to("plans:occurrence", issue.pk)
    writer.reads("Phát hành tại Trang của xã")
    writer.reads(f"Đã làm ngày {timezone.localdate():%d/%m/%Y}")
    writer.looks()

    report = this_quarter(people)
    coordinator = opens(people.coordinator)
    coordinator.goes_to("reports:figure", report.pk, "works")
    expect(coordinator.page.get_by_text(TITLE)).to_have_count(1)
    for name in ("newsroom:products", "newsroom:calendar", "newsroom:columns", "newsroom:releases"):
        coordinator.goes_to(name)
        coordinator.looks()


def test_a_film_goes_on_after_the_page_was_closed(people: Cast, opens: Opens, tmp_path: Path) -> None:
    """Video tải lên từng phần; đóng trang giữa chừng, mở lại chọn đúng tệp thì tải tiếp."""
    product = make_product(people, kind="video")
    film = tmp_path / "phim.mp4"
    film.write_bytes(FILM)
    writer = opens(people.member)
    writer.goes_to("newsroom:write", product.pk)
    sent: list[str] = []
    writer.page.route("**/tai-len/*/?o=*", lambda route: (sent.append(route.request.url), route.continue_()))

    def begins() -> None:
        panel = writer.page.locator("#tai-lon")
        panel.locator("input[type=file]").set_input_files(film)
        writer.types("Mô tả", "Buổi hướng dẫn", within=panel)
        writer.types("Nguồn", "Phòng VH-XH", within=panel)
        panel.get_by_role("button", name="Tải lên").click()

    writer.page.route("**/xong/", lambda route: route.abort())
    begins()
    expect(writer.page.locator("#loi-tai")).to_contain_text("Mất kết nối")
    writer.errors.clear()
    writer.page.unroute("**/xong/")
    writer.page.reload()
    before = len(sent)
    begins()
    writer.reads("Đã tải xong.")
    assert len(sent) == before
    assert MediaFile.objects.get().sha256 == hashlib.sha256(FILM).hexdigest()
    writer.errors.clear()
    writer.presses("Lưu bản này")
    writer.reads("Video")
    writer.looks()
