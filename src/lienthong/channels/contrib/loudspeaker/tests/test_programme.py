"""What a commune promises becomes a plan that is kept; what it lacks is said in time; what has faults is refused."""

from datetime import date, time, timedelta
from unittest import mock

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lienthong.channels.contrib.loudspeaker import items
from lienthong.channels.contrib.loudspeaker.actions.cancel_bulletin import cancel_bulletin
from lienthong.channels.contrib.loudspeaker.actions.choose_bulletin import choose_bulletin
from lienthong.channels.contrib.loudspeaker.actions.choose_recording import choose_recording
from lienthong.channels.contrib.loudspeaker.actions.decline_bulletin import decline_bulletin
from lienthong.channels.contrib.loudspeaker.actions.end_column import end_column
from lienthong.channels.contrib.loudspeaker.actions.end_slot import end_slot
from lienthong.channels.contrib.loudspeaker.areas import area_of, areas_of
from lienthong.channels.contrib.loudspeaker.counting import numbers_of
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, AreaSchedule, PlannedAiring, ProgrammeSlot
from lienthong.channels.contrib.loudspeaker.monthly import month_of
from lienthong.channels.contrib.loudspeaker.proving import faults_in
from lienthong.channels.contrib.loudspeaker.scheduling import renew
from lienthong.channels.contrib.loudspeaker.stored import plan_of, promised
from lienthong.channels.contrib.loudspeaker.tests.factories import (
    from_above,
    make_approved,
    make_bulletin,
    make_column,
    make_device,
    make_slot,
    make_station,
)
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import cast
from lienthong.speech.service import withdraw_recording

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast()


@pytest.fixture
def station(people):
    return make_station(people)


def proven(station, year=None):
    """The year's plan, after the proof found no fault in it."""
    year = year or timezone.localdate().year
    promise = promised(station, year)
    plan = plan_of(promise, date(year, 12, 31))
    devices = {area: area for area in promise.areas}
    assert faults_in(plan, promise.programme, devices, date(year, 1, 1), date(year, 12, 31)) == []
    return plan, promise


def test_only_those_who_answer_for_it_change_the_programme(people, station):
    for who in (people.member, people.clerk, people.reader, people.administrator):
        with pytest.raises(NotAllowed):
            make_slot(type("P", (), {"coordinator": who}), station)
    assert make_slot(people, station).minutes == 15


def test_faults_are_refused_in_vietnamese_and_nothing_stays(people, station):
    slot = make_slot(people, station)
    with pytest.raises(Refused, match="Khung “Sớm” chạm vào giờ nghỉ"):
        make_slot(people, station, name="Sớm", begins=time(4, 0))
    with pytest.raises(Refused, match="Khung “Đè” trùng giờ với khung “Buổi sáng”"):
        make_slot(people, station, name="Đè", begins=time(5, 40))
    with pytest.raises(Refused, match="Không khung nào của chuyên mục “Dài” đủ dài"):
        make_column(people, station, slot, title="Dài", minutes=20)
    with pytest.raises(Refused, match="Không đọc được tần suất"):
        make_column(people, station, slot, rhythm="khi nào tiện")
    assert list(ProgrammeSlot.objects.all()) == [slot]
    assert not station.columns.exists()


def test_two_slots_at_one_time_in_different_hamlets_are_no_fault(people, station):
    make_slot(people, station, hamlets=people.hamlets[:1])
    make_slot(people, station, name="Thôn 2", hamlets=people.hamlets[1:2])
    plan, promise = proven(station)
    assert {len(one.areas) for one in plan.airings} == {1}
    assert len(promise.areas) == 3


def test_an_issue_without_approved_recording_plays_music_and_asks_its_unit_in_time(people, station):
    slot = make_slot(people, station)
    column = make_column(people, station, slot)
    tomorrow = timezone.localdate() + timedelta(days=1)
    issue = column.issues.get(day=tomorrow)
    renew(station)
    assert issue.airings.get().sha256 == ""
    assert items.ask_for_missing(station, timezone.localdate()) == 4
    item = WorkItem.objects.open().get(subject=f"loudspeaker.columnissue:{issue.pk}")
    assert (item.body, item.due) == (people.culture, tomorrow)

    recording = make_approved(people)
    choose_recording(people.member, issue, recording)
    item.refresh_from_db()
    assert item.closed_at is not None
    assert issue.airings.get().sha256 == recording.sha256
    assert numbers_of(column).approved == 1

    withdraw_recording(people.unit_head, recording, reason="Sai số điện thoại")
    renew(station)
    assert issue.airings.get().sha256 == ""
    assert items.ask_for_missing(station, timezone.localdate()) == 4


def test_only_an_approved_recording_of_the_office_that_fits_is_taken(people, station):
    slot = make_slot(people, station)
    issue = make_column(people, station, slot).issues.first()
    from lienthong.speech.tests.factories import make_recording

    with pytest.raises(Refused, match="đã được nghe và duyệt"):
        choose_recording(people.member, issue, make_recording(people))
    with pytest.raises(Refused, match="đã được nghe và duyệt"):
        choose_recording(people.member, issue, make_approved(cast()))
    long = make_approved(people)
    long.seconds = 301
    long.save()
    with pytest.raises(Refused, match="Bản thu dài 301 giây, chuyên mục có 300 giây"):
        choose_recording(people.member, issue, long)


def test_what_comes_from_above_waits_for_the_commune(people, station):
    make_slot(people, station)
    bulletin = from_above(people, station)
    assert bulletin.state == AirBulletin.State.OFFERED
    item = WorkItem.objects.open().get(subject=f"loudspeaker.airbulletin:{bulletin.pk}")
    assert item.position == people.coordinator.position
    plan, _promise = proven(station)
    assert bulletin.code not in {one.code for one in plan.airings}
    assert month_of(station, timezone.localdate().replace(day=1)).unplaced[0][1].startswith("Cấp trên gửi")

    with pytest.raises(NotAllowed):
        choose_bulletin(people.member, bulletin)
    choose_bulletin(people.coordinator, bulletin)
    plan, _promise = proven(station)
    assert bulletin.code in {one.code for one in plan.airings}
    assert PlannedAiring.objects.filter(bulletin=bulletin, sha256=bulletin.sha256).exists()
    cancel_bulletin(people.coordinator, bulletin, reason="Bão đã tan")
    assert not PlannedAiring.objects.filter(bulletin=bulletin, begins__gt=timezone.now()).exists()


def test_a_bulletin_that_is_not_wanted_is_declined_with_a_reason(people, station):
    bulletin = from_above(people, station)
    with pytest.raises(Refused, match="lý do"):
        decline_bulletin(people.leader, bulletin, reason=" ")
    assert decline_bulletin(people.leader, bulletin, reason="Không thuộc địa bàn").reason == "Không thuộc địa bàn"
    assert not WorkItem.objects.open().exists()


def test_an_urgent_bulletin_from_above_plays_at_once_and_unaltered(people, station):
    make_slot(people, station)
    make_device(people, station)
    night = timezone.localtime().replace(hour=2, minute=13, second=0, microsecond=0) + timedelta(days=1)
    with mock.patch.object(timezone, "now", return_value=night):
        bulletin = from_above(people, station, AirBulletin.Rank.URGENT)
        airing = PlannedAiring.objects.get(bulletin=bulletin)
        assert airing.begins == night + timedelta(seconds=20)
        assert airing.sha256 == bulletin.sha256
        with bulletin.file.open("rb") as stored:
            from lienthong.speech.tests.factories import make_sound_file

            assert stored.read() == make_sound_file()
        schedule = AreaSchedule.objects.get()
        assert bulletin.sha256 in schedule.body


def test_an_own_urgent_message_needs_a_second_person_and_is_no_bulletin(people, station):
    make_slot(people, station)
    with pytest.raises(Refused, match="Phát khẩn cấp"):
        make_bulletin(people, station, priority=AirBulletin.Rank.URGENT)
    with pytest.raises(Refused, match="hết hạn"):
        make_bulletin(people, station, until=timezone.now() - timedelta(days=1))


def test_what_has_begun_is_never_changed(people, station, monkeypatch):
    # Noon, whatever the hour at which this runs: the morning's slot is over.
    noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    make_slot(people, station)
    make_column(people, station, station.slots.get())
    renew(station, noon - timedelta(hours=8))
    before = list(PlannedAiring.objects.filter(begins__lte=noon).values())
    assert before
    make_bulletin(people, station, not_before=noon - timedelta(days=1))
    renew(station, noon)
    assert list(PlannedAiring.objects.filter(begins__lte=noon).values()) == before


def test_ending_a_slot_or_column_holds_from_tomorrow(people, station):
    slot = make_slot(people, station)
    column = make_column(people, station, slot)
    with pytest.raises(Refused, match="Hãy dừng chuyên mục trước"):
        end_slot(people.coordinator, slot)
    end_column(people.coordinator, column)
    end_slot(people.coordinator, slot)
    plan, _promise = proven(station)
    today = timezone.localdate()
    assert max(one.begins.date() for one in plan.airings) == today
    assert [one.begins.date() for one in plan.airings if one.code == column.code] == [today]


def test_a_group_cuts_a_hamlet_in_two(people, station):
    from lienthong.channels.contrib.loudspeaker.actions.add_group import add_group

    schools = add_group(people.coordinator, station, name="Trường học")
    plain = make_device(people, station, "loa-1")
    school = make_device(people, station, "loa-2", groups=[schools])
    assert area_of(plain) != area_of(school)
    make_slot(people, station, groups=[schools])
    plan, _promise = proven(station)
    assert {area for one in plan.airings for area in one.areas} == {area_of(school)}
    assert set(areas_of(station)) == {area_of(school), *(f"t{hamlet.pk}" for hamlet in people.hamlets)}


def test_a_schedule_changes_its_number_only_when_it_says_something_else(people, station):
    make_slot(people, station)
    make_device(people, station)
    schedule = AreaSchedule.objects.get()
    assert renew(station) == []
    make_bulletin(people, station)
    changed = AreaSchedule.objects.get()
    assert changed.version == schedule.version + 1
    assert changed.sha256 != schedule.sha256


RHYTHMS = ("hằng ngày", "thứ Hai hằng tuần", "2 tuần/1 số", "01 lần/tháng", "02 lần/tháng", "02 lần/tuần")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(5, 19), st.integers(5, 40), st.sets(st.integers(0, 6), min_size=1),
                       st.sets(st.integers(0, 2))), min_size=1, max_size=3, unique_by=lambda one: one[0]),
    st.lists(st.tuples(st.sampled_from(RHYTHMS), st.integers(1, 5), st.integers(0, 2)), max_size=3),
)  # fmt: skip
def test_whatever_is_stored_its_year_is_kept(people, station, slots, columns):
    from django.db import transaction

    with transaction.atomic():
        made = [
            make_slot(people, station, name=f"Khung {hour}", begins=time(hour, 10), minutes=minutes, weekdays=days,
                      hamlets=[people.hamlets[n] for n in hamlets])
            for hour, minutes, days, hamlets in slots
        ]  # fmt: skip
        for number, (phrase, minutes, reruns) in enumerate(columns):
            make_column(
                people, station, *made, title=f"Mục {number}", rhythm=phrase, minutes=minutes, reruns=reruns,
                starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31),
            )  # fmt: skip
        plan, promise = proven(station, 2027)
        placed = {(one.code, one.issue) for one in plan.airings if one.issue and not one.rerun}
        unmet = {(one.code, one.about) for one in plan.decisions if one.kind == "unmet" and not one.rerun}
        for column in station.columns.all():
            for issue in column.issues.all():
                assert (column.code, issue.day) in placed | unmet
        played = [promise.issue_of(one) for one in plan.airings if one.issue and not one.rerun]
        assert len({issue.pk for issue in played}) == len(played)
        transaction.set_rollback(True)
