"""From the first heading to assignments: each act allowed, refused, and what it leaves."""

import io

import docx
import pytest
import vanban
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.drafting.actions.approve_draft import approve_draft
from lienthong.drafting.actions.attach_signed import attach_signed
from lienthong.drafting.actions.begin_draft import begin_draft
from lienthong.drafting.actions.carry_out_draft import carry_out_draft
from lienthong.drafting.actions.come_back import come_back
from lienthong.drafting.actions.decide_change import decide_change
from lienthong.drafting.actions.drop_draft import drop_draft
from lienthong.drafting.actions.give_up_number import give_up_number
from lienthong.drafting.actions.issue_draft import issue_draft
from lienthong.drafting.actions.number_draft import number_draft
from lienthong.drafting.actions.remove_task import remove_task
from lienthong.drafting.actions.reopen_draft import reopen_draft
from lienthong.drafting.actions.return_draft import return_draft
from lienthong.drafting.actions.submit_draft import submit_draft
from lienthong.drafting.actions.withdraw_draft import withdraw_draft
from lienthong.drafting.actions.write_section import write_section
from lienthong.drafting.actions.write_task import write_task
from lienthong.drafting.beginnings import FORMS
from lienthong.drafting.content import content_of, docx_of
from lienthong.drafting.coverage import coverage_of
from lienthong.drafting.issued import differences
from lienthong.drafting.models import Draft, DraftChange, DraftTask
from lienthong.drafting.printing import printed, printed_number_of
from lienthong.drafting.tests.factories import SUBJECT, TASK, approved, make_draft, numbered, word_file
from lienthong.drafting.writing import Overtaken
from lienthong.inbox.service import Notice, WorkItem
from lienthong.jobs.service import claim_and_run
from lienthong.organisations.service import Actor, Role, SigningAuthority
from lienthong.organisations.tests.factories import Cast, PositionFactory, cast, sign_in
from lienthong.plans.service import Assignment, Plan
from lienthong.registry.service import (
    Direction,
    OfficialDocument,
    confirmed_outline,
    open_series,
    printed_duties,
    read_file,
    register_incoming,
    register_outgoing,
)
from lienthong.registry.tests.factories import plan_text, read_document, registered_order

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def order_from_above(people: Cast) -> OfficialDocument:
    document = read_document(people.clerk, plan_text())
    register_incoming(people.clerk, document, arrived_on=document.created_at.date())
    document.refresh_from_db()
    return document


def signed_file(draft: Draft, **changes: str) -> bytes:
    """The file with number and day, as it comes back signed; ``changes`` replace words in it."""
    content, head = printed(draft)
    word = docx.Document(io.BytesIO(docx_of(content, **head)))
    for paragraph in word.paragraphs:
        for run in paragraph.runs:
            for old, new in changes.items():
                run.text = run.text.replace(old.replace("_", " "), new)
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def attached(people: Cast, **changes: str) -> Draft:
    draft = numbered(people)
    draft = attach_signed(people.clerk, draft, word_file(signed_file(draft, **changes), "ban-ky.docx"))
    assert draft.document is not None
    claim_and_run(draft.document.files.get(), read_file)
    draft.document.refresh_from_db()
    return draft


LETTER = """ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   XÃ MINH HÒA                     Độc lập - Tự do - Hạnh phúc

Số: 01/UBND-VHXH                  Minh Hòa, ngày 10 tháng 3 năm 2025
V/v tổng vệ sinh đường làng

Kính gửi: Các thôn trên địa bàn xã

Để chuẩn bị ngày hội của xã, Ủy ban nhân dân xã đề nghị các thôn tổng vệ sinh đường làng trong tuần tới.

Nơi nhận:                                      CHỦ TỊCH
- Như trên;
- Lưu: VT.                                     Nguyễn Văn A
"""

URGING = """SỞ NỘI VỤ                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                               Độc lập - Tự do - Hạnh phúc

Số: 44/SNV-CCHC                Minh Giang, ngày 05 tháng 3 năm 2025
V/v đôn đốc báo cáo

Kính gửi: Ủy ban nhân dân các xã, phường

Sở Nội vụ đề nghị Ủy ban nhân dân các xã, phường thực hiện các nội dung sau:
1. Gửi báo cáo năm 2025 về Sở Nội vụ trước ngày 30/11/2025.
2. Rà soát các nhiệm vụ quá hạn, nêu lý do và thời hạn hoàn thành mới.

Nơi nhận:                                      GIÁM ĐỐC
- Như trên;
- Lưu: VT.                                     Nguyễn Văn A
"""


class TestBeginning:
    def test_an_empty_plan_has_the_sections_of_its_kind(self, people: Cast) -> None:
        draft = begin_draft(people.member, type="kế hoạch", subject=SUBJECT)
        assert [section.title for section in draft.sections.filter(level=1)][:2] == ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG"]
        assert draft.symbol == "KH-UBND"
        assert history_of(draft).last().kind == "drafting.draft.begun"

    def test_the_outline_from_above_is_marked_with_its_origin(self, people: Cast) -> None:
        order = order_from_above(people)
        draft = begin_draft(people.coordinator, type="kế hoạch", subject=SUBJECT, parent=order)
        section = draft.sections.get()
        task = section.tasks.get()
        assert (section.title, section.origin, task.origin) == ("NHIỆM VỤ", order, order)
        assert task.lead == ""
        assert "12/KH-UBND" in draft.bases
        assert order.files.get().text[task.origin_start : task.origin_end].split() == task.text.split() or task.text

    def test_an_order_without_headings_gives_its_duties_to_the_form(self, people: Cast) -> None:
        order = registered_order(people, URGING)
        draft = begin_draft(people.coordinator, type="kế hoạch", subject=SUBJECT, parent=order)
        assert not confirmed_outline(order)
        assert [section.title for section in draft.sections.all()] == [title for _level, title in FORMS["kế hoạch"]]
        assert draft.sections.get(title="NHIỆM VỤ").tasks.count() == len(printed_duties(order).units) > 0
        answer = begin_draft(people.coordinator, type="công văn", subject=SUBJECT, parent=order)
        assert [section.tasks.count() for section in answer.sections.all()] == [0]

    def test_an_own_letter_gives_its_words(self, people: Cast) -> None:
        letter = read_document(people.clerk, LETTER, direction=Direction.OUTGOING)
        register_outgoing(people.clerk, letter)
        letter.refresh_from_db()
        draft = begin_draft(people.coordinator, type="công văn", subject=SUBJECT, like=letter)
        text = "\n".join(section.text for section in draft.sections.all())
        assert "đề nghị các thôn" in text
        assert "CỘNG HÒA" not in text
        assert "Nơi nhận" not in text

    def test_a_document_that_one_may_not_see_is_no_beginning(self, people: Cast) -> None:
        order = order_from_above(people)
        with pytest.raises(NotAllowed):
            begin_draft(people.member, type="kế hoạch", subject=SUBJECT, parent=order)
        with pytest.raises(NotAllowed):
            begin_draft(people.reader, type="kế hoạch", subject=SUBJECT)
        with pytest.raises(Refused, match="trích yếu"):
            begin_draft(people.clerk, type="kế hoạch", subject=" ")

    def test_what_the_order_asks_and_the_draft_lacks_is_shown(self, people: Cast) -> None:
        draft = begin_draft(people.coordinator, type="kế hoạch", subject=SUBJECT, parent=order_from_above(people))
        before = coverage_of(draft)
        assert before is not None
        assert before.missing == []
        remove_task(people.coordinator, DraftTask.objects.get(section__draft=draft))
        after = coverage_of(draft)
        assert after is not None
        assert [row.unit.text for row in after.missing] == ["Mở chuyên mục trên đài truyền thanh"]
        assert (after.taken, after.total) == (before.total - 1, before.total)


class TestWriting:
    def test_two_who_write_at_once_lose_nothing(self, people: Cast) -> None:
        draft = make_draft(people)
        section = draft.sections.first()
        write_section(people.member, section, values={"text": "Bản của người thứ nhất"}, seen=section.version)
        with pytest.raises(Overtaken):
            write_section(people.coordinator, section, values={"text": "Bản của người thứ hai"}, seen=section.version)
        section.refresh_from_db()
        assert section.text == "Bản của người thứ nhất"

    def test_the_form_keeps_what_was_typed_and_saves_it_the_second_time(self, people: Cast, client: Client) -> None:
        section = make_draft(people).sections.first()
        write_section(people.member, section, values={"text": "Bản kia"}, seen=section.version)
        sign_in(client, people.coordinator)
        url = reverse("drafting:section", args=[section.pk])
        typed = {"title": section.title, "level": "1", "text": "Bản của tôi", "seen": section.version}
        page = client.post(url, typed).content.decode()
        assert "Bản của tôi" in page
        assert "Người khác vừa sửa" in page
        section.refresh_from_db()
        assert client.post(url, typed | {"seen": section.version}).status_code == 302
        section.refresh_from_db()
        assert section.text == "Bản của tôi"

    def test_nothing_is_written_after_submission(self, people: Cast) -> None:
        draft = submit_draft(people.coordinator, make_draft(people))
        section = draft.sections.first()
        with pytest.raises(Refused):
            write_section(people.coordinator, section, values={"text": "x"}, seen=section.version)

    def test_another_office_sees_no_draft(self, people: Cast, client: Client) -> None:
        draft = make_draft(people)
        for role in ("reader", "hamlet_head", "supervisor", "administrator"):
            assert not Draft.objects.visible_to(getattr(people, role)).filter(pk=draft.pk).exists()
        sign_in(client, people.reader)
        assert client.get(reverse("drafting:draft", args=[draft.pk])).status_code == 404


class TestWordFile:
    def test_the_file_passes_the_rules_of_form(self, people: Cast) -> None:
        content, head = printed(make_draft(people))
        findings = vanban.check(docx_of(content, **head)).findings
        assert {finding.rule for finding in findings} <= {"number-blank", "date-blank"}

    def test_the_untouched_file_brings_no_change(self, people: Cast) -> None:
        draft = make_draft(people)
        assert come_back(people.coordinator, draft, word_file(docx_of(content_of(draft)))) == []

    def test_changes_come_one_by_one(self, people: Cast) -> None:
        draft = make_draft(people)
        word = docx.Document(io.BytesIO(docx_of(content_of(draft))))
        for paragraph in word.paragraphs:
            if paragraph.text.startswith("Nâng cao nhận thức"):
                paragraph.runs[0].text = "Nâng cao nhận thức và kỹ năng của người dân."
        table = next(table for table in word.tables if "Nhiệm vụ" in table.rows[0].cells[1].text)
        table.rows[1].cells[2].paragraphs[0].runs[0].text = "Trung tâm Dịch vụ sự nghiệp công"
        data = io.BytesIO()
        word.save(data)
        changes = come_back(people.coordinator, draft, word_file(data.getvalue()))
        assert [(change.kind, change.field) for change in changes] == [("changed", "text"), ("changed", "lead")]
        with pytest.raises(Refused, match="chưa quyết định"):
            submit_draft(people.coordinator, draft)
        decide_change(people.coordinator, changes[0], take=True)
        decide_change(people.coordinator, changes[1], take=False)
        assert draft.sections.first().text.splitlines()[0] == "Nâng cao nhận thức và kỹ năng của người dân"
        assert DraftTask.objects.get(section__draft=draft).lead == TASK["lead"]
        assert not draft.changes.filter(state=DraftChange.State.WAITING).exists()

    def test_a_line_that_begins_like_a_basis_is_not_lost(self, people: Cast) -> None:
        draft = make_draft(people)
        first = draft.sections.first()
        text = "Thực hiện đúng tiến độ\nNâng cao nhận thức của người dân"
        first = write_section(people.coordinator, first, values={"text": text}, seen=first.version)
        edited = docx_of(content_of(draft))
        write_section(
            people.coordinator, first, values={"text": "Thực hiện đúng tiến độ\nViệc khác"}, seen=first.version
        )
        [change] = come_back(people.coordinator, draft, word_file(edited))
        decide_change(people.coordinator, change, take=True)
        assert draft.sections.first().text == text

    def test_what_is_no_document_gets_a_sentence(self, people: Cast) -> None:
        with pytest.raises(Refused, match="rỗng"):
            come_back(people.coordinator, make_draft(people), word_file(b" "))


class TestApproving:
    def test_the_last_editor_never_approves(self, people: Cast) -> None:
        draft = make_draft(people)
        task = DraftTask.objects.get(section__draft=draft)
        write_task(people.leader, task, values={"when": "Quý I/2026"}, seen=task.version)
        submit_draft(people.coordinator, draft)
        with pytest.raises(Refused, match="người khác duyệt"):
            approve_draft(people.leader, draft)

    def test_nor_does_he_in_another_of_his_positions(self, people: Cast) -> None:
        draft = submit_draft(people.coordinator, make_draft(people))
        user = people.coordinator.user
        leading = PositionFactory(user=user, body=people.office, title="Phó Chủ tịch", role=Role.LEADER)
        with pytest.raises(Refused, match="người khác duyệt"):
            approve_draft(Actor(user, leading), draft)

    def test_only_a_leader_decides_and_says_why_he_returns_it(self, people: Cast) -> None:
        draft = submit_draft(people.coordinator, make_draft(people))
        assert WorkItem.objects.open().get(position=people.leader.position).kind == "decide"
        with pytest.raises(NotAllowed):
            approve_draft(people.coordinator, draft)
        with pytest.raises(Refused, match="cần sửa gì"):
            return_draft(people.leader, draft, reason=" ")
        draft = return_draft(people.leader, draft, reason="Ghi rõ kinh phí")
        assert (draft.state, draft.reason) == ("returned", "Ghi rõ kinh phí")
        assert WorkItem.objects.open().get().position == people.coordinator.position

    def test_who_may_no_longer_sign_is_refused(self, people: Cast) -> None:
        draft = submit_draft(people.coordinator, make_draft(people))
        SigningAuthority.objects.update(valid_to="2020-01-01")
        with pytest.raises(Refused, match="không còn thẩm quyền"):
            approve_draft(people.leader, draft)

    def test_a_mandate_is_needed_for_tuq(self, people: Cast) -> None:
        draft = make_draft(people)
        SigningAuthority.objects.filter(pk=draft.signing_id).update(form="TUQ.")
        draft.refresh_from_db()
        with pytest.raises(Refused, match="ủy quyền"):
            submit_draft(people.coordinator, draft)

    def test_what_was_approved_is_frozen_until_it_is_opened_again(self, people: Cast) -> None:
        draft = approved(people)
        assert draft.approved == content_of(draft)
        with pytest.raises(Refused, match="lý do"):
            reopen_draft(people.leader, draft, reason="")
        draft = reopen_draft(people.leader, draft, reason="Sai tên đơn vị")
        assert (draft.state, draft.approved) == ("writing", None)


class TestIssuing:
    def test_a_number_is_held_and_a_given_up_one_is_explained(self, people: Cast) -> None:
        draft = number_draft(people.clerk, approved(people))
        assert printed_number_of(draft) == "01/KH-UBND"
        with pytest.raises(NotAllowed):
            give_up_number(people.coordinator, draft, reason="x")
        held = draft.held
        assert held is not None
        draft = give_up_number(people.clerk, draft, reason="Hoãn ban hành")
        held.refresh_from_db()
        assert (draft.state, draft.held) == ("approved", None)
        assert held.cancelled_why == "Hoãn ban hành"
        assert printed_number_of(number_draft(people.clerk, draft)) == "02/KH-UBND"

    def test_the_signed_file_says_what_was_approved(self, people: Cast) -> None:
        draft = attached(people)
        assert differences(draft) == []
        draft = issue_draft(people.clerk, draft, differences_seen=0)
        document = draft.document
        assert document is not None
        assert (document.number, document.state, document.signer_name) == (
            "01/KH-UBND",
            "issued",
            str(people.leader.user),
        )
        draft.refresh_from_db()
        assert draft.held is None

    def test_a_word_that_was_changed_before_signing_is_shown(self, people: Cast) -> None:
        draft = attached(people, nhận_thức="kiến thức")
        [one] = differences(draft)
        assert (one.approved, one.signed) == ("nhận", "kiến")
        with pytest.raises(Refused, match="đối chiếu"):
            issue_draft(people.clerk, draft, differences_seen=0)
        assert issue_draft(people.clerk, draft, differences_seen=1).state == "issued"

    def test_assignments_are_there_only_after_issue_and_point_at_their_sentence(self, people: Cast) -> None:
        draft = attached(people)
        with pytest.raises(NotAllowed):
            carry_out_draft(people.coordinator, draft, starts_on="2026-01-01", ends_on="2026-12-31")  # type: ignore[arg-type]
        assert not Assignment.objects.exists()
        draft = issue_draft(people.clerk, draft, differences_seen=0)
        sign_in(client := Client(), people.coordinator)
        answer = client.post(
            reverse("drafting:carry_out", args=[draft.pk]), {"starts_on": "2026-01-01", "ends_on": "2026-12-31"}
        )
        plan = Plan.objects.get()
        assert answer["Location"] == reverse("plans:plan", args=[plan.pk])
        assignment = plan.assignments.get()
        assert assignment.source_document == draft.document
        assert draft.document.files.get().text[assignment.source_start : assignment.source_end] == TASK["text"]
        assert assignment.shares.get().body == people.culture
        assert assignment.rrule.startswith("FREQ=MONTHLY")
        assert assignment.section.title == "NHIỆM VỤ"

    def test_an_unknown_body_stops_it_with_its_name(self, people: Cast) -> None:
        draft = make_draft(people)
        task = DraftTask.objects.get(section__draft=draft)
        write_task(people.coordinator, task, values={"lead": "Tổ Khuyến nông mới"}, seen=task.version)
        draft = number_draft(people.clerk, approve_draft(people.leader, submit_draft(people.coordinator, draft)))
        draft = attach_signed(people.clerk, draft, word_file(signed_file(draft), "ban-ky.docx"))
        claim_and_run(draft.document.files.get(), read_file)
        draft = issue_draft(people.clerk, draft, differences_seen=0)
        with pytest.raises(Refused, match="Tổ Khuyến nông mới"):
            carry_out_draft(
                people.coordinator, draft, starts_on=draft.created_at.date(), ends_on=draft.created_at.date()
            )


def test_every_page_of_a_draft_opens(people: Cast, client: Client) -> None:
    draft = make_draft(people, parent=order_from_above(people))
    sign_in(client, people.coordinator)
    section, task = draft.sections.first(), DraftTask.objects.filter(section__draft=draft).first()
    pages = [
        reverse("drafting:drafts"), reverse("drafting:begin"), reverse("drafting:draft", args=[draft.pk]),
        reverse("drafting:head", args=[draft.pk]), reverse("drafting:new_section", args=[draft.pk]),
        reverse("drafting:section", args=[section.pk]), reverse("drafting:new_task", args=[section.pk]),
        reverse("drafting:task", args=[task.pk]), reverse("drafting:changes", args=[draft.pk]),
        reverse("drafting:file", args=[draft.pk, "docx"]), reverse("drafting:file", args=[draft.pk, "pdf"]),
    ]  # fmt: skip
    assert {url: client.get(url).status_code for url in pages if client.get(url).status_code != 200} == {}


class TestStandingBack:
    def test_who_submitted_takes_it_back_and_submits_again(self, people: Cast) -> None:
        draft = submit_draft(people.coordinator, make_draft(people))
        with pytest.raises(NotAllowed):
            withdraw_draft(people.leader, draft)
        draft = withdraw_draft(people.coordinator, draft)
        assert draft.state == Draft.State.WRITING
        assert not WorkItem.objects.open().filter(position=people.leader.position, url__contains="/du-thao/").exists()
        assert submit_draft(people.coordinator, draft).state == Draft.State.SUBMITTED

    def test_a_dropped_draft_stays_with_its_reason_and_is_not_written_on(self, people: Cast) -> None:
        draft = make_draft(people)
        with pytest.raises(Refused, match="lý do"):
            drop_draft(people.coordinator, draft, reason=" ")
        draft = drop_draft(people.coordinator, draft, reason="Soạn nhầm loại")
        section = draft.sections.first()
        assert section is not None
        with pytest.raises(Refused):
            write_section(people.coordinator, section, values={"text": "thêm"}, seen=section.version)
        assert list(Draft.objects.visible_to(people.leader)) == [draft]
        assert not Draft.objects.visible_to(people.leader).under_way()
        assert "Soạn nhầm loại" in " ".join(event.sentence for event in history_of(draft))

    def test_a_submitted_draft_is_not_dropped(self, people: Cast) -> None:
        draft = submit_draft(people.coordinator, make_draft(people))
        with pytest.raises(Refused):
            drop_draft(people.coordinator, draft, reason="Thôi")

    def test_the_drafter_hears_of_approval(self, people: Cast) -> None:
        draft = approved(people)
        texts = Notice.objects.filter(position=people.coordinator.position).values_list("text", flat=True)
        assert any(draft.title in text for text in texts)


class TestPage:
    def test_what_was_saved_meanwhile_is_shown_beside_what_was_typed(self, people: Cast, client: Client) -> None:
        section = make_draft(people).sections.first()
        assert section is not None
        seen = section.version
        write_section(people.leader, section, values={"text": "Lời của người kia"}, seen=seen)
        sign_in(client, people.coordinator)
        typed = {"title": section.title, "level": 1, "text": "Lời của tôi", "seen": seen}
        page = client.post(reverse("drafting:section", args=[section.pk]), typed).content.decode()
        assert "Lời của người kia" in page
        assert "Lời của tôi" in page

    def test_words_typed_when_it_was_submitted_stay_on_the_page(self, people: Cast, client: Client) -> None:
        draft = make_draft(people)
        section = draft.sections.first()
        assert section is not None
        submit_draft(people.coordinator, draft)
        sign_in(client, people.coordinator)
        typed = {"title": section.title, "level": 1, "text": "Lời viết dở", "seen": section.version}
        answer = client.post(reverse("drafting:section", args=[section.pk]), typed)
        assert "Lời viết dở" in answer.content.decode()
        section.refresh_from_db()
        assert section.text != "Lời viết dở"

    def test_a_saved_part_is_gone_back_to(self, people: Cast, client: Client) -> None:
        section = make_draft(people).sections.first()
        assert section is not None
        sign_in(client, people.coordinator)
        typed = {"title": section.title, "level": 1, "text": "Mới", "seen": section.version}
        answer = client.post(reverse("drafting:section", args=[section.pk]), typed)
        assert answer.url.endswith(f"#phan-{section.pk}")

    def test_the_number_comes_from_the_register_that_is_chosen(self, people: Cast, client: Client) -> None:
        draft = approved(people)
        for code, last in (("", 4), ("KH", 17)):
            open_series(
                people.clerk, direction=Direction.OUTGOING, year=timezone.localdate().year, last_number=last, code=code
            )
        sign_in(client, people.clerk)
        page = client.get(reverse("drafting:draft", args=[draft.pk])).content.decode()
        assert page.index('value="KH"') < page.index('<option value="">')
        client.post(reverse("drafting:step", args=[draft.pk, "cap-so"]), {"code": "KH"})
        draft.refresh_from_db()
        assert printed_number_of(draft) == "18/KH-UBND"

    def test_what_the_order_asks_is_taken_up_where_it_stands(self, people: Cast, client: Client) -> None:
        draft = begin_draft(people.coordinator, type="kế hoạch", subject=SUBJECT, parent=registered_order(people))
        DraftTask.objects.filter(section__draft=draft).delete()
        coverage = coverage_of(draft)
        assert coverage is not None
        tasks = {row.add_url.split("?")[0] for row in coverage.missing if row.unit.kind == "assignment"}
        assert tasks == {reverse("drafting:new_task", args=[draft.sections.get(title="NHIỆM VỤ").pk])}
        goal = next(row for row in coverage.missing if row.unit.kind != "assignment")
        sign_in(client, people.coordinator)
        assert goal.unit.text in client.get(goal.add_url).content.decode()
