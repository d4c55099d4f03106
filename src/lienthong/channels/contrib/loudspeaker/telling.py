"""The planner's faults and decisions as sentences for people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from lienthong.channels.contrib.loudspeaker.programme import Airing, Decision, Fault, Why

if TYPE_CHECKING:
    from lienthong.channels.contrib.loudspeaker.models import ColumnIssue
    from lienthong.channels.contrib.loudspeaker.stored import Promise


def music() -> str:
    return _("Nhạc nền")


def issue_title(issue: ColumnIssue, rerun: int = 0) -> str:
    words = {"title": issue.column.title, "number": issue.number, "rerun": rerun}
    if rerun:
        return _("%(title)s, số %(number)d, phát lại lần %(rerun)d") % words
    return _("%(title)s, số %(number)d") % words


def fault(found: Fault, promise: Promise) -> str:
    """What is wrong with the programme, and what to do."""
    words = {"name": _name(found.code, promise), "other": _name(found.other, promise)}
    if found.kind == "quiet":
        return _("Khung “%(name)s” chạm vào giờ nghỉ. Hãy chọn giờ khác.") % words
    if found.kind == "overlap":
        return _("Khung “%(name)s” trùng giờ với khung “%(other)s” ở cùng một nơi. Hãy dời một khung.") % words
    if found.kind == "too-short":
        return (
            _("Không khung nào của chuyên mục “%(name)s” đủ dài. Hãy chọn khung dài hơn hoặc giảm thời lượng.") % words
        )
    return _("Tần suất của chuyên mục “%(name)s” có hai con số trái nhau. Hãy ghi lại tần suất.") % words


def reason(decision: Decision, promise: Promise) -> str:
    """Why something plays when it does, or does not."""
    words = {
        "slot": _name(decision.slot, promise), "day": _day(decision.day), "about": _day(decision.about),
        "by": _name(decision.by, promise),
    }  # fmt: skip
    sentences = {
        Why.URGENT: _("Tin khẩn cấp: phát ngay, giữ nguyên, kể cả trong giờ nghỉ."),
        Why.FIRST_ROOM: _("Khung đầu tiên còn chỗ sau giờ được phát: %(slot)s."),
        Why.ON_ITS_DAY: _("Đúng ngày của kỳ, khung %(slot)s."),
        Why.LATER: _("Đến hạn %(about)s; khung còn chỗ đầu tiên sau đó: %(slot)s, %(day)s."),
        Why.NOT_CHOSEN: _("Cấp trên gửi, xã chưa chọn nên chưa phát."),
        Why.CUT: _("Bị ngắt để phát tin khẩn cấp “%(by)s”."),
        Why.NO_ROOM: _("Không khung nào còn chỗ."),
    }
    return sentences[decision.why] % words


def reasons_by_airing(decisions: list[Decision]) -> dict[tuple[str, date, int], Decision]:
    """Decisions that placed something, found by code, due date (or day) and rerun."""
    return {(one.code, one.about, one.rerun): one for one in decisions if one.kind in ("placed", "moved")}


def key_of_airing(airing: Airing) -> tuple[str, date, int]:
    return (airing.code, airing.issue or airing.begins.date(), airing.rerun)


def _name(code: str, promise: Promise) -> str:
    for named in (promise.slots, promise.columns, promise.bulletins):
        if code in named:
            return str(named[code])
    return ""


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
