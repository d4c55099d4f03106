"""Đơn vị nhận việc, báo tiến độ, làm, gửi minh chứng; cán bộ tổng hợp xác nhận hoặc trả lại."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Locator, expect

from lienthong.organisations.tests.factories import Cast
from lienthong.plans.models import Share
from lienthong.plans.tests.factories import make_accepted, make_assignment, make_plan, photo, share_of
from tests.functional.people import Opens


def test_the_head_accepts_from_the_list_and_keeps_his_place(people: Cast, opens: Opens) -> None:
    """Trưởng phòng tiếp nhận ngay trong Việc của tôi: danh sách đứng yên, việc sau vẫn ở chỗ cũ."""
    plan = make_plan(people)
    texts = [f"Tổ chức buổi tuyên truyền thứ {n} ở nhà văn hóa" for n in range(1, 13)]
    shares = [share_of(make_assignment(people, plan, text=text), people.culture) for text in texts]
    head = opens(people.unit_head)
    head.looks()
    page = head.page
    row = page.locator("li.row").filter(has_text=texts[8])
    button = row.get_by_role("button", name="Tiếp nhận")
    button.scroll_into_view_if_needed()
    before = page.evaluate("window.scrollY")
    address = page.url
    button.click()
    head.reads("Đã tiếp nhận.")
    assert page.url == address
    assert abs(page.evaluate("window.scrollY") - before) < 60
    expect(page.get_by_role("button", name="Tiếp nhận")).to_have_count(11)
    assert Share.objects.get(pk=shares[8].pk).state == Share.State.ACCEPTED
    head.looks()


def test_a_unit_gives_work_back_with_a_reason(people: Cast, opens: Opens) -> None:
    """Việc không phải của đơn vị: đề nghị trả lại kèm lý do; cán bộ tổng hợp thấy và chuyển đơn vị khác."""
    share = share_of(make_assignment(people, text="Kiểm tra hóa đơn của hộ kinh doanh"), people.culture)
    head = opens(people.unit_head)
    head.follows("Kiểm tra hóa đơn")
    head.looks()
    head.opens("Đề nghị trả lại việc")
    head.types("Lý do", "Việc này thuộc Phòng Kinh tế", within=head.page.locator("details.step[open]"))
    head.presses("Đề nghị trả lại việc")
    head.reads("Đã gửi đề nghị trả lại.")
    head.looks()
    coordinator = opens(people.coordinator)
    coordinator.follows("Phòng VH-XH đề nghị trả lại")
    coordinator.reads("lý do: Việc này thuộc Phòng Kinh tế")
    coordinator.opens("Chuyển đơn vị khác")
    form = coordinator.page.locator("details.step[open]")
    coordinator.chooses("Đơn vị nhận việc", "Công an xã", within=form)
    coordinator.types("Lý do", "Đúng chức năng", within=form)
    coordinator.looks()
    coordinator.presses("Chuyển đơn vị khác", within=form)
    coordinator.reads("Đã chuyển việc sang đơn vị khác.")
    assert Share.objects.get(pk=share.pk).state == Share.State.TRANSFERRED
    assert share_of(share.assignment, people.police).state == Share.State.ASSIGNED


def test_a_hamlet_head_proves_his_work_in_three_taps(people: Cast, opens: Opens) -> None:
    """Trưởng thôn trên điện thoại: chạm ba lần là xong: mở việc, chụp ảnh, gửi."""
    due = timezone.localdate() + timedelta(days=3)
    made = make_assignment(people, leads=[people.hamlets[0]], supports=[], text="Họp dân phổ biến kế hoạch", due=due)
    hamlet = opens(people.hamlet_head, phone=True)
    hamlet.looks()
    taps = []

    def tap(found: Locator) -> None:
        taps.append(found)
        found.tap()

    tap(hamlet.page.get_by_role("link", name="Họp dân phổ biến kế hoạch").first)
    hamlet.heading_is("Họp dân phổ biến kế hoạch")
    hamlet.looks()
    with hamlet.page.expect_file_chooser() as chooser:
        tap(hamlet.page.get_by_label("Ảnh hoặc tệp chứng minh"))
    chooser.value.set_files({"name": "hop-dan.jpg", "mimeType": "image/jpeg", "buffer": photo().read()})
    tap(hamlet.page.get_by_role("button", name="Gửi minh chứng, đã xong"))
    hamlet.reads("Đã nhận minh chứng.")
    assert len(taps) == 3
    assert share_of(made, people.hamlets[0]).state == Share.State.SUBMITTED
    hamlet.looks()


def test_a_broken_proof_is_named_and_nothing_is_lost(people: Cast, opens: Opens) -> None:
    """Gửi nhầm tệp không nhận được: được nói rõ tệp nào, chữ đã gõ còn nguyên."""
    share = make_accepted(people, text="Treo băng rôn")
    head = opens(people.unit_head, phone=True)
    head.goes_to("plans:share", share.pk)
    head.opens("Ngày khác, đường liên kết")
    head.types("Việc đã làm", "Treo 5 băng rôn")
    wrong = {"name": "chay.exe", "mimeType": "application/octet-stream", "buffer": b"MZ\x90\x00" * 20}
    head.page.get_by_label("Ảnh hoặc tệp chứng minh").set_input_files(wrong)
    head.presses("Gửi minh chứng, đã xong")
    head.reads("Không nhận được tệp “chay.exe”")
    expect(head.page.get_by_label("Việc đã làm")).to_have_value("Treo 5 băng rôn")
    head.looks()


def test_progress_result_confirmation_and_sending_back(people: Cast, opens: Opens) -> None:
    """Báo tiến độ, gửi minh chứng; cán bộ tổng hợp trả lại một lần kèm lý do, đơn vị gửi lại, rồi được xác nhận."""
    share = make_accepted(people, text="Tập huấn tổ công nghệ số")
    head = opens(people.unit_head)
    head.follows("Tập huấn tổ công nghệ số")
    head.opens("Báo tiến độ")
    form = head.page.locator("details.step[open]")
    head.types("Tiến độ", "Đã mời giảng viên", within=form)
    head.types("Ước phần trăm", "40", within=form)
    head.presses("Báo tiến độ", within=form)
    head.reads("Đã mời giảng viên (40%)")
    head.opens("Ngày khác, đường liên kết")
    head.types("Đường liên kết", "https://minhhoa.example.vn/tap-huan")
    head.presses("Gửi minh chứng, đã xong")
    head.reads("Đã nhận minh chứng.")
    head.looks()

    coordinator = opens(people.coordinator)
    coordinator.looks()
    coordinator.follows("Phòng VH-XH: Tập huấn tổ công nghệ số")
    expect(coordinator.page.get_by_role("link", name="https://minhhoa.example.vn/tap-huan").first).to_be_visible()
    coordinator.opens("Trả lại, kèm lý do")
    form = coordinator.page.locator("details.step[open]")
    coordinator.types("Lý do", "Thiếu danh sách người dự", within=form)
    coordinator.presses("Trả lại, kèm lý do", within=form)
    coordinator.reads("Đã trả lại kết quả.")

    head.goes_to("workspace:home")
    head.reads("Tập huấn tổ công nghệ số", within=head.page.locator("section[aria-labelledby='can-lam-ngay']"))
    head.looks()
    head.follows("Tập huấn tổ công nghệ số")
    head.reads("Được trả lại, lý do: Thiếu danh sách người dự")
    head.opens("Ngày khác, đường liên kết")
    head.types("Số biên bản, văn bản", "07/BB-UBND")
    head.types("Ngày biên bản, văn bản", timezone.localdate().isoformat())
    head.presses("Gửi minh chứng, đã xong")
    head.reads("Đã nhận minh chứng.")

    coordinator.goes_to("plans:share", share.pk)
    coordinator.presses("Xác nhận hoàn thành")
    coordinator.reads("Đã xác nhận hoàn thành.")
    coordinator.looks()
    assert Share.objects.get(pk=share.pk).state == Share.State.DONE
