"""Numbers and registering: in and out, duplicates, corrections, held and cancelled numbers."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.search import matches
from lienthong.inbox.service import Notice, WorkItem
from lienthong.organisations.tests.factories import cast
from lienthong.registry import events
from lienthong.registry.actions.cancel_number import cancel_number
from lienthong.registry.actions.change_document import change_document
from lienthong.registry.actions.discard_draft import DraftReason, discard_draft
from lienthong.registry.actions.hold_number import hold_number
from lienthong.registry.actions.open_series import open_series
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.actions.register_outgoing import register_outgoing
from lienthong.registry.models import Direction, HeldNumber, OfficialDocument, RegisterSeries
from lienthong.registry.registering import Duplicate
from lienthong.registry.series import next_number, next_numbers, series_for
from lienthong.registry.tests.factories import document, plan_text, read_document, received_document

pytestmark = pytest.mark.django_db
State = OfficialDocument.State
DAY = date(2025, 8, 6)


def outgoing(people, **fields):
    fields.setdefault("number", "/KH-UBND")
    return document(
        people.office, direction=Direction.OUTGOING, state=State.TO_REGISTER, issuer="", dated="2025-08-05", **fields
    )


def test_an_incoming_document_gets_its_number_and_waits_for_the_leader():
    people = cast()
    made = read_document(people.clerk)
    done = register_incoming(people.clerk, made, arrived_on=DAY, values={"due": date(2025, 8, 20), "copies": 2})
    assert (done.state, done.register_number, done.arrived_on, done.copies) == (State.WITH_LEADER, 1, DAY, 2)
    assert done.issuer_body == people.province
    assert history_of(done).last().kind == events.REGISTERED_IN.code
    decide = WorkItem.objects.open().get(kind=WorkItem.Kind.DECIDE)
    assert (decide.role, decide.body, decide.due) == ("leader", people.office, date(2025, 8, 20))
    assert not WorkItem.objects.open().filter(kind=WorkItem.Kind.CHECK).exists()
    assert WorkItem.objects.open().get(kind=WorkItem.Kind.REVIEW).body == people.culture
    assert list(matches(OfficialDocument, "chuyen doi so")) == [{"object_id": done.pk}]
    assert not Notice.objects.exists()


def test_numbers_follow_each_other_per_office_direction_and_year():
    people, others = cast(), cast()
    first = [
        register_incoming(people.clerk, read_document(people.clerk, plan_text(f"{n}/KH-UBND")), arrived_on=DAY)
        for n in (1, 2, 3)
    ]
    assert [done.register_number for done in first] == [1, 2, 3]
    other = register_incoming(others.clerk, read_document(others.clerk), arrived_on=DAY)
    last_year = register_incoming(people.clerk, read_document(people.clerk), arrived_on=date(2024, 12, 31))
    out = register_outgoing(people.clerk, outgoing(people))
    assert (other.register_number, last_year.register_number, out.register_number) == (1, 1, 1)


def test_a_refused_registration_takes_no_number():
    people = cast()
    made = read_document(people.clerk)
    with pytest.raises(Refused):
        register_incoming(people.clerk, made, arrived_on=DAY, values={"subject": " "})
    with pytest.raises(Refused):
        register_incoming(people.clerk, made, arrived_on=timezone.localdate() + timedelta(days=1))
    made.refresh_from_db()
    assert made.state == State.TO_REGISTER
    assert register_incoming(people.clerk, made, arrived_on=DAY).register_number == 1


def test_a_document_is_registered_once():
    people = cast()
    made = register_incoming(people.clerk, read_document(people.clerk), arrived_on=DAY)
    with pytest.raises(NotAllowed):
        register_incoming(people.clerk, made, arrived_on=DAY)
    stale = OfficialDocument.objects.get(pk=made.pk)
    stale.state = State.TO_REGISTER
    with pytest.raises(Refused):
        register_incoming(people.clerk, stale, arrived_on=DAY)


def test_the_clerk_need_not_wait_for_the_reader():
    people = cast()
    made = received_document(people.clerk, plan_text())
    done = register_incoming(people.clerk, made, arrived_on=DAY, values={"subject": "Ghi bằng tay"})
    from lienthong.registry.tests.factories import read_files

    read_files(done)
    assert (done.state, done.subject, done.number) == (State.WITH_LEADER, "Ghi bằng tay", "12/KH-UBND")
    assert list(matches(OfficialDocument, "mở chuyên mục")) == [{"object_id": done.pk}]


def test_the_same_number_symbol_and_issuer_is_shown_before_it_is_registered_twice():
    people = cast()
    first = register_incoming(people.clerk, read_document(people.clerk), arrived_on=DAY)
    again = read_document(people.clerk, plan_text("012/KH-UBND"))
    with pytest.raises(Duplicate) as refused:
        register_incoming(people.clerk, again, arrived_on=DAY)
    assert refused.value.earlier == [first]
    other_issuer = read_document(people.clerk)
    register_incoming(people.clerk, other_issuer, arrived_on=DAY, values={"issuer": "Sở Nội vụ"})
    kept = register_incoming(people.clerk, again, arrived_on=DAY, keep_duplicate=True)
    assert kept.register_number == 3


def test_an_urgent_document_tells_leader_and_clerk_when_registered():
    people = cast()
    made = read_document(people.clerk)
    register_incoming(people.clerk, made, arrived_on=DAY, values={"urgency": "khẩn"})
    assert set(Notice.objects.values_list("position", flat=True)) == {
        people.leader.position.pk,
        people.clerk.position.pk,
    }
    assert WorkItem.objects.open().get(kind=WorkItem.Kind.DECIDE).urgent


def test_an_outgoing_document_gets_the_next_number_or_the_one_that_was_held():
    people = cast()
    first = register_outgoing(people.clerk, outgoing(people))
    assert (first.number, first.state, first.issuer) == ("01/KH-UBND", State.ISSUED, people.office.name)
    held = hold_number(people.clerk, day=DAY, purpose="báo cáo quý III")
    assert held.number == 2
    third = register_outgoing(people.clerk, outgoing(people, number="3/BC-UBND"))
    assert third.number == "03/BC-UBND"
    second = register_outgoing(people.clerk, outgoing(people, number="02/BC-UBND"))
    assert second.register_number == 2
    assert not HeldNumber.objects.exists()


@pytest.mark.parametrize("number,word", [("1/KH-UBND", "đã được cấp"), ("9/KH-UBND", "Số tiếp theo của sổ là 2")])
def test_an_outgoing_number_is_never_given_twice_nor_jumps(number, word):
    people = cast()
    register_outgoing(people.clerk, outgoing(people))
    with pytest.raises(Refused, match=word):
        register_outgoing(people.clerk, outgoing(people, number=number))
    assert register_outgoing(people.clerk, outgoing(people)).register_number == 2


def test_a_symbol_is_proposed_from_type_and_office():
    people = cast()
    assert register_outgoing(people.clerk, outgoing(people, number="", type="báo cáo")).number == "01/BC-UBND"
    assert register_outgoing(people.clerk, outgoing(people, number="", type="công văn")).number == "02/UBND"
    people.office.kind = "party"
    people.office.symbol = "ĐU"
    people.office.save()
    assert register_outgoing(people.clerk, outgoing(people, number="", type="kế hoạch")).number == "03-KH/ĐU"


def test_each_series_counts_by_itself():
    people = cast()
    register_outgoing(people.clerk, outgoing(people))
    decision = register_outgoing(people.clerk, outgoing(people, number="", type="quyết định"), code="QĐ")
    assert decision.number == "01/QĐ-UBND"


def test_a_cancelled_number_is_explained_and_never_used():
    people = cast()
    held = hold_number(people.clerk, day=DAY, purpose="tờ trình")
    with pytest.raises(Refused):
        cancel_number(people.clerk, held, why=" ")
    cancel_number(people.clerk, held, why="không ban hành")
    with pytest.raises(Refused):
        cancel_number(people.clerk, held, why="lần nữa")
    with pytest.raises(Refused, match="đã được cấp"):
        register_outgoing(people.clerk, outgoing(people, number="1/TTr-UBND"))
    assert history_of(held).last().kind == events.NUMBER_CANCELLED.code


def test_a_register_begins_after_the_paper_one_until_it_gave_a_number():
    people = cast()
    open_series(people.clerk, direction=Direction.OUTGOING, year=2025, last_number=81)
    assert register_outgoing(people.clerk, outgoing(people)).number == "82/KH-UBND"
    with pytest.raises(Refused):
        open_series(people.clerk, direction=Direction.OUTGOING, year=2025, last_number=5)


@pytest.mark.parametrize("name", ["leader", "coordinator", "unit_head", "reader", "supervisor", "administrator"])
def test_only_the_clerk_gives_numbers(name):
    people = cast()
    actor = getattr(people, name)
    held = hold_number(people.clerk, day=DAY, purpose="tờ trình")
    made = read_document(people.clerk)
    for act in (
        lambda: register_incoming(actor, made, arrived_on=DAY),
        lambda: register_outgoing(actor, outgoing(people)),
        lambda: change_document(actor, document(people.office), values={"note": "x"}),
        lambda: discard_draft(actor, made, reason=DraftReason.MISTAKE),
        lambda: hold_number(actor, day=DAY, purpose="x"),
        lambda: cancel_number(actor, held, why="x"),
        lambda: open_series(actor, direction=Direction.INCOMING, year=2020, last_number=1),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_another_office_cannot_touch_it():
    people, others = cast(), cast()
    held = hold_number(people.clerk, day=DAY, purpose="tờ trình")
    with pytest.raises(NotAllowed):
        cancel_number(others.clerk, held, why="x")
    with pytest.raises(NotAllowed):
        register_incoming(others.clerk, read_document(people.clerk), arrived_on=DAY)


def test_a_correction_keeps_the_number_and_is_found_and_recorded():
    people = cast()
    made = register_outgoing(people.clerk, outgoing(people))
    assert change_document(people.clerk, made, values={"subject": "Phát thanh cơ sở", "number": "01/CTr-UBND"}) == [
        "subject",
        "number",
    ]
    made.refresh_from_db()
    assert (made.symbol, made.register_number) == ("CTr-UBND", 1)
    assert list(matches(OfficialDocument, "phat thanh co so")) == [{"object_id": made.pk}]
    sentence = history_of(made).last().sentence
    assert "trích yếu" in sentence
    assert "Phát thanh" not in sentence
    with pytest.raises(Refused):
        change_document(people.clerk, made, values={"number": "07/CTr-UBND"})
    assert change_document(people.clerk, made, values={"subject": "Phát thanh cơ sở"}) == []


def test_a_draft_is_dropped_and_a_registered_document_is_not():
    people = cast()
    made = read_document(people.clerk)
    stored = made.files.get().stored
    discard_draft(people.clerk, made, reason=DraftReason.DUPLICATE)
    assert not OfficialDocument.objects.exists()
    assert not stored.storage.exists(stored.name)
    assert not WorkItem.objects.exists()
    kept = document(people.office)
    with pytest.raises(Refused):
        discard_draft(people.clerk, kept, reason=DraftReason.MISTAKE)


def test_what_was_taken_outside_a_transaction_is_a_mistake_of_ours(transactional_db):
    series = series_for(cast().office, Direction.INCOMING, DAY)
    with pytest.raises(RuntimeError):
        next_number(series)
    assert RegisterSeries.objects.get().last_number == 0


def test_the_next_numbers_are_shown_per_register():
    people = cast()
    assert next_numbers(people.office, Direction.OUTGOING) == {"": 1}
    hold_number(people.clerk, day=timezone.localdate(), purpose="x", code="QĐ")
    assert next_numbers(people.office, Direction.OUTGOING) == {"QĐ": 2}
