"""Grant or refuse more time."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import close_items, notify
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans import events, items
from lienthong.plans.extending import move_deadline
from lienthong.plans.models import Extension
from lienthong.plans.workflow import EXTENSION


@transaction.atomic
def decide_extension(actor: Actor, extension: Extension, *, grant: bool, answer: str = "") -> Extension:
    """The second step. A refusal needs its reason; the one who asked cannot decide."""
    share = extension.share
    if not abilities_for(actor, share).manage:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo cơ quan được duyệt gia hạn."))
    if extension.asked_by_id == actor.own_position.pk:
        raise Refused(_("Bạn là người xin gia hạn nên cần người khác duyệt."))
    if not grant and not answer.strip():
        raise Refused(_("Hãy ghi lý do không đồng ý."), field="answer")
    current = Extension.objects.select_for_update().values_list("state", flat=True).get(pk=extension.pk)
    extension.state = EXTENSION.move(current, "grant" if grant else "refuse")
    extension.answer, extension.decided_by, extension.decided_at = answer.strip(), actor.own_position, timezone.now()
    extension.save(update_fields=["state", "answer", "decided_by", "decided_at"])
    close_items(extension)
    due = f"{extension.new_due:%d/%m/%Y}"
    if grant:
        move_deadline(share, extension.new_due, actor)
        record(events.EXTENSION_GRANTED, share, by=actor.stamp, due=due, answer=extension.answer)
        text = kept("Được gia hạn đến %(due)s: %(name)s") % {"due": due, "name": share.assignment.name}
    else:
        record(events.EXTENSION_REFUSED, share, by=actor.stamp, answer=extension.answer)
        text = kept("Không được gia hạn: %(name)s") % {"name": share.assignment.name}
    notify(extension.asked_by, text, items.share_url(share))
    return extension
