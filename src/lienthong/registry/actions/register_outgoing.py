"""Give an outgoing document its number and date in the register (ND30 Điều 15, 16)."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Actor, Body, abilities_for
from lienthong.registry import events
from lienthong.registry.desk import settle
from lienthong.registry.models import Direction, HeldNumber, OfficialDocument, RegisterSeries
from lienthong.registry.numbering import printed_number, proposed_symbol, split_number
from lienthong.registry.registering import complete, require_past, require_subject, write_fields
from lienthong.registry.series import next_number, series_for
from lienthong.registry.workflow import DOCUMENT


def register_outgoing(
    actor: Actor, document: OfficialDocument, *, values: dict[str, Any] | None = None, code: str = ""
) -> OfficialDocument:
    """Register ``document`` as issued by the office on the day it is dated, today when it has no full date.

    A blank number ("/KH-UBND") gets the next of the register ``code``; one that is written must be that next number
    or one that was held, so that nothing is given twice and no gap opens (:class:`Refused`).
    """
    if not abilities_for(actor, document).register:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được đăng ký văn bản."))
    if document.direction != Direction.OUTGOING:
        raise Refused(_("Đây là văn bản đến. Hãy đăng ký vào sổ văn bản đến."))
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        document.state = DOCUMENT.move(document.state, "register_outgoing")
        write_fields(document, values or {})
        require_subject(document)
        day = parse_date(document.dated) if len(document.dated) == 10 else None
        if day is None:
            day = timezone.localdate()
            document.dated = day.isoformat()
        require_past(day, field="dated")
        document.issuer = document.issuer or document.office.name
        series = series_for(document.office, Direction.OUTGOING, day, code)
        written, symbol = split_number(document.number)
        number = _take(series, written)
        party = document.office.kind == Body.Kind.PARTY
        symbol = symbol or proposed_symbol(document.type, document.office.symbol, party=party)
        document.number = printed_number(number, symbol, party=party)
        complete(document, series, number)
        record(events.REGISTERED_OUT, document, by=actor.stamp, number=document.number)
        settle(document, WorkItem.Kind.CHECK)
    return document


def _take(series: RegisterSeries, written: int | None) -> int:
    if written is None:
        return next_number(series)
    held, _by_model = HeldNumber.objects.filter(series=series, number=written, cancelled_on=None).delete()
    if held:
        return written
    number = next_number(series)
    if number == written:
        return number
    if written < number:
        raise Refused(_("Số %(written)d của sổ này đã được cấp.") % {"written": written}, field="number")
    sentence = _("Số tiếp theo của sổ là %(number)d. Hãy sửa số, hoặc để trống để hệ thống cấp số.")
    raise Refused(sentence % {"number": number}, field="number")
