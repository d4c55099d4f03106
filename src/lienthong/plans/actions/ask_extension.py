"""A body asks for more time."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events, items
from lienthong.plans.extending import rule_for
from lienthong.plans.models import Extension, Share
from lienthong.plans.permissions import begin


@transaction.atomic
def ask_extension(actor: Actor, share: Share, *, new_due: date, reason: str) -> Extension:
    """The first of two steps: the body's head asks, those who run the plan decide. Limits are those of the rule."""
    begin(actor, share, "ask_extension")
    if share.due is None:
        raise Refused(_("Việc này không có hạn nên không cần gia hạn."))
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do xin gia hạn."), field="reason")
    if share.extensions.filter(state=Extension.State.ASKED).exists():
        raise Refused(_("Đã có đề nghị gia hạn đang chờ duyệt."))
    today = timezone.localdate()
    if new_due <= max(share.due, today):
        raise Refused(_("Hạn mới phải sau hạn hiện nay và sau hôm nay."), field="new_due")
    rule = rule_for(share.assignment.plan.office, today)
    if rule is not None:
        granted = share.extensions.filter(state=Extension.State.GRANTED).count()
        if granted >= rule.times:
            raise Refused(_("Đã gia hạn đủ %(times)d lần (%(source)s).") % {"times": rule.times, "source": rule.source})
        if today > share.due + timedelta(days=rule.ask_within_days_after):
            words = {"days": rule.ask_within_days_after, "source": rule.source}
            raise Refused(_("Đã quá hạn hơn %(days)d ngày nên không xin gia hạn được (%(source)s).") % words)
        latest = share.due + timedelta(days=rule.days)
        if new_due > latest:
            words = {"days": rule.days, "latest": f"{latest:%d/%m/%Y}"}
            raise Refused(_("Mỗi lần gia hạn tối đa %(days)d ngày: chậm nhất %(latest)s.") % words, field="new_due")
    extension = Extension.objects.create(
        share=share, old_due=share.due, new_due=new_due, reason=reason.strip(), asked_by=actor.own_position
    )
    share.last_word_at = timezone.now()
    share.save(update_fields=["last_word_at"])
    items.ask_for_extension(extension, actor)
    record(events.EXTENSION_ASKED, share, by=actor.stamp, due=f"{new_due:%d/%m/%Y}", reason=extension.reason)
    return extension
