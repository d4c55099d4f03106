"""Inspections: who sees which part, what is checked, found, explained, concluded and mended."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.drafting.tests.factories import issued
from lienthong.inbox.service import Notice, WorkItem
from lienthong.inspections.actions.add_line import add_line
from lienthong.inspections.actions.add_visit import add_visit
from lienthong.inspections.actions.announce_inspection import announce_inspection
from lienthong.inspections.actions.answer_line import answer_line
from lienthong.inspections.actions.assign_mending import assign_mending
from lienthong.inspections.actions.cancel_inspection import cancel_inspection
from lienthong.inspections.actions.change_inspection import change_inspection
from lienthong.inspections.actions.close_inspection import close_inspection
from lienthong.inspections.actions.conclude_inspection import conclude_inspection
from lienthong.inspections.actions.draft_conclusion import draft_conclusion
from lienthong.inspections.actions.draw_lines import draw_lines
from lienthong.inspections.actions.drop_line import drop_line
from lienthong.inspections.actions.drop_visit import drop_visit
from lienthong.inspections.actions.explain_line import explain_line
from lienthong.inspections.actions.move_visit import move_visit
from lienthong.inspections.actions.put_off_inspection import put_off_inspection
from lienthong.inspections.actions.send_findings import send_findings
from lienthong.inspections.actions.start_inspection import start_inspection
from lienthong.inspections.case_items import case_items
from lienthong.inspections.drawing import assignments_at
from lienthong.inspections.mending import mended
from lienthong.inspections.models import CheckLine, Inspection, Visit
from lienthong.inspections.tests.factories import (
    OPINION,
    answer_all,
    in_days,
    make_concluded,
    make_inspection,
    make_started,
    make_visit,
)
from lienthong.organisations.service import Actor, abilities_for
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.plans.service import Assignment, Plan, accept_share, confirm_share, prove_share
from lienthong.plans.tests.factories import MINUTES, make_assignment, make_out_of_scope, make_plan, photo, share_of

ROLES = [
    "clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader", "supervisor",
    "administrator",
]  # fmt: skip
WHOLE = {"clerk", "leader", "coordinator", "reader"}


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


@pytest.fixture
def plan(people: Cast) -> Plan:
    return make_plan(people)


@pytest.fixture
def task(people: Cast, plan: Plan) -> Assignment:
    """Led by the economy office, which has recorded one piece of work with minutes."""
    task = make_assignment(people, plan, leads=[people.economy], supports=[], due=in_days(30))
    share = accept_share(people.other_head, share_of(task, people.economy))
    prove_share(people.other_head, share, proofs=[MINUTES], title="Phát bản tin số 1")
    return task


def seen_by(actor: Actor, inspection: Inspection) -> bool:
    return Inspection.objects.visible_to(actor).filter(pk=inspection.pk).exists()


def open_items(thing: Inspection | Visit) -> list[WorkItem]:
    return list(WorkItem.objects.open().filter(subject=key_of(thing)))


class TestWhoSees:
    @pytest.mark.parametrize("role", ROLES)
    def test_rights_and_lists_agree_at_every_step(self, people: Cast, role: str) -> None:
        """The inspected unit sees its own part once it was told; the supervisor the same, findings after all."""
        actor, visit = getattr(people, role), make_visit(people)
        other = add_visit(people.coordinator, visit.inspection, body=people.culture, day=in_days(4))
        assert seen_by(actor, visit.inspection) == (role in WHOLE)
        assert abilities_for(actor, visit.inspection).see == seen_by(actor, visit.inspection)
        announce_inspection(people.coordinator, visit.inspection)
        for one, own in ((visit, {"other_head"}), (other, {"unit_head", "member"})):
            one = Visit.objects.select_related("inspection", "body").get(pk=one.pk)
            seen = Visit.objects.visible_to(actor).filter(pk=one.pk).exists()
            assert seen == (role in WHOLE | own | {"supervisor"})
            assert abilities_for(actor, one).see == seen
            assert CheckLine.objects.visible_to(actor).filter(visit=one).exists() == (seen and one.lines.exists())
            assert abilities_for(actor, one).findings == (role in WHOLE)
        assert abilities_for(actor, visit.inspection).see == seen_by(actor, visit.inspection)

    def test_another_commune_and_a_supervisor_who_was_not_given_it_see_nothing(self, people: Cast) -> None:
        visit, stranger = make_started(people), cast()
        for actor in (stranger.leader, stranger.coordinator, stranger.supervisor, stranger.other_head):
            assert not seen_by(actor, visit.inspection)
            assert not Visit.objects.visible_to(actor).exists()
        with pytest.raises(NotAllowed):
            add_line(stranger.coordinator, visit, text="Nội dung")

    def test_findings_are_the_teams_until_they_are_sent_and_the_supervisors_once_concluded(
        self, people: Cast, client: Client
    ) -> None:
        visit = make_started(people)
        line = answer_all(people, visit)
        file = line.files.get()
        pages = [reverse("inspections:visit", args=[visit.pk]), reverse("inspections:line", args=[line.pk])]
        readers = {"unit": people.other_head, "supervisor": people.supervisor}

        def reads(who: str) -> list[bool]:
            desk = sign_in(client, readers[who])
            shown = ["Sổ chưa ghi từ tháng 7" in desk.get(page).content.decode() for page in pages]
            return [*shown, desk.get(reverse("inspections:file", args=[file.pk])).status_code == 200]

        assert (reads("unit"), reads("supervisor")) == ([False] * 3, [False] * 3)
        send_findings(people.clerk, visit, answer_by=in_days(5))
        assert (reads("unit"), reads("supervisor")) == ([True] * 3, [False] * 3)
        explain_line(people.other_head, line, text="Đang bổ sung")
        conclude_inspection(people.leader, visit.inspection, opinion=OPINION)
        assert (reads("unit"), reads("supervisor")) == ([True] * 3, [True] * 3)

    def test_who_was_called_into_the_team_sees_it(self, people: Cast) -> None:
        inspection = make_inspection(people, members=[people.hamlet_head.own_position])
        assert seen_by(people.hamlet_head, inspection)
        assert abilities_for(people.hamlet_head, inspection).inspect


class TestPreparing:
    def test_only_planners_plan_and_only_with_people_of_the_office(self, people: Cast) -> None:
        with pytest.raises(NotAllowed):
            make_inspection(Cast(**{**vars(people), "coordinator": people.unit_head}))
        with pytest.raises(Refused, match="người của cơ quan"):
            make_inspection(people, head=cast().leader.own_position)
        inspection = make_inspection(people)
        with pytest.raises(Refused, match="thuộc cơ quan"):
            add_visit(people.coordinator, inspection, body=people.province, day=in_days(1))
        with pytest.raises(Refused, match="đã qua"):
            add_visit(people.coordinator, inspection, body=people.economy, day=in_days(-1))
        make_visit(people, inspection=inspection)
        with pytest.raises(Refused, match="đã có trong"):
            make_visit(people, inspection=inspection)

    def test_lines_are_drawn_from_the_units_own_work_with_what_its_evidence_says(
        self, people: Cast, plan: Plan, task: Assignment
    ) -> None:
        """Out of scope, other units' and lines drawn already are not offered; plan and deadline narrow."""
        other = make_assignment(people, plan)
        outside = make_out_of_scope(people, plan)
        visit = make_visit(people)
        actor = people.coordinator
        assert set(assignments_at(actor, visit)) == {task, other}
        assert set(assignments_at(actor, visit, due_by=in_days(30))) == {task}
        assert not assignments_at(actor, visit, plan=make_plan(people, title="Kế hoạch khác"))
        with pytest.raises(Refused, match="ít nhất một"):
            draw_lines(actor, visit, [outside])
        (line,) = draw_lines(actor, visit, [task])
        assert line.seen_on == timezone.localdate()
        assert line.seen[0].startswith("Chủ trì: ")
        assert line.seen[1].endswith("Phát bản tin số 1. Minh chứng: 12/BB-UBND, 02/01/" + str(MINUTES.dated.year))
        assert task not in assignments_at(actor, visit)
        drop_line(actor, line)
        assert task in assignments_at(actor, visit)

    def test_what_evidence_says_is_kept_as_of_the_first_day(self, people: Cast, plan: Plan) -> None:
        task = make_assignment(people, plan, leads=[people.economy], supports=[])
        visit = make_visit(people, task)
        line = visit.lines.get(assignment=task)
        assert line.seen[-1] == "Chưa có việc nào có minh chứng."
        announce_inspection(people.coordinator, visit.inspection)
        share = share_of(task, people.economy)
        prove_share(people.other_head, share, proofs=[MINUTES], title="Phát bản tin số 1")
        start_inspection(people.leader, visit.inspection)
        line.refresh_from_db()
        assert "Phát bản tin số 1" in line.seen[-1]
        confirm_share(people.coordinator, share_of(task, people.economy))
        line.refresh_from_db()
        assert "Chờ xác nhận" in line.seen[0]

    def test_units_and_team_are_told_of_the_day_and_of_every_change(self, people: Cast) -> None:
        visit = make_visit(people)
        assert not open_items(visit)
        announce_inspection(people.coordinator, visit.inspection)
        (item,) = open_items(visit)
        assert (item.body, item.role, item.due) == (people.economy, "unit_head", in_days(3))
        team = {item.position_id for item in open_items(visit.inspection)}
        assert team == {people.leader.own_position.pk, people.clerk.own_position.pk}
        with pytest.raises(Refused, match="lý do"):
            move_visit(people.coordinator, visit, day=in_days(9), reason=" ")
        visit.refresh_from_db()
        move_visit(people.coordinator, visit, day=in_days(9), reason="trùng lịch họp")
        assert [item.due for item in open_items(visit)] == [in_days(9)]

    def test_a_unit_is_reminded_until_it_was_visited_and_the_team_until_it_concludes(self, people: Cast) -> None:
        visit = make_visit(people)
        later = make_visit(people, body=people.culture, inspection=visit.inspection)
        announce_inspection(people.coordinator, visit.inspection)
        start_inspection(people.leader, visit.inspection)
        assert {item.kind for item in open_items(visit.inspection)} == {"do"}
        answer_line(people.clerk, visit.lines.get(), result="met")
        assert not open_items(visit)
        assert [item.kind for item in open_items(later)] == ["note"]

    def test_it_is_put_off_with_a_reason_and_announced_again(self, people: Cast) -> None:
        visit = make_visit(people)
        with pytest.raises(Refused):
            put_off_inspection(people.coordinator, visit.inspection, reason="chưa thông báo thì không hoãn")
        inspection = announce_inspection(people.coordinator, visit.inspection)
        with pytest.raises(Refused, match="lý do"):
            put_off_inspection(people.coordinator, inspection, reason=" ")
        put_off_inspection(people.coordinator, inspection, reason="mưa bão")
        assert not open_items(visit)
        told = Notice.objects.get(position=people.other_head.own_position)
        assert told.text == "Hoãn kiểm tra: Kiểm tra công tác truyền thông. mưa bão"
        inspection = announce_inspection(people.coordinator, inspection)
        assert (inspection.state, inspection.reason) == ("announced", "")
        assert open_items(visit)

    def test_cancelled_it_waits_for_nobody_and_of_an_unannounced_one_nobody_is_told(self, people: Cast) -> None:
        cancel_inspection(people.coordinator, make_visit(people).inspection, reason="trùng đoàn cấp trên")
        assert not Notice.objects.exists()
        visit = make_visit(people)
        announce_inspection(people.coordinator, visit.inspection)
        cancel_inspection(people.leader, visit.inspection, reason="trùng đoàn cấp trên")
        assert not open_items(visit)
        assert Notice.objects.filter(position=people.other_head.own_position).exists()
        with pytest.raises(Refused):
            announce_inspection(people.coordinator, visit.inspection)

    def test_it_is_not_announced_or_begun_half_prepared(self, people: Cast) -> None:
        inspection = make_inspection(people)
        with pytest.raises(Refused, match="Chưa có đơn vị"):
            announce_inspection(people.coordinator, inspection)
        visit = add_visit(people.coordinator, inspection, body=people.economy, day=in_days(1))
        announce_inspection(people.coordinator, inspection)
        with pytest.raises(NotAllowed):
            start_inspection(people.coordinator, inspection)
        with pytest.raises(Refused, match="chưa có nội dung"):
            start_inspection(people.leader, inspection)
        drop_visit(people.coordinator, visit)
        assert not inspection.visits.exists()

    def test_the_team_changes_until_it_begins(self, people: Cast) -> None:
        visit = make_visit(people)
        inspection = announce_inspection(people.coordinator, visit.inspection)
        values = {"title": "Kiểm tra quý IV", "head": people.unit_head.own_position}
        inspection = change_inspection(people.coordinator, inspection, values=values, members=[])
        assert {item.position for item in open_items(inspection)} >= {people.unit_head.own_position}
        start_inspection(people.unit_head, inspection)
        with pytest.raises(Refused):
            change_inspection(people.coordinator, inspection, values=values, members=[])


class TestFinding:
    def test_a_finding_is_whole(self, people: Cast) -> None:
        visit = make_started(people)
        line = visit.lines.get()
        for values, match in (
            ({"result": "?"}, "Hãy chọn"),
            ({"result": "not_met"}, "nhận xét"),
            ({"result": "met", "mend": "Ghi sổ", "mend_by": in_days(3)}, "Chỉ nội dung chưa đạt"),
            ({"result": "not_met", "finding": "Thiếu sổ", "mend": "Ghi sổ"}, "cả nội dung và hạn"),
            ({"result": "not_met", "finding": "Thiếu sổ", "mend_by": in_days(3)}, "cả nội dung và hạn"),
            ({"result": "not_met", "finding": "Thiếu", "mend": "Ghi sổ", "mend_by": in_days(-1)}, "đã qua"),
        ):
            with pytest.raises(Refused, match=match):
                answer_line(people.clerk, line, **values)  # type: ignore[arg-type]
        with pytest.raises(Refused, match="rỗng"):
            answer_line(people.clerk, line, result="met", files=[ContentFile(b"", name="rong.jpg")])
        assert CheckLine.objects.get(pk=line.pk).result == ""

    def test_nobody_inspects_his_own_unit_in_whichever_position(self, people: Cast) -> None:
        inspection = make_inspection(people, members=[people.other_head.own_position, people.unit_head.own_position])
        visit = make_visit(people, inspection=inspection)
        announce_inspection(people.coordinator, inspection)
        start_inspection(people.leader, inspection)
        line = visit.lines.get()
        for actor in (people.other_head, people.coordinator, people.reader):
            with pytest.raises(NotAllowed):
                answer_line(actor, line, result="met")
        assert answer_line(people.unit_head, line, result="met").found_by == people.unit_head.position

    def test_the_unit_answers_each_before_the_conclusion(self, people: Cast) -> None:
        visit = make_started(people)
        with pytest.raises(Refused, match="chưa ghi kết quả"):
            send_findings(people.clerk, visit, answer_by=in_days(5))
        line = answer_all(people, visit)
        with pytest.raises(NotAllowed):
            explain_line(people.other_head, line, text="Chưa được gửi")
        with pytest.raises(Refused, match="Chưa gửi kết quả"):
            conclude_inspection(people.leader, visit.inspection, opinion=OPINION)
        send_findings(people.clerk, visit, answer_by=in_days(5))
        (item,) = open_items(visit)
        assert (item.kind, item.due, item.role) == ("answer", in_days(5), "unit_head")
        with pytest.raises(Refused, match="chưa hết hạn giải trình"):
            conclude_inspection(people.leader, visit.inspection, opinion=OPINION)
        for actor in (people.unit_head, people.leader, people.supervisor):
            with pytest.raises(NotAllowed):
                explain_line(actor, line, text="Không phải việc của tôi")
        with pytest.raises(Refused, match="ý kiến"):
            explain_line(people.other_head, line, text=" ")
        explain_line(people.other_head, line, text="Cán bộ nghỉ chế độ")
        assert not open_items(visit)
        answer_line(people.clerk, line, result="not_met", finding="Đã bổ sung đến tháng 6")
        assert "được sửa" in Notice.objects.get(position=people.other_head.own_position).text
        with pytest.raises(NotAllowed):
            conclude_inspection(people.clerk, visit.inspection, opinion=OPINION)
        inspection = conclude_inspection(people.leader, visit.inspection, opinion=OPINION)
        assert inspection.state == "concluded"
        with pytest.raises(NotAllowed):
            explain_line(people.other_head, line, text="Muộn rồi")
        with pytest.raises(NotAllowed):
            answer_line(people.clerk, line, result="met")

    def test_a_unit_that_said_nothing_until_its_day_does_not_hold_it_up(self, people: Cast) -> None:
        visit = make_started(people)
        answer_all(people, visit)
        send_findings(people.clerk, visit, answer_by=in_days(0))
        Visit.objects.filter(pk=visit.pk).update(answer_by=timezone.localdate() - timedelta(days=1))
        assert conclude_inspection(people.leader, visit.inspection, opinion=OPINION).state == "concluded"


class TestMending:
    def test_what_is_to_be_mended_is_an_ordinary_assignment_and_shows_as_mended(self, people: Cast, plan: Plan) -> None:
        line = make_concluded(people)
        with pytest.raises(NotAllowed):
            assign_mending(people.clerk, line, plan)
        task = assign_mending(people.coordinator, line, plan)
        assert (task.text, task.due) == ("Ghi đủ sổ theo dõi bản tin", line.mend_by)
        with pytest.raises(Refused, match="đã được giao"):
            assign_mending(people.coordinator, line, plan)
        line.refresh_from_db()
        standing = mended(line, people.coordinator)
        assert standing is not None
        assert (standing.done, standing.works) == (False, [])
        share = accept_share(people.other_head, share_of(task, people.economy))
        work = prove_share(people.other_head, share, proofs=[MINUTES], title="Đã ghi đủ sổ")
        confirm_share(people.coordinator, share_of(task, people.economy))
        standing = mended(line, people.coordinator)
        assert standing is not None
        assert (standing.done, standing.works) == (True, [work])

    def test_it_is_closed_by_the_issued_conclusion(self, people: Cast, plan: Plan) -> None:
        line = make_concluded(people)
        inspection = line.visit.inspection
        with pytest.raises(Refused, match="chưa ban hành"):
            close_inspection(people.coordinator, inspection)
        draft = draft_conclusion(people.coordinator, inspection, type="thông báo")
        text = draft.sections.all()[0].text
        for said in (OPINION, "Sổ chưa ghi từ tháng 7", "Cán bộ theo dõi nghỉ chế độ", "Ghi đủ sổ theo dõi bản tin"):
            assert said in text
        with pytest.raises(Refused, match="đã được soạn"):
            draft_conclusion(people.coordinator, inspection, type="báo cáo")
        with pytest.raises(Refused, match="chưa ban hành"):
            close_inspection(people.coordinator, inspection)
        issued(people, draft)
        with pytest.raises(Refused, match="chưa khắc phục"):
            close_inspection(people.coordinator, inspection)
        closed = close_inspection(people.coordinator, inspection, reason="chuyển theo dõi sang kế hoạch năm sau")
        assert closed.state == "closed"

    def test_findings_stand_in_the_case_file_of_the_plan_for_who_may_read_them(
        self, people: Cast, plan: Plan, task: Assignment
    ) -> None:
        visit = make_started(people, task)
        line = visit.lines.get(assignment=task)
        answer_line(people.clerk, line, result="not_met", finding="Thiếu ảnh", files=[photo()])
        (item,) = case_items(people.coordinator, plan)
        assert "Thiếu ảnh" in item.text
        assert [file.name for file in item.files] == ["anh.jpg"]
        assert case_items(people.other_head, plan) == []
        assert case_items(people.supervisor, plan) == []


class TestPages:
    def test_every_page_is_there_for_the_team(self, people: Cast, task: Assignment, client: Client) -> None:
        visit = make_started(people, task)
        line, desk = visit.lines.first(), sign_in(client, people.leader)
        assert line is not None
        pages = {
            "inspection": visit.inspection_id, "visit": visit.pk, "draw": visit.pk, "add_line": visit.pk,
            "line": line.pk, "answer": line.pk, "conclude": visit.inspection_id,
        }  # fmt: skip
        for name, pk in pages.items():
            assert desk.get(reverse(f"inspections:{name}", args=[pk])).status_code == 200, name

    def test_a_refused_answer_keeps_what_was_typed_and_the_next_line_follows(
        self, people: Cast, task: Assignment, client: Client
    ) -> None:
        visit = make_started(people, task)
        first, second = visit.lines.all()
        desk = sign_in(client, people.clerk)
        address = reverse("inspections:answer", args=[first.pk])
        kept = desk.post(address, {"result": "not_met", "finding": "Thiếu ảnh", "mend": "Bổ sung ảnh"})
        assert kept.status_code == 200
        page = kept.content.decode()
        assert "cả nội dung và hạn" in page
        assert "Bổ sung ảnh" in page
        done = desk.post(address, {"result": "met", "files": photo()})
        assert done.headers["Location"] == reverse("inspections:answer", args=[second.pk])
        assert first.files.count() == 1

    def test_forms_answer_a_wrong_day_with_a_sentence(self, people: Cast, client: Client) -> None:
        inspection = make_inspection(people)
        desk = sign_in(client, people.coordinator)
        address = reverse("inspections:add_visit", args=[inspection.pk])
        page = desk.post(address, {"body": people.economy.pk, "day": "hôm nào đó"})
        assert page.status_code == 200
        page = desk.post(address, {"body": people.economy.pk, "day": str(in_days(-2))})
        assert "Ngày này đã qua." in page.content.decode()

    def test_drawing_narrows_by_plan_and_deadline(self, people: Cast, task: Assignment, client: Client) -> None:
        visit = make_visit(people)
        make_assignment(people, task.plan, leads=[people.economy], supports=[], text="Việc không có hạn")
        desk = sign_in(client, people.coordinator)
        address = reverse("inspections:draw", args=[visit.pk])
        assert "Việc không có hạn" in desk.get(address).content.decode()
        narrowed = desk.get(address, {"plan": task.plan_id, "due_by": str(in_days(40))}).content.decode()
        assert "Việc không có hạn" not in narrowed
        assert task.name in narrowed
        desk.post(address, {"assignments": [task.pk]})
        assert visit.lines.filter(assignment=task).exists()
