"""Keep nothing of a document that bears a secrecy mark (Luật Bảo vệ bí mật nhà nước; ND30 Điều 15, 22)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import SYSTEM, empty_history, record
from lienthong.core.keys import key_of
from lienthong.core.language import kept
from lienthong.core.refusals import NotAllowed
from lienthong.inbox.service import notify
from lienthong.organisations.service import Actor, Role, abilities_for, positions_with
from lienthong.registry import events
from lienthong.registry.desk import document_url
from lienthong.registry.erasing import erase_document
from lienthong.registry.models import DocumentFile, HeldNumber, OfficialDocument


def discard_secret(actor: Actor | None, document: OfficialDocument, *, reading: DocumentFile | None = None) -> None:
    """Delete ``document``, its files, text, proposals, citations, decisions and search words; see ``erasing``.

    ``actor`` is None when the reader found the mark; then ``reading`` is the file that its worker holds. A number that
    the document had stays in its register as cancelled, with this reason. The clerk is told what to do.
    """
    if actor is not None and not abilities_for(actor, document).discard:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được đánh dấu văn bản có độ mật."))
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        if reading is not None:
            reading.finish()
        if document.register_series is not None and document.register_number is not None:
            HeldNumber.objects.create(
                series=document.register_series,
                number=document.register_number,
                held_by=(actor and actor.position) or document.created_by,
                held_on=timezone.localdate(),
                cancelled_on=timezone.localdate(),
                cancelled_why=kept("văn bản có dấu chỉ độ mật, đăng ký ở sổ riêng trên giấy"),
            )
        empty_history(document)
        stamp = actor.stamp if actor else SYSTEM
        record(events.SECRET_DISCARDED, document, by=stamp, office=key_of(document.office))
        office, url = document.office, document_url(document)
        erase_document(document)
        for clerk in positions_with(office, Role.CLERK):
            notify(clerk, kept("Một văn bản có dấu chỉ độ mật không được lưu. Xem việc cần làm."), url, urgent=True)
