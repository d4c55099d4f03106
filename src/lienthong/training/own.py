"""What is recorded of training under somebody's own name: classes, sessions attended, the result."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.organisations.service import OwnLine, User, register_own
from lienthong.training.models import Nominee, TrainingClass


@dataclass(frozen=True, slots=True)
class OwnClass:
    """One class of one's own; nobody else is shown this beside other classes."""

    nominee: Nominee
    attended: int
    sessions: int

    @property
    def sentence(self) -> str:
        said = {
            "title": self.nominee.training.title, "state": self.nominee.get_state_display(),
            "attended": self.attended, "sessions": self.sessions,
            "result": self.nominee.get_result_display() or _("chưa có"),
        }  # fmt: skip
        return _("Lớp %(title)s: %(state)s, dự %(attended)d/%(sessions)d buổi, kết quả: %(result)s.") % said


def own_classes(user: User) -> list[OwnClass]:
    """Every class that ``user`` was named for in any of his positions, the newest first."""
    named = Nominee.objects.filter(position__user=user).exclude(training__state=TrainingClass.State.PREPARING)
    found = named.select_related("training__office", "invitation__body").order_by("-training", "-pk")
    return [OwnClass(one, one.presences.count(), one.training.sessions.count()) for one in found]


def _lines(user: User) -> Iterator[OwnLine]:
    for one in own_classes(user):
        yield OwnLine(one.nominee, one.sentence, reverse("training:mine"))


register_own("training", _lines)
