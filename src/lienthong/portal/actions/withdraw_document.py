"""Take a document out of the public list, with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core import search
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.portal import events
from lienthong.portal.models import PublicDocument
from lienthong.portal.permissions import may_publish_documents
from lienthong.portal.published import announce_document


@transaction.atomic
def withdraw_document(actor: Actor, published: PublicDocument, *, reason: str) -> None:
    if not (may_publish_documents(actor) and actor.in_office(published.office_id)):
        raise NotAllowed(_("Chỉ lãnh đạo, điều phối của cơ quan thôi công khai văn bản."))
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do thôi công khai."), field="reason")
    number = published.document.number
    record(events.DOCUMENT_WITHDRAWN, published, by=actor.stamp, number=number, reason=reason.strip())
    search.forget(published)
    announce_document(published.office_id, published.document)
    published.delete()
