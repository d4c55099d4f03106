"""The screens of reports from units, as those who ask and those who answer meet them."""

import io
from datetime import date

import docx
import pytest
from django.urls import reverse

from lienthong.organisations.tests.factories import Cast, cast, make_group, sign_in
from lienthong.reports.export import docx_of
from lienthong.reports.models import UnitReport, UnitRequest
from lienthong.reports.service import merge_unit_reports, send_unit_report
from lienthong.reports.tests.factories import fill, make_quarter_report, make_unit_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def rows(*figures):
    """The POST of the rows of figures: nature, name, unit, ratio."""
    data = {"so-lieu-TOTAL_FORMS": str(len(figures) + 1), "so-lieu-INITIAL_FORMS": "0"}
    for number, (nature, name, unit, ratio) in enumerate(figures):
        data |= {f"so-lieu-{number}-nature": nature, f"so-lieu-{number}-name": name, f"so-lieu-{number}-unit": unit}
        if ratio:
            data[f"so-lieu-{number}-ratio"] = "on"
    return data


def test_a_request_goes_to_units_and_groups_with_its_figures(people, client):
    report = make_quarter_report(people)
    group = make_group(people.office, "Trưởng các thôn", *people.hamlets)
    url = reverse("reports:ask", args=[report.pk])
    sign_in(client, people.coordinator)
    page = client.get(url).content.decode()
    assert "Trưởng các thôn" in page
    asked = {
        "title": "Số liệu quý III", "kind": "periodic", "due": "2026-09-17", "bodies": [people.hamlets[0].pk],
        "groups": [group.pk],
    }  # fmt: skip
    wrong = client.post(url, asked | rows(("result", "Buổi", "", False))).content.decode()
    assert "Ghi đơn vị tính." in wrong
    client.post(url, asked | rows(("result", "Buổi", "buổi", False), ("target", "Tỷ lệ", "hộ", True)))
    made = UnitRequest.objects.get()
    assert {each.body for each in made.unit_reports.all()} == set(people.hamlets)
    assert [(one.nature, one.ratio) for one in made.asked.all()] == [("result", False), ("target", True)]


def test_the_next_period_asks_the_same_of_the_same(people, client):
    first = make_quarter_report(people, 2025)
    make_unit_request(people, first, note="Ghi số tròn.")
    report = make_quarter_report(people, 2026, first.obligation)
    page = sign_in(client, people.coordinator).get(reverse("reports:ask", args=[report.pk])).content.decode()
    assert page.count('value="Buổi tuyên truyền"') == 2
    assert "Ghi số tròn." in page
    assert page.count("checked") == 3 + 1  # three bodies, and the box of the ratio


def test_a_hamlet_head_saves_then_sends_and_loses_nothing_that_was_wrong(people, client):
    request = make_unit_request(people, make_quarter_report(people))
    mine = request.unit_reports.get(body=people.hamlets[0])
    url = reverse("reports:unit_report", args=[mine.pk])
    sign_in(client, people.hamlet_head)
    assert request.title in client.get(reverse("reports:reports")).content.decode()
    target, result, ratio = request.asked.all()
    typed = {f"v{target.pk}": "12.5", f"v{result.pk}": "1.200", f"v{ratio.pk}": "3", "results": "Phát loa đều."}
    answer = client.post(url, typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Ghi số dạng 1250" in page
    assert "Ghi cả tử số và mẫu số." in page
    assert 'value="1.200"' in page
    assert "Phát loa đều." in page
    assert not mine.typed.exists()

    client.post(url, typed | {f"v{target.pk}": "12,5", f"m{ratio.pk}": ""} | {f"v{ratio.pk}": ""})
    assert mine.typed.count() == 2
    # Sending with a figure missing says which, and keeps what was saved.
    refused = client.post(url, typed | {f"v{target.pk}": "12,5", f"v{ratio.pk}": "", "send": "1"})
    assert "còn thiếu số liệu Hộ được hướng dẫn" in refused.content.decode()
    client.post(url, typed | {f"v{target.pk}": "12,5", f"m{ratio.pk}": "4", "send": "1"})
    mine.refresh_from_db()
    assert mine.state == UnitReport.State.SENT
    page = client.get(url).content.decode()
    assert "3/4 (75%)" in page
    assert "<textarea" not in page


def test_a_unit_sees_its_own_alone(people, client):
    request = make_unit_request(people, make_quarter_report(people))
    sign_in(client, people.hamlet_head)
    other = request.unit_reports.get(body=people.culture)
    assert client.get(reverse("reports:unit_report", args=[other.pk])).status_code == 404
    assert client.get(reverse("reports:request", args=[request.pk])).status_code == 404
    mine = request.unit_reports.get(body=people.hamlets[0])
    page = client.get(reverse("reports:unit_report", args=[mine.pk])).content.decode()
    assert reverse("reports:report", args=[request.report_id]) not in page


def test_a_typed_figure_never_looks_like_a_counted_one(people, client):
    request = make_unit_request(people, make_quarter_report(people))
    unit_report = request.unit_reports.get(body=people.culture)
    fill(people.unit_head, unit_report, "10", "5", "45", "50")
    send_unit_report(people.unit_head, unit_report)
    sign_in(client, people.coordinator)
    assert "45/50" in client.get(reverse("reports:request", args=[request.pk])).content.decode()
    url = reverse("reports:report", args=[request.report_id])
    assert "45/50" not in client.get(url).content.decode()
    client.post(reverse("reports:merge", args=[request.pk]))
    page = client.get(url).content.decode()
    part = page[page.index("Số liệu do các đơn vị báo cáo") : page.index("Báo cáo từ đơn vị")]
    assert "45/50 (90%)" in part
    assert "Nguyễn Văn D, Trưởng phòng ghi lúc" in part
    assert part.count('class="typed"') == 6
    assert 'class="figure"' not in part


def test_the_word_file_keeps_natures_apart_and_says_who_counted(people):
    request = make_unit_request(people, make_quarter_report(people))
    unit_report = request.unit_reports.get(body=people.culture)
    fill(people.unit_head, unit_report, "10", "5", "45", "50", results="Năm buổi.")
    send_unit_report(people.unit_head, unit_report)
    merge_unit_reports(people.coordinator, request)
    request.report.refresh_from_db()
    file = docx.Document(io.BytesIO(docx_of(request.report)))
    words = [paragraph.text for paragraph in file.paragraphs]
    assert any("do các đơn vị ghi" in text for text in words)
    assert any("Năm buổi." in text for text in words)
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]
    typed = [table[1:] for table in tables if table[0][0] == "Số liệu"]
    assert typed == [
        [["Buổi tuyên truyền", "buổi", "10", "1"]],
        [["Buổi tuyên truyền", "buổi", "5", "1"], ["Hộ được hướng dẫn", "hộ", "45/50 (90%)", "1"]],
    ]


def test_sending_back_and_reminding(people, client):
    request = make_unit_request(people, make_quarter_report(people), due=date(2026, 9, 16))
    unit_report = request.unit_reports.get(body=people.culture)
    fill(people.unit_head, unit_report, "10", "5", "45", "50")
    send_unit_report(people.unit_head, unit_report)
    sign_in(client, people.coordinator)
    url = reverse("reports:return_report", args=[unit_report.pk])
    assert "Hãy ghi lý do trả lại." in client.post(url, {"reason": ""}, follow=True).content.decode()
    client.post(url, {"reason": "Thiếu tháng 8"})
    unit_report.refresh_from_db()
    assert unit_report.state == UnitReport.State.RETURNED
    told = client.post(reverse("reports:urge", args=[request.pk]), follow=True).content.decode()
    assert "Đã nhắc 3 đơn vị." in told
    sign_in(client, people.unit_head)
    page = client.get(reverse("reports:unit_report", args=[unit_report.pk])).content.decode()
    assert "Được trả lại, lý do: Thiếu tháng 8" in page
