"""Visits of teams: a minute at a phone, numbers that open what they count, and no names."""

from datetime import timedelta

import pytest
import vanban
from django.urls import reverse
from django.utils import timezone

from lienthong.activities.actions.enter_visit import enter_visit
from lienthong.activities.actions.prove_visits import prove_visits
from lienthong.activities.models import TeamVisit
from lienthong.activities.visiting import by_hamlet, by_subject
from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import abilities_for
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.plans.service import Work
from lienthong.plans.tests.factories import make_accepted

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


def due(people):
    """An accepted share of the hamlet's visits with an occurrence this month, and visits of its time."""
    share = make_accepted(people, rhythm_set="1 tháng/1 lần", text="Tổ công nghệ số xuống thôn hướng dẫn")
    occurrence = share.occurrences.filter(due__gte=timezone.localdate()).order_by("due").first()
    assert occurrence is not None
    occurrence.share = share
    return share, occurrence


def test_visits_close_an_occurrence_once_with_their_numbers():
    people = cast()
    _share, occurrence = due(people)
    visits = [
        visited(people.member, people.hamlets[0], identity=7, safety=5),
        visited(people.member, people.hamlets[1], payment=2),
    ]
    work = prove_visits(people.member, visits, share=occurrence.share, occurrence=occurrence)
    occurrence.refresh_from_db()
    assert occurrence.closed_by == work
    assert "2 lượt đi, 2 thôn, 14 lượt người" in work.title
    proof = work.evidence.get()
    assert (proof.kind, proof.content_type, proof.note) == ("file", "application/pdf", work.title)
    with proof.stored.open("rb") as stored:
        printed = vanban.read(stored.read()).text
    assert "Thôn 2" in printed
    assert "14" in printed
    # Counted once: neither the occurrence nor a visit is given again.
    more = visited(people.member, people.hamlets[2], identity=1)
    with pytest.raises(Refused, match="minh chứng rồi"):
        prove_visits(people.member, [more], share=occurrence.share, occurrence=occurrence)
    more.refresh_from_db()
    assert more.work is None
    with pytest.raises(Refused, match="đã là minh chứng"):
        prove_visits(people.member, [more, visits[0]], share=occurrence.share)
    assert Work.objects.count() == 1


def test_what_a_plan_was_told_stays_as_minutes_do():
    people = cast()
    share, _occurrence = due(people)
    visit = visited(people.member, people.hamlets[0], identity=7)
    prove_visits(people.member, [visit], share=share)
    with pytest.raises(Refused, match="không sửa được"):
        visited(people.member, people.hamlets[0], identity=9)
    assert visit.helped.get().people == 7
    assert share.credits.get().occurrence is None


def test_only_who_works_on_the_share_gives_visits_and_only_what_he_sees():
    people, others = cast(), cast()
    share, _occurrence = due(people)
    visit = visited(people.member, people.hamlets[0])
    for actor in (people.other_head, people.hamlet_head, people.reader, people.supervisor, others.leader):
        with pytest.raises(NotAllowed):
            prove_visits(actor, [visit], share=share)
    with pytest.raises(Refused, match="ít nhất một"):
        prove_visits(people.member, [], share=share)
    with pytest.raises(Refused):
        prove_visits(people.member, [visited(others.member, others.hamlets[0])], share=share)


def test_visits_are_given_on_a_page_that_begins_at_the_occurrence(client):
    people = cast()
    _share, occurrence = due(people)
    visit = visited(people.member, people.hamlets[0], identity=7)
    sign_in(client, people.member)
    page = reverse("plans:occurrence", args=[occurrence.pk])
    url = reverse("activities:prove_visits", query={"ky": occurrence.pk})
    assert url in client.get(page).content.decode()
    assert "Thôn 1 · Định danh" in client.get(url).content.decode()
    assert "ít nhất một lượt" in client.post(url, {"visits": []} | {"sent": "1"}).content.decode()
    client.post(url, {"visits": [visit.pk]})
    visit.refresh_from_db()
    assert visit.work is not None
    shown = client.get(page).content.decode()
    assert "1 lượt đi thôn" in shown
    assert url not in shown
    given = client.get(reverse("activities:visits"), {"minh-chung": visit.work.pk}).content.decode()
    assert visit.work.title in given
    sign_in(client, people.other_head)
    assert client.get(url).status_code == 404


def test_visits_are_given_from_their_own_page_to_what_is_chosen(client):
    people = cast()
    _share, occurrence = due(people)
    visit = visited(people.member, people.hamlets[0], identity=7)
    sign_in(client, people.member)
    url = reverse("activities:prove_visits")
    assert url in client.get(reverse("activities:visits")).content.decode()
    wrong = client.post(url, {"visits": [visit.pk], "target": "o999999"})
    assert wrong.context["form"].errors["target"]
    client.post(url, {"visits": [visit.pk], "target": f"o{occurrence.pk}"})
    occurrence.refresh_from_db()
    assert occurrence.closed_by is not None
