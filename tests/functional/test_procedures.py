"""Thủ tục và bài học: người dân hỏi cần giấy tờ gì, in tờ niêm yết, học một bài; bàn việc sửa, duyệt và niêm yết."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from lienthong.learning.tests.factories import make_public as make_lesson
from lienthong.organisations.tests.factories import Cast
from lienthong.portal.tests.factories import make_portal
from lienthong.procedures.tests.factories import let_out, make_guide, make_public
from lienthong.procedures.tests.pictures import photo
from tests.functional.people import RULES, Opens


def looks(page: Page) -> None:
    """No accessibility fault, nothing wider than the window."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert found == [], [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_a_resident_finds_what_he_needs_and_learns(
    people: Cast, browser: Browser, live_server: Any, scripts: bool
) -> None:
    """Người dân tìm thủ tục không dấu, trả lời hai câu, thấy giấy tờ của mình; học một bài và lấy chứng nhận."""
    make_portal(people)
    make_public(people)
    let_out(make_guide(people), people.member, people.leader)
    make_lesson(people)
    context = browser.new_context(
        base_url=live_server.url, locale="vi-VN", java_script_enabled=scripts, viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    page.goto("/")

    def stops() -> None:
        if scripts:
            looks(page)

    page.get_by_text("Các mục", exact=True).click()
    page.get_by_role("link", name="Thủ tục hành chính", exact=True).first.click()
    stops()
    page.get_by_label("Tìm theo tên, giấy tờ hoặc mã").fill("giay chung sinh")
    page.locator("form.within button").click()
    page.get_by_role("link", name="Đăng ký khai sinh").first.click()
    stops()
    page.get_by_role("link", name="Tôi cần giấy tờ gì?").first.click()
    stops()
    page.get_by_role("link", name="Sinh ở nơi khác").click()
    page.get_by_role("link", name="Chưa", exact=True).click()
    expect(page.locator("main")).to_contain_text("Văn bản của người làm chứng")
    expect(page.locator(".papers")).not_to_contain_text("Giấy chứng sinh")
    stops()
    page.get_by_role("link", name="Đăng ký khai sinh").first.click()
    address = page.get_by_role("link", name="Bản in A4 (PDF)").get_attribute("href")
    assert address is not None
    assert page.request.get(address).body().startswith(b"%PDF")

    page.goto("/")
    page.get_by_text("Các mục", exact=True).click()
    page.get_by_role("link", name="Bình dân học vụ số").first.click()
    stops()
    page.get_by_role("link", name="Nhận ra cuộc gọi lừa đảo").click()
    stops()
    page.get_by_role("link", name="Trả lời 2 câu hỏi").click()
    stops()
    for question in page.locator("fieldset").all():
        question.get_by_label("Dập máy, gọi Công an xã").check()
    page.get_by_role("button", name="Xem kết quả").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đúng 2/2 câu")
    stops()
    page.get_by_role("link", name="Lấy chứng nhận").click()
    stops()
    page.get_by_label("Họ và tên in trên chứng nhận").fill("Nguyễn Văn A")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải chứng nhận (PDF)").click()
    assert waiting.value.suggested_filename == "chung-nhan.pdf"
    context.close()


def test_the_desk_changes_a_procedure_and_proves_that_it_hangs(people: Cast, opens: Opens, tmp_path: Path) -> None:
    """Chuyên viên sửa thành bản mới và trình, lãnh đạo duyệt trên điện thoại, tờ mới được niêm yết có ảnh."""
    make_portal(people)
    make_public(people)
    picture = tmp_path / "anh.jpg"
    picture.write_bytes(photo().read())

    writer = opens(people.member)
    main = writer.page.locator("main")
    writer.follows("Thủ tục", exact=True)
    writer.looks()
    writer.follows("Đăng ký khai sinh")
    writer.looks()
    writer.follows("Sửa thành bản mới")
    writer.types("Thời hạn giải quyết", "Trong buổi làm việc", within=main)
    writer.looks()
    writer.presses("Lưu bản viết")
    writer.reads("Bản này đổi gì so với bản đang công khai")
    writer.presses("Trình duyệt")
    writer.reads("Đã trình duyệt.")

    leader = opens(people.leader, phone=True)
    leader.follows("Duyệt công khai")
    leader.reads("Trong buổi làm việc")
    leader.looks()
    leader.presses("Duyệt công khai")
    leader.reads("Đã duyệt công khai.")

    writer.goes_to("procedures:procedures")
    writer.follows("Đăng ký khai sinh")
    writer.follows("Ghi nhận niêm yết")
    writer.types("Nơi niêm yết", "Bảng tin trụ sở", within=main)
    writer.page.get_by_label("Ảnh chụp tờ niêm yết").set_input_files(picture)
    for said in ("đúng bản", "Đủ mọi trang", "Đọc được", "Mã QR"):
        writer.page.get_by_label(said).check()
    writer.types("Vì sao ngày chụp không khớp", "Ảnh chụp khi treo tờ, hôm sau mới ghi.", within=main)
    writer.looks()
    writer.presses("Ghi nhận", exact=True)
    writer.reads("Đã ghi nhận niêm yết.")
    writer.goes_to("procedures:import")
    writer.looks()


def test_a_hamlet_head_holds_a_lesson_with_one_phone(people: Cast, opens: Opens) -> None:
    """Trưởng thôn mở bài trên điện thoại, ghi số người dự và đạt; lãnh đạo thấy số theo thôn."""
    make_portal(people)
    make_lesson(people)
    head = opens(people.hamlet_head, phone=True)
    head.goes_to("learning:lessons")
    head.looks()
    head.follows("Nhận ra cuộc gọi lừa đảo")
    head.looks()
    head.follows("Ghi kết quả buổi học")
    head.chooses("Nơi học", "Thôn 1")
    head.types("Số người dự", "30")
    head.types("Số người đạt", "24")
    head.looks()
    head.presses("Lưu")
    head.reads("Đã ghi kết quả buổi học.")
    leader = opens(people.leader)
    leader.goes_to("learning:results")
    leader.reads("Thôn 1")
    leader.looks()
