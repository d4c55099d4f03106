"""Kiểm tra: từ lập kế hoạch, thông báo, ghi tại đơn vị trên điện thoại, giải trình, kết luận, đến khắc phục xong."""

from pathlib import Path

from django.utils import timezone

from lienthong.organisations.tests.factories import Cast
from lienthong.plans.service import accept_share, prove_share
from lienthong.plans.tests.factories import MINUTES, make_assignment, make_plan, photo, share_of
from tests.functional.people import Opens, Person

UNIT = "Phòng Kinh tế"


def test_an_inspection_from_its_plan_to_a_mended_finding(people: Cast, opens: Opens, tmp_path: Path) -> None:
    """Đơn vị biết trước ngày, nói trước khi kết luận, sửa điều chưa đạt như một nhiệm vụ thường."""
    plan = make_plan(people)
    task = make_assignment(people, plan, leads=[people.economy], supports=[], text="Phát bản tin hộ kinh doanh")
    share = accept_share(people.other_head, share_of(task, people.economy))
    prove_share(people.other_head, share, proofs=[MINUTES], title="Bản tin số 1")

    planner = opens(people.coordinator)
    form = planner.page.locator("main")
    planner.follows("Kiểm tra")
    planner.looks()
    planner.follows("Lập cuộc kiểm tra")
    planner.looks()
    planner.types("Tên cuộc kiểm tra", "Kiểm tra truyền thông quý IV", within=form)
    planner.types("Mục đích", "Việc thực hiện kế hoạch truyền thông", within=form)
    planner.chooses("Trưởng đoàn", str(people.leader.position), within=form)
    form.get_by_label(str(people.clerk.position)).check()
    planner.presses("Lưu")
    planner.heading_is("Kiểm tra truyền thông quý IV")
    planner.looks()
    planner.follows("Thêm đơn vị", within=form)
    planner.chooses("Đơn vị", UNIT, within=form)
    planner.types("Ngày kiểm tra", f"{timezone.localdate():%Y-%m-%d}", within=form)
    planner.looks()
    planner.presses("Lưu")
    planner.follows("Lấy từ nhiệm vụ")
    planner.looks()
    form.get_by_label("Phát bản tin hộ kinh doanh").check()
    planner.presses("Lưu")
    planner.reads("Phát bản tin hộ kinh doanh")
    planner.follows("Ghi thêm nội dung")
    planner.types("Nội dung kiểm tra", "Sổ theo dõi bản tin", within=form)
    planner.presses("Lưu")
    planner.looks()
    planner.follows("Kiểm tra truyền thông quý IV", within=form)
    planner.presses("Thông báo lịch kiểm tra")
    planner.reads("Đã thông báo lịch kiểm tra đến đoàn và các đơn vị.")

    head = opens(people.leader)
    head.reads("Tham gia đoàn kiểm tra")
    head.follows("Tham gia đoàn kiểm tra", within=head.page.locator("main"))
    head.presses("Bắt đầu kiểm tra")
    head.reads("Đang kiểm tra")

    _inspects(opens(people.clerk, phone=True), tmp_path)

    unit = opens(people.other_head, phone=True)
    unit.follows("Giải trình kết quả kiểm tra", within=unit.page.locator("main"))
    unit.reads("Sổ chưa ghi từ tháng 7")
    unit.looks()
    unit.follows("Giải trình", within=unit.page.locator("main ol.checklist"))
    unit.looks()
    unit.types("Ý kiến giải trình", "Cán bộ theo dõi nghỉ chế độ", within=unit.page.locator("main"))
    unit.presses("Lưu")
    unit.reads("đã giải trình đủ")

    head.page.reload()
    head.follows("Kết luận kiểm tra")
    head.looks()
    head.types("Nhận xét, kết luận chung", "Đơn vị cơ bản thực hiện kế hoạch", within=head.page.locator("main"))
    head.presses("Lưu")
    head.reads("Đã kết luận, đang khắc phục")
    head.looks()

    planner.page.reload()
    planner.follows(UNIT, within=form)
    planner.follows("Sổ theo dõi bản tin", within=form)
    planner.looks()
    planner.follows("Giao việc khắc phục")
    planner.looks()
    planner.presses("Lưu")
    planner.reads("Đang khắc phục")
    planner.follows("Kiểm tra truyền thông quý IV", within=form)
    planner.presses("Soạn thông báo kết luận")
    planner.looks()
    planner.follows("Kết luận kiểm tra", within=form)
    planner.reads("Cán bộ theo dõi nghỉ chế độ")

    mends = opens(people.other_head, phone=True)
    mends.presses("Tiếp nhận", within=mends.row("Ghi đủ sổ theo dõi bản tin"))
    mends.reads("Đã tiếp nhận")
    mending = plan.assignments.get(text="Ghi đủ sổ theo dõi bản tin")
    prove_share(people.other_head, share_of(mending, people.economy), proofs=[MINUTES], title="Đã ghi đủ sổ")
    head.goes_to("plans:share", share_of(mending, people.economy).pk)
    head.presses("Xác nhận hoàn thành", within=head.page.locator("main"))

    mends.goes_to("inspections:inspections")
    mends.follows("Kiểm tra truyền thông quý IV", within=mends.page.locator("main"))
    mends.follows(UNIT, within=mends.page.locator("main"))
    mends.reads("Đã khắc phục")
    mends.reads("Đã ghi đủ sổ")
    mends.looks()


def _inspects(person: Person, folder: Path) -> None:
    """At the unit, on a phone: one line after the other, then the unit is asked what it says."""
    page, picture = person.page.locator("main"), folder / "so-theo-doi.jpg"
    picture.write_bytes(photo().read())
    person.follows("Ghi kết quả kiểm tra", within=page)
    person.looks()
    person.follows(UNIT, within=page)
    person.looks()
    person.follows("Ghi kết quả tiếp theo")
    person.reads("Minh chứng đến ngày")
    person.looks()
    page.get_by_label("Đạt", exact=True).check()
    person.presses("Lưu")
    person.reads("Sổ theo dõi bản tin")
    page.get_by_label("Chưa đạt").check()
    person.presses("Lưu")
    person.reads("Chưa đạt thì hãy ghi nhận xét: thấy gì, thiếu gì.")
    person.looks()
    person.types("Nhận xét", "Sổ chưa ghi từ tháng 7", within=page)
    page.get_by_label("Ảnh hoặc tệp").set_input_files(str(picture))
    person.types("Việc phải khắc phục", "Ghi đủ sổ theo dõi bản tin", within=page)
    person.types("Hạn khắc phục", f"{timezone.localdate().replace(month=12, day=31):%Y-%m-%d}", within=page)
    person.presses("Lưu")
    person.follows("Gửi đơn vị giải trình")
    person.looks()
    person.presses("Lưu")
    person.reads("Đã gửi.")
