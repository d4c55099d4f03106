"""The spreadsheet of a decision: tried first, written as a whole, public when another person approved the batch."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from lienthong.audit.service import Event
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import abilities_for
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.procedures.actions.approve_batch import approve_batch
from lienthong.procedures.actions.import_procedures import import_procedures
from lienthong.procedures.actions.return_version import return_version
from lienthong.procedures.batches import words_of_batch
from lienthong.procedures.imports.sheet import template_workbook
from lienthong.procedures.models import Batch, Procedure
from lienthong.procedures.tests.factories import ROW, let_out, make_version, workbook

pytestmark = pytest.mark.django_db
SAID = {"file_name": "tthc.xlsx", "decision": "812/QĐ-UBND", "dated": date(2026, 3, 2)}
OTHER = ROW | {"Mã thủ tục": "2.000635", "Tên thủ tục": "Cấp bản sao trích lục hộ tịch"}


@pytest.fixture
def people(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return cast()


def test_a_dry_run_changes_nothing(people):
    report = import_procedures(people.member, workbook(ROW, OTHER), **SAID)
    assert [outcome.sentence for outcome in report.outcomes] == [
        "Thêm 1.000894: Đăng ký kết hôn.",
        "Thêm 2.000635: Cấp bản sao trích lục hộ tịch.",
    ]
    assert not Procedure.objects.exists()
    assert not Batch.objects.exists()
    assert not Event.objects.filter(kind__startswith="procedures").exists()


def test_the_batch_names_its_decision_and_who_approved_it(people):
    batch = import_procedures(people.member, workbook(ROW, OTHER), **SAID, apply=True).batch
    assert not Procedure.objects.public(people.office.pk).exists()
    assert WorkItem.objects.open().filter(position=people.leader.position).count() == 1
    for actor in (people.member, people.unit_head):
        with pytest.raises(NotAllowed):
            approve_batch(actor, batch, seen=words_of_batch(batch))
    assert approve_batch(people.leader, batch, seen=words_of_batch(batch)) == 2
    batch.refresh_from_db()
    assert batch.approved_by == people.leader.position
    version = Procedure.objects.public(people.office.pk).get(code="1.000894").current
    assert (version.decision, version.decided_on, version.valid_from) == ("812/QĐ-UBND", SAID["dated"], SAID["dated"])
    assert [paper["form"] for paper in version.papers] == ["bản chính", "xuất trình"]
    assert version.step_lines == ["Nộp hồ sơ", "Cùng ký"]
    assert not WorkItem.objects.open().exists()


def test_the_one_who_imported_does_not_approve(people):
    batch = import_procedures(people.coordinator, workbook(ROW), **SAID, apply=True).batch
    assert not abilities_for(people.coordinator, batch).approve
    with pytest.raises(NotAllowed):
        approve_batch(people.coordinator, batch, seen=words_of_batch(batch))


def test_what_was_returned_stays_out_and_what_changed_is_read_again(people):
    batch = import_procedures(people.member, workbook(ROW, OTHER), **SAID, apply=True).batch
    before = words_of_batch(batch)
    return_version(people.leader, batch.versions.get(procedure__code="2.000635"), reason="Sai thời hạn")
    with pytest.raises(Refused, match="đã đổi"):
        approve_batch(people.leader, batch, seen=before)
    assert approve_batch(people.leader, batch, seen=words_of_batch(batch)) == 1
    with pytest.raises(NotAllowed):
        approve_batch(people.leader, batch, seen=words_of_batch(batch))


def test_a_second_import_says_what_changes_and_leaves_the_rest(people):
    batch = import_procedures(people.member, workbook(ROW, OTHER), **SAID, apply=True).batch
    approve_batch(people.leader, batch, seen=words_of_batch(batch))
    report = import_procedures(people.member, workbook(ROW | {"Thời hạn": "02 ngày"}, OTHER), **SAID, apply=True)
    assert [outcome.sentence for outcome in report.outcomes] == [
        "Sửa 1.000894: Thời hạn giải quyết.",
        "2.000635: không đổi.",
    ]
    assert report.batch.versions.count() == 1
    with pytest.raises(Refused, match="không có gì để ghi"):
        import_procedures(people.member, workbook(OTHER), **SAID, apply=True)


@pytest.mark.parametrize(
    ("row", "cell", "says"),
    [
        (ROW | {"Thời hạn": None}, "Thủ tục!K2", "Thiếu “Thời hạn”"),
        (ROW | {"Cấp thực hiện": "Cấp thôn"}, "Thủ tục!D2", "không có trong"),
        (ROW | {"Mức độ trực tuyến": "Toàn trình"}, "Thủ tục!P2", "cần đường dẫn"),
        (ROW | {"Thành phần hồ sơ": "Tờ khai | bản chính | 1 | Lạ"}, "Thủ tục!H2", "không phải câu trả lời"),
        (ROW | {"Áp dụng từ": "hôm nay"}, "Thủ tục!Q2", "không phải ngày"),
    ],
)
def test_a_problem_has_its_cell_and_stops_everything(people, row, cell, says):
    report = import_procedures(people.member, workbook(row, OTHER), **SAID, apply=True)
    assert [(problem.cell, says in problem.sentence) for problem in report.problems] == [(cell, True)]
    assert not Procedure.objects.exists()


def test_a_code_twice_and_a_version_under_way_are_problems(people):
    let_out(make_version(people, code="1.000894"), people.member, people.leader)
    make_version(people, code="2.000635")
    report = import_procedures(people.member, workbook(ROW, ROW, OTHER), **SAID)
    assert ["hai dòng" in report.problems[0].sentence, "chưa duyệt" in report.problems[1].sentence] == [True, True]


@pytest.mark.parametrize("content", [b"", b"khong phai bang tinh", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_another_file_is_refused_with_a_sentence(people, content):
    with pytest.raises(Refused):
        import_procedures(people.member, content, **SAID)


def test_the_template_has_every_column():
    page = load_workbook(BytesIO(template_workbook()))["Thủ tục"]
    assert [cell.value for cell in page[1]][:3] == ["Mã thủ tục", "Tên thủ tục", "Lĩnh vực"]


def test_the_pages_of_an_import(people, client):
    sign_in(client, people.member)
    page = client.get(reverse("procedures:import"))
    assert page.status_code == 200
    sent = {"decision": SAID["decision"], "dated": "2026-03-02"}
    refused = client.post(reverse("procedures:import"), sent | {"file": SimpleUploadedFile("a.xlsx", b"gi do")})
    assert "không phải bảng tính" in refused.text
    assert 'value="812/QĐ-UBND"' in refused.text
    tried = client.post(reverse("procedures:import"), sent | {"file": SimpleUploadedFile("a.xlsx", workbook(ROW))})
    assert "Thêm 1.000894" in tried.text
    done = client.post(reverse("procedures:import"), {"key": tried.context["key"]}, follow=True)
    assert "người khác duyệt" in done.text
    batch = Batch.objects.get()
    sign_in(client, people.leader)
    page = client.get(reverse("procedures:batch", args=[batch.pk]))
    assert "Cùng ký" in page.text
    done = client.post(
        reverse("procedures:approve_batch", args=[batch.pk]), {"seen": page.context["seen"]}, follow=True
    )
    assert "Đã duyệt công khai 1 thủ tục." in done.text
    gone = client.post(reverse("procedures:import"), {"key": "lau-roi"}, follow=True)
    assert "quá một giờ" in gone.text
