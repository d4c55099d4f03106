"""A body says that its share is done and shows what proves it."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events, items
from lienthong.plans.models import Evidence, Share
from lienthong.plans.permissions import begin


@transaction.atomic
def submit_share(actor: Actor, share: Share, *, result: str, done_on: date | None = None) -> Share:
    """``done_on`` is the day the work was done, by default that of its last piece of work. Refused without evidence."""
    state = begin(actor, share, "submit")
    last = share.credits.order_by("-work__done_on").values_list("work__done_on", flat=True).first()
    if last is None or not Evidence.objects.filter(work__credits__share=share).exists():
        raise Refused(_("Chưa có minh chứng. Hãy thêm tệp, ảnh, đường liên kết hoặc số biên bản rồi trình lại."))
    done_on = done_on or last
    if done_on > timezone.localdate():
        raise Refused(_("Ngày làm xong không được sau hôm nay."), field="done_on")
    share.state, share.result, share.done_on = state, result.strip(), done_on
    share.submitted_at = share.last_word_at = timezone.now()
    share.submitted_by = actor.position
    share.save(update_fields=["state", "result", "done_on", "submitted_at", "last_word_at", "submitted_by"])
    items.close_work(share)
    items.ask_for_confirmation(share, actor)
    record(events.SHARE_SUBMITTED, share, by=actor.stamp, result=share.result or _("đã xong, kèm minh chứng."))
    return share
