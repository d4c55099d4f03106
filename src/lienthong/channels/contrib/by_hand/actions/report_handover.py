"""Say that a message was posted by hand: a link to it, or a picture that shows it."""

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.by_hand import events, items
from lienthong.channels.contrib.by_hand.deciding import locked
from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.channels.core.service import ItemState, Receipt, checked_link, receive
from lienthong.core.file_kinds import sha256_of
from lienthong.core.pictures import drawn_anew
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def report_handover(actor: Actor, handover: Handover, *, link: str = "", picture: File | None = None) -> Handover:
    """The receipt is *khai tay*. The picture is drawn anew, without what a phone wrote into it."""
    handover = locked(actor, handover, "report")
    if not link.strip() and picture is None:
        raise Refused(_("Hãy dán đường liên kết, hoặc thêm ảnh chụp màn hình hay ảnh chụp chỗ đã đăng."))
    handover.link = checked_link(link) if link.strip() else ""
    if picture is not None:
        content, _width, _height = drawn_anew(picture)
        handover.sha256 = sha256_of(content)
        handover.picture.save(f"by_hand/{handover.sha256}.webp", content, save=False)
    handover.reported_at = timezone.now()
    handover.save()
    items.settle(handover)
    receipt = Receipt(handover.delivery.reference, ItemState.PUBLISHED, handover.link)
    receive(handover.delivery, receipt, declared=True, actor=actor)
    record(events.REPORTED, handover, by=actor.stamp, title=handover.delivery.title)
    return handover
