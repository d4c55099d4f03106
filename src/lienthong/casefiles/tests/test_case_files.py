"""Case files: what they hold and for whom, how they are closed and handed over, and what leaves as files."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree

from lienthong.audit.service import history_of
from lienthong.casefiles.actions.add_document import add_document
from lienthong.casefiles.actions.change_case import change_case
from lienthong.casefiles.actions.close_case import close_case
from lienthong.casefiles.actions.hand_over_case import hand_over_case
from lienthong.casefiles.actions.leave_out import leave_out
from lienthong.casefiles.actions.reopen_case import reopen_case
from lienthong.casefiles.actions.take_back import take_back
from lienthong.casefiles.gathering import Changes, behind, changes_in, current_pieces, pieces_of
from lienthong.casefiles.models import CaseExport, CaseFile
from lienthong.casefiles.tasks import delete_expired_exports
from lienthong.casefiles.tests.factories import Worked, exported, make_case, worked_plan
from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.plans.service import Work, report_progress
from lienthong.plans.tests.factories import make_out_of_scope, make_plan
from lienthong.registry.service import register_incoming, register_outgoing
from lienthong.registry.tests.factories import plan_text, read_document
from lienthong.reports.tests.factories import make_quarter_report

PAPER = (Path(__file__).resolve().parents[4] / "samples" / "04-ke-hoach-xa.pdf").read_bytes()
ROLES = [
    "clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader", "supervisor",
    "administrator",
]  # fmt: skip


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


@pytest.fixture
def worked(people: Cast) -> Worked:
    order = read_document(people.clerk, PAPER)
    return worked_plan(people, register_incoming(people.clerk, order, arrived_on=timezone.localdate()))


def kinds(actor: Actor, subject: object) -> list[str]:
    return [item.kind for item in behind(actor, subject)]  # type: ignore[arg-type]


def text_of(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def changes_since(actor: Actor, case: CaseFile) -> Changes:
    return changes_in(case, current_pieces(actor, case, behind(actor, case.subject)))


class TestWhatIsBehind:
    def test_everything_in_time_order(self, people: Cast, worked: Worked) -> None:
        items = behind(people.coordinator, worked.plan)
        assert {"Văn bản đến", "Kế hoạch", "Nhiệm vụ", "Việc đã làm, minh chứng"} <= {item.kind for item in items}
        assert [item.at for item in items] == sorted(item.at for item in items)
        work = next(item for item in items if item.key == key_of(worked.evidence.work))
        assert [file.name for file in work.files] == ["anh-hop-thon.jpg"]
        assert "12/BB-UBND" in work.text

    def test_a_document_leads_to_the_same_plan(self, people: Cast, worked: Worked) -> None:
        assert "Việc đã làm, minh chứng" in kinds(people.coordinator, worked.order)

    def test_a_report_holds_the_work_of_its_days_alone(self, people: Cast, worked: Worked) -> None:
        report = make_quarter_report(people)
        today = timezone.localdate()
        works = worked.evidence.work
        inside = min(max(today, report.starts_on), report.ends_on)
        Work.objects.filter(pk=works.pk).update(done_on=inside)
        assert key_of(works) in {item.key for item in behind(people.coordinator, report)}
        Work.objects.filter(pk=works.pk).update(done_on=report.starts_on - timedelta(days=1))
        assert key_of(works) not in {item.key for item in behind(people.coordinator, report)}

    def test_a_supervisor_does_not_see_what_the_office_received(self, people: Cast, worked: Worked) -> None:
        seen = kinds(people.supervisor, worked.plan)
        assert "Việc đã làm, minh chứng" in seen
        assert "Văn bản đến" not in seen
        assert "Phiếu giải quyết" not in seen
        assert "Dự thảo" not in seen

    def test_a_line_outside_the_tool_has_its_text_alone(self, people: Cast, worked: Worked) -> None:
        line = make_out_of_scope(people, worked.plan)
        item = next(item for item in behind(people.coordinator, worked.plan) if item.key == key_of(line))
        assert "Ngoài phạm vi công cụ." in item.text
        assert "Chờ tiếp nhận" not in item.text

    @pytest.mark.parametrize("role", ROLES)
    def test_rights_and_list_agree(self, people: Cast, worked: Worked, role: str) -> None:
        actor = getattr(people, role)
        for subject in (worked.plan, worked.order, make_quarter_report(people)):
            case = make_case(people, subject, notation=subject._meta.model_name[:20])
            listed = CaseFile.objects.visible_to(actor).filter(pk=case.pk).exists()
            assert abilities_for(actor, case).see == listed
            if role in ("coordinator", "leader", "clerk", "reader"):
                assert listed
            if role in ("administrator", "hamlet_head"):
                assert not listed

    def test_another_commune_sees_nothing(self, people: Cast, worked: Worked) -> None:
        case, other = make_case(people, worked.plan), cast()
        assert not CaseFile.objects.visible_to(other.coordinator).exists()
        assert behind(other.coordinator, worked.plan) == []
        with pytest.raises(NotAllowed):
            close_case(other.coordinator, case)


class TestCaseFile:
    def test_a_code_is_given_once(self, people: Cast, worked: Worked) -> None:
        case = make_case(people, worked.plan)
        assert case.code == "2026.01.VHXH"
        with pytest.raises(Refused, match="đã dùng"):
            make_case(people, worked.plan)
        assert [event.kind for event in history_of(case)] == ["casefiles.casefile.opened"]

    def test_a_supervisor_opens_none(self, people: Cast, worked: Worked) -> None:
        from lienthong.casefiles.actions.open_case import open_case
        from lienthong.casefiles.tests.factories import VALUES

        with pytest.raises(NotAllowed):
            open_case(people.supervisor, worked.plan, values=VALUES)

    def test_pieces_come_and_go_with_a_reason(self, people: Cast, worked: Worked) -> None:
        case = make_case(people, worked.plan)
        other = read_document(people.clerk, plan_text("/KH-UBND"), direction="out")
        other = register_outgoing(people.clerk, other)
        with pytest.raises(Refused, match="vì sao"):
            add_document(people.coordinator, case, other, reason=" ")
        add_document(people.coordinator, case, other, reason="cùng công việc")
        assert key_of(other) in {item.key for item in pieces_of(people.coordinator, case)}
        with pytest.raises(Refused, match="đã có"):
            add_document(people.coordinator, case, other, reason="lần nữa")
        with pytest.raises(Refused, match="vì sao"):
            leave_out(people.coordinator, case, key_of(worked.order), reason="")
        left = leave_out(people.coordinator, case, key_of(worked.order), reason="bản trùng")
        assert key_of(worked.order) not in {item.key for item in pieces_of(people.coordinator, case)}
        take_back(people.coordinator, left)
        assert key_of(worked.order) in {item.key for item in pieces_of(people.coordinator, case)}

    def test_closed_it_keeps_its_list_and_tells_what_differs(self, people: Cast, worked: Worked) -> None:
        case = close_case(people.coordinator, make_case(people, worked.plan))
        assert case.frozen
        assert all(len(row["hash"]) == 64 for row in case.frozen)
        assert case.ends_on is not None
        assert not changes_since(people.coordinator, case)
        share = worked.plan.assignments.get().shares.get(part="lead")
        report_progress(people.unit_head, share, text="Đã phát thêm một bản tin", percent=50)
        worked.evidence.work.evidence.filter(kind="minutes").update(number="13/BB-UBND")
        changes = changes_since(people.coordinator, case)
        assert [item.kind for item in changes.came] == ["Tiến độ"]
        assert [item.key for item in changes.changed] == [key_of(worked.evidence.work)]
        assert "Tiến độ" not in {item.kind for item in pieces_of(people.coordinator, case)}
        with pytest.raises(Refused):
            change_case(people.coordinator, case, values={"title": "Khác"})

    def test_a_member_files_and_who_reads_everything_closes(self, people: Cast, worked: Worked) -> None:
        case = make_case(people, worked.plan)
        change_case(people.member, case, values={"keywords": "loa"})
        with pytest.raises(NotAllowed, match="kết thúc"):
            close_case(people.member, case)

    def test_opened_again_and_handed_over(self, people: Cast, worked: Worked) -> None:
        today = timezone.localdate()
        case = close_case(people.coordinator, make_case(people, worked.plan))
        with pytest.raises(Refused, match="vì sao"):
            reopen_case(people.coordinator, case, reason="")
        case = reopen_case(people.coordinator, case, reason="thiếu biên bản")
        assert case.frozen is None
        with pytest.raises(Refused):
            hand_over_case(people.clerk, case, receiver="Lưu trữ cơ quan", minutes_number="1", handed_on=today)
        case = close_case(people.coordinator, case)
        with pytest.raises(Refused, match="sau hôm nay"):
            hand_over_case(
                people.clerk, case, receiver="Lưu trữ", minutes_number="1", handed_on=today + timedelta(days=1)
            )
        case = hand_over_case(people.clerk, case, receiver="Lưu trữ cơ quan", minutes_number="01/BB", handed_on=today)
        assert case.state == "handed_over"
        with pytest.raises(Refused):
            reopen_case(people.coordinator, case, reason="muộn rồi")


class TestExport:
    def test_the_pdf_has_contents_pages_and_bookmarks_that_agree(self, people: Cast, worked: Worked) -> None:
        export = exported(people.coordinator, make_case(people, worked.plan))
        data = export.pdf.read()
        pages = text_of(data)
        bookmarks = {mark.get_title(): mark.get_dest().get_index() for mark in pypdfium2.PdfDocument(data).get_toc()}
        assert export.items + 2 == len(bookmarks)  # the pieces, the contents, the history
        contents = " ".join(pages[1:3])
        for title, index in bookmarks.items():
            if title[0].isdigit():
                number = title.split(".")[0]
                assert f"{index + 1}" in contents
                assert title.split(": ", 1)[1][:20] in pages[index].replace("\r\n", " "), number
        assert any("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page for page in pages)
        assert any("tiếp nhận việc" in page for page in pages[-3:])

    def test_the_zip_holds_every_file_as_it_came(self, people: Cast, worked: Worked) -> None:
        export = exported(people.coordinator, worked.plan)
        with zipfile.ZipFile(io.BytesIO(export.zip.read())) as archive:
            names = archive.namelist()
            assert {"ho-so.pdf", "ho-so.xml"} <= set(names)
            assert PAPER in [archive.read(name) for name in names if name.startswith("tep/")]
            assert any(name.endswith("anh-hop-thon.jpg") for name in names)

    def test_the_xml_uses_the_names_of_the_annex(self, people: Cast, worked: Worked) -> None:
        case = make_case(people, worked.plan, title="Hồ sơ " + "x" * 490)
        root = etree.fromstring(exported(people.coordinator, case).xml.read())
        head = [element.tag for element in root.find("File")]
        assert head == [
            "FileCode", "Title", "Maintenance", "Rights", "Creator", "Language", "StartDate", "EndDate", "DocTotal",
            "PageTotal", "Description",
        ]  # fmt: skip
        assert root.findtext("File/FileCode/FileNotation") == "01.VHXH"
        documents = root.findall("Documents/Document")
        assert root.findtext("File/DocTotal") == str(len(documents))
        assert [one.findtext("DocOrdinal") for one in documents] == [str(n + 1) for n in range(len(documents))]
        order = next(one for one in documents if one.findtext("ArrivalNumber"))
        assert order.findtext("ArrivalNumber") == str(worked.order.register_number)
        assert order.findtext("Attachment/Sha256")
        assert len(root.findtext("File/Title")) <= 500

    def test_missing_and_changed_files_are_told(self, people: Cast, worked: Worked) -> None:
        paper = worked.order.files.get()
        paper.stored.storage.delete(paper.stored.name)
        with worked.evidence.stored.open("ab") as opened:
            opened.write(b"x")
        export = exported(people.coordinator, worked.plan)
        contents = " ".join(text_of(export.pdf.read())[:3]).replace("\r\n", " ")
        assert "Không còn tệp này trên máy chủ." in contents
        assert "Tệp đã khác so với khi đưa vào hệ thống." in contents
        assert export.remarks == 2
        with zipfile.ZipFile(io.BytesIO(export.zip.read())) as archive:
            kept = [name for name in archive.namelist() if name.startswith("tep/")]
            assert [name.split("-", 2)[2] for name in kept] == ["anh-hop-thon.jpg"]

    def test_a_broken_pdf_stops_nothing(self, people: Cast, worked: Worked) -> None:
        paper = worked.order.files.get()
        with paper.stored.open("wb") as opened:
            opened.write(b"%PDF-1.7 broken")
        export = exported(people.coordinator, worked.plan)
        assert "Không chèn được vào PDF" in " ".join(text_of(export.pdf.read())).replace("\r\n", " ")

    def test_a_supervisor_takes_away_only_what_he_sees(self, people: Cast, worked: Worked) -> None:
        case = make_case(people, worked.plan)
        export = exported(people.supervisor, case)
        text = " ".join(text_of(export.pdf.read()))
        assert "Phát bản tin số 1" in text
        assert "Văn bản đến" not in text
        assert not CaseExport.objects.visible_to(people.coordinator).filter(pk=export.pk).exists()
        event = history_of(case).last()
        assert event is not None
        assert event.kind == "casefiles.export.asked"
        assert event.actor == people.supervisor.stamp.key

    def test_files_are_fetched_by_who_asked_and_go_in_time(self, people: Cast, worked: Worked, client: Client) -> None:
        export = exported(people.supervisor, worked.plan)
        address = reverse("casefiles:export_file", args=[export.pk, "zip"])
        assert sign_in(client, people.supervisor).get(address).status_code == 200
        assert sign_in(client, people.leader).get(address).status_code == 404
        path = Path(export.zip.path)
        assert delete_expired_exports() == 0
        CaseExport.objects.update(expires_at=timezone.now())
        assert sign_in(client, people.supervisor).get(address).status_code == 404
        assert delete_expired_exports() == 1
        assert not path.exists()

    def test_a_position_that_ended_gets_nothing(self, people: Cast, worked: Worked) -> None:
        from lienthong.casefiles.actions.ask_export import ask_export
        from lienthong.casefiles.making import make_export

        export = ask_export(people.supervisor, worked.plan)
        position = people.supervisor.own_position
        position.valid_to = timezone.localdate() - timedelta(days=1)
        position.save()
        with pytest.raises(PermissionError):
            make_export(export)


class TestPages:
    def test_from_the_plan_to_the_files(self, people: Cast, worked: Worked, client: Client) -> None:
        desk = sign_in(client, people.coordinator)
        page = desk.get(reverse("casefiles:behind", args=["ke-hoach", worked.plan.pk]))
        assert "Phát bản tin số 1" in page.content.decode()
        form = reverse("casefiles:open", args=["ke-hoach", worked.plan.pk])
        assert "01.VHXH" in desk.get(form).content.decode()
        values = {
            "title": "Hồ sơ kế hoạch", "year": "2026", "notation": "01.VHXH", "maintenance": "20 năm",
            "rights": "Hạn chế", "language": "Tiếng Việt", "starts_on": "2026-03-01", "ends_on": "2026-02-01",
        }  # fmt: skip
        refused = desk.post(form, values)
        assert "không thể trước thời gian bắt đầu" in refused.content.decode()
        assert "Hồ sơ kế hoạch" in refused.content.decode()
        assert desk.post(form, values | {"ends_on": ""}).status_code == 302
        case = CaseFile.objects.get()
        text = desk.get(reverse("casefiles:case", args=[case.pk])).content.decode()
        assert "2026.01.VHXH" in text
        assert desk.post(form, values | {"ends_on": ""}).status_code == 200
        assert desk.get(reverse("casefiles:cases")).status_code == 200

    def test_who_reads_from_outside_sees_no_sentence_about_hidden_pieces(
        self, people: Cast, worked: Worked, client: Client
    ) -> None:
        case = make_case(people, worked.plan)
        leave_out(people.coordinator, case, key_of(worked.order), reason="lý do riêng của cơ quan")
        address = reverse("casefiles:case", args=[case.pk])
        assert "lý do riêng của cơ quan" in sign_in(client, people.coordinator).get(address).content.decode()
        assert "lý do riêng của cơ quan" not in sign_in(client, people.supervisor).get(address).content.decode()

    def test_a_plan_of_others_is_not_there(self, people: Cast, client: Client) -> None:
        other = make_plan(cast())
        address = reverse("casefiles:behind", args=["ke-hoach", other.pk])
        assert sign_in(client, people.coordinator).get(address).status_code == 404
