"""Put an issued document before the public, with the file that is given out."""

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
from lienthong.registry.service import Direction, OfficialDocument


@transaction.atomic
def publish_document(actor: Actor, document: OfficialDocument) -> PublicDocument:
    """Only a document that the office itself issued: signed, numbered and registered."""
    if not may_publish_documents(actor):
        raise NotAllowed(_("Chỉ lãnh đạo, điều phối của cơ quan công khai văn bản."))
    found = OfficialDocument.objects.visible_to(actor).filter(pk=document.pk, office=actor.own_office).first()
    if found is None:
        raise NotAllowed(_("Văn bản này của cơ quan khác."))
    if found.direction != Direction.OUTGOING or found.state != OfficialDocument.State.ISSUED:
        raise Refused(_("Chỉ công khai văn bản cơ quan đã phát hành."))
    if PublicDocument.objects.filter(document=found).exists():
        raise Refused(_("Văn bản này đã được công khai."))
    file = found.files.filter(part="main").first()
    if file is None:
        raise Refused(_("Văn bản chưa có tệp chính."))
    published = PublicDocument.objects.create(
        office=actor.own_office, document=found, file=file, published_by=actor.own_position
    )
    # Only what the public is given is found: not the annexes that stay inside.
    words = (found.get_type_display(), found.subject, found.issuer, file.text)
    search.index(published, number=found.number, words=" ".join(words))
    announce_document(published.office_id, found)
    record(events.DOCUMENT_PUBLISHED, published, by=actor.stamp, number=found.number)
    return published
