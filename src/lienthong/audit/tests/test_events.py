"""Events are appended, read as sentences, and lose their persons when their time has come."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils import timezone

from lienthong.audit import kinds, service
from lienthong.audit.models import Event
from lienthong.audit.service import KEEP, SYSTEM, EventKind, Forgetting, Stamp
from lienthong.core.models import ExtraDay
from lienthong.jobs.service import all_periodic

pytestmark = pytest.mark.django_db

DONE = EventKind(
    "audit_test.thing.done", "làm {what} cho {person}.", Forgetting(timedelta(days=30), ("person",), "thử")
)
KEPT = EventKind("audit_test.thing.kept", "ghi {what}.", KEEP)
BY = Stamp("organisations.position:1", "Nguyễn Văn A, Văn thư", "organisations.body:1")


@pytest.fixture(autouse=True)
def own_kinds() -> Iterator[None]:
    service.register(DONE, KEPT)
    yield
    for kind in (DONE, KEPT):
        del kinds._kinds[kind.code]


@pytest.fixture
def thing() -> ExtraDay:
    return ExtraDay.objects.create(day=timezone.localdate(), works=True, reason="thử")


def test_an_event_reads_as_a_sentence(thing: ExtraDay) -> None:
    event = service.record(DONE, thing, by=BY, what="phiếu", person="Nguyễn Văn B")
    assert event.sentence == "Nguyễn Văn A, Văn thư: làm phiếu cho Nguyễn Văn B."
    assert service.record(KEPT, thing, by=SYSTEM, what="sổ").sentence == "Hệ thống: ghi sổ."
    assert list(service.history_of(thing)) == list(Event.objects.all())


def test_an_unregistered_kind_is_not_recorded(thing: ExtraDay) -> None:
    with pytest.raises(KeyError):
        service.record(EventKind("audit_test.thing.other", "…", KEEP), thing, by=BY)
    with pytest.raises(ValueError, match="two kinds"):
        service.register(EventKind(DONE.code, "khác", KEEP))


def test_events_are_never_changed_or_deleted(thing: ExtraDay) -> None:
    event = service.record(KEPT, thing, by=BY, what="sổ")
    for change in (event.save, event.delete, Event.objects.all().delete, lambda: Event.objects.update(actor="")):
        with pytest.raises(TypeError):
            change()


def test_persons_are_forgotten_by_the_rule_and_the_rest_stays(thing: ExtraDay) -> None:
    old = timezone.now() - timedelta(days=31)
    Event(
        kind=DONE.code, subject="x:1", actor=BY.key, actor_label=BY.label, at=old, data={"what": "phiếu", "person": "B"}
    ).save()
    Event(kind=KEPT.code, subject="x:1", actor=BY.key, actor_label=BY.label, at=old, data={"what": "sổ"}).save()
    service.record(DONE, thing, by=BY, what="mới", person="B")
    call_command("forget")
    forgotten, kept, new = Event.objects.order_by("at", "pk")
    assert forgotten.sentence == "…: làm phiếu cho …."
    assert (forgotten.actor, forgotten.data) == ("", {"what": "phiếu"})
    assert kept.actor_label == new.actor_label == BY.label
    assert service.forget_due() == 0


def test_forgetting_runs_every_night() -> None:
    assert "audit.forget" in [job.name for job in all_periodic()]


def test_a_history_shows_when_and_what(thing: ExtraDay) -> None:
    assert "ghi lại ở đây" in render_to_string("audit/history.html", {"events": service.history_of(thing)})
    service.record(KEPT, thing, by=BY, what="<b>sổ</b>")
    shown = render_to_string("audit/history.html", {"events": service.history_of(thing)})
    assert "ghi &lt;b&gt;sổ&lt;/b&gt;." in shown
    assert f"{timezone.localdate():%d/%m/%Y}" in shown
