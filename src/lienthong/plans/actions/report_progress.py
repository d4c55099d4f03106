"""A body says how far its share is."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.models import Progress, Share
from lienthong.plans.permissions import begin


@transaction.atomic
def report_progress(actor: Actor, share: Share, *, text: str, percent: int | None = None) -> Progress:
    """``percent`` is from 0 to 100 and the body's own estimate; no figure is made of it."""
    begin(actor, share, "report")
    if not text.strip():
        raise Refused(_("Hãy ghi tiến độ bằng một câu."), field="text")
    if percent is not None and not 0 <= percent <= 100:
        raise Refused(_("Phần trăm từ 0 đến 100."), field="percent")
    progress = Progress.objects.create(share=share, text=text.strip(), percent=percent, by=actor.own_position)
    share.last_word_at = timezone.now()
    share.save(update_fields=["last_word_at"])
    record(events.PROGRESS_REPORTED, share, by=actor.stamp, text=progress.text)
    return progress
