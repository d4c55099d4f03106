"""Stop a column from tomorrow on."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.changing import check_and_renew
from lienthong.channels.contrib.loudspeaker.items import issue_is_filled
from lienthong.channels.contrib.loudspeaker.models import ProgrammeColumn
from lienthong.channels.contrib.loudspeaker.permissions import require_run
from lienthong.channels.contrib.loudspeaker.scheduling import hold
from lienthong.organisations.service import Actor


@transaction.atomic
def end_column(actor: Actor, column: ProgrammeColumn) -> ProgrammeColumn:
    """Issues of later days are promised no more; those that were played stay."""
    require_run(actor, column.station)
    hold(column.station)
    column = ProgrammeColumn.objects.select_for_update().get(pk=column.pk)
    column.ended_at = column.ended_at or timezone.now()
    column.save(update_fields=["ended_at"])
    for issue in column.issues.filter(day__gt=timezone.localdate(column.ended_at)):
        issue_is_filled(issue)
    check_and_renew(column.station)
    record(events.COLUMN_ENDED, column, by=actor.stamp, title=column.title)
    return column
