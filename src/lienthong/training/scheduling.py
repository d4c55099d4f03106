"""Sessions of a class as they are typed: a line each, "05/12/2026; 08:00-11:30"."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.training.models import TrainingClass

_LINE = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*[;,]\s*([01]?\d|2[0-3])[:gh]([0-5]\d)\s*[-–]\s*([01]?\d|2[0-3])[:gh]([0-5]\d)"
)
_MOST = 60


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """From when to when."""

    starts_at: datetime
    ends_at: datetime


def read_sessions(text: str) -> list[Slot]:
    """In the order of time; :class:`Refused` names the line that is not understood."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise Refused(_("Hãy ghi ít nhất một buổi."), field="sessions")
    if len(lines) > _MOST:
        raise Refused(_("Một lớp nhiều nhất 60 buổi. Hãy tách thành hai lớp."), field="sessions")
    slots = sorted(_read(line) for line in lines)
    for before, after in pairwise(slots):
        if after.starts_at < before.ends_at:
            said = {"when": f"{timezone.localtime(after.starts_at):%d/%m/%Y %H:%M}"}
            raise Refused(_("Hai buổi trùng giờ nhau lúc %(when)s.") % said, field="sessions")
    return slots


def _read(line: str) -> Slot:
    found = _LINE.fullmatch(line)
    try:
        if found is None:
            raise ValueError
        day, month, year, *hours = (int(part) for part in found.groups())
        starts, ends = (
            timezone.make_aware(datetime.combine(date(year, month, day), time(hour, minute)))
            for hour, minute in (hours[:2], hours[2:])
        )
    except ValueError:
        said = {"line": line[:80]}
        raise Refused(
            _("Dòng “%(line)s” chưa đúng. Hãy ghi như: 05/12/2026; 08:00-11:30.") % said, field="sessions"
        ) from None
    if ends <= starts:
        raise Refused(_("Dòng “%(line)s”: giờ kết thúc phải sau giờ bắt đầu.") % {"line": line[:80]}, field="sessions")
    return Slot(starts, ends)


def sessions_text(training: TrainingClass) -> str:
    """The lines as they were typed, to be changed."""
    pairs = ((timezone.localtime(one.starts_at), timezone.localtime(one.ends_at)) for one in training.sessions.all())
    return "\n".join(f"{starts:%d/%m/%Y; %H:%M}-{ends:%H:%M}" for starts, ends in pairs)


def set_sessions(training: TrainingClass, slots: list[Slot]) -> bool:
    """Store ``slots``; true when they are not what they were. One whose sheet was filled in stays as it was."""
    stored = {Slot(one.starts_at, one.ends_at): one for one in training.sessions.all()}
    gone = [one for slot, one in stored.items() if slot not in slots]
    if any(one.ticked_at for one in gone):
        raise Refused(_("Có buổi đã điểm danh nên không đổi ngày giờ buổi đó được nữa."), field="sessions")
    for one in gone:
        one.delete()
    fresh = [slot for slot in slots if slot not in stored]
    for slot in fresh:
        training.sessions.create(starts_at=slot.starts_at, ends_at=slot.ends_at)
    return bool(gone or fresh)
