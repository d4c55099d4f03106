"""The people of a class: who of a unit may be named, who has two classes at once, and the list as it is printed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body, Position
from lienthong.training.models import Invitation, Nominee, Presence, TrainingClass, TrainingSession

#: What is said on the form about somebody who has no account (Luật 91/2025/QH15: the purpose is said where data is
#: asked for).
PURPOSE = gettext_lazy(
    "Mỗi dòng một người: họ tên; chức vụ. Chỉ dùng để lập danh sách lớp, điểm danh và ghi kết quả; nằm trong danh sách "
    "như một văn bản của cơ quan, được xóa 5 năm sau khi lớp kết thúc, hoặc ngay khi đơn vị rút người đó. Hãy báo cho "
    "người được cử."
)
#: So many days after a class is closed the names of people without an account are deleted.
KEPT_DAYS = 5 * 365


def units_of(actor: Actor) -> "Iterable[Body]":
    """The units and hamlets of the office that may be asked for people."""
    return Body.objects.valid_now().under(actor.own_office).exclude(kind=Body.Kind.COMMITTEE).order_by("sort")


def staff_of(invitation: Invitation) -> list[Position]:
    """Positions held in the unit today, whose holder is not named for the class yet."""
    named = Nominee.objects.active().filter(training=invitation.training_id, position__isnull=False)
    held = Position.objects.valid_now().filter(body=invitation.body).select_related("user")
    return list(held.exclude(user__in=named.values("position__user")))


def read_others(text: str) -> list[tuple[str, str]]:
    """Names and titles of people without an account, a line each: "Nguyễn Văn A; Trưởng thôn"."""
    found = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        name, _sign, title = (part.strip() for part in line.partition(";"))
        if not name or not title or len(name) > 80 or len(title) > 100 or any(char.isdigit() for char in name):
            raise Refused(
                _("Dòng “%(line)s” chưa đúng. Hãy ghi họ tên; chức vụ, như: Nguyễn Văn A; Trưởng thôn.")
                % {"line": line[:80]},
                field="others",
            )
        found.append((name, title))
    if len(found) > 50:
        raise Refused(_("Mỗi lần ghi nhiều nhất 50 người."), field="others")
    return found


def clashes_in(training: TrainingClass) -> dict[int, list[str]]:
    """For each nominee of ``training`` who is named for another class at the same time, the titles of those.

    It is shown beside his name and counted nowhere.
    """
    users = training.nominees.active().filter(position__isnull=False).values("position__user")
    other = (
        TrainingSession.objects.exclude(training=training)
        .filter(
            training__office=training.office_id, training__state__in=("nominating", "listed"),
            training__nominees__position__user__in=users, training__nominees__state__in=("nominated", "listed"),
        )
        .values_list("starts_at", "ends_at", "training__title", "training__nominees__position__user")
    )  # fmt: skip
    own = [(one.starts_at, one.ends_at) for one in training.sessions.all()]
    by_user: dict[int, set[str]] = defaultdict(set)
    for starts, ends, title, user in other:
        if any(starts < b and a < ends for a, b in own):
            by_user[user].add(title)
    nominees = training.nominees.active().filter(position__user__in=list(by_user)).select_related("position")
    return {one.pk: sorted(by_user[one.position.user_id]) for one in nominees if one.position}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the printed list."""

    number: int
    name: str
    title: str
    unit: str
    note: str


def lines_of(training: TrainingClass) -> list[Line]:
    """Who is on the list, by unit; ``note`` is left for the hand."""
    found = training.nominees.on_list().select_related("invitation__body").in_order()
    return [
        Line(one.number or place, one.name or _("(đã xóa tên)"), one.title, one.invitation.body.name, "")
        for place, one in enumerate(found, start=1)
    ]


def number_list(training: TrainingClass) -> None:
    """Number who is on the list, by unit and name. Once attendance was taken numbers stay as they are, because the log
    names people by them; who comes later follows."""
    listed = training.nominees.on_list().select_related("invitation__body")
    ticked = training.sessions.filter(ticked_at__isnull=False).exists()
    last = 0
    if ticked:
        last = (
            training.nominees.order_by(F("number").desc(nulls_last=True)).values_list("number", flat=True).first() or 0
        )
        listed = listed.filter(number=None)
    else:
        training.nominees.update(number=None)
    for number, one in enumerate(listed, start=last + 1):
        one.number = number
        one.save(update_fields=["number"])


def attended_by(training: TrainingClass) -> dict[int, int]:
    """How many sessions each nominee of this one class attended."""
    found: dict[int, int] = defaultdict(int)
    for pk in Presence.objects.filter(session__training=training).values_list("nominee", flat=True):
        found[pk] += 1
    return found
