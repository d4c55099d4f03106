"""Remove a template; answers that began with it stay."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.feedback import events
from lienthong.feedback.models import ReplyTemplate
from lienthong.feedback.permissions import template_abilities
from lienthong.organisations.service import Actor


@transaction.atomic
def remove_template(actor: Actor, template: ReplyTemplate) -> None:
    if not template_abilities(actor, template).change:
        raise NotAllowed(_("Văn thư, cán bộ tổng hợp hoặc lãnh đạo giữ mẫu trả lời."))
    record(events.TEMPLATE_REMOVED, template, by=actor.stamp, title=template.title)
    template.delete()
