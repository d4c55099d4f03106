"""Người dân đọc bài của tòa soạn trên điện thoại cũ: màn hình 360 điểm, không chạy tập lệnh; bài có đính chính."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from lienthong.channels.contrib.website.tests.factories import make_corrected, make_place, sent
from lienthong.newsroom.tests.factories import make_files, make_scheduled
from lienthong.organisations.tests.factories import Cast
from lienthong.portal.tests.factories import make_column, make_portal
from tests.functional.people import RULES

PHONE = {"viewport": {"width": 360, "height": 740}}
NOTE = "Bài trước ghi ngày 05/3, đúng là ngày 06/3."
BODY = (
    "<p>Từ ngày 06/3, mỗi thôn có một buổi hướng dẫn.</p><h2>Mang theo</h2><ul><li>Điện thoại</li></ul>"
    "<table><tbody><tr><th>Thôn</th><td>Thôn 1</td><td>Thôn 2</td></tr></tbody></table>"
)


@pytest.fixture
def article(people: Cast) -> str:
    """Một bài có ảnh, bản đọc và video, đã đính chính một lần; tiêu đề của bài."""
    make_portal(people)
    place, files = make_place(people, make_column(people)), make_files(people)
    product = make_scheduled(people, outlets=[place], lead="Mỗi thôn một buổi.", files=files)
    sent(product)
    sent(make_corrected(people, product, place, body=BODY, note=NOTE, lead="Mỗi thôn một buổi.", files=files))
    return product.title


def goes_to_it(page: Page, title: str) -> None:
    page.goto("/")
    page.get_by_text("Các mục", exact=True).click()
    page.get_by_role("navigation").get_by_role("link", name="Chuyển đổi số").click()
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_on_an_old_phone_without_scripts(browser: Browser, live_server: Any, article: str) -> None:
    """Từ trang chủ qua chuyên mục tới bài: chữ đúng, đính chính có ngày, ảnh và tiếng tải được, không tràn ngang."""
    window = browser.new_context(base_url=live_server.url, locale="vi-VN", java_script_enabled=False, **PHONE)  # type: ignore[arg-type]
    page = window.new_page()
    goes_to_it(page, article)
    main = page.locator("main")
    expect(main).to_contain_text("Từ ngày 06/3, mỗi thôn có một buổi hướng dẫn.")
    expect(main).not_to_contain_text("Từ ngày 05/3")
    expect(page.get_by_role("note")).to_contain_text(f"Đính chính ngày {timezone.localdate():%d/%m/%Y}:")
    expect(page.get_by_role("note")).to_contain_text(NOTE)
    expect(main).to_contain_text("Ảnh: Phòng VH-XH (Tác giả đồng ý cho dùng)")
    expect(page.get_by_alt_text("Bà con quanh bàn máy")).to_be_visible()
    for kind in ("img", "audio", "video"):
        found = main.locator(kind)
        address = found.get_attribute("src")
        assert address is not None
        assert page.request.get(address).ok
        box = found.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    window.close()

    window = browser.new_context(base_url=live_server.url, locale="vi-VN", **PHONE)  # type: ignore[arg-type]
    page = window.new_page()
    goes_to_it(page, article)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    assert not found.violations_count, found.generate_report()
    window.close()
