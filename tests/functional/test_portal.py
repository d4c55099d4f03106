"""Một bài từ người viết đến người dân: viết, trình, duyệt trên điện thoại, đọc trên điện thoại cũ."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from lienthong.organisations.tests.factories import Cast
from lienthong.portal.tests.factories import make_column, make_portal
from tests.functional.people import RULES, Opens


@pytest.mark.parametrize(
    "window", [{"viewport": {"width": 360, "height": 740}}, {"viewport": {"width": 1280, "height": 900}}]
)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_resident_reads_what_another_person_approved(
    people: Cast, opens: Opens, browser: Browser, live_server: Any, window: dict[str, Any], scripts: bool
) -> None:
    """Chuyên viên viết và trình, lãnh đạo duyệt, người dân đọc và tìm không dấu."""
    make_portal(people)
    make_column(people)

    writer = opens(people.member)
    form = writer.page.locator("main")
    writer.follows("Cổng thông tin")
    writer.looks()
    writer.follows("Viết bài")
    writer.looks()
    writer.types("Tiêu đề", "Lịch hướng dẫn nộp hồ sơ tại thôn", within=form)
    writer.types("Tóm tắt", "Mỗi thôn một buổi.", within=form)
    writer.page.locator(".tiptap").fill("Thôn 1 hướng dẫn tối thứ Hai tại nhà văn hóa.")
    writer.presses("Lưu bản viết")
    writer.reads("Thôn 1 hướng dẫn tối thứ Hai")
    writer.looks()
    writer.presses("Trình duyệt")
    writer.reads("Đã trình duyệt.")

    leader = opens(people.leader, phone=True)
    leader.follows("Duyệt đăng")
    leader.reads("Thôn 1 hướng dẫn tối thứ Hai")
    leader.looks()
    leader.presses("Duyệt cho đăng")
    leader.reads("Đã duyệt cho đăng.")

    context = browser.new_context(base_url=live_server.url, locale="vi-VN", java_script_enabled=scripts, **window)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name="Lịch hướng dẫn nộp hồ sơ tại thôn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lịch hướng dẫn nộp hồ sơ tại thôn")
    expect(page.locator("main")).to_contain_text("Thôn 1 hướng dẫn tối thứ Hai")
    page.get_by_label("Tìm trong cổng").fill("nop ho so")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_label("Tương phản cao").check()
    expect(page.locator("body")).to_be_visible()
    if scripts:
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        assert found == [], [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0
    context.close()
