"""Pages, papers and calendars of a class before it is held, and who sees what of it."""

import io

import pytest
import vanban
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from openpyxl import load_workbook

from lienthong.organisations.service import Actor, abilities_for
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.training.actions.approve_list import approve_list
from lienthong.training.actions.decline_nominee import decline_nominee
from lienthong.training.actions.nominate_people import nominate_people
from lienthong.training.models import Invitation, Nominee, TrainingClass
from lienthong.training.tests.factories import (
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


def test_who_only_reads_sees_a_class_he_is_named_for_and_nobody_else_in_it(people, client):
    training = make_named_class(people)
    office = make_open_class(people, asked={people.office: 1, people.economy: 1}, title="Lớp của văn phòng")
    nominate_people(people.leader, invitation_of(office, people.office), positions=[people.reader.own_position])
    nominate_people(
        people.other_head, invitation_of(office, people.economy), positions=[people.other_head.own_position]
    )
    office = approve_list(people.leader, office, seen=2)
    sign_in(client, people.reader)
    assert client.get(reverse("training:one", args=[training.pk])).status_code == 404
    page = client.get(reverse("training:one", args=[office.pk])).content.decode()
    assert "Bạn được cử dự lớp này" in page
    assert "Nguyễn Văn E" not in page
    assert client.get(reverse("training:calendar", args=[office.pk])).status_code == 200
    for name in ("list_pdf", "list_xlsx", "edit", "results", "close"):
        assert client.get(reverse(f"training:{name}", args=[office.pk])).status_code == 404
    assert office.title in client.get(reverse("training:mine")).content.decode()


def test_a_name_is_never_a_formula(people, client):
    training = make_open_class(people, asked={people.economy: 1})
    nominate_people(people.other_head, invitation_of(training, people.economy), others='=HYPERLINK("x"); Cộng tác viên')
    approve_list(people.leader, training, seen=1)
    content = sign_in(client, people.clerk).get(reverse("training:list_xlsx", args=[training.pk])).content
    cell = load_workbook(io.BytesIO(content)).active["B8"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("x")', "s")


def test_the_page_of_a_class_asks_the_database_no_more_for_more_people(people, client):
    training = make_open_class(people, asked={people.economy: 40})
    invitation, url = invitation_of(training, people.economy), reverse("training:one", args=[training.pk])
    sign_in(client, people.coordinator)
    counts = []
    for group in ("một", "hai"):
        lines = "\n".join(f"Nguyễn Văn A; Tổ {group} {'I' * n}" for n in range(1, 16))
        nominate_people(people.other_head, invitation, others=lines)
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).content.decode().count("Nguyễn Văn A") >= 15
        counts.append(len(asked))
    assert counts[1] <= counts[0]


def test_the_list_is_printed_by_unit_with_the_letterhead(people, client):
    training = make_listed_class(people)
    sign_in(client, people.clerk)
    printed = vanban.read(client.get(reverse("training:list_pdf", args=[training.pk])).content).text
    for words in ("ỦY BAN NHÂN DÂN XÃ MINH HÒA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nguyễn Văn M", "Trưởng thôn"):
        assert words in printed
    content = client.get(reverse("training:list_xlsx", args=[training.pk])).content
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(min_row=7, values_only=True))
    assert rows[0] == ("TT", "Họ và tên", "Chức vụ", "Đơn vị", "Ghi chú")
    assert [row[3] for row in rows[1:]] == ["Phòng Kinh tế", "Phòng Kinh tế", "Thôn 1"]
    session = training.sessions.first()
    assert client.get(reverse("training:sheet", args=[session.pk])).content.startswith(b"%PDF")
    sign_in(client, people.other_head)
    assert client.get(reverse("training:list_pdf", args=[training.pk])).status_code == 404


def test_calendars_read_its_sessions(people, client):
    training = make_listed_class(people)
    url = reverse("training:calendar", args=[training.pk])
    for actor in (people.hamlet_head, people.clerk):
        entries = Calendar.from_ical(sign_in(client, actor).get(url).content).walk("VEVENT")
        assert [entry.decoded("DTSTART") for entry in entries] == [one.starts_at for one in training.sessions.all()]
    decline_nominee(people.hamlet_head, named(training, people.hamlet_head), reason="Bận")
    assert sign_in(client, people.hamlet_head).get(url).status_code == 404


def test_pages_from_a_form_to_the_list(people, client):
    sign_in(client, people.coordinator)
    url = reverse("training:begin")
    sent = {
        "title": "Lớp ký số", "content": "Ký số cá nhân.", "form": "in_person", "place": "Hội trường",
        "sessions": "hôm nào đó", "nominate_by": f"{timezone.localdate():%Y-%m-%d}", f"u_{people.economy.pk}": "1",
    }  # fmt: skip
    kept = client.post(url, sent).content.decode()
    assert "chưa đúng" in kept
    assert "hôm nào đó" in kept
    made = client.post(url, sent | {"sessions": slot(9)})
    training = TrainingClass.objects.get()
    assert made.url == reverse("training:one", args=[training.pk])
    client.post(reverse("training:step", args=[training.pk, "mo"]))
    sign_in(client, people.other_head)
    invitation = invitation_of(training, people.economy)
    naming = reverse("training:nominate", args=[invitation.pk])
    assert "được xóa 5 năm" in client.get(naming).content.decode()
    assert "không cử ai" in client.post(naming, {"others": ""}).content.decode()
    client.post(naming, {"positions": [people.other_head.position.pk]})
    assert "Bạn được cử" in client.get(reverse("training:one", args=[training.pk])).content.decode()
    sign_in(client, people.coordinator)
    page = client.get(reverse("training:one", args=[training.pk]))
    client.post(reverse("training:step", args=[training.pk, "chot"]), {"seen": page.context["named"]})
    training.refresh_from_db()
    assert training.state == S.LISTED


def test_seeing_and_listing_agree(people):
    classes = [make_class(people), make_named_class(people), make_listed_class(people)]
    others = cast()
    actors = [
        people.clerk, people.leader, people.coordinator, people.unit_head, people.member, people.other_head,
        people.hamlet_head, people.reader, people.supervisor, people.administrator, others.leader, others.other_head,
        Actor(people.other_head.user, None),
    ]  # fmt: skip
    for actor in actors:
        listed = set(TrainingClass.objects.visible_to(actor))
        assert {one for one in classes if abilities_for(actor, one).see} == listed
        for model in (Invitation, Nominee):
            seen = set(model.objects.visible_to(actor))
            assert {one for one in model.objects.all() if abilities_for(actor, one).see} == seen
    assert not TrainingClass.objects.visible_to(others.leader).exists()
    # Before it is opened the units that will be asked know nothing of it.
    assert classes[0] not in TrainingClass.objects.visible_to(people.other_head)
    # A unit sees its own people, never those of another.
    seen = Nominee.objects.visible_to(people.hamlet_head).values_list("invitation__body", flat=True)
    assert set(seen) == {people.hamlets[0].pk}
