"""Put the files of a document in order: the first is the main text, the others are annexes."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.models import DocumentFile, OfficialDocument


def arrange_files(actor: Actor, document: OfficialDocument, order: Sequence[int]) -> None:
    """``order`` holds the keys of all files of ``document``, each once."""
    if not abilities_for(actor, document).file:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được sắp xếp tệp."))
    with transaction.atomic():
        files = {file.pk: file for file in document.files.select_for_update()}
        if sorted(files) != sorted(order):
            raise Refused(_("Danh sách tệp đã thay đổi. Hãy tải lại trang."))
        for place, pk in enumerate(order):
            file = files[pk]
            file.order = place
            file.part = DocumentFile.Part.ANNEX if place else DocumentFile.Part.MAIN
            file.save(update_fields=["order", "part"])
        record(events.FILES_ARRANGED, document, by=actor.stamp)
