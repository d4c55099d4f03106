"""Small facts that other rooms add to a document: who may read it, and what answers it."""

from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.organisations.service import Body
from lienthong.registry.models import DocumentAccess, OfficialDocument


def grant_access(document: OfficialDocument, body: Body) -> None:
    """Let ``body`` read ``document`` from now on: a decision or an assignment sent it there."""
    DocumentAccess.objects.get_or_create(document=document, body=body)


def record_answer(document: OfficialDocument, answer: OfficialDocument) -> None:
    """Keep that ``answer`` answers ``document``; both belong to the same office, and no document answers itself."""
    if answer.pk == document.pk or answer.office_id != document.office_id:
        raise Refused(_("Hãy chọn một văn bản khác của cơ quan làm văn bản trả lời."))
    answer.answers = document
    answer.save(update_fields=["answers"])
