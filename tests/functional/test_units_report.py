"""Báo cáo từ đơn vị: tám đơn vị được yêu cầu, trưởng thôn gửi từ điện thoại, cán bộ tổng hợp trả lại, gộp, chốt."""

from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

from lienthong.organisations.service import Body, Role
from lienthong.organisations.tests.factories import Cast, make_actor
from lienthong.reports.gathering import counts_of
from lienthong.reports.models import Report, UnitRequest
from lienthong.reports.service import send_unit_report, write_unit_report
from lienthong.reports.tests.factories import make_quarter_report
from lienthong.reports.tests.ugly_forms import counts, two_sheets
from tests.functional.people import Opens, Person
from tests.functional.test_quarter_report import last_third_quarter

FIGURES = (
    ("Chỉ tiêu được giao", "Buổi tuyên truyền", "buổi", False),
    ("Kết quả trong kỳ", "Buổi tuyên truyền", "buổi", False),
    ("Kết quả trong kỳ", "Hộ được hướng dẫn", "hộ", True),
)


def others_send(people: Cast, request: UnitRequest, bodies: list[Body]) -> None:
    """Six more units report: each a target of 4, a result of 3, and 8 of 10 households."""
    target, result, ratio = request.asked.all()
    for body in bodies:
        head = make_actor(body, "Trưởng đơn vị", Role.UNIT_HEAD)
        mine = request.unit_reports.get(body=body)
        figures = {target: (4, None), result: (3, None), ratio: (8, 10)}
        write_unit_report(head, mine, texts={"results": f"{body.label} đã làm."}, figures=figures)
        send_unit_report(head, mine)


def test_a_quarter_is_merged_from_eight_units(people: Cast, opens: Opens) -> None:
    """Yêu cầu tám đơn vị; một thôn gửi từ điện thoại, bị trả lại, gửi lại; gộp; số ghi tay đứng riêng; chốt."""
    report = make_quarter_report(people, last_third_quarter())
    room = Body.objects.create(name="Văn phòng HĐND và UBND", kind="unit", level="commune", parent=people.office)
    coordinator = opens(people.coordinator)
    page = coordinator.page
    coordinator.goes_to("reports:report", report.pk)
    coordinator.follows("Yêu cầu đơn vị báo cáo")
    coordinator.looks()
    coordinator.types("Tên yêu cầu", "Số liệu truyền thông quý III")
    coordinator.types("Hạn gửi của đơn vị", f"{timezone.localdate() + timedelta(days=3):%Y-%m-%d}")
    boxes = page.get_by_role("group", name="Đơn vị, thôn").get_by_role("checkbox")
    expect(boxes).to_have_count(8)
    for box in boxes.all():
        box.check()
    for number, (nature, name, unit, ratio) in enumerate(FIGURES, 1):
        row = page.get_by_role("group", name=f"Số liệu {number}", exact=True)
        coordinator.chooses("Loại số liệu", nature, within=row)
        coordinator.types("Tên số liệu", name, within=row)
        coordinator.types("Đơn vị tính", unit, within=row)
        if ratio:
            row.get_by_label("Có tử số và mẫu số").check()
    coordinator.presses("Gửi yêu cầu")
    coordinator.heading_is("Số liệu truyền thông quý III")
    coordinator.reads("Chưa gửi: 8 đơn vị.")
    coordinator.looks()
    asking = page.url

    # The hamlet head, on a phone, from the list of what waits for him.
    head = opens(people.hamlet_head, phone=True)
    head.follows("Số liệu truyền thông quý III")
    head.looks()
    head.types("Kết quả", "Loa thôn phát đều, chưa có số liệu tháng 8.")
    target = head.page.get_by_role("group", name="Chỉ tiêu được giao")
    result = head.page.get_by_role("group", name="Kết quả trong kỳ")
    head.types("Buổi tuyên truyền (buổi)", "6", within=target)
    head.types("Buổi tuyên truyền (buổi)", "4.5", within=result)
    head.types("Hộ được hướng dẫn: tử số (hộ)", "45", within=result)
    head.types("Hộ được hướng dẫn: mẫu số (hộ)", "50", within=result)
    head.presses("Lưu và gửi")
    head.reads("Ghi số dạng 1250")
    head.looks()
    head.types("Buổi tuyên truyền (buổi)", "4", within=result)
    head.presses("Lưu và gửi")
    head.reads("Đã gửi báo cáo.")
    head.looks()

    # Sent back with a reason; it waits for the hamlet again.
    page.goto(asking)
    coordinator.follows("Thôn 1", within=page.locator("main"))
    coordinator.looks()
    coordinator.types("Lý do trả lại", "Xin bổ sung tháng 8.")
    coordinator.presses("Trả lại", exact=True)
    head.goes_to("workspace:home")
    head.follows("Số liệu truyền thông quý III")
    head.reads("Xin bổ sung tháng 8.")
    head.types("Buổi tuyên truyền (buổi)", "5", within=result)
    head.presses("Lưu và gửi")
    request = UnitRequest.objects.get()
    others_send(people, request, [people.economy, people.service_centre, people.police, *people.hamlets[1:], room])

    # One has not sent: the coordinator types what it told him by telephone, then merges all eight.
    page.goto(asking)
    coordinator.reads("Chưa gửi: 1 đơn vị.")
    coordinator.presses("Nhắc các đơn vị chưa gửi")
    coordinator.follows("Phòng VH-XH", within=page.locator("main"))
    target = page.get_by_role("group", name="Chỉ tiêu được giao")
    result = page.get_by_role("group", name="Kết quả trong kỳ")
    coordinator.types("Buổi tuyên truyền (buổi)", "10", within=target)
    coordinator.types("Buổi tuyên truyền (buổi)", "7", within=result)
    coordinator.types("Hộ được hướng dẫn: tử số (hộ)", "7", within=result)
    coordinator.types("Hộ được hướng dẫn: mẫu số (hộ)", "10", within=result)
    coordinator.presses("Lưu và gửi")
    page.goto(asking)
    coordinator.looks()
    coordinator.presses("Gộp 8 báo cáo đã gửi")
    coordinator.reads("Số do đơn vị ghi, không phải số hệ thống đếm.")
    # 6 + 6·4 + 10; 5 + 6·3 + 7; (45 + 6·8 + 7) of (50 + 6·10 + 10).
    typed = page.locator("section", has=page.get_by_role("heading", name="Số liệu do các đơn vị báo cáo"))
    expect(typed.locator("tbody > tr > td.num")).to_have_text(["40", "30", "100/120 (83,3%)"])
    expect(typed.locator("a.figure")).to_have_count(0)
    coordinator.opens("8 đơn vị", within=typed.locator("tbody tr").first)
    coordinator.reads("Trưởng thôn ghi lúc", within=typed)
    merged = page.get_by_label("Kết quả nổi bật").input_value()
    assert "Công an xã: Công an xã đã làm." in merged
    assert "Thôn 1: Loa thôn phát đều" in merged
    coordinator.looks()
    coordinator.presses("Chốt số liệu")
    coordinator.reads("Còn nguyên như lúc chốt")
    head.page.reload()
    expect(head.page.get_by_role("button", name="Lưu và gửi")).to_have_count(0)
    head.looks()

    # Two forms from above are filled from the frozen report; what they say is read in the files themselves.
    report = request.report
    values = {count.figure.code: count.value for count in counts_of(report)}
    first = fills(coordinator, report, "Biểu 01 cải cách hành chính", counts(), {})
    sheet = load_workbook(first)["Biểu 01"]
    assert sheet["D6"].value == values["tasks"]
    assert sheet["D9"].value == "=D7+D8"
    second = fills(
        coordinator, report, "Biểu 02 truyền thông", two_sheets(),
        {"C4": "Kết quả trong kỳ: Buổi tuyên truyền (buổi)", "C5": "Văn bản đi", "D6": "Gõ tay mỗi kỳ"},
    )  # fmt: skip
    sheet = load_workbook(second)["BM-02"]
    assert (sheet["C4"].value, sheet["C5"].value, sheet["D6"].value) == (30, values["documents.out"], "Thiếu người")


def fills(coordinator: Person, report: Report, name: str, book: Workbook, chosen: dict[str, str]) -> Path:
    """Takes a form in, confirms what is proposed and chooses the rest, fills it; gives the file."""
    page = coordinator.page
    main = page.locator("main")
    file = coordinator.folder / "bieu-mau.xlsx"
    book.save(file)
    coordinator.goes_to("reports:reports")
    coordinator.follows("Nhận biểu mẫu", within=main)
    coordinator.looks()
    page.get_by_label("Tệp biểu mẫu (.xlsx)").set_input_files(file)
    coordinator.types("Tên biểu mẫu", name, within=main)
    coordinator.presses("Nhận biểu mẫu", within=main)
    coordinator.heading_is(name)
    coordinator.looks()
    for at, source in chosen.items():
        page.get_by_label(f"Nguồn {book.worksheets[0].title}!{at}", exact=True).select_option(label=source)
    coordinator.presses("Xác nhận nguồn của các ô")
    coordinator.reads("Đã ghi nguồn")
    coordinator.goes_to("reports:report", report.pk)
    coordinator.follows(f"Điền {name}", within=main)
    for field in main.get_by_role("textbox").all():
        field.fill("Thiếu người")
    coordinator.presses("Điền biểu mẫu", within=main)
    coordinator.reads("Đã điền biểu mẫu")
    coordinator.looks()
    return coordinator.downloads("Tệp điền lúc")
