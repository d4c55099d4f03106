"""End a column: nothing more is proposed for it, its products stay."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.newsroom import events
from lienthong.newsroom.models import Column
from lienthong.organisations.service import Actor, abilities_for


@transaction.atomic
def end_column(actor: Actor, column: Column) -> Column:
    if not abilities_for(actor, column).change:
        raise NotAllowed(_("Chỉ lãnh đạo, trưởng đơn vị, tổng hợp kết thúc chuyên mục."))
    if column.ended_at is None:
        column.ended_at = timezone.now()
        column.save(update_fields=["ended_at"])
        record(events.COLUMN_ENDED, column, by=actor.stamp, title=column.title)
    return column
