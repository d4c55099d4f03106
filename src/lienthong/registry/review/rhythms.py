"""What *thời gian* and *tần suất* of a task say together, in words for a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from vanban.rhythm import Rhythm, rhythm

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class RhythmSheet:
    """``words`` is empty where nothing recurs; ``contradictions`` and ``unclear`` are sentences.

    ``began_early`` is the first day of a window of a recurring task when that lies before the document's date.
    """

    words: str
    contradictions: tuple[str, ...]
    unclear: tuple[str, ...]
    began_early: date | None


def read_rhythm(when: str, frequency: str) -> Rhythm | None:
    """The rhythm of a task with these two printed fields, or None when both are empty."""
    if not when and not frequency:
        return None
    window = rhythm(when).window if when else None
    whole = (window[0], window[1]) if window and window[0] and window[1] else None
    return rhythm(frequency or when, window=whole)


def sheet_of_rhythm(when: str, frequency: str, document_date: date | None) -> RhythmSheet:
    found = read_rhythm(when, frequency)
    if found is None:
        return RhythmSheet("", (), (), None)
    contradictions = tuple(r.message for r in found.remarks if r.kind == "rhythm-contradiction")
    unclear = tuple(r.message for r in found.remarks if r.kind != "rhythm-contradiction")
    first = found.window[0] if found.window and found.rrule else None
    early = first if first and document_date and first < document_date else None
    return RhythmSheet(in_words(found), contradictions, unclear, early)


def in_words(found: Rhythm) -> str:
    """ "2 tuần 1 kỳ · 26 kỳ/năm · phát lại 3 lần/tháng · từ 01/01/2025 đến 31/12/2025"; empty when nothing recurs."""
    parts = []
    if found.rrule:
        parts.append(_step_in_words(found))
        if found.quota and not (found.quota == found.per and found.quota_per == "year"):
            parts.append(_("%(n)d kỳ/%(per)s") % {"n": found.quota, "per": _per_name(found.quota_per or "window")})
    if found.reruns:
        parts.append(
            _("phát lại %(n)d lần/%(per)s") % {"n": found.reruns, "per": _per_name(found.reruns_per or "issue")}
        )
    if found.open_ended and not found.rrule:
        parts.append(_("thường xuyên, không có kỳ"))
    if found.ad_hoc:
        parts.append(_("khi có yêu cầu"))
    if parts and found.window:
        parts.append(_window_in_words(*found.window))
    return " · ".join(parts)


def _window_in_words(first: date | None, last: date | None) -> str:
    start = _("từ %(day)s") % {"day": f"{first:%d/%m/%Y}"} if first else ""
    end = _("đến %(day)s") % {"day": f"{last:%d/%m/%Y}"} if last else ""
    return " ".join(part for part in (start, end) if part)


def _step_in_words(found: Rhythm) -> str:
    rule = dict(part.split("=") for part in (found.rrule or "").split(";"))
    count = f"{found.per}–{found.most}" if found.most else str(found.per)
    if found.at_least:
        count = _("ít nhất %(n)s") % {"n": count}
    step = _("mỗi %(step)s %(n)s kỳ") % {"step": _step_name(rule), "n": count}
    days = _days(rule)
    return f"{step}, {days}" if days else step


def _step_name(rule: dict[str, str]) -> str:
    every = int(rule.get("INTERVAL", "1"))
    months = rule.get("BYMONTH", "").split(",") if rule.get("BYMONTH") else []
    if rule["FREQ"] == "MONTHLY" and every == 1 and months:
        gaps = {int(b) - int(a) for a, b in pairwise(months)}
        if len(months) > 1 and gaps == {12 // len(months)}:
            return {4: _("quý"), 2: _("6 tháng")}.get(len(months), _("%(n)d tháng") % {"n": 12 // len(months)})
        return _("năm") if months == ["12"] else _("năm (tháng %(months)s)") % {"months": ", ".join(months)}
    if every == 1:
        return {"DAILY": _("ngày"), "WEEKLY": _("tuần"), "MONTHLY": _("tháng"), "YEARLY": _("năm")}[rule["FREQ"]]
    several = {
        "DAILY": ngettext("%(n)d ngày", "%(n)d ngày", every),
        "WEEKLY": ngettext("%(n)d tuần", "%(n)d tuần", every),
        "MONTHLY": _("%(n)d tháng"),
        "YEARLY": ngettext("%(n)d năm", "%(n)d năm", every),
    }
    return several[rule["FREQ"]] % {"n": every}


def _days(rule: dict[str, str]) -> str:
    if rule["FREQ"] == "WEEKLY" and rule.get("BYDAY") and "BYSETPOS" not in rule:
        names = _weekday_names()
        return ", ".join(names[code] for code in rule["BYDAY"].split(","))
    days = [day for day in rule.get("BYMONTHDAY", "").split(",") if day and int(day) > 0]
    if days and "BYSETPOS" not in rule and rule["FREQ"] == "MONTHLY":
        return _("ngày %(days)s") % {"days": ", ".join(days)}
    return ""


def _weekday_names() -> dict[str, str]:
    names = (_("thứ Hai"), _("thứ Ba"), _("thứ Tư"), _("thứ Năm"), _("thứ Sáu"), _("thứ Bảy"), _("Chủ nhật"))
    return dict(zip(_WEEKDAYS, names, strict=True))


def _per_name(per: str) -> str:
    return {
        "day": _("ngày"),
        "week": _("tuần"),
        "month": _("tháng"),
        "quarter": _("quý"),
        "half-year": _("6 tháng"),
        "year": _("năm"),
        "window": _("cả đợt"),
        "issue": _("kỳ"),
    }[per]


def settled_frequency(when: str, frequency: str, holds: str) -> str:
    """The frequency without the number that a person did not choose: ``holds`` is "rhythm" or "total".

    "2 tuần/1 số (30 số/năm)" becomes "2 tuần/1 số" or "30 số/năm".
    """
    found = read_rhythm(when, frequency)
    span = found.spans.get("quota") if found else None
    printed = frequency or when
    if span is None:
        return frequency
    total = printed[span.start : span.end].strip(" ().,;")
    rest = printed[: span.start] + " " + printed[span.end :]
    rest = " ".join(rest.replace("( )", " ").replace("()", " ").split()).strip(" (),;")
    return total if holds == "total" else rest
