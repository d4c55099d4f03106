"""Mọi trang công khai dùng được: bàn phím, phóng to, chữ to, tương phản cao, tiếng Anh; và không lẫn xã khác."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from lienthong.organisations.tests.factories import Cast, cast
from lienthong.portal.service import PageState
from lienthong.portal.tests.factories import TITLE, make_everything
from tests.architecture.test_public_addresses import DESCRIBED
from tests.architecture.world import build_world
from tests.functional.conftest import PHONE
from tests.functional.people import RULES, Opens


@pytest.fixture
def pages(people: Cast) -> list[str]:
    """Một cổng đủ các loại trang, có dải thông báo, ảnh, bản đọc, văn bản; địa chỉ của từng trang."""
    people.office.accent = "#7a1f1f"
    people.office.save()
    now = timezone.now()
    return make_everything(people, banner_from=now - timedelta(hours=1), banner_until=now + timedelta(hours=1))


@pytest.fixture
def reader(browser: Browser, live_server: Any) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def assert_in_order(page: Page, *, language: str = "vi") -> None:
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1, page.url
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, f"{page.url} is {wide} too wide"
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    assert not found.violations_count, f"{page.url}\n{found.generate_report()}"


def test_every_page_is_for_everyone(pages: list[str], reader: Page) -> None:
    """Từng trang, ở bàn làm việc và trên điện thoại phóng chữ to, tương phản cao."""
    for path in pages:
        reader.goto(path)
        assert_in_order(reader)
    reader.goto("/")
    reader.get_by_label("Chữ to").check()
    reader.get_by_label("Tương phản cao").check()
    reader.set_viewport_size({"width": 360, "height": 740})
    for path in pages:
        reader.goto(path)
        expect(reader.get_by_label("Tương phản cao")).to_be_checked()
        assert_in_order(reader)


def test_zoomed_to_200_and_400_percent_nothing_is_cut_off(pages: list[str], reader: Page) -> None:
    """1280 điểm phóng 200 % còn 640, phóng 400 % còn 320 (WCAG 1.4.4, 1.4.10)."""
    for width in (640, 320):
        reader.set_viewport_size({"width": width, "height": 512})
        for path in pages:
            reader.goto(path)
            wide = reader.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert wide <= 0, f"{path} at {width}: {wide}"


@pytest.mark.usefixtures("live_server", "django_db_serialized_rollback")
def test_what_every_room_shows_is_for_everyone(reader: Page) -> None:
    """Thủ tục, phản ánh, đính chính, bài học, sự kiện, nhận tin: từng trang của từng phần, trên điện thoại hẹp."""
    world = build_world()
    shown = [
        entry["get"] for entry in DESCRIBED["paths"].values() if "Page" in str(entry.get("get", {}).get("responses"))
    ]
    reader.set_viewport_size({"width": 360, "height": 740})
    for operation in shown:
        answer = reader.goto(world.address(operation["operationId"]))
        assert answer is not None
        assert answer.status == 200, answer.url
        assert_in_order(reader)


def test_by_keyboard_alone(pages: list[str], reader: Page) -> None:
    """Phím Tab đầu tiên đưa tới “Đến nội dung”; mọi chỗ bấm được đều tới được và thấy rõ đang ở đâu."""
    reader.goto("/")
    reader.keyboard.press("Tab")
    expect(reader.get_by_role("link", name="Đến nội dung")).to_be_focused()
    reader.keyboard.press("Enter")
    assert reader.evaluate("document.activeElement.id") == "noi-dung"
    reader.goto("/")
    wanted = reader.locator("a[href], button, input:not(.menu > input)").count()
    for _place in range(wanted):
        reader.keyboard.press("Tab")
        drawn = reader.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert drawn != "none", reader.evaluate("document.activeElement.outerHTML")
        reader.evaluate("document.activeElement.dataset.met = '1'")
    assert reader.locator("[data-met]").count() == wanted


def test_the_menu_opens_on_a_phone_without_scripts(pages: list[str], browser: Browser, live_server: Any) -> None:
    """Trên điện thoại, trang bắt đầu ngay ở màn hình đầu; bấm “Các mục”, hoặc phím cách, thì danh sách mở ra."""
    window = browser.new_context(base_url=live_server.url, java_script_enabled=False, **PHONE)
    phone = window.new_page()
    phone.set_default_timeout(15_000)
    for path in pages[:3]:
        phone.goto(path)
        column = phone.get_by_role("navigation", name="Chuyên mục").get_by_role("link", name="Chuyển đổi số")
        expect(column).to_be_hidden()
        phone.get_by_text("Các mục").click()
        expect(column).to_be_visible()
        phone.get_by_role("checkbox", name="Các mục").press("Space")
        expect(column).to_be_hidden()
    window.close()


def test_the_frame_speaks_english_when_asked(pages: list[str], reader: Page) -> None:
    """Người đọc chọn English rồi quay lại Tiếng Việt, vẫn ở trang đang đọc; trang tiếng Việt vẫn ghi là tiếng Việt."""
    for path in pages[1:4]:
        reader.goto(path)
        reader.get_by_role("link", name="English").click()
        assert reader.url.endswith(path)
        expect(reader.get_by_role("button", name="Search")).to_be_visible()
        assert_in_order(reader, language="en")
        reader.get_by_role("link", name="Tiếng Việt").click()
        assert reader.url.endswith(path)
        assert_in_order(reader)


def test_an_editor_never_meets_another_commune(people: Cast, pages: list[str], opens: Opens) -> None:
    """Xã A đi hết các màn hình của cổng: không trang, ảnh, văn bản hay tên nào của xã B."""
    others = cast()
    others.office.name = "Ủy ban nhân dân xã Đồng Xa"
    others.office.save()
    theirs = make_everything(others, hostname="dongxa.example", mark="Đồng Xa")
    shown = PageState.objects.get(office=others.office, page__title__startswith=TITLE).page.specific
    picture, heard = shown.picture, shown.recording_id
    for actor in (people.member, people.leader, people.administrator):
        person = opens(actor)
        for path in ("", "van-ban/", "dia-chi/", "lien-he/", "viet/article/", "viet/event/", "viet/column/"):
            person.page.goto(f"/noi-bo/cong-thong-tin/{path}")
            assert "Đồng Xa" not in person.page.content(), person.page.url
        for standing in PageState.objects.filter(office=others.office):
            for path in ("", "sua/", "xem-truoc/"):
                answer = person.page.goto(f"/noi-bo/cong-thong-tin/{standing.pk}/{path}")
                assert answer is not None
                assert answer.status == 404, person.page.url
                assert "Đồng Xa" not in person.page.content(), person.page.url
        for path in (*theirs[4:-4], theirs[2], f"/anh/{picture.pk}/", f"/anh/{picture.pk}/nho/", f"/nghe/{heard}.mp3"):
            assert person.page.request.get(path).status == 404, path
