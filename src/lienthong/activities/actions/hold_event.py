"""An event took place: minutes and photos prove it, and close what it was held for, once."""

from collections.abc import Iterable
from datetime import date

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.activities import events
from lienthong.activities.deciding import moved
from lienthong.activities.models import EventPhoto, OfficeEvent
from lienthong.audit.service import record
from lienthong.core import public
from lienthong.core.file_kinds import sha256_of
from lienthong.core.pictures import drawn_anew, jpeg_of
from lienthong.core.refusals import Refused, required
from lienthong.organisations.service import Actor
from lienthong.plans.service import Proof, record_work

_MOST_PHOTOS = 10


@transaction.atomic
def hold_event(
    actor: Actor, event: OfficeEvent, *, minutes_number: str, minutes_dated: date | None, photos: Iterable[File]
) -> OfficeEvent:
    """Refused as a whole when the plan does not take it: an occurrence that has its evidence is not closed again."""
    photos = list(photos)
    event = moved(actor, event, "hold", "hold")
    if not event.is_over:
        raise Refused(_("Sự kiện chưa kết thúc."))
    number = required(minutes_number, _("Hãy ghi số biên bản."), "minutes_number")
    if minutes_dated is None:
        raise Refused(_("Hãy ghi ngày biên bản."), field="minutes_dated")
    if not 0 < len(photos) <= _MOST_PHOTOS:
        raise Refused(_("Hãy chọn 1 đến 10 ảnh của sự kiện."), field="photos")
    event.held_on = timezone.localdate(event.ends_at)
    if minutes_dated < timezone.localdate(event.starts_at):
        raise Refused(_("Ngày biên bản không được trước ngày tổ chức."), field="minutes_dated")
    scanned = event.attendances.count()
    event.attended = scanned if event.counted is None else event.counted
    event.minutes_number, event.minutes_dated = number, minutes_dated
    drawn = [_keep(actor, event, photo) for photo in photos]
    _prove(actor, event, drawn)
    event.save()
    public.changed(event.office_id)
    record(events.HELD, event, by=actor.stamp, minutes=number, photos=len(drawn), people=event.attended)
    return event


def _keep(actor: Actor, event: OfficeEvent, photo: File) -> ContentFile:
    drawn, _width, _height = drawn_anew(photo, field="photos")
    kept = EventPhoto(event=event, sha256=sha256_of(drawn), added_by=actor.own_position)
    kept.file.save(kept.sha256[:32] + ".webp", drawn, save=True)
    drawn.seek(0)
    return drawn


def _prove(actor: Actor, event: OfficeEvent, drawn: list[ContentFile]) -> None:
    """What plans keep as evidence are the same pictures, without anything that a camera wrote."""
    if event.share is None or event.held_on is None:
        return
    pictures = [ContentFile(jpeg_of(each.read()), name=f"su-kien-{n}.jpg") for n, each in enumerate(drawn, start=1)]
    proofs = [Proof(number=event.minutes_number, dated=event.minutes_dated), *(Proof(file=each) for each in pictures)]
    event.work = record_work(
        actor, title=event.title, done_on=event.held_on, proofs=proofs,
        shares=[] if event.occurrence else [event.share], occurrences=[event.occurrence] if event.occurrence else [],
    )  # fmt: skip
