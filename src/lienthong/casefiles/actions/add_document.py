"""Put a document into a case file that does not belong to it by itself, with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.casefiles import events
from lienthong.casefiles.gathering import pieces_of
from lienthong.casefiles.models import AddedDocument, CaseFile
from lienthong.casefiles.permissions import begin
from lienthong.core.keys import key_of
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry.service import OfficialDocument


@transaction.atomic
def add_document(actor: Actor, case: CaseFile, document: OfficialDocument, *, reason: str) -> AddedDocument:
    case = CaseFile.objects.select_for_update().get(pk=case.pk)
    begin(actor, case, "change")
    if not abilities_for(actor, document).see:
        raise Refused(_("Bạn không được xem văn bản này."), field="document")
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao văn bản thuộc hồ sơ này."), field="reason")
    if any(item.key == key_of(document) for item in pieces_of(actor, case)):
        raise Refused(_("Văn bản này đã có trong hồ sơ."), field="document")
    added, _made = AddedDocument.objects.get_or_create(
        case=case, document=document, defaults={"reason": reason.strip()[:300], "by": actor.own_position}
    )
    case.left_out.filter(key=key_of(document)).delete()
    record(events.DOCUMENT_ADDED, case, by=actor.stamp, document=document.title, reason=added.reason)
    return added
