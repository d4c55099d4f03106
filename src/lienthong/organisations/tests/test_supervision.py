"""What a supervisor is given: by whom, from when to when, and on which page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from lienthong.audit.service import Event
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.acting import Actor
from lienthong.organisations.actions.end_supervision import end_supervision
from lienthong.organisations.actions.give_supervision import give_supervision
from lienthong.organisations.models import Body, Role, Supervision, today
from lienthong.organisations.tests.factories import Cast, cast, make_actor, sign_in

BASIS = "Nghị quyết 12/NQ-HĐND"


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


@pytest.fixture
def front(people: Cast) -> Actor:
    """A supervisor of the Front, given nothing yet."""
    return make_actor(people.culture, "Ủy viên Mặt trận", Role.SUPERVISOR)


def again(actor: Actor) -> Actor:
    """The same person at a later request."""
    return Actor(actor.user, actor.position)


def given(people: Cast, front: Actor, **values: object) -> Supervision:
    return give_supervision(
        people.administrator,
        front.own_position,
        body=people.office,
        basis=BASIS,
        **values,  # type: ignore[arg-type]
    )


def test_nothing_is_supervised_until_it_is_given_and_after_it_ended(people: Cast, front: Actor) -> None:
    assert not front.supervises(people.office)
    supervision = given(people, front)
    sentence = Event.objects.latest("pk").sentence
    assert sentence.endswith("giao Nguyễn Văn A, Ủy viên Mặt trận giám sát Ủy ban nhân dân xã Minh Hòa, căn cứ "
                             "Nghị quyết 12/NQ-HĐND.")  # fmt: skip
    assert again(front).supervises(people.office)
    assert people.hamlets[0] in Body.objects.supervised_by(again(front))
    assert people.province not in Body.objects.supervised_by(again(front))
    end_supervision(people.administrator, supervision, day=today() - timedelta(days=1))
    assert not again(front).supervises(people.office)
    assert not Body.objects.supervised_by(again(front)).exists()


def test_only_the_administrator_of_the_supervised_office_gives_it_and_takes_it_back(people: Cast, front: Actor) -> None:
    for actor in (people.leader, people.coordinator, people.supervisor, front, cast().administrator):
        with pytest.raises(NotAllowed):
            give_supervision(actor, front.own_position, body=people.office, basis=BASIS)
    supervision = given(people, front)
    for actor in (people.leader, front, cast().administrator):
        with pytest.raises(NotAllowed):
            end_supervision(actor, supervision, day=today())
    with pytest.raises(NotAllowed):
        give_supervision(people.administrator, front.own_position, body=people.province, basis=BASIS)


def test_what_cannot_be_is_refused(people: Cast, front: Actor) -> None:
    with pytest.raises(Refused, match="vai trò Giám sát"):
        give_supervision(people.administrator, people.reader.own_position, body=people.office, basis=BASIS)
    with pytest.raises(Refused, match="căn cứ"):
        give_supervision(people.administrator, front.own_position, body=people.office, basis=" ")
    with pytest.raises(Refused, match="sổ văn bản riêng"):
        give_supervision(people.administrator, front.own_position, body=people.culture, basis=BASIS)
    with pytest.raises(Refused, match="sau ngày bắt đầu"):
        given(people, front, valid_from=today(), valid_to=today() - timedelta(days=1))
    supervision = given(people, front, valid_from=today())
    with pytest.raises(Refused, match="đang giám sát"):
        given(people, front)
    with pytest.raises(Refused, match="sau ngày bắt đầu"):
        end_supervision(people.administrator, supervision, day=today() - timedelta(days=1))


def test_the_role_alone_gives_nothing_to_others(people: Cast) -> None:
    """A position that is no supervisor's has no supervised bodies, whatever stands in the table."""
    Supervision.objects.create(position=people.reader.own_position, body=people.office, basis=BASIS)
    assert not again(people.reader).supervises(people.office)


def test_on_the_page_of_the_person(people: Cast, front: Actor, client: Client) -> None:
    page = reverse("organisations:user", args=[front.user.pk])
    desk = sign_in(client, people.administrator)
    assert "Chưa được giao cơ quan nào" in desk.get(page).content.decode()
    form = reverse("organisations:give_supervision", args=[front.own_position.pk])
    kept = desk.post(
        form, {"body": people.office.pk, "basis": BASIS, "valid_from": "2026-02-01", "valid_to": "2026-01-01"}
    )
    assert BASIS in kept.content.decode()
    assert "Ngày kết thúc phải sau ngày bắt đầu." in kept.content.decode()
    desk.post(form, {"body": people.office.pk, "basis": BASIS, "valid_from": str(today())})
    assert BASIS in desk.get(page).content.decode()
    end = reverse("organisations:end_supervision", args=[Supervision.objects.get(position=front.position).pk])
    desk.post(end, {"day": str(today())})
    assert Supervision.objects.get(position=front.position).valid_to == today()
