"""Give an incoming document its number in the register (ND30 Điều 21, 22) and let it wait for the leader."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import site_language
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.desk import let_wait
from lienthong.registry.models import Direction, OfficialDocument
from lienthong.registry.registering import (
    complete,
    refuse_duplicate,
    require_past,
    require_subject,
    write_fields,
)
from lienthong.registry.series import next_number, series_for
from lienthong.registry.workflow import DOCUMENT


def register_incoming(
    actor: Actor,
    document: OfficialDocument,
    *,
    arrived_on: date,
    values: dict[str, Any] | None = None,
    code: str = "",
    keep_duplicate: bool = False,
) -> OfficialDocument:
    """Register ``document`` as arrived on a day, with ``values`` (``registering.FIELDS``) as the clerk left them.

    The number is the next of the register ``code`` of that year. Raises ``registering.Duplicate`` when the same
    document is registered already and the clerk has not chosen ``keep_duplicate``.
    """
    if not abilities_for(actor, document).register:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được đăng ký văn bản."))
    if document.direction != Direction.INCOMING:
        raise Refused(_("Đây là văn bản đi. Hãy đăng ký vào sổ văn bản đi."))
    require_past(arrived_on, field="arrived_on")
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        document.state = DOCUMENT.move(document.state, "register_incoming")
        write_fields(document, values or {})
        require_subject(document)
        if not keep_duplicate:
            refuse_duplicate(document, number=document.number, issuer=document.issuer)
        document.arrived_on = arrived_on
        series = series_for(document.office, Direction.INCOMING, arrived_on, code)
        complete(document, series, next_number(series))
        record(events.REGISTERED_IN, document, by=actor.stamp, register_number=document.register_number)
        with site_language():
            let_wait(document, actor.position)
    return document
