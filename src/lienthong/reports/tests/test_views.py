"""The screens of reports, as each role meets them."""

import io
from datetime import date

import pytest
import vanban
from django.urls import reverse

from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.plans.tests.factories import make_assignment, make_out_of_scope, make_plan
from lienthong.reports.models import Obligation, Report
from lienthong.reports.service import freeze_report, write_report
from lienthong.reports.tests.factories import make_obligation, make_quarter_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def report(people):
    plan = make_plan(people, starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    make_assignment(people, plan, text="Phát bản tin tuần", due=date(2026, 7, 1))
    make_out_of_scope(people, plan)
    return make_quarter_report(people)


def test_a_figure_opens_the_list_it_counted_and_leads_on(people, report, client):
    page = sign_in(client, people.coordinator).get(reverse("reports:report", args=[report.pk])).content.decode()
    url = reverse("reports:figure", args=[report.pk, "tasks.running_late"])
    assert url in page
    opened = client.get(url).content.decode()
    assert "Phát bản tin tuần" in opened
    assert "Đã đếm 1 dòng" in opened
    assert "/noi-bo/ke-hoach/" in opened
    panel = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in panel
    assert "Phát bản tin tuần" in panel


def test_the_lines_of_a_frozen_figure_lead_on_too(people, report, client):
    freeze_report(people.coordinator, report)
    url = reverse("reports:figure", args=[report.pk, "tasks.running_late"])
    opened = sign_in(client, people.coordinator).get(url).content.decode()
    line = opened[opened.index("Đã đếm 1 dòng") :]
    assert "Phát bản tin tuần</a>" in line
    assert 'href="/noi-bo/ke-hoach/nhiem-vu/' in line


def test_lines_outside_the_tool_stand_as_text_without_a_figure(people, report, client):
    page = sign_in(client, people.coordinator).get(reverse("reports:report", args=[report.pk])).content.decode()
    part = page[page.index("Nội dung ngoài phạm vi công cụ") :]
    assert "Rà quét thông tin trên mạng xã hội" in part
    assert "hx-get" not in part


def test_writing_and_freezing_from_the_page(people, report, client):
    signed_in = sign_in(client, people.coordinator)
    texts = {"title": report.title, "results": "Đã phát đủ số."}
    signed_in.post(reverse("reports:write", args=[report.pk]), texts)
    signed_in.post(reverse("reports:freeze", args=[report.pk]))
    report.refresh_from_db()
    assert (report.state, report.results) == (Report.State.FROZEN, "Đã phát đủ số.")
    page = signed_in.get(reverse("reports:report", args=[report.pk])).content.decode()
    assert "Còn nguyên như lúc chốt" in page
    assert reverse("reports:write", args=[report.pk]) not in page


def test_what_was_typed_stays_when_the_form_is_wrong(people, report, client):
    answer = sign_in(client, people.coordinator).post(
        reverse("reports:write", args=[report.pk]), {"title": "", "results": "Lời dài đã gõ"}
    )
    assert answer.status_code == 422
    assert "Lời dài đã gõ" in answer.content.decode()


def test_the_docx_says_what_the_report_says(people, report, client):
    write_report(people.coordinator, report, results="Đã phát đủ số theo nhịp.", outlook="Duy trì chuyên mục.")
    answer = sign_in(client, people.coordinator).get(reverse("reports:docx", args=[report.pk]))
    read = vanban.read(answer.content)
    assert read.type.value == "báo cáo"
    assert read.issuer.value.casefold() == people.office.name.casefold()
    assert read.number is None
    assert "Đã phát đủ số theo nhịp." in read.text
    assert "Rà quét thông tin" in read.text
    assert io.BytesIO(answer.content).read(2) == b"PK"


def test_who_sees_what(people, report, client):
    url = reverse("reports:report", args=[report.pk])
    for actor, status in (
        (people.leader, 200), (people.clerk, 200), (people.reader, 200), (people.unit_head, 200),
        (people.member, 404), (people.hamlet_head, 404), (people.supervisor, 404), (people.administrator, 404),
    ):  # fmt: skip
        assert sign_in(client, actor).get(url).status_code == status, actor.role
    freeze_report(people.coordinator, report)
    assert sign_in(client, people.supervisor).get(url).status_code == 200


def test_an_obligation_from_form_to_report(people, client):
    signed_in = sign_in(client, people.coordinator)
    wrong = signed_in.post(reverse("reports:obligation_add"), {"name": "Báo cáo quý"})
    assert "Báo cáo quý" in wrong.content.decode()
    assert not Obligation.objects.exists()
    signed_in.post(
        reverse("reports:obligation_add"),
        {
            "name": "Báo cáo chuyển đổi số",
            "recipient": "Sở Khoa học và Công nghệ",
            "legal_basis": "Kế hoạch 82/KH-UBND",
            "regime": "calendar",
            "kinds": ["quarter"],
            "due_day": "10",
            "valid_from": "01/01/2026",
        },
    )
    obligation = Obligation.objects.get()
    make = reverse("reports:make", args=[obligation.pk])
    page = signed_in.get(make)
    period = next(iter(page.context["form"].periods))
    answer = signed_in.post(make, {"period": period, "title": ""})
    made = Report.objects.get()
    assert answer.url == reverse("reports:report", args=[made.pk])
    assert made.title.startswith("Báo cáo chuyển đổi số quý")
    again = signed_in.post(make, {"period": period, "title": ""})
    assert "Kỳ này đã có báo cáo" in again.content.decode()


def test_ending_an_obligation_takes_it_off_the_list(people, client):
    obligation = make_obligation(people)
    signed_in = sign_in(client, people.coordinator)
    signed_in.post(reverse("reports:obligation_end", args=[obligation.pk]), {"last_day": "2026-01-31"})
    assert "Báo cáo cải cách hành chính" not in signed_in.get(reverse("reports:reports")).content.decode()
