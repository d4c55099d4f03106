"""Đính chính: người dân hỏi “có đúng không?” và đọc trả lời; cơ quan đính chính bài của mình ở mọi nơi đã phát."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from lienthong.channels.contrib.website.tests.factories import make_place, sent
from lienthong.channels.core.tests.factories import make_outlet
from lienthong.newsroom.tests.factories import make_scheduled
from lienthong.organisations.tests.factories import Cast
from lienthong.portal.tests.factories import make_column, make_portal
from tests.functional.people import RULES, Opens

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}
HEARD = "Nghe nói làm căn cước cho trẻ em phải nộp 200.000 đồng."
CLAIM = "Làm căn cước lần đầu cho trẻ em phải nộp lệ phí 200.000 đồng."
TRUTH = "Cấp căn cước lần đầu không thu lệ phí."
OLD, NEW = "Mỗi thôn một buổi, vào tối thứ Tư.", "Mỗi thôn một buổi, vào tối thứ Năm."
NOTE = "Tin trước ghi tối thứ Tư; đúng là tối thứ Năm."


@pytest.fixture(autouse=True)
def commune(people: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cổng của xã đã mở. Trình duyệt điền nhanh hơn mọi người."""
    monkeypatch.setattr("lienthong.gate.handing.QUICKEST", 0)
    make_portal(people)


def resident(browser: Browser, live_server: Any, *, scripts: bool = True) -> Page:
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", java_script_enabled=scripts, **PHONE)
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page


def looks(page: Page) -> None:
    """Nobody is shut out, and nothing is wider than the phone."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert found == [], [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def asks(page: Page) -> str:
    """Người dân đi từ trang chủ tới câu hỏi và gửi; mã theo dõi."""
    page.goto("/")
    page.get_by_text("Các mục", exact=True).click()
    page.get_by_role("link", name="Đính chính", exact=True).first.click()
    page.get_by_role("link", name="Có đúng không? Hỏi ở đây").click()
    page.get_by_label("Bạn nghe được điều gì?").fill(HEARD)
    page.get_by_label("Điều đó về dịch vụ").fill("Cấp căn cước")
    page.get_by_role("button", name="Gửi câu hỏi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã nhận câu hỏi của bạn")
    expect(page.locator("main")).not_to_contain_text("200.000")
    return page.locator("strong.code").inner_text()


def test_a_resident_asks_whether_it_is_so_and_reads_the_answer(
    people: Cast, opens: Opens, browser: Browser, live_server: Any
) -> None:
    """Điện thoại 360 điểm không JavaScript hỏi; cán bộ viết, không tự duyệt được; lãnh đạo duyệt; người dân đọc."""
    asker = resident(browser, live_server, scripts=False)
    code = asks(asker)

    desk = opens(people.coordinator)
    main = desk.page.locator("main")
    desk.goes_to("corrections:questions")
    desk.looks()
    desk.follows(code)
    desk.reads(HEARD)
    desk.follows("Viết đính chính trả lời")
    desk.types("Điều được nói, ghi bằng lời của cơ quan", CLAIM, within=main)
    main.get_by_label("Sai", exact=True).check()
    desk.chooses("Hoặc liên quan đến", "Dịch vụ công", within=main)
    desk.types("Tên dịch vụ, thủ tục, văn bản hoặc thủ đoạn lừa đảo", "Cấp căn cước", within=main)
    desk.types("Thông tin chính thức", TRUTH, within=main)
    desk.types("Văn bản: số, ký hiệu, ngày, điều", "Luật Căn cước, Điều 38", within=main)
    desk.types("Đoạn đã đối chiếu, chép đúng", "Cấp lần đầu không phải nộp lệ phí.", within=main)
    desk.looks()
    desk.presses("Lưu bản viết")
    desk.presses("Trình duyệt")
    desk.reads("Đã trình duyệt.")
    desk.does_not_read("Duyệt và công bố")

    leader = opens(people.leader, phone=True)
    leader.follows("Duyệt đính chính")
    leader.reads(TRUTH)
    leader.looks()
    leader.presses("Duyệt và công bố")
    leader.reads("Đã duyệt và công bố.")

    asker.goto(f"/dinh-chinh/ma/{code}/")
    asker.get_by_role("link", name="Đọc trả lời").click()
    expect(asker.get_by_role("heading", level=1)).to_have_text(CLAIM)
    expect(asker.locator("main")).to_contain_text(TRUTH)
    asker.context.close()

    reader = resident(browser, live_server)
    reader.goto("/dinh-chinh/?loai=sai")
    looks(reader)
    reader.get_by_role("link", name=CLAIM).click()
    expect(reader.locator("main")).to_contain_text(f"Đính chính số 01/{timezone.localdate().year}")
    expect(reader.locator("main")).to_contain_text("Chủ tịch duyệt")
    looks(reader)
    reader.context.close()


@pytest.fixture
def article(people: Cast) -> str:
    """Một bài đã ra ở cổng của xã và nguồn tin; địa chỉ trong tòa soạn."""
    places = [
        make_place(people, make_column(people)),
        make_outlet(people, "feeds", name="Nguồn tin của xã", options={"title": "Tin xã", "about": "Tin của xã"}),
    ]
    product = make_scheduled(people, outlets=places, lead=OLD)
    sent(product)
    return str(product.pk)


def test_an_office_corrects_its_own_article_wherever_it_went(
    people: Cast, opens: Opens, browser: Browser, live_server: Any, article: str, work_is_done: Callable[[], None]
) -> None:
    """Mở đính chính, sửa, người khác duyệt, thiếu một nơi thì không lên lịch được; người dân đọc bản ghi có bản cũ."""
    editor = opens(people.coordinator)
    main = editor.page.locator("main")
    editor.goes_to("newsroom:product", article)
    editor.opens("Đính chính")
    editor.types("Sai ở đâu, đúng là gì", NOTE)
    editor.presses("Mở đính chính")
    editor.reads("Đã mở đính chính.")
    editor.follows("Sửa nội dung")
    expect(main.get_by_label("Điều đính chính")).to_have_value(NOTE)
    main.get_by_label("Điều đính chính").fill("")
    editor.types("Tóm tắt", NEW, within=main)
    editor.looks()
    editor.presses("Lưu bản này")
    editor.reads("Bản này thay bản công chúng đang đọc nhưng chưa ghi điều đính chính.")
    editor.follows("Sửa nội dung")
    editor.types("Điều đính chính", NOTE, within=main)
    editor.presses("Lưu bản này")
    editor.looks()
    editor.presses("Trình duyệt")

    leader = opens(people.leader, phone=True)
    leader.follows("Duyệt sản phẩm")
    leader.reads(f"Đính chính, công chúng đọc: {NOTE}")
    leader.looks()
    leader.presses("Duyệt", exact=True)
    leader.reads("Đã duyệt.")

    editor.goes_to("newsroom:product", article)
    editor.reads("Bản sai đã ra ở: Cổng của xã, Nguồn tin của xã.")
    for place in ("Cổng của xã", "Nguồn tin của xã"):
        expect(main.get_by_label(place, exact=True)).to_be_checked()
    main.get_by_label("Nguồn tin của xã", exact=True).uncheck()
    editor.presses("Lên lịch phát hành")
    editor.reads("Bản sai đã ra ở “Nguồn tin của xã”.")
    editor.looks()
    editor.presses("Lên lịch phát hành")
    editor.reads("Đã lên lịch phát hành.")
    work_is_done()
    editor.goes_to("newsroom:product", article)
    editor.follows("Đính chính số 01/")
    editor.reads("Nội dung lưu đúng như khi duyệt.")
    editor.looks()

    reader = resident(browser, live_server)
    reader.goto("/dinh-chinh/")
    with reader.expect_navigation():
        reader.get_by_role("link", name="Của cơ quan").click()
    looks(reader)
    shown = reader.locator("main")
    listed = shown.get_by_role("listitem").filter(has_text=NOTE)
    with reader.expect_navigation():
        listed.get_by_role("link").click()
    looks(reader)
    expect(shown).to_contain_text(f"Đính chính số 01/{timezone.localdate().year}")
    reader.locator("summary", has_text="Bản cũ, phát hành ngày").click()
    expect(shown.get_by_text(OLD)).to_be_visible()
    looks(reader)
    reader.get_by_role("link", name="Đọc bài đã đính chính").click()
    expect(reader.get_by_role("note")).to_contain_text(NOTE)
    expect(shown).to_contain_text(NEW)
    expect(shown).not_to_contain_text(OLD)
    looks(reader)
    reader.get_by_role("link", name="Đính chính số 01/").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Đính chính: ")
    reader.context.close()
