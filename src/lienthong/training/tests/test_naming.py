"""From a class that is prepared to the list that is approved: units are asked, name people, are told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import Notice, WorkItem
from lienthong.organisations.service import Role
from lienthong.organisations.tests.factories import BodyFactory, PositionFactory, cast, sign_in
from lienthong.training.actions.approve_list import approve_list
from lienthong.training.actions.cancel_class import cancel_class
from lienthong.training.actions.decline_nominee import decline_nominee
from lienthong.training.actions.nominate_people import nominate_people
from lienthong.training.actions.open_class import open_class
from lienthong.training.actions.strike_nominee import strike_nominee
from lienthong.training.actions.tick_session import tick_session
from lienthong.training.actions.urge_unit import urge_unit
from lienthong.training.actions.withdraw_nominee import withdraw_nominee
from lienthong.training.actions.write_class import write_class
from lienthong.training.jobs import ask_for_lists
from lienthong.training.models import Nominee, TrainingClass
from lienthong.training.people import clashes_in
from lienthong.training.tests.factories import (
    begin_now,
    class_values,
    invitation_of,
    make_class,
    make_listed_class,
    make_named_class,
    make_open_class,
    slot,
)

pytestmark = pytest.mark.django_db
S, N = TrainingClass.State, Nominee.State


@pytest.fixture
def people():
    return cast()


def named(training, actor):
    return training.nominees.active().get(position=actor.own_position)


def waiting_for(actor):
    return set(WorkItem.objects.open().for_actor(actor).values_list("title", flat=True))


def test_opening_asks_each_unit_until_a_day(people):
    training = make_class(people)
    assert not WorkItem.objects.open().exists()
    training = open_class(people.coordinator, training)
    item = WorkItem.objects.open().for_actor(people.other_head).get()
    assert (item.body, item.kind, item.due) == (people.economy, "answer", training.nominate_by)
    assert "Cử 2 người" in item.title
    assert WorkItem.objects.open().for_actor(people.hamlet_head).count() == 1
    assert not WorkItem.objects.open().for_actor(people.unit_head).exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"title": " "}, "tên lớp"),
        ({"place": ""}, "nơi học"),
        ({"form": "mixed", "link": ""}, "https"),
        ({"sessions": ""}, "ít nhất một buổi"),
        ({"sessions": "thứ hai tuần sau"}, "chưa đúng"),
        ({"sessions": "31/02/2027; 08:00-11:00"}, "chưa đúng"),
        ({"sessions": "05/01/2027; 11:00-08:00"}, "sau giờ bắt đầu"),
        ({"sessions": "05/01/2027; 08:00-11:00\n05/01/2027; 10:00-12:00"}, "trùng giờ"),
        ({"nominate_by": timezone.localdate() + timedelta(days=30)}, "sau buổi đầu"),
        ({"seats": 2}, "lớn hơn số chỗ"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(people, values, sentence):
    with pytest.raises(Refused, match=sentence):
        make_class(people, **values)
    assert not TrainingClass.objects.exists()


def test_a_class_that_asks_nobody_or_too_late_is_not_opened(people):
    with pytest.raises(Refused, match="ít nhất một đơn vị"):
        open_class(people.coordinator, make_class(people, asked={}))
    late = make_class(people)
    TrainingClass.objects.filter(pk=late.pk).update(nominate_by=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Refused, match="đã qua"):
        open_class(people.coordinator, late)


def test_only_who_looks_after_it_prepares_and_opens(people):
    training = make_class(people)
    for actor in (people.clerk, people.other_head, people.hamlet_head, people.reader, cast().coordinator):
        with pytest.raises(NotAllowed):
            open_class(actor, training)
    for actor in (people.clerk, people.hamlet_head, people.reader, people.supervisor, people.administrator):
        with pytest.raises(NotAllowed):
            make_class(people, by=actor)
    # A member of the unit that looks after it may.
    assert open_class(people.member, training).state == S.NOMINATING


def test_a_unit_names_its_own_people_once(people):
    training = make_open_class(people)
    invitation = invitation_of(training, people.economy)
    head = people.other_head
    with pytest.raises(Refused, match="không cử ai"):
        nominate_people(head, invitation)
    with pytest.raises(NotAllowed, match="đơn vị mình"):
        nominate_people(head, invitation, positions=[people.member.own_position])
    for wrong in ("Nguyễn Văn M", "Nguyễn Văn 0912; Trưởng thôn"):
        with pytest.raises(Refused, match="chưa đúng"):
            nominate_people(head, invitation, others=wrong)
    nominate_people(head, invitation, positions=[head.own_position], others="Nguyễn Văn M; Cộng tác viên")
    with pytest.raises(Refused, match="đã được cử"):
        nominate_people(head, invitation, positions=[head.own_position])
    with pytest.raises(Refused, match="đã được cử"):
        nominate_people(head, invitation, others="NGUYỄN VĂN M; cộng tác viên")
    assert training.nominees.count() == 2
    assert waiting_for(head) == {f"Dự lớp: {training.title}"}
    for actor in (people.member, people.unit_head, people.hamlet_head, people.leader, cast().other_head):
        with pytest.raises(NotAllowed):
            nominate_people(actor, invitation, others="Nguyễn Văn P; Chuyên viên")


def test_one_person_in_two_positions_is_named_once(people):
    second = PositionFactory(user=people.other_head.user, body=people.hamlets[0], role=Role.COMMUNICATOR)
    training = make_named_class(people)
    with pytest.raises(Refused, match="đã được cử"):
        nominate_people(people.hamlet_head, invitation_of(training, people.hamlets[0]), positions=[second])


def test_who_names_nobody_says_why_and_the_list_is_asked_for_when_all_answered(people):
    training = make_open_class(people)
    nominate_people(people.other_head, invitation_of(training, people.economy), reason="Đang kiểm kê tài sản")
    assert not waiting_for(people.leader)
    nominate_people(
        people.hamlet_head, invitation_of(training, people.hamlets[0]), positions=[people.hamlet_head.own_position]
    )
    assert waiting_for(people.leader) == {f"Duyệt danh sách lớp: {training.title}"}
    assert not waiting_for(people.other_head)
    assert invitation_of(training, people.economy).reason == "Đang kiểm kê tài sản"


def test_who_is_late_is_urged_and_the_list_is_asked_for_after_the_day(people):
    training = make_open_class(people)
    invitation = invitation_of(training, people.economy)
    with pytest.raises(NotAllowed):
        urge_unit(people.hamlet_head, invitation)
    urge_unit(people.coordinator, invitation)
    assert Notice.objects.get(position=people.other_head.position).urgent
    assert ask_for_lists() == 0
    TrainingClass.objects.update(nominate_by=timezone.localdate() - timedelta(days=1))
    assert ask_for_lists() == 1
    assert waiting_for(people.coordinator)
    # The unit is still asked: the overdue item is what reminders are made of.
    assert WorkItem.objects.open().for_actor(people.other_head).get().kind == "answer"


def test_the_list_is_approved_as_it_was_read(people):
    training = make_named_class(people)
    for actor in (people.member, people.unit_head, people.clerk, people.other_head):
        with pytest.raises(NotAllowed):
            approve_list(actor, training, seen=3)
    with pytest.raises(Refused, match="đã đổi"):
        approve_list(people.leader, training, seen=2)
    training = approve_list(people.leader, training, seen=3)
    assert (training.state, training.listed_by) == (S.LISTED, people.leader.position)
    assert sorted(training.nominees.on_list().values_list("number", flat=True)) == [1, 2, 3]
    assert not waiting_for(people.leader)
    with pytest.raises(Refused, match="Chưa có ai mới"):
        approve_list(people.leader, training, seen=3)


def test_more_people_than_seats_are_not_listed(people):
    training = make_named_class(people, seats=3)
    TrainingClass.objects.update(seats=2)
    with pytest.raises(Refused, match="2 chỗ"):
        approve_list(people.leader, training, seen=3)


def test_somebody_is_struck_with_a_reason_that_his_unit_reads(people, client):
    training = make_named_class(people)
    head = named(training, people.other_head)
    with pytest.raises(NotAllowed):
        strike_nominee(people.member, head, reason="Trùng lịch")
    with pytest.raises(Refused, match="lý do"):
        strike_nominee(people.leader, head, reason=" ")
    strike_nominee(people.leader, head, reason="Đã học lớp này năm ngoái")
    assert approve_list(people.leader, training, seen=2).nominees.on_list().count() == 2
    assert not waiting_for(people.other_head)
    page = sign_in(client, people.other_head).get(reverse("training:one", args=[training.pk])).content.decode()
    assert "Đã học lớp này năm ngoái" in page


def test_who_cannot_come_says_why_and_is_replaced(people):
    training = make_listed_class(people)
    head = named(training, people.hamlet_head)
    for actor in (people.leader, people.other_head):
        with pytest.raises(NotAllowed):
            decline_nominee(actor, head, reason="Bận")
    decline_nominee(people.hamlet_head, head, reason="Đi công tác")
    assert any("Cử người thay" in title for title in waiting_for(people.hamlet_head))
    nominate_people(
        people.hamlet_head, invitation_of(training, people.hamlets[0]), others="Nguyễn Văn P; Phó trưởng thôn"
    )
    assert not waiting_for(people.hamlet_head)
    training = approve_list(people.coordinator, training, seen=3)
    late = training.nominees.get(name="Nguyễn Văn P")
    assert (late.state, late.number) == (N.LISTED, 3)


def test_a_unit_takes_somebody_back_and_a_name_without_an_account_goes_at_once(people):
    training = make_named_class(people)
    other = training.nominees.get(position=None)
    with pytest.raises(NotAllowed):
        withdraw_nominee(people.hamlet_head, other)
    assert withdraw_nominee(people.other_head, other).name == ""
    assert not Nominee.objects.filter(name="Nguyễn Văn M").exists()
    head = named(training, people.other_head)
    withdraw_nominee(people.other_head, head)
    again = nominate_people(people.other_head, invitation_of(training, people.economy), positions=[head.position])
    assert again[0].state == N.NOMINATED


def test_two_classes_at_one_time_are_shown_and_not_refused(people, client):
    first = make_named_class(people, title="Lớp thứ nhất")
    second = make_named_class(people, title="Lớp thứ hai", sessions=slot(10, 9))
    apart = make_named_class(people, title="Lớp thứ ba", sessions=slot(12))
    head = named(second, people.other_head)
    assert clashes_in(second)[head.pk] == [first.title]
    assert clashes_in(apart) == {}
    sign_in(client, people.leader)
    assert "trùng giờ với lớp Lớp thứ nhất" in client.get(reverse("training:one", args=[second.pk])).content.decode()
    withdraw_nominee(people.other_head, named(first, people.other_head))
    assert head.pk not in clashes_in(second)


def test_a_unit_in_which_nobody_has_an_account_is_answered_for(people):
    union = BodyFactory(name="Hội Cựu chiến binh xã", parent=people.office)
    training = make_open_class(people, asked={union: 1, people.economy: 1})
    invitation = invitation_of(training, union)
    with pytest.raises(NotAllowed):
        nominate_people(people.coordinator, invitation_of(training, people.economy), others="Nguyễn Văn P; Hội viên")
    nominate_people(people.coordinator, invitation, others="Nguyễn Văn P; Chủ tịch Hội")
    assert training.nominees.get().name == "Nguyễn Văn P"


def test_the_leader_answers_for_who_sits_in_the_office_itself(people):
    training = make_open_class(people, asked={people.office: 1})
    assert any("Cử 1 người" in title for title in waiting_for(people.leader))
    assert not waiting_for(people.clerk)
    invitation = invitation_of(training, people.office)
    with pytest.raises(NotAllowed):
        nominate_people(people.clerk, invitation, positions=[people.clerk.own_position])
    nominate_people(people.leader, invitation, positions=[people.clerk.own_position])
    assert f"Dự lớp: {training.title}" in waiting_for(people.clerk)


def test_numbers_follow_the_list_until_attendance_was_taken(people):
    training = make_listed_class(people)
    strike_nominee(people.leader, named(training, people.other_head), reason="Trùng lịch")
    assert sorted(training.nominees.on_list().values_list("number", flat=True)) == [1, 2]
    first, _second = begin_now(training)
    tick_session(people.coordinator, first, present=training.nominees.on_list())
    decline_nominee(people.hamlet_head, named(training, people.hamlet_head), reason="Ốm")
    nominate_people(
        people.hamlet_head, invitation_of(training, people.hamlets[0]), others="Nguyễn Văn P; Phó trưởng thôn"
    )
    training = approve_list(people.leader, training, seen=2)
    assert list(training.nominees.on_list().in_order().values_list("number", flat=True)) == [1, 3]


def test_a_change_of_hours_is_told_and_units_that_answered_stay(people):
    training = make_named_class(people)
    with pytest.raises(Refused, match="vừa sửa"):
        write_class(people.coordinator, training, values=class_values(), asked={people.economy: 2}, seen=0)
    with pytest.raises(Refused, match="đã cử người"):
        write_class(people.coordinator, training, values=class_values(), asked={people.culture: 1}, seen=training.edits)
    values = class_values(sessions=slot(20))
    asked = {people.economy: 2, people.hamlets[0]: 1, people.culture: 1}
    training = write_class(people.coordinator, training, values=values, asked=asked, seen=training.edits)
    assert training.sessions.count() == 1
    assert Notice.objects.filter(position=people.other_head.position, text__contains="Lịch lớp thay đổi").exists()
    own = WorkItem.objects.open().get(title=f"Dự lớp: {training.title}", position=people.other_head.position)
    assert own.due == timezone.localdate() + timedelta(days=20)
    assert WorkItem.objects.open().for_actor(people.unit_head).get().kind == "answer"
    later = values | {"nominate_by": timezone.localdate() + timedelta(days=8)}
    write_class(people.coordinator, training, values=later, asked=asked, seen=training.edits)
    assert WorkItem.objects.open().for_actor(people.unit_head).get().due == later["nominate_by"]
    assert not WorkItem.objects.open().for_actor(people.other_head).filter(kind="answer").exists()


def test_called_off_nothing_waits_and_everyone_is_told_why(people):
    training = make_named_class(people)
    with pytest.raises(NotAllowed):
        cancel_class(people.member, training, reason="Bão")
    with pytest.raises(Refused, match="lý do"):
        cancel_class(people.leader, training, reason="")
    cancel_class(people.leader, training, reason="Bão số 5")
    assert not WorkItem.objects.open().exists()
    assert Notice.objects.filter(position=people.hamlet_head.position, text__contains="Bão số 5").exists()
