"""Visits of teams: a minute at a phone, numbers that open what they count, and no names."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.activities.actions.enter_visit import enter_visit
from lienthong.activities.models import TeamVisit
from lienthong.activities.visiting import by_hamlet, by_subject
from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import abilities_for
from lienthong.organisations.tests.factories import cast, sign_in

pytestmark = pytest.mark.django_db


def visited(actor, hamlet, team=None, day=None, **helped):
    day = day or timezone.localdate()
    return enter_visit(actor, hamlet=hamlet, team=team or hamlet, day=day, helped=helped or {"identity": 4})


def test_a_hamlet_head_enters_a_visit_at_his_phone(client):
    people = cast()
    sign_in(client, people.hamlet_head)
    url = reverse("activities:enter_visit")
    own = people.hamlets[0]
    form = client.get(url).context["form"]
    assert list(form.fields["hamlet"].queryset) == [own]
    sent = {
        "hamlet": own.pk,
        "team": own.pk,
        "day": f"{timezone.localdate():%Y-%m-%d}",
        "n_identity": "",
        "n_safety": "",
    }
    answer = client.post(url, sent)
    assert "ít nhất một việc" in answer.content.decode()
    client.post(url, sent | {"n_identity": "7", "n_safety": "5"})
    visit = TeamVisit.objects.get()
    assert {each.subject: each.people for each in visit.helped.all()} == {"identity": 7, "safety": 5}
    assert len(history_of(visit)) == 1


def test_entered_again_it_is_put_right_and_not_counted_twice():
    people = cast()
    hamlet = people.hamlets[0]
    visited(people.hamlet_head, hamlet, identity=7, safety=5)
    visit = visited(people.member, hamlet, identity=9)
    assert TeamVisit.objects.get() == visit
    assert [(each.subject, each.people) for each in visit.helped.all()] == [("identity", 9)]


def test_what_is_wrong_is_refused():
    people = cast()
    for wrong in ({"day": timezone.localdate() + timedelta(days=1)}, {"identity": 0}, {"identity": 10_000}, {"lạ": 2}):
        with pytest.raises(Refused):
            visited(people.member, people.hamlets[0], **wrong)
    for actor in (people.reader, people.supervisor, people.administrator):
        with pytest.raises(NotAllowed):
            visited(actor, people.hamlets[0])
    with pytest.raises(NotAllowed):
        visited(people.hamlet_head, people.hamlets[1])
    with pytest.raises(NotAllowed):
        visited(people.member, cast().hamlets[0])
    assert not TeamVisit.objects.exists()


def test_sums_open_what_they_count(client):
    people = cast()
    first, second, _third = people.hamlets
    visited(people.member, first, identity=7, safety=5)
    visited(people.member, first, day=timezone.localdate() - timedelta(days=7), identity=3)
    visited(people.member, second, team=people.culture, payment=2)
    found = TeamVisit.objects.visible_to(people.leader)
    assert [(row.label, row.visits, row.people) for row in by_hamlet(found)] == [("Thôn 1", 2, 15), ("Thôn 2", 1, 2)]
    assert {row.key: (row.visits, row.people) for row in by_subject(found)} == {
        "identity": (2, 10),
        "payment": (1, 2),
        "safety": (1, 5),
    }
    sign_in(client, people.leader)
    url = reverse("activities:visits")
    assert len(client.get(url).context["page"].object_list) == 3
    assert len(client.get(url, {"thon": first.pk}).context["page"].object_list) == 2
    assert len(client.get(url, {"viec": "payment"}).context["page"].object_list) == 1
    assert client.get(url, {"thon": "x", "viec": "x"}).status_code == 200


def test_a_hamlet_sees_its_own_and_seeing_agrees_with_listing():
    people = cast()
    visits = [visited(people.member, hamlet) for hamlet in people.hamlets]
    assert list(TeamVisit.objects.visible_to(people.hamlet_head)) == [visits[0]]
    for actor in (people.member, people.hamlet_head, people.reader, people.supervisor, cast().leader):
        listed = set(TeamVisit.objects.visible_to(actor))
        assert {visit for visit in visits if abilities_for(actor, visit).see} == listed
