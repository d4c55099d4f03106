"""Open a recurring column on a share that has a rhythm: its next due occurrence is proposed as the next issue."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.newsroom import events
from lienthong.newsroom.kinds import ProductKind
from lienthong.newsroom.models import Column
from lienthong.newsroom.permissions import may_plan
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans.service import Share


@transaction.atomic
def open_column(actor: Actor, share: Share, *, title: str, kind: str, audience: str = "", message: str = "") -> Column:
    if not (may_plan(actor) and abilities_for(actor, share).see):
        raise NotAllowed(_("Chỉ lãnh đạo, trưởng đơn vị, tổng hợp mở chuyên mục."))
    if not title.strip():
        raise Refused(_("Hãy ghi tên chuyên mục."), field="title")
    if kind not in ProductKind.values:
        raise Refused(_("Hãy chọn loại sản phẩm."), field="kind")
    if share.assignment.out_of_scope or not share.occurrences.exists():
        raise Refused(_("Phần việc này không có nhịp nên không có kỳ để làm chuyên mục."), field="share")
    column: Column = Column.objects.create(
        office=actor.own_office, share=share, title=title.strip()[:200], kind=kind, audience=audience.strip()[:300],
        message=message.strip()[:1000], created_by=actor.own_position,
    )  # fmt: skip
    record(events.COLUMN_OPENED, column, by=actor.stamp, title=column.title)
    return column
