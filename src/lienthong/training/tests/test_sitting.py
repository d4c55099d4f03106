"""From the first session to the evidence that closes an occurrence: sheets, results, minutes, and one's own record."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.audit.service import Event, history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.plans.tests.factories import make_accepted
from lienthong.training.actions.close_class import close_class
from lienthong.training.actions.enter_results import enter_results
from lienthong.training.actions.finish_class import finish_class
from lienthong.training.actions.tick_session import tick_session
from lienthong.training.jobs import ask_for_lists, erase_due
from lienthong.training.models import Invitation, Nominee, TrainingClass
from lienthong.training.people import KEPT_DAYS
from lienthong.training.results import seen_of
from lienthong.training.tests.factories import (
    begin_now,
    make_class,
    make_closed_class,
    make_listed_class,
    make_taught_class,
    picture,
)

pytestmark = pytest.mark.django_db
S, R = TrainingClass.State, Nominee.Result


@pytest.fixture
def people():
    return cast()


def minutes(**more):
    return {"minutes_number": "15/BB-UBND", "minutes_dated": timezone.localdate(), "photos": [picture()]} | more


def occurrence_of(people):
    share = make_accepted(people, rhythm_set="1 tháng/1 lần", text="Tập huấn cán bộ về chuyển đổi số")
    found = share.occurrences.order_by("due").first()
    assert found is not None
    found.share = share
    return found


def of(training, actor):
    return training.nominees.get(position=actor.own_position)


def test_a_sheet_is_filled_in_once_the_session_began(people):
    training = make_listed_class(people)
    head = of(training, people.other_head)
    with pytest.raises(Refused, match="chưa bắt đầu"):
        tick_session(people.coordinator, training.sessions.first(), present=[head])
    first, _second = begin_now(training)
    for actor in (people.other_head, people.clerk, people.hamlet_head, cast().coordinator):
        with pytest.raises(NotAllowed):
            tick_session(actor, first, present=[head])
    tick_session(people.member, first, present=[head])
    assert first.presences.get().nominee == head
    with pytest.raises(Refused, match="Người khác vừa điểm danh"):
        tick_session(people.coordinator, first, present=[])
    assert first.presences.count() == 1
    stranger = make_listed_class(people).nominees.first()
    first.refresh_from_db()
    with pytest.raises(Refused, match="trong danh sách"):
        tick_session(people.coordinator, first, present=[stranger], seen=seen_of(first))
    assert not WorkItem.objects.open().filter(title=f"Dự lớp: {training.title}", subject__endswith=f":{head.pk}")


def test_a_correction_leaves_both_in_the_log_and_no_name(people):
    training = make_taught_class(people)
    first = training.sessions.first()
    head, hamlet = of(training, people.other_head), of(training, people.hamlet_head)
    assert (head.result, hamlet.result) == (R.PASSED, R.FAILED)
    second = training.sessions.last()
    tick_session(people.member, second, present=[head, hamlet], seen=seen_of(second))
    tick_session(people.member, first, present=[hamlet], seen=seen_of(first))
    assert (of(training, people.other_head).result, of(training, people.hamlet_head).result) == (R.FAILED, R.PASSED)
    said = [event.sentence for event in history_of(training).filter(kind="training.class.corrected")]
    assert f"thêm có mặt số {hamlet.number}" in said[0]
    assert f"bỏ có mặt số {head.number}" in said[1]
    names = set(training.nominees.values_list("name", flat=True))
    kept = [str(event.data) for event in Event.objects.filter(kind__startswith="training.")]
    assert not [line for line in kept for name in names if name in line]


def test_it_is_taught_when_every_sheet_is_filled_in(people):
    training = make_listed_class(people)
    with pytest.raises(Refused, match="chưa học xong"):
        finish_class(people.coordinator, training)
    begin_now(training)
    with pytest.raises(Refused, match="chưa điểm danh"):
        finish_class(people.coordinator, training)
    ask_for_lists()
    assert not WorkItem.objects.open().filter(title__startswith="Dự lớp").exists()


def test_the_rule_gives_results_and_a_hand_needs_a_reason(people):
    training = make_taught_class(people)
    results = {one.pk: (one.result, "") for one in training.nominees.on_list()}
    assert sorted(result for result, _number in results.values()) == ["failed", "failed", "passed"]
    hamlet = of(training, people.hamlet_head)
    by_hand = results | {hamlet.pk: (R.PASSED, "CN-07")}
    with pytest.raises(NotAllowed):
        enter_results(people.other_head, training, results=by_hand, reason="Học bù")
    with pytest.raises(Refused, match="lý do"):
        enter_results(people.coordinator, training, results=by_hand, reason=" ")
    with pytest.raises(Refused, match="chưa ghi hoàn thành"):
        enter_results(people.coordinator, training, results=results | {hamlet.pk: (R.FAILED, "CN-07")}, reason="")
    with pytest.raises(Refused, match="Chưa có gì"):
        enter_results(people.coordinator, training, results=results, reason="")
    enter_results(people.coordinator, training, results=by_hand, reason="Học bù buổi thứ hai")
    hamlet.refresh_from_db()
    assert (hamlet.result, hamlet.certificate, hamlet.result_reason) == (R.PASSED, "CN-07", "Học bù buổi thứ hai")
    # What a person decided stays when a sheet is corrected.
    first = training.sessions.first()
    tick_session(people.coordinator, first, present=[], seen=seen_of(first))
    hamlet.refresh_from_db()
    assert hamlet.result == R.PASSED


def test_without_a_rule_every_result_is_entered_by_hand(people):
    training = make_taught_class(people, pass_percent=None)
    with pytest.raises(Refused, match="chưa có kết quả"):
        close_class(people.coordinator, training, **minutes())
    results = {one.pk: (R.PASSED, "") for one in training.nominees.on_list()}
    enter_results(people.coordinator, training, results=results, reason="Theo bài kiểm tra cuối lớp")
    assert close_class(people.coordinator, training, **minutes()).state == S.CLOSED


def test_minutes_photos_and_numbers_close_the_occurrence_once(people):
    occurrence = occurrence_of(people)
    training = make_taught_class(people, occurrence=occurrence, by=people.member)
    other = make_taught_class(people, occurrence=occurrence, by=people.member)
    for wrong in ({"minutes_number": ""}, {"photos": []}, {"minutes_dated": None}):
        with pytest.raises(Refused):
            close_class(people.member, training, **minutes(**wrong))
    closed = close_class(people.member, training, **minutes())
    occurrence.refresh_from_db()
    assert occurrence.closed_by == closed.work
    assert closed.work.title == f"{training.title}: 2 lượt người của 2 đơn vị dự"
    proofs = list(closed.work.evidence.all())
    assert sorted(proof.kind for proof in proofs) == ["file", "minutes"]
    names = set(training.nominees.values_list("name", flat=True))
    assert not [name for name in names for proof in proofs if name in f"{closed.work.title} {proof.name} {proof.note}"]
    with pytest.raises(Refused, match="minh chứng rồi"):
        close_class(people.member, other, **minutes())
    other.refresh_from_db()
    assert other.state == S.TAUGHT
    assert not other.photos.exists()


def test_a_unit_that_has_no_part_does_not_begin_a_class_for_it(people, client):
    occurrence = occurrence_of(people)
    with pytest.raises(NotAllowed):
        make_class(people, occurrence=occurrence, by=people.other_head)
    page = sign_in(client, people.member).get(reverse("plans:occurrence", args=[occurrence.pk])).content.decode()
    url = reverse("training:begin", query={"ky": occurrence.pk})
    assert url in page
    assert "Lớp này làm cho" in client.get(url).content.decode()
    training = make_class(people, occurrence=occurrence, by=people.member)
    assert training.title in client.get(reverse("plans:occurrence", args=[occurrence.pk])).content.decode()
    assert sign_in(client, people.other_head).get(url).status_code == 404


def test_who_keeps_it_is_asked_to_close_it_and_not_afterwards(people):
    training = make_taught_class(people)
    ask_for_lists()
    item = WorkItem.objects.open().get(subject__startswith="training.trainingclass")
    assert item.body == people.culture
    close_class(people.coordinator, training, **minutes())
    ask_for_lists()
    assert not WorkItem.objects.open().exists()


def test_units_are_counted_when_it_is_closed(people):
    training = make_closed_class(people)
    counted = {one.body: (one.attended, one.passed) for one in training.invitations.select_related("body")}
    assert counted == {people.economy: (1, 1), people.hamlets[0]: (1, 0)}
    first = training.sessions.first()
    # A correction afterwards puts somebody's own record right; what was reported stays.
    tick_session(people.coordinator, first, present=training.nominees.on_list(), seen=seen_of(first))
    assert {one.attended for one in training.invitations.all()} == {1}


def test_a_sheet_on_a_page_keeps_what_was_ticked(people, client):
    training = make_listed_class(people)
    first, _second = begin_now(training)
    head = of(training, people.other_head)
    sign_in(client, people.coordinator)
    url = reverse("training:session", args=[first.pk])
    page = client.get(url)
    assert page.context["seen"] == ""
    tick_session(people.member, first, present=[])
    late = client.post(url, {"present": [head.pk], "seen": ""})
    assert late.status_code == 422
    assert late.context["ticked"] == {head.pk}
    client.post(url, {"present": [head.pk, "x"], "seen": late.context["seen"]})
    assert first.presences.get().nominee == head
    assert sign_in(client, people.other_head).get(url).status_code == 404


def test_results_and_minutes_on_their_pages(people, client):
    training = make_taught_class(people)
    sign_in(client, people.coordinator)
    url = reverse("training:results", args=[training.pk])
    hamlet = of(training, people.hamlet_head)
    fields = {name: field.initial for name, field in client.get(url).context["form"].fields.items() if name != "reason"}
    sent = fields | {f"r_{hamlet.pk}": "passed"}
    assert "Hãy ghi lý do" in client.post(url, sent).content.decode()
    client.post(url, sent | {"reason": "Học bù"})
    hamlet.refresh_from_db()
    assert hamlet.result == R.PASSED
    close = reverse("training:close", args=[training.pk])
    client.post(close, {"minutes_number": "15/BB-UBND", "minutes_dated": "", "photos": [picture()]})
    training.refresh_from_db()
    assert training.state == S.TAUGHT
    day = f"{timezone.localdate():%Y-%m-%d}"
    client.post(close, {"minutes_number": "15/BB-UBND", "minutes_dated": day, "photos": [picture()]})
    training.refresh_from_db()
    assert training.state == S.CLOSED
    assert client.get(reverse("training:photo", args=[training.pk, 1])).status_code == 200


def test_names_without_an_account_are_erased_after_five_years_and_numbers_stay(people):
    training = make_closed_class(people)
    TrainingClass.objects.update(closed_at=timezone.now() - timedelta(days=KEPT_DAYS - 1))
    assert erase_due() == 0
    TrainingClass.objects.update(closed_at=timezone.now() - timedelta(days=KEPT_DAYS + 1))
    assert erase_due() == 1
    assert erase_due() == 0
    assert not Nominee.objects.filter(name="Nguyễn Văn M").exists()
    assert training.nominees.on_list().count() == 3
    assert Nominee.objects.filter(position=people.other_head.position).get().name


def test_everyone_sees_his_own_record_and_asks_for_its_correction(people, client):
    training = make_closed_class(people)
    hamlet = of(training, people.hamlet_head)
    sign_in(client, people.hamlet_head)
    page = client.get(reverse("training:mine")).content.decode()
    assert training.title in page
    assert "1/2" in page
    record = reverse("organisations:my_record")
    assert f"Lớp {training.title}: Trong danh sách, dự 1/2 buổi" in client.get(record).content.decode()
    ask = reverse("organisations:ask_line_correction", args=[f"training.nominee:{hamlet.pk}"])
    client.post(ask, {"note": " "})
    assert not Event.objects.filter(kind="organisations.record.correction_asked").exists()
    client.post(ask, {"note": "Buổi hai tôi có mặt"})
    assert Event.objects.get(kind="organisations.record.correction_asked").data["note"] == "Buổi hai tôi có mặt"
    asked = sign_in(client, people.administrator).get(reverse("organisations:corrections")).content.decode()
    assert "Buổi hai tôi có mặt" in asked
    # Who keeps the class reads it there; nobody asks about another's record.
    keeper = sign_in(client, people.coordinator).get(reverse("training:one", args=[training.pk])).content.decode()
    assert "Buổi hai tôi có mặt" in keeper
    assert client.post(ask, {"note": "Không"}).status_code == 404
    assert client.get(reverse("training:mine")).context["own"] == []


def test_figures_stand_on_units(people):
    make_closed_class(people)
    start, end = timezone.localdate() - timedelta(days=5), timezone.localdate()
    assert TrainingClass.objects.closed_between(start, end).count() == 1
    assert Invitation.objects.closed_between(start, end).count() == 2
    assert not Invitation.objects.closed_between(start - timedelta(days=60), start - timedelta(days=30)).exists()
