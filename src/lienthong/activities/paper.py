"""What of activities is printed."""

from collections.abc import Sequence
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.activities.models import HelpCount, OfficeEvent, TeamVisit
from lienthong.core.drawing import code_of, drawn
from lienthong.core.language import site_language
from lienthong.organisations.service import Body

_HERE = Path(__file__).parent


def door_poster(event: OfficeEvent, address: str) -> bytes:
    """The sheet at the door with the code that phones scan."""
    starts = timezone.localtime(event.starts_at)
    with site_language():
        data = {
            "office": event.office.name, "title": event.title, "when": f"{starts:%H:%M %d/%m/%Y}",
            "place": event.place, "address": address, "scan": _("Quét mã để ghi có mặt"),
            "note": _("Không hỏi tên, không lưu ai đã đến. Mã dùng được từ một giờ trước đến khi kết thúc."),
        }  # fmt: skip
        return drawn(_HERE / "poster.typ", data, {"qr.svg": code_of(address)})


def visits_sheet(office: Body, visits: Sequence[TeamVisit], title: str) -> bytes:
    """Visits as they are given as evidence: a line each with its numbers, and the sum of each subject."""
    counts: dict[int, dict[str, int]] = {visit.pk: {} for visit in visits}
    for each in HelpCount.objects.filter(visit__in=visits):
        counts[each.visit_id][each.subject] = each.people
    used = [subject for subject in HelpCount.Subject if any(subject in row for row in counts.values())]
    rows = [
        [
            f"{visit.day:%d/%m/%Y}", visit.hamlet.label, visit.team.label,
            *(str(counts[visit.pk].get(subject, "")) for subject in used), str(sum(counts[visit.pk].values())),
        ]
        for visit in visits
    ]  # fmt: skip
    sums = [sum(row.get(subject, 0) for row in counts.values()) for subject in used]
    with site_language():
        head = [_("Ngày"), _("Thôn"), _("Tổ công nghệ số của"), *(str(each.label) for each in used), _("Cộng")]
        data = {
            "office": office.name, "title": title, "head": head, "rows": rows,
            "sum": [_("Cộng"), "", "", *(str(n) for n in [*sums, sum(sums)])],
            "note": _("Chỉ có số người; không lưu ai được giúp. Lập lúc %(when)s.")
            % {"when": f"{timezone.localtime():%H:%M %d/%m/%Y}"},
        }  # fmt: skip
    return drawn(_HERE / "visits.typ", data)
