"""What a cell of a form may be pointed to, by name; and which source its words suggest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from lienthong.core.text import fold
from lienthong.organisations.service import Body
from lienthong.reports.figures import FIGURES
from lienthong.reports.gathering import counts_of
from lienthong.reports.models import AskedFigure, Report
from lienthong.reports.unit_figures import merged_totals

Value = int | Decimal | str | None

_TEXTS: dict[str, Promise] = {
    "results": _("Kết quả nổi bật"),
    "shortcomings": _("Tồn tại, hạn chế"),
    "causes": _("Nguyên nhân"),
    "outlook": _("Phương hướng, nhiệm vụ"),
}
_FACTS: dict[str, tuple[Promise, Callable[[Report], str]]] = {
    "office": (_("Tên cơ quan"), lambda report: report.office.name),
    "title": (_("Tên báo cáo"), lambda report: report.title),
    "from": (_("Số liệu từ ngày"), lambda report: f"{report.starts_on:%d/%m/%Y}"),
    "to": (_("Số liệu đến ngày"), lambda report: f"{report.ends_on:%d/%m/%Y}"),
    "year": (_("Năm"), lambda report: str(report.year)),
    "today": (_("Ngày điền"), lambda report: f"{timezone.localdate():%d/%m/%Y}"),
}
#: From this likeness on a source is proposed; a person confirms it.
_LIKE = 82


@dataclass(frozen=True, slots=True)
class Source:
    """``key`` is "figure:tasks", "text:results", "fact:year", "typed:" …; ``group`` heads it in a list of choices."""

    key: str
    label: str
    group: str


def sources(office: Body) -> list[Source]:
    """Everything that a cell of a form of ``office`` may be pointed to."""
    found = [Source(f"figure:{figure.code}", str(figure.label), str(_("Số liệu hệ thống đếm"))) for figure in FIGURES]
    found += [Source(f"text:{name}", str(label), str(_("Lời của báo cáo"))) for name, label in _TEXTS.items()]
    found += [Source(f"fact:{name}", str(label), str(_("Thông tin chung"))) for name, (label, _give) in _FACTS.items()]
    asked = AskedFigure.objects.filter(request__report__office=office).order_by("name", "nature")
    unit = {unit_key(one): f"{one.get_nature_display()}: {one.name} ({one.unit})" for one in asked[:300]}
    found += [Source(key, label, str(_("Số đơn vị báo cáo"))) for key, label in unit.items()]
    found.append(Source("typed:", str(_("Gõ tay mỗi kỳ")), str(_("Khác"))))
    return found


def unit_key(asked: AskedFigure) -> str:
    """One figure that units give, whatever the period: targets, results and outlooks never meet under one key."""
    return f"unit:{asked.nature}:{fold(asked.name)}:{fold(asked.unit)}"


def proposed(label: str, known: list[Source]) -> Source | None:
    """The figure whose name is most like the words of a cell's row; a person confirms it."""
    counted = {each.key: fold(each.label) for each in known if each.key.startswith("figure:")}
    row = fold(label.partition(" · ")[0])
    best = process.extractOne(row, counted, scorer=fuzz.token_sort_ratio, score_cutoff=_LIKE)
    return next(each for each in known if each.key == best[2]) if best else None


def values_of(report: Report) -> dict[str, Value]:
    """What every source but the typed ones gives for a report; frozen figures once it is frozen."""
    found: dict[str, Value] = {
        f"figure:{count.figure.code}": count.value if count.shown else None for count in counts_of(report)
    }
    found |= {f"text:{name}": getattr(report, name) for name in _TEXTS}
    found |= {f"fact:{name}": give(report) for name, (_label, give) in _FACTS.items()}
    for group in merged_totals(report):
        for total in group.totals:
            found[unit_key(total.asked)] = total.words if total.asked.ratio else total.value
    return found
