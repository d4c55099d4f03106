"""Report obligations, the frozen report of the third quarter with what units gave, and a draft for the year."""

from decimal import Decimal

from lienthong.reports.service import (
    Asked,
    Report,
    UnitReport,
    add_obligation,
    freeze_report,
    make_report,
    merge_unit_reports,
    request_unit_reports,
    return_unit_report,
    send_unit_report,
    write_report,
    write_unit_report,
)
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor, body

QUARTER_DUE = 20
CENTRE, POLICE, HAMLET = "Trung tâm Dịch vụ sự nghiệp công", "Công an xã", "Thôn 1"
ASKED = (
    Asked("Lượt phát thanh về cải cách hành chính", "lượt", "target"),
    Asked("Lượt phát thanh về cải cách hành chính", "lượt"),
    Asked("Hộ dân được hướng dẫn nộp hồ sơ trực tuyến", "hộ", ratio=True),
    Asked("Buổi tuyên truyền dự kiến tổ chức", "buổi", "outlook"),
)


def reports() -> None:
    """Obligations since June; Q3 was written and frozen in September, the year's report is being written."""
    coordinator = actor("dieuphoi")
    with at(on("8/6/2026")):
        obligation = add_obligation(
            coordinator, name="Báo cáo kết quả truyền thông cải cách hành chính", recipient="Sở Nội vụ",
            recipient_body=body("Sở Nội vụ"), legal_basis="Công văn 1120/SNV-CCHC ngày 03/6/2026", regime="cchc",
            kinds=["quarter", "half", "year"], due_day=QUARTER_DUE, valid_from=on("8/6/2026"),
        )  # fmt: skip
        add_obligation(
            coordinator, name="Báo cáo việc trả lời phản ánh, kiến nghị", recipient="Thường trực Đảng ủy xã",
            legal_basis="Quyết định 97/QĐ-UBND ngày 16/3/2026", regime="calendar", kinds=["quarter"],
            due_day=5, valid_from=on("8/6/2026"),
        )  # fmt: skip
    with at(on("16/9/2026")):
        quarter = make_report(coordinator, title="", obligation=obligation, kind="quarter", year=2026, index=3)
        quarter = write_report(
            coordinator, quarter,
            opening="Thực hiện Kế hoạch 18/KH-UBND ngày 02/3/2026, UBND xã Minh Hòa báo cáo kết quả quý III.",
            results="Chuyên mục phát thanh giữ nhịp hai tuần một số. Trang thông tin điện tử có bài hằng tuần.",
            shortcomings="Việc niêm yết thủ tục hành chính tại trụ sở còn chậm.",
            causes="Trung tâm Phục vụ hành chính công mới kiện toàn nhân sự.",
            outlook="Hoàn thành niêm yết thủ tục; tổ chức đối thoại về đất đai; mở lớp học số tại các thôn.",
        )  # fmt: skip
    _from_units(quarter)
    with at(on("18/9/2026")):
        quarter.refresh_from_db()
        freeze_report(coordinator, quarter)
    with at(on("19/11/2026")):
        year = make_report(coordinator, title="", obligation=obligation, kind="year", year=2026)
        year = write_report(
            coordinator, year, opening="Thực hiện Công văn 1120/SNV-CCHC ngày 03/6/2026, UBND xã báo cáo năm 2026."
        )
    _asked_for_the_year(year)


def _from_units(quarter: Report) -> None:
    """Three reported for the quarter and were merged."""
    with at(on("14/9/2026")):
        request = request_unit_reports(
            actor("dieuphoi"), quarter, title="Số liệu truyền thông quý III", kind="periodic", due=on("17/9/2026"),
            bodies=[body(CENTRE), body(POLICE), body(HAMLET)], figures=ASKED,
        )  # fmt: skip
    with at(on("16/9/2026"), 14):
        _send("trungtam", request.unit_reports.get(body=body(CENTRE)), (12, 11, (0, 0), 2), "Phát đủ chuyên mục.")
        _send("congan", request.unit_reports.get(body=body(POLICE)), (0, 0, (64, 80), 1), "Hướng dẫn tại trụ sở.")
        _send("truongthon", request.unit_reports.get(body=body(HAMLET)), (6, 6, (95, 120), 1), "Loa thôn đều đặn.")
    with at(on("17/9/2026"), 15):
        merge_unit_reports(actor("dieuphoi"), request)


def _asked_for_the_year(year: Report) -> None:
    """One has sent, one was sent back, one is still to write."""
    with at(on("20/11/2026")):
        request = request_unit_reports(
            actor("dieuphoi"), year, title="Số liệu truyền thông năm 2026", kind="final", due=on("10/12/2026"),
            bodies=[body(CENTRE), body(POLICE), body(HAMLET)], figures=ASKED,
            note="Số liệu tính từ 15/12/2025; gửi sớm nếu đã đủ.",
        )  # fmt: skip
    with at(on("23/11/2026"), 14):
        _send("trungtam", request.unit_reports.get(body=body(CENTRE)), (48, 44, (0, 0), 12), "Phát đủ chuyên mục.")
        returned = _send("congan", request.unit_reports.get(body=body(POLICE)), (0, 0, (210, 200), 4), "Như quý III.")
    with at(on("24/11/2026")):
        return_unit_report(actor("dieuphoi"), returned, reason="Tử số lớn hơn mẫu số, xin kiểm tra lại số hộ.")


def _send(username: str, unit_report: UnitReport, given: tuple[object, ...], results: str) -> UnitReport:
    figures = {}
    for asked, value in zip(unit_report.request.asked.all(), given, strict=True):
        top, below = value if isinstance(value, tuple) else (value, None)
        figures[asked] = (Decimal(str(top)), None if below is None else Decimal(str(below)))
    write_unit_report(actor(username), unit_report, texts={"results": results}, figures=figures)
    return send_unit_report(actor(username), unit_report)
