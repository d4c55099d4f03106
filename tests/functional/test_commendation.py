"""Một mô hình được đề nghị, người khác cho ý kiến, lãnh đạo đồng ý, quyết định được soạn."""

from lienthong.organisations.tests.factories import Cast
from lienthong.plans.tests.factories import make_accepted
from tests.functional.people import Opens


def test_a_model_is_commended_out_of_what_was_done(people: Cast, opens: Opens) -> None:
    """Trưởng phòng dẫn minh chứng và trình, cán bộ tổng hợp cho ý kiến, lãnh đạo đồng ý và soạn quyết định."""
    make_accepted(people, text="Phát chuyên mục chuyển đổi số", frequency_printed="mỗi tháng 01 chuyên mục")

    head = opens(people.unit_head)
    form = head.page.locator("main")
    head.follows("Biểu dương")
    head.looks()
    head.follows("Đề nghị biểu dương")
    head.looks()
    head.chooses("Biểu dương", "Mô hình", within=form)
    head.chooses("Của đơn vị", str(people.culture), within=form)
    head.types("Tên đơn vị, mô hình, sáng kiến", "Loa hướng dẫn dịch vụ công", within=form)
    head.types("Việc đã làm, cách làm, kết quả", "Mỗi tối thứ Ba có người hướng dẫn tại thôn.", within=form)
    head.presses("Lưu")
    head.looks()
    head.follows("Chọn minh chứng")
    head.looks()
    form.get_by_label("Phát chuyên mục chuyển đổi số").check()
    head.presses("Dẫn những mục đã chọn")
    head.reads("đã làm 0/")
    head.presses("Trình đề nghị")
    head.reads("Đã trình đề nghị biểu dương.")

    desk = opens(people.coordinator)
    desk.follows("Cho ý kiến đề nghị biểu dương: Loa hướng dẫn dịch vụ công")
    desk.looks()
    desk.types("Lý do", "Đã xem tại hai thôn.", within=desk.page.locator("main"))
    desk.presses("Gửi ý kiến")
    desk.reads("Đã ghi ý kiến của bạn.")

    leader = opens(people.leader)
    leader.follows("Quyết định đề nghị biểu dương: Loa hướng dẫn dịch vụ công")
    leader.looks()
    leader.types("Lý do của quyết định", "Nên nhân rộng.", within=leader.page.locator("main"))
    leader.presses("Đồng ý biểu dương")
    leader.reads("Đã đồng ý biểu dương.")
    leader.presses("Soạn quyết định")
    leader.reads("Đã bắt đầu soạn quyết định.")
    leader.looks()
