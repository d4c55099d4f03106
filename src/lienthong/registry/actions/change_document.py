"""Correct what the register says of a document; its number in the register stays."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.fields import labels_of
from lienthong.core.language import site_language
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.desk import tell_urgent
from lienthong.registry.models import Direction, OfficialDocument
from lienthong.registry.numbering import split_number
from lienthong.registry.registering import complete, require_subject, write_fields


def change_document(actor: Actor, document: OfficialDocument, *, values: dict[str, Any]) -> list[str]:
    """Write ``values`` (``registering.FIELDS``) over those of ``document``; returns the names that changed.

    An outgoing document keeps the number that was given to it (ND30 Điều 15.1): another one is :class:`Refused`.
    """
    if not abilities_for(actor, document).change:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được sửa thông tin đăng ký."))
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        was_urgent = bool(document.urgency)
        changed = write_fields(document, values)
        if not changed:
            return []
        require_subject(document)
        if document.direction == Direction.OUTGOING and split_number(document.number)[0] != document.register_number:
            raise Refused(_("Số văn bản đi đã cấp thì không đổi được; chỉ sửa được ký hiệu."), field="number")
        complete(document)
        labels = ", ".join(labels_of(OfficialDocument, changed))
        record(events.CHANGED, document, by=actor.stamp, fields=labels)
        if document.urgency and not was_urgent:
            with site_language():
                urgency, title = document.get_urgency_display(), document.title
            tell_urgent(document, f"{urgency}: {title}")
    return changed
