"""Join an order with its document once that came: one record, in which everything given on the order stays."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import site_language
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.desk import let_wait
from lienthong.registry.erasing import erase_document
from lienthong.registry.models import Citation, Direction, DocumentFile, OfficialDocument
from lienthong.registry.registering import FIELDS, complete
from lienthong.registry.workflow import DOCUMENT

_HEAD = (*FIELDS, "symbol", "system", "arrived_on", "register_series", "register_number")


def attach_document(actor: Actor, order: OfficialDocument, arrived: OfficialDocument) -> OfficialDocument:
    """Make the files and the register entry of ``arrived`` those of ``order``; the record of ``arrived`` goes.

    Decisions, plans and tasks of the order stay where they are; the text it was told in stays first among the files,
    so that what points into it still does. Without a number yet, the order is registered next.
    """
    if not abilities_for(actor, order).attach:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được gắn văn bản vào chỉ đạo đang chờ."))
    with transaction.atomic():
        order, arrived = _locked(order.pk), _locked(arrived.pk)
        _require_fitting(order, arrived)
        _move_files(order, arrived)
        arrived.citations.exclude(number_folded__in=order.citations.values("number_folded")).update(document=order)
        Citation.objects.filter(cited=arrived).update(cited=order)
        arrived.answered_by.update(answers=order)
        values = {name: getattr(arrived, name) for name in _HEAD}
        # The number is unique: it leaves the one record before it stands in the other.
        OfficialDocument.objects.filter(pk=arrived.pk).update(register_series=None, register_number=None)
        erase_document(arrived)
        for name, value in values.items():
            if value not in (None, "", []):
                setattr(order, name, value)
        order.reviewed_at = None
        _go_on(actor, order)
        record(events.DOCUMENT_CAME, order, by=actor.stamp, count=order.files.count() - 1)
    return order


def _go_on(actor: Actor, order: OfficialDocument) -> None:
    """With a number already it is registered from now on; without one the clerk gives it next."""
    if order.register_number is None:
        order.save()
        return
    order.state = DOCUMENT.move(order.state, "register_incoming")
    complete(order)
    with site_language():
        let_wait(order, actor.position)


def _locked(pk: int) -> OfficialDocument:
    return OfficialDocument.objects.select_for_update().get(pk=pk)


def _require_fitting(order: OfficialDocument, arrived: OfficialDocument) -> None:
    if not order.awaits_document:
        raise Refused(_("Chỉ đạo này đã có văn bản."))
    fits = arrived.office_id == order.office_id and arrived.direction == Direction.INCOMING and arrived.pk != order.pk
    if not fits or arrived.told_at is not None:
        raise Refused(_("Hãy chọn một văn bản đến của cơ quan."))
    if arrived.files.exclude(job_state=DocumentFile.DONE).exists():
        raise Refused(_("Tệp của văn bản đang được đọc. Hãy chờ vài giây rồi thử lại."))
    if not arrived.files.exists():
        raise Refused(_("Văn bản này chưa có tệp nào."))
    if arrived.decisions.exists():
        raise Refused(_("Lãnh đạo đã cho ý kiến riêng về văn bản này, nên không gộp vào chỉ đạo được nữa."))


def _move_files(order: OfficialDocument, arrived: OfficialDocument) -> None:
    last = order.files.aggregate(last=Max("order"))["last"] or 0
    order.files.filter(part=DocumentFile.Part.MAIN).update(part=DocumentFile.Part.ANNEX)
    for place, file in enumerate(arrived.files.all(), start=1):
        file.document, file.order = order, last + place
        file.save(update_fields=["document", "order"])
