"""Giám sát: quản trị giao cơ quan, người giám sát đọc kế hoạch, hồ sơ rồi đặt câu hỏi, đơn vị trả lời."""

from lienthong.casefiles.tests.factories import make_case
from lienthong.organisations.service import Role
from lienthong.organisations.tests.factories import Cast, make_actor
from lienthong.plans.tests.factories import make_assignment, make_plan
from tests.functional.people import Opens


def test_a_supervisor_is_given_an_office_reads_it_and_asks(people: Cast, opens: Opens) -> None:
    """Từ chỗ chưa xem được gì đến câu trả lời của đơn vị."""
    plan = make_plan(people)
    make_assignment(people, plan, leads=[people.economy], supports=[], text="Phát bản tin hộ kinh doanh")
    make_case(people, plan, title="Hồ sơ truyền thông năm nay")
    council = make_actor(people.office, "Đại biểu Hội đồng nhân dân", Role.SUPERVISOR, name="Nguyễn Văn M")

    supervisor = opens(council)
    supervisor.follows("Kế hoạch")
    supervisor.does_not_read(plan.title)

    administrator = opens(people.administrator)
    form = administrator.page.locator("main")
    administrator.goes_to("organisations:user", council.user.pk)
    administrator.reads("Chưa được giao cơ quan nào")
    administrator.looks()
    administrator.follows("Giao giám sát")
    administrator.looks()
    administrator.chooses("Cơ quan được giám sát", people.office.name, within=form)
    administrator.types("Căn cứ", "Nghị quyết 12/NQ-HĐND", within=form)
    administrator.presses("Giao giám sát", within=form)
    administrator.reads("Nghị quyết 12/NQ-HĐND")
    administrator.looks()

    supervisor.page.reload()
    page = supervisor.page.locator("main")
    supervisor.follows(plan.title, within=page)
    supervisor.reads("Phát bản tin hộ kinh doanh")
    supervisor.looks()
    supervisor.follows("Hồ sơ", within=page)
    supervisor.goes_to("casefiles:cases")
    supervisor.follows("Hồ sơ truyền thông năm nay", within=page)
    supervisor.reads("Phát bản tin hộ kinh doanh")
    supervisor.looks()
    supervisor.goes_to("plans:plan", plan.pk)
    supervisor.follows("Phát bản tin hộ kinh doanh", within=page)
    supervisor.follows("Đặt câu hỏi", within=page)
    supervisor.looks()
    supervisor.types("Câu hỏi", "Vì sao bản tin tháng 7 chưa phát?", within=page)
    supervisor.chooses("Hỏi đơn vị", people.economy.name, within=page)
    supervisor.presses("Lưu")
    supervisor.reads("Đã gửi câu hỏi.")
    supervisor.looks()

    unit = opens(people.other_head, phone=True)
    unit.follows("Giám sát hỏi về", within=unit.page.locator("main"))
    unit.reads("Vì sao bản tin tháng 7 chưa phát?")
    unit.looks()
    unit.types("Trả lời", "Đã phát bù ngày 02/8", within=unit.page.locator("main"))
    unit.presses("Gửi trả lời")
    unit.reads("Đã trả lời. Người giám sát đã được báo.")

    supervisor.page.reload()
    supervisor.reads("Đã phát bù ngày 02/8")
    supervisor.looks()
