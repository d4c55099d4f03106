"""Each act: allowed, refused, the event it leaves, and what waits for whom afterwards."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import Notice, WorkItem
from lienthong.organisations.service import Position, Role
from lienthong.organisations.tests.factories import Cast, cast, make_actor, make_group
from lienthong.plans import service
from lienthong.plans.models import Extension, ExtensionRule, Share
from lienthong.plans.tests.factories import (
    MINUTES,
    make_accepted,
    make_assignment,
    make_plan,
    photo,
    share_of,
    tomorrow,
)

pytestmark = pytest.mark.django_db
Kind = WorkItem.Kind


@pytest.fixture
def people() -> Cast:
    return cast()


def open_kinds(thing: object) -> set[str]:
    from lienthong.core.keys import key_of

    return set(WorkItem.objects.open().filter(subject=key_of(thing)).values_list("kind", flat=True))


def last_event(thing: object) -> str:
    return history_of(thing).last().kind


def submitted(people: Cast, share: Share | None = None) -> Share:
    share = share or make_accepted(people)
    service.record_work(
        people.member, title="Phát 12 bản tin", done_on=timezone.localdate(), proofs=[MINUTES], shares=[share]
    )
    return service.submit_share(people.unit_head, share, result="Đã phát đủ")


def test_only_those_who_run_plans_make_them(people: Cast) -> None:
    plan = make_plan(people)
    assert plan.office == people.office
    assert last_event(plan) == "plans.plan.created"
    with pytest.raises(NotAllowed):
        service.create_plan(people.unit_head, title="Kế hoạch", starts_on=plan.starts_on, ends_on=plan.ends_on)
    with pytest.raises(Refused, match="sau ngày bắt đầu"):
        service.create_plan(people.leader, title="Kế hoạch", starts_on=plan.ends_on, ends_on=plan.starts_on)


def test_a_new_assignment_waits_for_each_body_in_its_own_way(people: Cast) -> None:
    assignment = make_assignment(people, due=tomorrow())
    lead, support = share_of(assignment, people.culture), share_of(assignment, people.economy)
    assert (lead.state, lead.due, support.part) == ("assigned", tomorrow(), "support")
    assert open_kinds(lead) == {"accept"}
    assert open_kinds(support) == {"note"}
    item = WorkItem.objects.for_actor(people.unit_head).get(kind=Kind.ACCEPT)
    assert item.act_label == "Tiếp nhận"
    assert not WorkItem.objects.for_actor(people.member).filter(kind=Kind.ACCEPT).exists()
    with pytest.raises(NotAllowed):
        service.add_assignment(people.unit_head, assignment.plan, values={"text": "Việc khác"})


def test_a_group_that_leads_gives_each_member_its_own_share(people: Cast) -> None:
    group = make_group(people.office, "Trưởng các thôn", *people.hamlets)
    assignment = make_assignment(people, leads=[group], supports=[people.hamlets[0], people.culture])
    leads = assignment.shares.filter(part="lead")
    assert {share.body for share in leads} == set(people.hamlets)
    assert {share.group for share in leads} == {group}
    # Who leads does not support as well.
    assert [share.body for share in assignment.shares.filter(part="support")] == [people.culture]


def test_the_lead_accepts_or_gives_back_with_a_reason(people: Cast) -> None:
    share = share_of(make_assignment(people), people.culture)
    with pytest.raises(NotAllowed):
        service.accept_share(people.other_head, share)
    with pytest.raises(NotAllowed):
        service.accept_share(people.member, share)
    with pytest.raises(Refused, match="lý do"):
        service.decline_share(people.unit_head, share, reason=" ")
    service.decline_share(people.unit_head, share, reason="Không thuộc chức năng")
    assert share.state == "declined"
    assert WorkItem.objects.for_actor(people.coordinator).filter(kind=Kind.RETURNED).exists()
    with pytest.raises(NotAllowed):
        service.assign_share_again(people.unit_head, share, reason="Vẫn làm")
    service.assign_share_again(people.coordinator, share, reason="Đúng chức năng")
    assert open_kinds(share) == {"accept"}
    service.accept_share(people.unit_head, share)
    assert (share.state, open_kinds(share), last_event(share)) == ("accepted", {"do"}, "plans.share.accepted")
    with pytest.raises(Refused, match="tải lại"):
        service.accept_share(people.unit_head, share)


def test_a_supporting_body_only_takes_note(people: Cast) -> None:
    share = share_of(make_assignment(people), people.economy)
    with pytest.raises(Refused):
        service.accept_share(people.other_head, share)
    service.note_share(people.other_head, share)
    assert (share.state, open_kinds(share), last_event(share)) == ("noted", set(), "plans.share.noted")


def test_the_head_names_the_handler_and_the_work_moves_to_him(people: Cast) -> None:
    share = make_accepted(people)
    with pytest.raises(NotAllowed):
        service.assign_handler(people.member, share, handler=people.member.position)
    with pytest.raises(Refused, match="đơn vị này"):
        service.assign_handler(people.unit_head, share, handler=people.other_head.position)
    service.assign_handler(people.unit_head, share, handler=people.member.position)
    item = WorkItem.objects.open().get(kind=Kind.DO)
    assert item.position == people.member.position
    assert Notice.objects.filter(position=people.member.position).exists()
    assert last_event(share) == "plans.share.handler_assigned"


def test_progress_is_reported_in_words(people: Cast) -> None:
    share = make_accepted(people)
    progress = service.report_progress(people.member, share, text="Đã soạn xong bản tin", percent=40)
    assert (progress.percent, last_event(share)) == (40, "plans.share.progress_reported")
    with pytest.raises(Refused, match="0 đến 100"):
        service.report_progress(people.member, share, text="x", percent=140)
    with pytest.raises(NotAllowed):
        service.report_progress(people.reader, share, text="x")


def test_a_share_is_submitted_only_with_evidence(people: Cast) -> None:
    share = make_accepted(people)
    with pytest.raises(Refused, match="minh chứng"):
        service.submit_share(people.unit_head, share, result="Xong")
    submitted(people, share)
    assert (share.state, share.done_on) == ("submitted", timezone.localdate())
    assert open_kinds(share) == {"confirm"}
    assert WorkItem.objects.for_actor(people.coordinator).filter(kind=Kind.CONFIRM).exists()


def test_a_result_is_confirmed_by_another_or_sent_back(people: Cast) -> None:
    share = submitted(people)
    with pytest.raises(NotAllowed):
        service.confirm_share(people.unit_head, share)
    with pytest.raises(Refused, match="lý do"):
        service.send_back_share(people.leader, share, reason="")
    service.send_back_share(people.leader, share, reason="Thiếu biên bản phát sóng")
    assert (share.state, share.done_on, open_kinds(share)) == ("returned", None, {"returned"})
    assert Notice.objects.filter(position=people.unit_head.position).exists()
    service.submit_share(people.unit_head, share, result="Đã bổ sung")
    service.confirm_share(people.coordinator, share)
    assert (share.state, open_kinds(share), last_event(share)) == ("done", set(), "plans.share.confirmed")


def test_who_submitted_does_not_confirm(people: Cast) -> None:
    share = make_accepted(people)
    service.record_work(
        people.coordinator, title="Việc", done_on=timezone.localdate(), proofs=[MINUTES], shares=[share]
    )
    service.submit_share(people.coordinator, share, result="Xong")
    with pytest.raises(Refused, match="người khác"):
        service.confirm_share(people.coordinator, share)
    service.confirm_share(people.leader, share)
    assert share.state == "done"


def test_what_is_stored_is_in_the_language_of_the_site_whoever_acts(people: Cast) -> None:
    share = make_accepted(people, due=tomorrow())
    with translation.override("en"):
        service.urge_share(people.leader, share, text="Đề nghị báo cáo")
        service.ask_extension(people.unit_head, share, new_due=tomorrow() + timedelta(days=5), reason="Chờ kinh phí")
    assert Notice.objects.filter(text__startswith="Đôn đốc: ").exists()
    assert "xin gia hạn đến" in WorkItem.objects.get(kind=Kind.EXTENSION).title


def test_an_extension_takes_two_steps_within_the_limits(people: Cast) -> None:
    share = make_accepted(people, due=tomorrow())
    rule = ExtensionRule.objects.get()
    too_far = tomorrow() + timedelta(days=rule.days + 1)
    with pytest.raises(Refused, match="tối đa 30 ngày"):
        service.ask_extension(people.unit_head, share, new_due=too_far, reason="Chờ kinh phí")
    with pytest.raises(NotAllowed):
        service.ask_extension(people.member, share, new_due=too_far, reason="Chờ kinh phí")
    new_due = tomorrow() + timedelta(days=10)
    extension = service.ask_extension(people.unit_head, share, new_due=new_due, reason="Chờ kinh phí")
    assert open_kinds(extension) == {"extension"}
    with pytest.raises(Refused, match="đang chờ duyệt"):
        service.ask_extension(people.unit_head, share, new_due=new_due, reason="Chờ kinh phí")
    with pytest.raises(NotAllowed):
        service.decide_extension(people.unit_head, extension, grant=True)
    service.decide_extension(people.coordinator, extension, grant=True)
    share.refresh_from_db()
    assert (share.due, open_kinds(extension)) == (new_due, set())
    assert WorkItem.objects.open().get(kind=Kind.DO).due == new_due
    with pytest.raises(Refused, match="tải lại"):
        service.decide_extension(people.leader, extension, grant=False, answer="Không")


def test_extensions_end_with_the_rule(people: Cast) -> None:
    share = make_accepted(people, due=tomorrow())
    for days in (5, 10):
        extension = service.ask_extension(
            people.unit_head, share, new_due=tomorrow() + timedelta(days=days), reason="Chờ kinh phí"
        )
        service.decide_extension(people.leader, extension, grant=True)
        share.refresh_from_db()
    with pytest.raises(Refused, match="đủ 2 lần"):
        service.ask_extension(people.unit_head, share, new_due=tomorrow() + timedelta(days=15), reason="Lần ba")
    late = make_accepted(people, due=timezone.localdate() - timedelta(days=31))
    with pytest.raises(Refused, match="quá hạn hơn 30 ngày"):
        service.ask_extension(people.unit_head, late, new_due=tomorrow(), reason="Muộn")


def test_a_refused_extension_needs_its_reason(people: Cast) -> None:
    share = make_accepted(people, due=tomorrow())
    extension = service.ask_extension(
        people.unit_head, share, new_due=tomorrow() + timedelta(days=3), reason="Chờ kinh phí"
    )
    with pytest.raises(Refused, match="lý do"):
        service.decide_extension(people.leader, extension, grant=False)
    service.decide_extension(people.leader, extension, grant=False, answer="Phải xong trước ngày bầu cử")
    share.refresh_from_db()
    assert (share.due, extension.state, last_event(share)) == (
        tomorrow(),
        Extension.State.REFUSED,
        "plans.extension.refused",
    )


def test_a_transferred_share_stays_with_the_old_unit_to_read(people: Cast) -> None:
    share = make_accepted(people, frequency_printed="mỗi tháng 01 chuyên mục")
    first = share.occurrences.first()
    service.record_work(
        people.member, title="Số 1", done_on=timezone.localdate(), proofs=[MINUTES], occurrences=[first]
    )
    with pytest.raises(NotAllowed):
        service.transfer_share(people.unit_head, share, body=people.service_centre, reason="Đúng việc")
    with pytest.raises(Refused, match="đã có phần việc"):
        service.transfer_share(people.coordinator, share, body=people.economy, reason="Đúng việc")
    new = service.transfer_share(people.coordinator, share, body=people.service_centre, reason="Đúng việc")
    assert (share.state, open_kinds(share), open_kinds(new)) == ("transferred", set(), {"accept"})
    assert Share.objects.visible_to(people.member).filter(pk=share.pk).exists()
    assert [o.number for o in share.occurrences.all()] == [1]
    assert new.occurrences.filter(number=1).count() == 0
    numbers = service.numbers_for(share.assignment.plan, timezone.localdate())
    assert (numbers.issues_done, numbers.issues, numbers.wanted) == (1, 12, 12)
    with pytest.raises(Refused, match="tải lại"):
        service.report_progress(people.member, share, text="vẫn làm")


def test_a_leader_urges_and_the_body_is_told(people: Cast) -> None:
    share = make_accepted(people)
    with pytest.raises(NotAllowed):
        service.urge_share(people.member, share, text="Nhanh")
    service.urge_share(people.leader, share, text="Đề nghị hoàn thành trước thứ sáu")
    notice = Notice.objects.get(position=people.unit_head.position)
    assert notice.urgent
    assert last_event(share) == "plans.share.urged"


def test_a_deadline_of_one_body_is_set_with_a_reason(people: Cast) -> None:
    share = make_accepted(people, due=tomorrow())
    later = tomorrow() + timedelta(days=60)
    with pytest.raises(NotAllowed):
        service.set_deadline(people.unit_head, share, due=later, reason="Dời")
    with pytest.raises(Refused, match="lý do"):
        service.set_deadline(people.leader, share, due=later, reason="")
    service.set_deadline(people.leader, share, due=later, reason="Theo kế hoạch của tỉnh")
    assert WorkItem.objects.open().get(kind=Kind.DO).due == later


def test_a_body_without_people_is_stood_in_for(people: Cast) -> None:
    share = share_of(make_assignment(people, leads=[people.hamlets[1]], supports=[]), people.hamlets[1])
    service.accept_share(people.coordinator, share)
    assert share.state == "accepted"
    # With someone there nobody stands in.
    make_actor(people.hamlets[2], "Trưởng thôn", Role.HAMLET_HEAD)
    other = share_of(make_assignment(people, leads=[people.hamlets[2]], supports=[]), people.hamlets[2])
    with pytest.raises(NotAllowed):
        service.accept_share(people.coordinator, other)


def test_a_closed_plan_asks_for_nothing_and_can_be_opened_again(people: Cast) -> None:
    share = make_accepted(people, due=tomorrow())
    plan = share.assignment.plan
    with pytest.raises(NotAllowed):
        service.close_plan(people.unit_head, plan)
    service.close_plan(people.coordinator, plan)
    assert not WorkItem.objects.open().exists()
    with pytest.raises(Refused, match="đã kết thúc"):
        service.report_progress(people.member, Share.objects.get(pk=share.pk), text="x")
    service.reopen_plan(people.coordinator, plan, reason="Còn việc")
    assert open_kinds(share) == {"do"}


def test_a_unit_that_has_begun_is_not_taken_out(people: Cast) -> None:
    share = make_accepted(people)
    with pytest.raises(Refused, match="Chuyển đơn vị khác"):
        service.change_assignment(
            people.coordinator, share.assignment, values={}, leads=[people.service_centre], supports=[]
        )
    assignment = make_assignment(people, due=tomorrow())
    service.change_assignment(
        people.coordinator, assignment, values={"due": None}, leads=[people.service_centre], supports=[]
    )
    assert [share.body for share in assignment.shares.all()] == [people.service_centre]
    assert Position.objects.filter(body=people.service_centre).count() == 0


def test_prove_is_read_do_photo_done(people: Cast) -> None:
    share = share_of(make_assignment(people, leads=[people.hamlets[0]], supports=[]), people.hamlets[0])
    service.prove_share(people.hamlet_head, share, proofs=[service.Proof(file=photo())])
    share.refresh_from_db()
    assert share.state == "submitted"
    assert share.accepted_at is not None
