"""Keep words that answers of the office begin with."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, required
from lienthong.feedback import events
from lienthong.feedback.models import ReplyTemplate
from lienthong.feedback.permissions import may_receive
from lienthong.organisations.service import Actor


@transaction.atomic
def add_template(actor: Actor, *, title: str, text: str) -> ReplyTemplate:
    if not may_receive(actor):
        raise NotAllowed(_("Văn thư, cán bộ tổng hợp hoặc lãnh đạo giữ mẫu trả lời."))
    template = ReplyTemplate.objects.create(
        office=actor.own_office, title=required(title, _("Hãy ghi tên mẫu."), "title"),
        text=required(text, _("Hãy ghi lời mẫu."), "text"), added_by=actor.own_position,
    )  # fmt: skip
    record(events.TEMPLATE_ADDED, template, by=actor.stamp, title=template.title)
    return template
