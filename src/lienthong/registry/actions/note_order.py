"""Write down an order that came before its document: a message, a call, a word in a meeting."""

import re
from datetime import date, datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.days import WorkCalendar
from lienthong.core.language import site_language
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Actor, Role
from lienthong.registry import events
from lienthong.registry.desk import ask, ask_for_decision
from lienthong.registry.intake import check, store
from lienthong.registry.models import Direction, DocumentFile, OfficialDocument
from lienthong.registry.permissions import may_note_order

#: Working days after which the clerk is reminded that the document has not come.
REMIND_AFTER = 5
MOST_CHARACTERS = 50_000
_ACCOUNT = re.compile(r"\d[\d .]{7,}\d|@|https?://|zalo\.me|fb\.com", re.IGNORECASE)


@transaction.atomic
def note_order(
    actor: Actor, *, text: str, told_by: str, told_how: str, told_at: datetime, due: date | None = None
) -> OfficialDocument:
    """Keep ``text`` as an order without a document: read, reviewed and decided like any other, and marked as such.

    ``told_by`` names an office or title; a telephone number or account is :class:`Refused`. ``told_how`` is a value of
    :class:`OfficialDocument.Told`.
    """
    if not may_note_order(actor):
        raise NotAllowed(_("Chỉ văn thư hoặc cán bộ tổng hợp được ghi chỉ đạo chưa có văn bản."))
    words, source = text.strip(), " ".join(told_by.split())
    _require(words, source, told_how, told_at)
    order = OfficialDocument.objects.create(
        office=actor.own_office,
        direction=Direction.INCOMING,
        state=OfficialDocument.State.TOLD,
        subject=_first_sentence(words),
        told_by=source,
        told_how=told_how,
        told_at=told_at,
        due=due,
        created_by=actor.own_position,
    )
    with site_language():  # what is stored is read by others too
        _keep(order, words, actor)
    record(events.ORDER_NOTED, order, by=actor.stamp)
    return order


def _keep(order: OfficialDocument, words: str, actor: Actor) -> None:
    """Store the words as a file that is read, and let the order wait for the leader and for its document."""
    moment = f"{timezone.localtime(order.told_at):%d-%m-%Y %H%M}"
    name = _("Nội dung đã nhận %(moment)s.txt") % {"moment": moment}
    store(order, check(ContentFile(words.encode(), name=name)), part=DocumentFile.Part.MAIN)
    ask_for_decision(order, actor.position)
    title = _("Chờ văn bản: %(title)s") % {"title": f"{order.title}: {order.subject}"}
    wait_until = WorkCalendar().after(timezone.localdate(), REMIND_AFTER)
    ask(order, WorkItem.Kind.CHECK, Role.CLERK, title, sender=order.told_by, due=wait_until)


def _require(text: str, source: str, told_how: str, told_at: datetime) -> None:
    if not text:
        raise Refused(_("Hãy dán hoặc ghi nội dung chỉ đạo."), field="text")
    if len(text) > MOST_CHARACTERS:
        raise Refused(_("Nội dung quá dài. Nếu đây là văn bản, hãy tải tệp văn bản lên."), field="text")
    if not source:
        raise Refused(_("Hãy ghi cơ quan hoặc chức danh đã chỉ đạo."), field="told_by")
    if _ACCOUNT.search(source):
        raise Refused(_("Chỉ ghi chức danh, cơ quan; không ghi số điện thoại hay tài khoản."), field="told_by")
    if told_how not in OfficialDocument.Told.values:
        raise Refused(_("Hãy chọn chỉ đạo đến bằng cách nào."), field="told_how")
    if told_at > timezone.now():
        raise Refused(_("Lúc nhận chưa đến. Hãy xem lại ngày giờ."), field="told_at")


def _first_sentence(text: str) -> str:
    line = " ".join(text.split())
    first = re.split(r"(?<=[.!?;])\s", line, maxsplit=1)[0]
    return first if len(first) <= 300 else first[:299].rsplit(" ", 1)[0] + "…"
