"""Begin the correction of a document that the office issued: the note for the public, and the draft that corrects."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.corrections import events
from lienthong.corrections.letters import begin_its_draft
from lienthong.corrections.models import Correction
from lienthong.corrections.permissions import may_correct
from lienthong.corrections.writing import document_words, saved
from lienthong.organisations.service import Actor
from lienthong.registry.service import OfficialDocument


@transaction.atomic
def correct_document(actor: Actor, document: OfficialDocument, *, values: dict[str, Any]) -> Correction:
    """``values``: ``fault``, what is wrong (``claim``), what holds (``truth``), and ``names_document``."""
    document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
    if not may_correct(actor, document):
        raise NotAllowed(_("Chỉ cán bộ của cơ quan đính chính văn bản cơ quan đã ban hành."))
    fault = values.get("fault", "")
    if fault not in Correction.Fault.values:
        raise Refused(_("Hãy chọn sai về nội dung hay về thể thức, kỹ thuật trình bày, thủ tục."), field="fault")
    known = document_words(values)
    _require_open(document)
    correction = Correction(
        office=actor.own_office, kind=Correction.Kind.DOCUMENT, document=document, fault=fault,
    )  # fmt: skip
    saved(actor, correction, known)
    record(events.WRITTEN, correction, by=actor.stamp)
    begin_its_draft(actor, correction)
    return correction


def _require_open(document: OfficialDocument) -> None:
    """One correction at a time, and none of what another document stands for already."""
    if (instead := document.corrected_by.filter(replaces=True).first()) is not None:
        raise Refused(_("Văn bản này đã được thay thế bằng %(title)s. Hãy đính chính văn bản đó.")
                      % {"title": instead.title})  # fmt: skip
    open_states = (Correction.State.WRITING, Correction.State.WAITING, Correction.State.RETURNED)
    if Correction.objects.filter(document=document, state__in=open_states).exists():
        raise Refused(_("Văn bản này đang được đính chính. Hãy mở bản đính chính đang làm."))
