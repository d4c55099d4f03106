"""A class took place: minutes, photos and its numbers prove it, and close what it was held for, once."""

from collections.abc import Iterable
from datetime import date

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.file_kinds import sha256_of
from lienthong.core.language import kept
from lienthong.core.pictures import drawn_anew, jpeg_of
from lienthong.core.refusals import Refused, required
from lienthong.organisations.service import Actor
from lienthong.plans.service import Proof, record_work
from lienthong.training import events, items
from lienthong.training.models import ClassPhoto, Nominee, TrainingClass
from lienthong.training.permissions import moved
from lienthong.training.results import count_units

_MOST_PHOTOS = 10


@transaction.atomic
def close_class(
    actor: Actor, training: TrainingClass, *, minutes_number: str, minutes_dated: date | None, photos: Iterable[File]
) -> TrainingClass:
    """Refused as a whole when the plan does not take it: an occurrence that has its evidence is not closed again."""
    photos = list(photos)
    training = moved(actor, training, "close", "close")
    number = required(minutes_number, _("Hãy ghi số biên bản."), "minutes_number")
    assert training.taught_on is not None, "a class that was taught has a last day"
    if minutes_dated is None or minutes_dated < training.taught_on:
        raise Refused(_("Hãy ghi ngày biên bản, không trước buổi học cuối."), field="minutes_dated")
    if not 0 < len(photos) <= _MOST_PHOTOS:
        raise Refused(_("Hãy chọn 1 đến 10 ảnh của lớp."), field="photos")
    if training.nominees.on_list().filter(result=Nominee.Result.UNKNOWN).exists():
        raise Refused(_("Còn người chưa có kết quả. Hãy ghi kết quả rồi kết thúc lớp."))
    training.minutes_number, training.minutes_dated = number, minutes_dated
    training.closed_at = timezone.now()
    people = count_units(training)
    drawn = [_keep(actor, training, photo) for photo in photos]
    _prove(actor, training, drawn, people)
    training.save()
    items.forget_all(training)
    record(events.CLOSED, training, by=actor.stamp, minutes=number, photos=len(drawn), people=people)
    return training


def _keep(actor: Actor, training: TrainingClass, photo: File) -> ContentFile:
    drawn, _width, _height = drawn_anew(photo, field="photos")
    stored = ClassPhoto(training=training, sha256=sha256_of(drawn), added_by=actor.own_position)
    stored.file.save(stored.sha256[:32] + ".webp", drawn, save=True)
    drawn.seek(0)
    return drawn


def _prove(actor: Actor, training: TrainingClass, drawn: list[ContentFile], people: int) -> None:
    """A plan is told how many of how many units attended, and nobody's name."""
    if training.share is None or training.taught_on is None:
        return
    units = training.invitations.filter(attended__gt=0).count()
    said = {"title": training.title, "people": people, "units": units}
    pictures = [ContentFile(jpeg_of(each.read()), name=f"lop-hoc-{n}.jpg") for n, each in enumerate(drawn, start=1)]
    minutes = Proof(number=training.minutes_number, dated=training.minutes_dated)
    training.work = record_work(
        actor, title=kept("%(title)s: %(people)d lượt người của %(units)d đơn vị dự") % said,
        done_on=training.taught_on, proofs=[minutes, *(Proof(file=each) for each in pictures)],
        shares=[] if training.occurrence else [training.share],
        occurrences=[training.occurrence] if training.occurrence else [],
    )  # fmt: skip
