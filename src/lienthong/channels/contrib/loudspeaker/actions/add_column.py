"""Promise a recurring column with its rhythm."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from vanban.rhythm import rhythm as read_rhythm

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.changing import check_and_renew
from lienthong.channels.contrib.loudspeaker.models import ColumnIssue, ProgrammeColumn, ProgrammeSlot, Station
from lienthong.channels.contrib.loudspeaker.permissions import require_run
from lienthong.channels.contrib.loudspeaker.scheduling import hold
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body
from lienthong.plans.service import Share


@transaction.atomic
def add_column(
    actor: Actor, station: Station, *, title: str, rhythm: str, starts_on: date, ends_on: date, minutes: int,
    slots: Iterable[ProgrammeSlot], unit: Body, reruns: int = 0, share: Share | None = None,
) -> ProgrammeColumn:  # fmt: skip
    """Its issues are written down at once, each with the occurrence of ``share`` that it carries out."""
    require_run(actor, station)
    if ends_on < starts_on:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="ends_on")
    days = list(read_rhythm(rhythm, (starts_on, ends_on)).occurrences(starts_on, ends_on))
    if not days:
        raise Refused(
            _("Không đọc được tần suất này thành ngày. Hãy ghi như “2 tuần/1 số”, “thứ Hai hằng tuần”, “hằng ngày”."),
            field="rhythm",
        )
    hold(station)
    slots = list(slots)
    if ProgrammeSlot.objects.filter(pk__in=[slot.pk for slot in slots]).exclude(ended_at=None).exists():
        raise Refused(_("Khung giờ đã chọn vừa được dừng. Hãy chọn khung khác."), field="slots")
    column = ProgrammeColumn.objects.create(
        station=station, title=title.strip(), rhythm=rhythm.strip(), starts_on=starts_on, ends_on=ends_on,
        seconds=minutes * 60, reruns=reruns, unit=unit, share=share,
    )  # fmt: skip
    column.slots.set(slots)
    promised = {one.number: one for one in share.occurrences.issues()} if share else {}
    ColumnIssue.objects.bulk_create(
        ColumnIssue(column=column, number=number, day=day, occurrence=promised.get(number))
        for number, day in enumerate(days, 1)
    )
    check_and_renew(station, starts_on)
    record(events.COLUMN_ADDED, column, by=actor.stamp, title=column.title, rhythm=column.rhythm)
    return column
