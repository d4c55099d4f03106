"""Đăng nhập, chức vụ, ngôn ngữ, tìm và bàn phím."""

import re

from django.urls import reverse
from playwright.sync_api import expect

from lienthong.organisations.models import Role
from lienthong.organisations.tests.factories import Cast, PositionFactory
from lienthong.registry.tests.factories import document
from tests.functional.people import Opens


def test_wrong_password_says_so_and_five_of_them_lock_the_name(people: Cast, opens: Opens) -> None:
    """Gõ sai mật khẩu thì được báo rõ; sai năm lần thì phải đợi."""
    clerk = opens(people.clerk, signed_in=False)
    clerk.goes_to("workspace:home")
    expect(clerk.page).to_have_url(
        re.compile(re.escape(f"{reverse('account_login')}?next={reverse('workspace:home')}") + "$")
    )
    clerk.looks()
    for _attempt in range(5):
        clerk.signs_in("không phải mật khẩu này")
        clerk.reads("Tên đăng nhập hoặc mật khẩu không đúng.")
    clerk.looks()
    clerk.signs_in()
    clerk.reads("Quá nhiều lần đăng nhập sai. Hãy đợi năm phút rồi thử lại.")
    assert clerk.page.get_by_label("Tên đăng nhập").input_value() == people.clerk.user.username
    clerk.looks()


def test_after_signing_in_the_wanted_page_opens_and_signing_out_closes_it(people: Cast, opens: Opens) -> None:
    """Mở một trang khi chưa đăng nhập: đăng nhập xong đến đúng trang đó; đăng xuất rồi thì không xem được nữa."""
    clerk = opens(people.clerk, signed_in=False)
    clerk.goes_to("registry:documents")
    clerk.types("Tên đăng nhập", people.clerk.user.username)
    clerk.types("Mật khẩu", "mật khẩu dùng để thử")
    clerk.presses("Đăng nhập")
    clerk.heading_is("Văn bản")
    clerk.opens("Nguyễn Văn A")
    clerk.presses("Đăng xuất")
    clerk.goes_to("registry:documents")
    clerk.heading_is("Đăng nhập Liên Thông")


def test_someone_with_two_positions_changes_between_them(people: Cast, opens: Opens) -> None:
    """Một người giữ hai chức vụ chuyển qua lại ở góc trên bên phải; mỗi chức vụ thấy việc của chức vụ đó."""
    PositionFactory(user=people.unit_head.user, body=people.office, title="Phụ trách văn thư", role=Role.CLERK)
    head = opens(people.unit_head)
    head.opens("Nguyễn Văn D")
    head.reads("Đang làm việc với tư cách Trưởng phòng", within=head.page.locator(".menu"))
    head.looks()
    head.presses("Chuyển sang Phụ trách văn thư, UBND xã Minh Hòa")
    expect(head.page.locator(".me-unit")).to_have_text("UBND xã Minh Hòa")
    head.goes_to("registry:documents")
    expect(head.page.get_by_role("link", name="Nhận văn bản")).to_be_visible()
    head.opens("Nguyễn Văn D")
    head.presses("Chuyển sang Trưởng phòng, Phòng VH-XH")
    head.goes_to("registry:documents")
    expect(head.page.get_by_role("link", name="Nhận văn bản")).to_have_count(0)


def test_the_language_changes_to_english_and_back(people: Cast, opens: Opens) -> None:
    """Chuyển sang tiếng Anh rồi chuyển lại."""
    reader = opens(people.reader)
    reader.opens("Nguyễn Văn H")
    reader.presses("English")
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    reader.looks(language="en")
    reader.opens("Nguyễn Văn H")
    reader.presses("Tiếng Việt")
    expect(reader.page.locator("html")).to_have_attribute("lang", "vi")
    reader.heading_is("Việc của tôi")
    reader.looks()


def test_a_page_that_is_not_there(people: Cast, opens: Opens) -> None:
    """Trang không có, hoặc không thuộc phần việc của mình: được báo, và có đường về."""
    reader = opens(people.unit_head, phone=True)
    not_his = document(people.office, created_by=people.clerk.position)
    for address in ("/noi-bo/khong-co/", f"/noi-bo/van-ban/{not_his.pk}/"):
        reader.page.goto(address)
        reader.heading_is("Không có trang này")
        reader.looks()
    reader.follows("Về trang đầu")
    reader.heading_is("Việc của tôi")


def test_the_keyboard_reaches_content_and_search(people: Cast, opens: Opens) -> None:
    """Bằng bàn phím: đến nội dung, mở ô tìm bằng phím /, gõ không dấu vẫn thấy văn bản."""
    document(people.office, created_by=people.clerk.position, number="82/KH-UBND", subject="Tuyên truyền chuyển đổi số")
    reader = opens(people.reader)
    page = reader.page
    reader.heading_is("Việc của tôi")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "where the keyboard is must be seen"
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Tìm số, trích yếu, việc")).to_be_focused()
    page.keyboard.type("tuyen truyen chuyen doi so")
    page.keyboard.press("Enter")
    reader.heading_is("Tìm “tuyen truyen chuyen doi so”")
    reader.reads("82/KH-UBND")
    reader.looks()
    reader.follows("82/KH-UBND")
    reader.heading_is("82/KH-UBND")
    reader.looks()
