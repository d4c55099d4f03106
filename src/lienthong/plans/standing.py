"""How a share or an assignment stands, in words with a state colour and an icon: never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from lienthong.plans.models import Assignment, Share

_S = Share.State


@dataclass(frozen=True, slots=True)
class Standing:
    """``kind`` is one of done, running, late, waiting, or empty for what needs no colour."""

    kind: str
    icon: str
    words: str


def standing_of(share: Share, now: datetime, today: date) -> Standing:
    """The official state (hoàn thành, đang làm; đúng hạn, quá hạn), or what it waits for."""
    if share.assignment.out_of_scope:
        return Standing("", "eye", _("Đã biết") if share.state == _S.NOTED else _("Để biết"))
    late = share.due is not None and share.due < today
    if share.state == _S.DONE:
        in_time = share.due is None or (share.done_on is not None and share.done_on <= share.due)
        return Standing("done", "check-circle", _("Hoàn thành đúng hạn") if in_time else _("Hoàn thành quá hạn"))
    if share.part == Share.Part.SUPPORT and share.state == _S.ASSIGNED:
        return Standing("waiting", "eye", _("Chưa xem"))
    if share.state in (_S.TRANSFERRED, _S.NOTED):
        return Standing("", "eye", share.get_state_display())
    if share.silent(now):
        return Standing("late" if late else "waiting", "speaker-x-mark", _("Đã nhận, chưa xác nhận"))
    if share.state == _S.ACCEPTED:
        if late:
            return Standing("late", "exclamation-triangle", _("Đang làm, quá hạn"))
        return Standing("running", "arrow-right-circle", _("Đang làm trong hạn"))
    if share.state == _S.RETURNED:
        return Standing("late", "arrow-uturn-left", _("Được trả lại"))
    words = str(share.get_state_display())
    return Standing(
        "late" if late else "waiting", "clock", _("%(state)s, quá hạn") % {"state": words} if late else words
    )


def standing_of_all(assignment: Assignment, leads: Iterable[Share], now: datetime, today: date) -> Standing:
    """How an assignment stands with all its lead bodies: the least advanced of them says."""
    if assignment.out_of_scope:
        words = _("Đã kết thúc bằng văn bản") if assignment.closed_by_number else _("Ngoài phạm vi công cụ")
        return Standing("", "minus-circle", words)
    counted = [share for share in leads if share.state != _S.TRANSFERRED]
    if not counted:
        return Standing("waiting", "question-mark-circle", _("Chưa giao đơn vị chủ trì"))
    standings = [standing_of(share, now, today) for share in counted]
    if len(standings) == 1:
        return standings[0]
    done = sum(share.state == _S.DONE for share in counted)
    if done < len(counted):
        words = _("%(done)d/%(total)d đơn vị xong") % {"done": done, "total": len(counted)}
        silent = sum(share.silent(now) for share in counted)
        if silent:
            words += _(", %(n)d chưa xác nhận") % {"n": silent}
        late = any(s.kind == "late" for s in standings)
        return Standing("late" if late else "running", "exclamation-triangle" if late else "arrow-right-circle", words)
    late = any(share.due and share.done_on and share.done_on > share.due for share in counted)
    return Standing("done", "check-circle", _("Hoàn thành quá hạn") if late else _("Hoàn thành đúng hạn"))
