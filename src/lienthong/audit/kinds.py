"""Kinds of events: each with the sentence a person reads and the rule by which its persons are forgotten."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from lienthong.audit.models import Event

_kinds: dict[str, "EventKind"] = {}


@dataclass(frozen=True, slots=True)
class Forgetting:
    """After ``after`` the actor's name is replaced by the position's unit and the fields ``data`` are emptied.

    ``None`` keeps the event as it is: the office's own record of its work (Luật Lưu trữ).
    """

    after: timedelta | None
    data: tuple[str, ...] = ()
    why: str = ""


KEEP = Forgetting(None, why="hồ sơ công việc của cơ quan")
FORGET_PERSON_AFTER_FIVE_YEARS = Forgetting(timedelta(days=5 * 365), why="tên người làm không còn cần cho hồ sơ")


@dataclass(frozen=True, slots=True)
class EventKind:
    """``code`` is "<app>.<thing>.<what happened>"; ``sentence`` a Vietnamese msgid with named fields from ``data``."""

    code: str
    sentence: str
    forgetting: Forgetting

    def sentence_of(self, event: "Event") -> str:
        """ "Nguyễn Văn A, Văn thư: đăng ký văn bản đến số 12." """
        who = event.actor_label or _("Hệ thống")
        sentence = f"{who}: {_(self.sentence).format_map(_Blank(event.data))}"
        # A reason is often a sentence with a full stop of its own.
        return sentence[:-1] if sentence.endswith("..") and not sentence.endswith("...") else sentence


class _Blank(dict[str, object]):
    """A field that is missing or forgotten reads as "…"."""

    def __missing__(self, key: str) -> str:
        return "…"


def register(*kinds: EventKind) -> None:
    for kind in kinds:
        if _kinds.setdefault(kind.code, kind) != kind:
            raise ValueError(f"two kinds of events are called {kind.code}")


def kind_of(code: str) -> EventKind:
    return _kinds[code]


def all_kinds() -> list[EventKind]:
    return sorted(_kinds.values(), key=lambda kind: kind.code)
