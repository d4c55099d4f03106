"""Small facts that other rooms add to a document: who may read it, what answers it, and what corrects it."""

from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body
from lienthong.registry import events
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


def record_correction(actor: Actor, document: OfficialDocument, by: OfficialDocument, *, replaces: bool) -> None:
    """Keep that the issued document ``by`` corrects ``document`` of the same office (ND30 Điều 18.3).

    ``replaces``: what was wrong was its content, and ``by`` stands in its place. Both stay readable and say so.
    """
    if by.pk == document.pk or by.office_id != document.office_id:
        raise Refused(_("Văn bản đính chính phải là một văn bản khác của cơ quan."))
    by.corrects, by.replaces = document, replaces
    by.save(update_fields=["corrects", "replaces"])
    kind = events.REPLACED if replaces else events.CORRECTED
    record(kind, document, by=actor.stamp, number=by.number)
