"""Văn thư tải tệp lên, xem việc đọc, đăng ký và lấy số đến."""

from collections.abc import Callable

from playwright.sync_api import expect

from lienthong.organisations.tests.factories import Cast
from lienthong.registry.models import OfficialDocument
from lienthong.registry.tests.factories import plan_text
from lienthong.registry.tests.reviewing import PLAN_TEXT
from tests.functional.people import Opens, Person


def uploads(clerk: Person, *files: tuple[str, str | bytes]) -> None:
    """Choose the files and send them, each a document of its own."""
    clerk.goes_to("registry:upload")
    wanted = [
        {
            "name": name,
            "mimeType": "application/octet-stream",
            "buffer": text.encode() if isinstance(text, str) else text,
        }
        for name, text in files
    ]
    clerk.page.get_by_label("Chọn tệp, hoặc kéo thả vào đây").set_input_files(wanted)
    clerk.presses("Tải lên")
    expect(clerk.page.locator("#ket-qua li.row")).to_have_count(len(files))


def test_a_good_file_gets_its_number_and_a_broken_one_is_named(
    people: Cast, opens: Opens, work_is_done: Callable[[], None]
) -> None:
    """Văn thư tải lên hai tệp, một tệp hỏng: tệp hỏng được nói rõ, tệp tốt được đọc, đăng ký và có số đến."""
    clerk = opens(people.clerk)
    clerk.follows("Văn bản")
    clerk.looks()
    clerk.follows("Nhận văn bản")
    clerk.looks()
    uploads(clerk, ("ke-hoach.txt", PLAN_TEXT), ("hong.docx", b"PK\x03\x04" + bytes(range(256)) * 4))
    clerk.reads("Đang đọc", within=clerk.row("ke-hoach.txt"))
    clerk.reads("Tệp", within=clerk.row("hong.docx").locator(".errors"))
    clerk.looks()
    work_is_done()
    clerk.follows("Đăng ký", within=clerk.row("ke-hoach.txt"))
    clerk.heading_is("Đăng ký văn bản đến")
    assert clerk.page.get_by_label("Số, ký hiệu").first.input_value() == "15/KH-UBND"
    clerk.looks()
    clerk.presses("Đăng ký và lấy số")
    clerk.heading_is("15/KH-UBND")
    expect(clerk.page.locator("dt:text-is('Số đến') + dd")).to_contain_text("1,")
    clerk.looks()
    clerk.follows("Văn bản", within=clerk.page.get_by_role("navigation", name="Các phần việc"))
    clerk.reads("Chờ lãnh đạo cho ý kiến", within=clerk.row("15/KH-UBND"))
    clerk.looks()


def test_a_file_that_is_there_already_is_shown(people: Cast, opens: Opens, work_is_done: Callable[[], None]) -> None:
    """Tải lại một tệp đã có: thấy ngay bản đã có, và vẫn nhận được nếu muốn."""
    clerk = opens(people.clerk)
    uploads(clerk, ("ke-hoach.txt", PLAN_TEXT))
    work_is_done()
    uploads(clerk, ("ban-sao.txt", PLAN_TEXT))
    clerk.reads("Tệp này đã có trong sổ văn bản của cơ quan.", within=clerk.row("ban-sao.txt"))
    clerk.looks()
    clerk.presses("Vẫn nhận tệp này")
    clerk.reads("Đang đọc", within=clerk.row("ban-sao.txt"))
    assert OfficialDocument.objects.count() == 2


def test_a_document_with_a_secrecy_mark_is_not_kept(
    people: Cast, opens: Opens, work_is_done: Callable[[], None]
) -> None:
    """Văn bản có dấu mật không được giữ; văn thư được chỉ việc cần làm."""
    clerk = opens(people.clerk)
    uploads(clerk, ("den.txt", plan_text(mark="MẬT")))
    work_is_done()
    clerk.reads("Có dấu mật, không lưu", within=clerk.row("den.txt"))
    assert not OfficialDocument.objects.exists()
    clerk.follows("Xem việc cần làm")
    clerk.heading_is("Văn bản có dấu mật không được lưu")
    clerk.reads("Đăng ký văn bản vào sổ văn bản mật trên giấy")
    clerk.looks()


def test_an_urgent_document_is_told_to_the_leader_at_once(
    people: Cast, opens: Opens, work_is_done: Callable[[], None]
) -> None:
    """Văn bản hỏa tốc: đăng ký xong thì lãnh đạo được báo ngay."""
    clerk = opens(people.clerk)
    uploads(clerk, ("khan.txt", plan_text(number="31/KH-UBND", mark="HỎA TỐC")))
    work_is_done()
    clerk.follows("Đăng ký", within=clerk.row("khan.txt"))
    clerk.presses("Đăng ký và lấy số")
    clerk.reads("Hỏa tốc")
    leader = opens(people.leader, phone=True)
    leader.reads("31/KH-UBND")
    leader.looks()
    leader.follows("Thông báo")
    leader.reads("Hỏa tốc: Kế hoạch 31/KH-UBND, chờ cho ý kiến")
    leader.looks()
    leader.follows("31/KH-UBND")
    leader.heading_is("31/KH-UBND")
    leader.looks()
