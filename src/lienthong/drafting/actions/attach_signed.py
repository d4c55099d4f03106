"""Attach the signed file (PDF or scan) to a numbered draft; it is read in the background and then compared."""

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import begin
from lienthong.organisations.service import Actor
from lienthong.registry.service import Direction, receive_files


@transaction.atomic
def attach_signed(actor: Actor, draft: Draft, upload: File) -> Draft:
    """The file becomes the outgoing document of the draft, not registered yet."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    begin(actor, draft, "attach", "attach", _("Chỉ văn thư gắn bản đã ký."))
    if draft.document is not None:
        raise Refused(_("Đã có bản ký. Muốn thay, hãy bỏ bản đó ở sổ văn bản rồi gắn lại."))
    [outcome] = receive_files(actor, [upload], direction=Direction.OUTGOING)
    if outcome.file is None:
        raise Refused(outcome.refusal, field="file")
    draft.document = outcome.file.document
    draft.save(update_fields=["document"])
    record(events.ATTACHED, draft, by=actor.stamp)
    return draft
