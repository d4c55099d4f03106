"""Say what a printed name means to an office; asked once, used from then on."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Target
from lienthong.registry import events
from lienthong.registry.models import OfficialDocument
from lienthong.registry.review.deciding import require_review
from lienthong.registry.review.names import choices, remember


def map_name(actor: Actor, document: OfficialDocument, *, printed: str, target: Target) -> None:
    """Let ``printed`` mean ``target`` (a body or group within reach of the document's office)."""
    require_review(actor, document)
    if not printed.strip():
        raise Refused(_("Chưa có tên nào để chọn."))
    if target not in choices(document.office):
        raise Refused(_("Đơn vị hoặc nhóm này không thuộc cơ quan của văn bản. Hãy chọn trong danh sách."))
    with transaction.atomic():
        remember(document.office, printed, target)
        record(events.NAME_MAPPED, document, by=actor.stamp, target=str(target))
