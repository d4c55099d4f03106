"""Report obligations, the frozen report of the third quarter and a draft for the year."""

from lienthong.reports.service import add_obligation, freeze_report, make_report, write_report
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor, body

QUARTER_DUE = 20


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
    with at(on("18/9/2026")):
        freeze_report(coordinator, quarter)
    with at(on("19/11/2026")):
        year = make_report(coordinator, title="", obligation=obligation, kind="year", year=2026)
        write_report(
            coordinator, year, opening="Thực hiện Công văn 1120/SNV-CCHC ngày 03/6/2026, UBND xã báo cáo năm 2026."
        )
