"""Classes for tests, made through the acts."""

from datetime import datetime, time, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from lienthong.organisations.service import Actor, Body
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.service import Occurrence, Share
from lienthong.training.actions.approve_list import approve_list
from lienthong.training.actions.close_class import close_class
from lienthong.training.actions.finish_class import finish_class
from lienthong.training.actions.nominate_people import nominate_people
from lienthong.training.actions.open_class import open_class
from lienthong.training.actions.tick_session import tick_session
from lienthong.training.actions.write_class import write_class
from lienthong.training.models import Invitation, TrainingClass, TrainingSession
from lienthong.training.results import seen_of


def slot(days: int, hour: int = 8) -> str:
    """A line for a session in so many days."""
    day = timezone.localdate() + timedelta(days=days)
    return f"{day:%d/%m/%Y}; {hour:02}:00-{hour + 3:02}:00"


def class_values(**values: Any) -> dict[str, Any]:
    """What is typed about a class of two sessions that begins in ten days, unless told otherwise."""
    return {
        "title": "Tập huấn dịch vụ công trực tuyến",
        "content": "Tiếp nhận hồ sơ trực tuyến, ký số, trả kết quả.",
        "organiser": "",
        "ordered_by": None,
        "form": "in_person",
        "place": "Hội trường xã",
        "link": "",
        "sessions": f"{slot(10)}\n{slot(11)}",
        "seats": None,
        "nominate_by": timezone.localdate() + timedelta(days=5),
        "pass_percent": 80,
    } | values


def make_class(
    people: Cast, *, asked: dict[Body, int] | None = None, share: Share | None = None,
    occurrence: Occurrence | None = None, by: Actor | None = None, **values: Any,
) -> TrainingClass:  # fmt: skip
    """Prepared by the coordinator; the economy office is asked for two people, the first hamlet for one."""
    asked = {people.economy: 2, people.hamlets[0]: 1} if asked is None else asked
    return write_class(
        by or people.coordinator, None, values=class_values(**values), asked=asked, share=share, occurrence=occurrence
    )


def make_open_class(people: Cast, **values: Any) -> TrainingClass:
    return open_class(people.coordinator, make_class(people, **values))


def invitation_of(training: TrainingClass, body: Body) -> Invitation:
    return training.invitations.select_related("body", "training__office").get(body=body)


def make_named_class(people: Cast, **values: Any) -> TrainingClass:
    """The head of the economy office and somebody without an account, and the head of the first hamlet, are named."""
    training = make_open_class(people, **values)
    named = (
        (people.other_head, people.economy, "Nguyễn Văn M; Cộng tác viên"),
        (people.hamlet_head, people.hamlets[0], ""),
    )
    for actor, body, others in named:
        nominate_people(actor, invitation_of(training, body), positions=[actor.own_position], others=others)
    training.refresh_from_db()
    return training


def make_listed_class(people: Cast, **values: Any) -> TrainingClass:
    training = make_named_class(people, **values)
    return approve_list(people.leader, training, seen=training.nominees.active().count())


def begin_now(training: TrainingClass) -> list[TrainingSession]:
    """Move the sessions into the past two days, as time would; returns them."""
    today = timezone.localdate()
    sessions = list(training.sessions.all())
    for back, session in enumerate(reversed(sessions), start=1):
        starts = timezone.make_aware(datetime.combine(today - timedelta(days=back), time(8)))
        session.starts_at, session.ends_at = starts, starts + timedelta(hours=3)
        session.save()
    return list(training.sessions.select_related("training"))


def make_taught_class(people: Cast, **values: Any) -> TrainingClass:
    """The head of the economy office was at both sessions, the head of the hamlet at one, the third at none."""
    training = make_listed_class(people, **values)
    listed = {one.position_id: one for one in training.nominees.on_list()}
    head, hamlet = (listed[actor.own_position.pk] for actor in (people.other_head, people.hamlet_head))
    for session, present in zip(begin_now(training), ([head, hamlet], [head]), strict=True):
        tick_session(people.coordinator, session, present=present, seen=seen_of(session))
    return finish_class(people.coordinator, training)


def picture() -> SimpleUploadedFile:
    """A photo as a phone takes it."""
    import io

    out = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(out, "JPEG")
    return SimpleUploadedFile("anh.jpg", out.getvalue())


def make_closed_class(people: Cast, **values: Any) -> TrainingClass:
    training, today = make_taught_class(people, **values), timezone.localdate()
    return close_class(
        people.coordinator, training, minutes_number="15/BB-UBND", minutes_dated=today, photos=[picture()]
    )
