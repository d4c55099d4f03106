"""An event from the occurrence that asks for it to the minutes that close it, and numbers that name nobody."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from PIL import Image

from lienthong.activities.actions.approve_event import approve_event
from lienthong.activities.actions.cancel_event import cancel_event
from lienthong.activities.actions.confirm_told import confirm_told
from lienthong.activities.actions.count_people import count_people
from lienthong.activities.actions.enroll_group import enroll_group
from lienthong.activities.actions.hold_event import hold_event
from lienthong.activities.actions.register_people import register_people
from lienthong.activities.actions.remove_registration import remove_registration
from lienthong.activities.actions.return_event import return_event
from lienthong.activities.actions.submit_event import submit_event
from lienthong.activities.actions.withdraw_event import withdraw_event
from lienthong.activities.actions.write_event import write_event
from lienthong.activities.door import poster_code, screen_code
from lienthong.activities.jobs import erase_due, remind_of_events
from lienthong.activities.models import Attendance, OfficeEvent, Registrant, Registration
from lienthong.activities.registering import registered
from lienthong.activities.tests.factories import (
    event_values,
    make_event,
    make_past_event,
    make_public_event,
    make_registration,
)
from lienthong.activities.tests.pictures import picture
from lienthong.audit.service import Event
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.tests.walking import tables_with
from lienthong.gate.service import Verdict
from lienthong.gate.tests.factories import arriving
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Actor, Role, abilities_for
from lienthong.organisations.tests.factories import PositionFactory, cast, sign_in
from lienthong.plans.tests.factories import make_accepted

pytestmark = pytest.mark.django_db
S = OfficeEvent.State


class Site:
    """The open site of one office, as the portal would find it."""

    def __init__(self, office):
        self.office, self.office_id = office, office.pk


@pytest.fixture
def people(monkeypatch):
    found = cast()
    monkeypatch.setattr("lienthong.core.public._sites", [lambda request: Site(found.office)])
    return found


def minutes(**more):
    return {"minutes_number": "12/BB-UBND", "minutes_dated": timezone.localdate(), "photos": [picture()]} | more


def occurrence_of(people):
    share = make_accepted(people, rhythm_set="1 tháng/1 lần")
    found = share.occurrences.order_by("due").first()
    assert found is not None
    found.share = share
    return found


def test_an_event_is_public_only_as_another_person_approved_it(people):
    event = submit_event(people.member, make_event(people))
    assert not OfficeEvent.objects.public(people.office.pk).exists()
    leading = PositionFactory(user=people.member.user, body=people.office, role=Role.LEADER)
    with pytest.raises(Refused, match="sửa sau cùng"):
        approve_event(Actor(people.member.user, leading), event, seen=event.edits)
    for actor in (people.unit_head, people.hamlet_head, people.supervisor, cast().leader):
        with pytest.raises(NotAllowed):
            approve_event(actor, event, seen=event.edits)
    with pytest.raises(Refused, match="đã đổi"):
        approve_event(people.leader, event, seen=event.edits + 1)
    approved = approve_event(people.leader, event, seen=event.edits)
    assert (approved.state, approved.approved_by) == (S.APPROVED, people.leader.position)
    assert not WorkItem.objects.open().exists()


def test_the_public_reads_the_approved_words_while_they_are_changed(people, client):
    event = make_public_event(people)
    changed = write_event(people.member, event, values=event_values(title="Tên khác"), seen=event.edits)
    assert changed.state == S.WRITING
    url = reverse("activities_one", args=[event.pk])
    assert "Tên khác" not in client.get(url).content.decode()
    approve_event(people.leader, submit_event(people.member, changed), seen=changed.edits)
    assert "Tên khác" in client.get(url).content.decode()


def test_returned_withdrawn_and_called_off(people, client):
    event = submit_event(people.member, make_event(people))
    event = submit_event(people.member, withdraw_event(people.member, event))
    with pytest.raises(Refused, match="lý do"):
        return_event(people.leader, event, reason=" ")
    event = return_event(people.leader, event, reason="Ghi rõ nơi gửi xe")
    assert WorkItem.objects.open().get().position == people.member.position
    event = submit_event(people.member, event)
    event = approve_event(people.leader, event, seen=event.edits)
    made = make_registration(event)
    with pytest.raises(NotAllowed):
        cancel_event(people.member, event, reason="Bão")
    cancel_event(people.leader, event, reason="Bão số 5")
    page = client.get(reverse("activities_one", args=[event.pk])).content.decode()
    assert "không tổ chức" in page
    assert "Bão số 5" not in page
    assert "không tổ chức" in client.get(reverse("activities_registration", args=[made.code])).content.decode()
    with pytest.raises(Refused, match="không còn nhận"):
        make_registration(event)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"title": " "}, "tên sự kiện"),
        ({"ends_at": timezone.now()}, "sau giờ bắt đầu"),
        ({"place": "", "link": ""}, "nơi tổ chức"),
        ({"link": "http://hop.example.vn/a"}, "https"),
        ({"programme": "8 giờ khai mạc"}, "chưa đúng"),
        ({"programme": "08:00; Khai mạc; Nguyễn Văn A"}, "không ghi tên người"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(people, values, sentence):
    with pytest.raises(Refused, match=sentence):
        make_event(people, **values)
    assert not OfficeEvent.objects.exists()


def test_the_programme_names_units(people):
    event = make_event(people)
    assert event.programme == [
        {"at": "08:00", "what": "Khai mạc", "who": "Phòng VH-XH"},
        {"at": "08:30", "what": "Hướng dẫn tại bàn", "who": "Công an xã"},
    ]


def test_registering_takes_a_number_once_and_holds_the_places(people):
    event = make_public_event(people, capacity=5)
    form = arriving()
    first = make_registration(event, 3, name="Nhóm phụ nữ Thôn 1", contact="0200 000 102")
    assert "30 ngày" in first.registrant.consent
    with pytest.raises(Refused, match="còn 2 chỗ"):
        make_registration(event, 3)
    second = register_people(event, form, people=2)
    assert register_people(event, form, people=2) == second
    assert not Registrant.objects.filter(registration=second).exists()
    said = " ".join(str(each.data) for each in Event.objects.all())
    assert "0200" not in said
    assert "phụ nữ" not in said


def test_a_flood_from_one_address_is_asked_and_then_put_off(people):
    event = make_public_event(people, capacity=None)
    said = [register_people(event, arriving(address="a"), people=1) for _number in range(5)]
    assert said[4] is Verdict.ASK
    said = [register_people(event, arriving(address="a", answered=True), people=1) for _number in range(7)]
    assert said[6] is Verdict.LATER
    assert registered(event) == 10
    make_registration(event, 1)
    # A run on one event keeps nobody from another.
    assert isinstance(register_people(make_public_event(people), arriving(address="a"), people=1), Registration)


def test_two_forms_do_not_fill_a_hall(people):
    event = make_public_event(people, capacity=80)
    with pytest.raises(Refused, match="từ 1 đến 10 người"):
        make_registration(event, 50)
    make_registration(make_public_event(people, capacity=None), 50)


def test_the_desk_writes_down_who_telephones_and_takes_off_who_does_not_come(people, client):
    event = make_public_event(people, capacity=80)
    junk = make_registration(event, 10)
    with pytest.raises(NotAllowed):
        enroll_group(people.hamlet_head, event, people=1)
    client.force_login(people.member.user)
    url = reverse("activities:enroll", args=[event.pk])
    assert "Chỉ còn 70 chỗ" in client.post(url, {"people": "71"}).text
    assert client.post(url, {"people": "70", "name": "Trường trung học cơ sở"}).status_code == 302
    assert (registered(event), Registration.objects.get(people=70).registrant.name) == (80, "Trường trung học cơ sở")
    assert "Ghi đăng ký qua điện thoại" in client.get(reverse("activities:event", args=[event.pk])).text
    assert client.post(reverse("activities:remove_registration", args=[event.pk, junk.pk])).status_code == 302
    assert registered(event) == 70
    OfficeEvent.objects.update(state=OfficeEvent.State.HELD)
    with pytest.raises(NotAllowed):
        remove_registration(people.member, Registration.objects.get())


def test_who_registers_too_quickly_is_asked_a_sum(people, client):
    url = reverse("activities_register", args=[make_public_event(people).pk])
    said = {"people": "2", "token": client.get(url).context["token"], "name": "Nhóm A"}
    asked = client.post(url, said)
    assert "không phải là máy" in asked.text
    assert "Nhóm A" in asked.text
    assert not Registration.objects.exists()
    assert client.post(url, said | {"sum": str(sum(asked.context["sum"]))}).status_code == 302
    assert Registration.objects.get().people == 2


def changed(people, event, **values):
    """The event once it was written anew, submitted and approved."""
    event.refresh_from_db()
    event = write_event(people.member, event, values=event_values(**values), invited=(), seen=event.edits)
    return approve_event(people.leader, submit_event(people.member, event), seen=event.edits)


def waiting():
    return WorkItem.objects.open().filter(title__startswith="Báo thay đổi cho người đăng ký")


def test_who_left_a_contact_is_told_of_another_time_and_of_calling_off(people, client):
    event = make_public_event(people, capacity=None)
    make_registration(event, 1)
    event = changed(people, event, starts_at=timezone.now() + timedelta(days=5), capacity=None)
    assert not waiting(), "nobody asked to be told"
    make_registration(event, 2, contact="0200 000 102")
    event = changed(people, event, starts_at=event.starts_at, title="Tên khác", capacity=None)
    assert not waiting(), "when and where are as before"
    event = changed(people, event, starts_at=timezone.now() + timedelta(days=6), capacity=None)
    assert waiting().get().body == event.body
    event = cancel_event(people.leader, event, reason="Mưa bão")
    assert waiting().count() == 1
    client.force_login(people.member.user)
    assert "0200 000 102" in client.get(reverse("activities:event", args=[event.pk])).text
    client.post(reverse("activities:step", args=[event.pk, "da-bao"]))
    assert not waiting()
    with pytest.raises(NotAllowed):
        confirm_told(people.member, event)


def test_the_calendar_reminds_a_day_before_and_holds_place_and_link(people, client):
    event = make_public_event(people, link="https://hop.example.vn/a")
    entry = Calendar.from_ical(client.get(reverse("activities_calendar", args=[event.pk])).content).events[0]
    assert entry["description"].endswith("https://hop.example.vn/a")
    assert entry.alarms.times[0].trigger == entry.start - timedelta(days=1)


def test_a_resident_registers_and_takes_it_back(people, client, monkeypatch):
    monkeypatch.setattr("lienthong.gate.handing.QUICKEST", 0)
    event = make_public_event(people)
    url = reverse("activities_register", args=[event.pk])
    token = client.get(url).context["token"]
    assert client.post(url, {"people": "0", "token": token, "name": "Nhóm A"}).status_code == 422
    kept = client.post(url, {"people": "70", "token": token, "name": "Nhóm A"})
    assert "Nhóm A" in kept.content.decode()
    made = client.post(url, {"people": "4", "token": token, "name": "Nhóm A"})
    page = client.get(made.url).content.decode()
    assert Registration.objects.get().code in page
    assert "Nhóm A" not in page
    assert '<form method="post"' not in page
    assert "Giữ đăng ký" in client.get(f"{made.url}?bo=1").text
    client.post(made.url)
    assert not Registration.objects.exists()
    assert not Registrant.objects.exists()


def test_names_are_erased_on_schedule_and_numbers_stay(people, caplog):
    event = make_public_event(people)
    make_registration(event, 3, name="Nhóm chim-sẻ-lửa-77", contact="chim-se-lua-77@minhhoa.example")
    assert tables_with("chim-sẻ-lửa-77") == ["activities_registrant.name"]
    ended = timezone.now() - timedelta(days=29)
    OfficeEvent.objects.update(starts_at=ended - timedelta(hours=1), ends_at=ended)
    assert erase_due() == 0
    OfficeEvent.objects.update(ends_at=ended - timedelta(days=2), starts_at=ended - timedelta(days=3))
    assert erase_due() == 1
    assert tables_with("chim-sẻ-lửa-77") == tables_with("chim-se-lua-77") == tables_with("chim se lua 77") == []
    assert "lua-77" not in caplog.text
    assert Registration.objects.get().people == 3


def running(people):
    return make_public_event(people, starts_at=timezone.now() - timedelta(minutes=5))


def test_a_device_counts_once(people, client, django_user_model):
    event = running(people)
    url = reverse("activities_arrive", args=[screen_code(event)])
    device = client.get(url).context["device"]
    assert not Attendance.objects.exists()
    client.post(url, {"device": device})
    client.post(url, {"device": device})
    again = client.get(reverse("activities_arrive", args=[poster_code(event)]))
    assert again.context["counted"]
    client.post(url, {"device": ""})
    assert Attendance.objects.count() == 1
    assert client.__class__().post(url, {"device": "giả"}).status_code == 422
    assert {field.name for field in Attendance._meta.get_fields()} == {"id", "event", "token"}


def test_a_code_of_a_screen_is_good_for_a_short_time(people, client, monkeypatch):
    event = running(people)
    screen = reverse("activities_arrive", args=[screen_code(event)])
    device = client.get(screen).context["device"]
    monkeypatch.setattr("lienthong.activities.door.GOOD_FOR", -1)
    assert client.get(screen).status_code == 404
    assert client.get(reverse("activities_arrive", args=[poster_code(event)])).status_code == 200
    # Whoever opened the page in time need not hurry.
    assert client.post(screen, {"device": device}).context["counted"]
    assert client.get(reverse("activities_arrive", args=["1-p.x.y"])).status_code == 404


def test_a_code_counts_only_around_the_event(people, client):
    event = make_public_event(people)
    url = reverse("activities_arrive", args=[poster_code(event)])
    answer = client.post(url, {"device": client.get(url).context["device"]})
    assert answer.status_code == 422
    assert not Attendance.objects.exists()


def test_counting_by_hand_goes_before_devices(people, client):
    event = running(people)
    url = reverse("activities_arrive", args=[screen_code(event)])
    client.post(url, {"device": client.get(url).context["device"]})
    event = count_people(people.hamlet_head, event, people=80)
    event = count_people(people.hamlet_head, event, people=85)
    assert event.counted_by == people.hamlet_head.position
    with pytest.raises(Refused, match="chưa kết thúc"):
        hold_event(people.member, event, **minutes())
    OfficeEvent.objects.update(ends_at=timezone.now())
    assert hold_event(people.member, event, **minutes()).attended == 85


def test_minutes_and_photos_close_the_occurrence_once(people):
    occurrence = occurrence_of(people)
    event = make_past_event(people, occurrence=occurrence)
    other = make_past_event(people, occurrence=occurrence)
    for wrong in ({"minutes_number": ""}, {"photos": []}, {"minutes_dated": None}):
        with pytest.raises(Refused):
            hold_event(people.member, event, **minutes(**wrong))
    assert not event.photos.exists()
    held = hold_event(people.member, event, **minutes(photos=[picture(), picture()]))
    occurrence.refresh_from_db()
    assert occurrence.closed_by == held.work
    assert sorted(each.kind for each in held.work.evidence.all()) == ["file", "file", "minutes"]
    with pytest.raises(Refused, match="minh chứng rồi"):
        hold_event(people.member, other, **minutes())
    other.refresh_from_db()
    assert other.state == S.APPROVED
    assert not other.photos.exists()


def test_nothing_that_a_camera_wrote_stays_in_a_photo(people):
    event = make_past_event(people, occurrence=occurrence_of(people))
    with_place = Image.Exif()
    with_place[0x010E] = "Nguyễn Văn A"
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(out, "JPEG", exif=with_place)
    held = hold_event(people.member, event, **minutes(photos=[SimpleUploadedFile("a.jpg", out.getvalue())]))
    kept = [held.photos.get().file, held.work.evidence.get(kind="file").stored]
    for file in kept:
        with file.open("rb") as opened, Image.open(opened) as drawn:
            assert not drawn.getexif()


def test_only_who_works_on_the_share_begins_an_event_for_it(people, client):
    occurrence = occurrence_of(people)
    values = event_values()
    with pytest.raises(NotAllowed):
        write_event(people.other_head, None, values=values, occurrence=occurrence)
    page = sign_in(client, people.member).get(reverse("plans:occurrence", args=[occurrence.pk])).content.decode()
    url = reverse("activities:begin", query={"ky": occurrence.pk})
    assert url in page
    client.post(url, values | {"starts_at": "2026-10-10T08:00", "ends_at": "2026-10-10T11:00"})
    event = OfficeEvent.objects.get()
    assert (event.occurrence, event.body) == (occurrence, people.culture)
    assert event.title in client.get(reverse("plans:occurrence", args=[occurrence.pk])).content.decode()


def test_units_are_reminded_the_day_before_and_not_earlier(people):
    event = make_public_event(people, starts_at=timezone.now() + timedelta(days=3))
    remind_of_events()
    assert not WorkItem.objects.open().exists()
    OfficeEvent.objects.update(starts_at=timezone.now() + timedelta(hours=20))
    remind_of_events()
    remind_of_events()
    asked = {(item.body, item.kind) for item in WorkItem.objects.open()}
    assert asked == {(people.culture, "do"), (people.economy, "check")}
    OfficeEvent.objects.update(starts_at=timezone.now() - timedelta(hours=3), ends_at=timezone.now())
    remind_of_events()
    assert {item.body for item in WorkItem.objects.open()} == {people.culture}
    hold_event(people.member, event, **minutes())
    assert not WorkItem.objects.open().exists()


def test_calendars_read_it(people, client):
    event = make_public_event(people)
    for url in (reverse("activities_calendar", args=[event.pk]), reverse("activities:calendar", args=[event.pk])):
        content = sign_in(client, people.member).get(url).content
        entry = Calendar.from_ical(content).walk("VEVENT")[0]
        assert entry["SUMMARY"] == event.title
        assert entry.decoded("DTSTART").replace(microsecond=0) == event.starts_at.replace(microsecond=0)


def test_pages_of_the_desk(people, client):
    event = running(people)
    make_registration(event, 2, name="Nhóm A")
    sign_in(client, people.member)
    assert "Nhóm A" in client.get(reverse("activities:event", args=[event.pk])).content.decode()
    assert 'viewBox="0 0 ' in client.get(reverse("activities:door", args=[event.pk])).context["code"]
    assert client.get(reverse("activities:poster", args=[event.pk])).content.startswith(b"%PDF")
    assert event.title in client.get(reverse("activities:events")).content.decode()
    sign_in(client, people.hamlet_head)
    page = client.get(reverse("activities:event", args=[event.pk])).content.decode()
    assert "Nhóm A" not in page
    client.post(reverse("activities:count", args=[event.pk]), {"people": "41"})
    event.refresh_from_db()
    assert event.counted == 41


def test_seeing_and_listing_agree(people):
    events = [make_event(people), make_public_event(people), make_past_event(people)]
    for actor in (people.member, people.hamlet_head, people.reader, people.supervisor, people.administrator):
        listed = set(OfficeEvent.objects.visible_to(actor))
        assert {event for event in events if abilities_for(actor, event).see} == listed
