"""Một phản ánh từ người dân đến câu trả lời được đăng: máy tính, điện thoại 360 điểm, một lần không JavaScript."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.tests.factories import QUESTION, TEXT, WHAT, phone_photo
from lienthong.organisations.tests.factories import Cast
from lienthong.portal.tests.factories import make_portal
from tests.functional.people import RULES, Opens

DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def looks(page: Page, scripts: bool) -> None:
    """Readable for everyone and no wider than the screen; axe needs scripts, so without them only the width is seen."""
    if not scripts:
        return
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert found == [], [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


@pytest.mark.parametrize(("window", "scripts"), [(DESK, True), (PHONE, True), (PHONE, False)])
def test_a_resident_writes_and_reads_the_published_answer(
    people: Cast, opens: Opens, browser: Browser, live_server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    window: dict[str, Any], scripts: bool,
) -> None:  # fmt: skip
    """Người dân gửi từng câu, văn thư chuyển đơn vị, chuyên viên trả lời, lãnh đạo duyệt, người dân xem bằng mã."""
    # The browser fills in faster than any person.
    monkeypatch.setattr("lienthong.gate.handing.QUICKEST", 0)
    make_portal(people)
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(phone_photo().read())
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", java_script_enabled=scripts, **window)
    page = context.new_page()
    page.goto("/phan-anh/")
    looks(page, scripts)
    page.get_by_role("link", name="Gửi phản ánh").first.click()
    page.get_by_label("Có việc gì cần phản ánh?").fill(WHAT)
    looks(page, scripts)
    page.get_by_role("button", name="Tiếp").click()
    page.get_by_label("Ở thôn, khu nào?").select_option(label="Thôn 2")
    page.get_by_label("Chỗ nào?").fill("trước cổng trường mầm non")
    looks(page, scripts)
    page.get_by_role("button", name="Tiếp").click()
    page.get_by_label("Điện thoại").fill("0200 000 199")
    page.get_by_role("button", name="Tiếp").click()
    expect(page.get_by_text("Hãy đánh dấu đồng ý")).to_be_visible()
    looks(page, scripts)
    page.get_by_label("Tôi đồng ý").check()
    page.get_by_role("button", name="Tiếp").click()
    page.get_by_label("Được đăng").check()
    looks(page, scripts)
    page.get_by_role("button", name="Tiếp").click()
    page.get_by_label("Ảnh").set_input_files(photo)
    looks(page, scripts)
    page.get_by_role("button", name="Gửi phản ánh").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã nhận phản ánh của bạn")
    case = FeedbackCase.objects.get()
    expect(page.locator("main")).to_contain_text(f"trước 17 giờ ngày {case.due:%d/%m/%Y}")
    looks(page, scripts)

    clerk = opens(people.clerk)
    clerk.follows(f"Phân loại phản ánh {case.code}")
    clerk.reads("Đèn đường trước cổng trường")
    clerk.looks()
    clerk.chooses("Đơn vị xử lý", "Phòng Văn hóa - Xã hội")
    clerk.presses("Chuyển", exact=True)
    clerk.reads("Đã chuyển đơn vị xử lý.")

    member = opens(people.member)
    member.follows("Phản ánh", within=member.page.locator("nav.rooms"))
    member.looks()
    member.follows(case.code)
    member.looks()
    member.follows("Viết trả lời")
    member.types("Trả lời", TEXT, within=member.page.locator("form.panel"))
    member.page.get_by_label("Đăng cho mọi người đọc").check()
    member.types("Câu hỏi, ghi lại", "Gọi 0200 000 199?")
    member.presses("Viết trả lời")
    member.reads("có thể là thông tin cá nhân")
    member.looks()
    member.types("Câu hỏi, ghi lại", QUESTION)
    member.presses("Viết trả lời")
    member.reads("Đã trình trả lời")

    leader = opens(people.leader, phone=True)
    leader.follows(f"Duyệt trả lời phản ánh {case.code}")
    leader.does_not_read("0200 000 199")
    leader.looks()
    leader.presses("Duyệt và đăng")
    leader.reads("Đã duyệt trả lời.")

    page.goto("/phan-anh/")
    page.get_by_label("Đã gửi? Nhập mã theo dõi").fill(case.code.lower())
    page.get_by_role("button", name="Xem").click()
    expect(page.locator("main")).to_contain_text(TEXT)
    looks(page, scripts)
    page.get_by_role("link", name="Đã được giải quyết chưa?").click()
    page.get_by_label("Đã được giải quyết").check()
    page.get_by_role("button", name="Gửi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cảm ơn bạn đã trả lời")
    for url in (
        "/phan-anh/tra-loi/",
        "/phan-anh/so-lieu/",
        "/phan-anh/du-lieu-ca-nhan/",
        "/phan-anh/khieu-nai-to-cao/",
    ):
        page.goto(url)
        looks(page, scripts)
    page.goto("/")
    page.get_by_role("link", name=QUESTION).click()
    expect(page.locator("main")).to_contain_text(TEXT)
    context.close()
