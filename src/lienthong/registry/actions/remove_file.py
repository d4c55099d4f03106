"""Take one annex away: attached by mistake, or twice."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.after_reading import go_on
from lienthong.registry.erasing import erase_files
from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal


def remove_file(actor: Actor, file: DocumentFile) -> None:
    """Delete the annex ``file`` with what was read from it; its bytes are overwritten.

    :class:`Refused` for the main text, and once something read from this file or a later one is confirmed: a task
    points into the texts of all files together, and taking one away would move what stands behind it.
    """
    if not abilities_for(actor, file.document).file:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được bỏ tệp của văn bản."))
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=file.document_id)
        if file.part == DocumentFile.Part.MAIN:
            raise Refused(_("Văn bản chính không bỏ riêng được. Hãy đưa tệp khác lên trên trước."))
        behind = document.files.filter(order__gte=file.order)
        confirmed = (Proposal.State.CONFIRMED, Proposal.State.CORRECTED)
        if Proposal.objects.filter(file__in=behind, state__in=confirmed).exists():
            raise Refused(
                _("Đã xác nhận nội dung đọc từ tệp này hoặc tệp sau nó. Hãy bấm “Xem lại” ở các dòng đó trước.")
            )
        record(events.FILE_REMOVED, document, by=actor.stamp)
        file.delete()
        go_on(document)
        erase_files([file])
