"""Open a finished review again, to correct what was confirmed. Plans already made keep what they have."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.models import OfficialDocument


def reopen_review(actor: Actor, document: OfficialDocument) -> OfficialDocument:
    if not abilities_for(actor, document).review:
        raise NotAllowed(_("Chỉ văn thư hoặc cán bộ tổng hợp của cơ quan được mở lại việc duyệt."))
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        if document.reviewed_at is None:
            raise Refused(_("Văn bản này đang được duyệt."))
        document.reviewed_at = None
        document.save(update_fields=["reviewed_at"])
        record(events.REVIEW_REOPENED, document, by=actor.stamp)
    return document
