"""A committee with one meeting whose conclusion is carried out, and a case file that went to the archive."""

from datetime import datetime, time

from django.utils import timezone

from lienthong.casefiles.service import close_case, hand_over_case, open_case
from lienthong.committees.service import (
    add_conclusion,
    assign_conclusion,
    hold_meeting,
    pass_minutes,
    plan_meeting,
    write_minutes,
)
from lienthong.organisations.service import OPERATOR, Body, add_body, add_committee_member
from lienthong.plans.service import Plan
from lienthong.reports.service import Report
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor, body, office

CENTRE = "Trung tâm Dịch vụ sự nghiệp công"
DUTIES = {"lanhdao": "Trưởng ban", "truongphong": "Phó Trưởng ban", "trungtam": "Thành viên", "congan": "Thành viên"}
MEETING_DAY = "29/10/2026"


def committee(plan: Plan) -> None:
    """It met in October; one conclusion became an assignment, the other is an agreement."""
    secretary, chair = actor("dieuphoi"), actor("lanhdao")
    with at(on("2/2/2026")):
        board = add_body(
            OPERATOR, parent=office(), name="Ban Chỉ đạo chuyển đổi số xã Minh Hòa", short_name="BCĐ chuyển đổi số",
            kind=Body.Kind.COMMITTEE, level=Body.Level.COMMUNE,
        )  # fmt: skip
        for username, duty in DUTIES.items():
            add_committee_member(OPERATOR, board, position=actor(username).own_position, duty=duty)
    starts = timezone.make_aware(datetime.combine(on(MEETING_DAY), time(8)))
    with at(on("20/10/2026")):
        meeting = plan_meeting(
            secretary, board,
            values={
                "title": "Họp Ban Chỉ đạo chuyển đổi số quý IV", "starts_at": starts,
                "ends_at": starts.replace(hour=10), "place": "Hội trường UBND xã", "link": "",
                "agenda": "Kết quả truyền thông chín tháng\nViệc quý IV", "chair": chair.own_position,
                "secretary": secretary.own_position,
            },
        )  # fmt: skip
    with at(on(MEETING_DAY), 10):
        hold_meeting(secretary, meeting)
        came = {one.pk: ("present", None) for one in meeting.invitees.all()}
        write_minutes(secretary, meeting, came=came, discussion="Các đơn vị báo cáo; loa thôn 3 còn mất tiếng khi mưa.")
        conclusion = add_conclusion(
            secretary, meeting, text="Khảo sát và đề xuất thay cụm loa thôn 3", lead=body(CENTRE),
            due=on("15/12/2026"),
        )  # fmt: skip
        add_conclusion(secretary, meeting, text="Thống nhất giữ nhịp hai tuần một số của chuyên mục đến hết năm.")
    with at(on("30/10/2026")):
        pass_minutes(chair, meeting)
        assign_conclusion(secretary, conclusion, plan)


def case_file() -> None:
    """What stands behind the report of the third quarter, closed and handed to the archive."""
    filer = actor("dieuphoi")
    report = Report.objects.filter(state=Report.State.FROZEN).order_by("pk").first()
    assert report is not None, "reports() froze one"
    with at(on("21/9/2026")):
        case = open_case(
            filer, report,
            values={
                "title": "Hồ sơ báo cáo truyền thông cải cách hành chính quý III năm 2026", "year": 2026,
                "notation": "01.VHXH", "maintenance": "20 năm", "rights": "Không hạn chế", "language": "Tiếng Việt",
                "keywords": "truyền thông, cải cách hành chính", "starts_on": on("1/7/2026"), "ends_on": None,
                "note": "",
            },
        )  # fmt: skip
    with at(on("28/9/2026")):
        close_case(filer, case)
    with at(on("5/10/2026")):
        hand_over_case(
            actor("vanthu"), case, receiver="Lưu trữ cơ quan", minutes_number="03/BB-LT", handed_on=on("5/10/2026")
        )
