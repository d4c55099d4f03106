"""Drop a document that has no number yet: received twice, or by mistake."""

from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.erasing import erase_document
from lienthong.registry.models import OfficialDocument
from lienthong.registry.workflow import REGISTERED


class DraftReason(TextChoices):
    DUPLICATE = "duplicate", gettext_lazy("đã đăng ký trước đó")
    MISTAKE = "mistake", gettext_lazy("tải lên nhầm")
    NOT_OURS = "not_ours", gettext_lazy("không gửi cho cơ quan này")


def discard_draft(actor: Actor, document: OfficialDocument, *, reason: DraftReason) -> None:
    """Delete an unregistered ``document`` with its files. What has a number stays in its register: :class:`Refused`."""
    if not abilities_for(actor, document).discard:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được bỏ văn bản chưa đăng ký."))
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        if document.state in REGISTERED:
            raise Refused(_("Văn bản đã có số trong sổ nên không bỏ được."))
        record(events.DISCARDED, document, by=actor.stamp, reason=str(DraftReason(reason).label))
        erase_document(document)
