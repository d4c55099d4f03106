"""Add a picture to a product, drawn anew: nothing that a camera or a phone wrote into it goes out."""

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.pictures import drawn_anew
from lienthong.core.refusals import NotAllowed
from lienthong.newsroom import events
from lienthong.newsroom.keeping import keep
from lienthong.newsroom.models.files import MediaFile
from lienthong.newsroom.permissions import may_make
from lienthong.organisations.service import Actor


@transaction.atomic
def add_picture(actor: Actor, file: File, *, alt: str, credit: str, rights: str) -> MediaFile:
    """A JPG or PNG with what is to be seen on it, whose it is, and by which right the office uses it."""
    if not may_make(actor):
        raise NotAllowed(_("Bạn không làm sản phẩm cho cơ quan này."))
    drawn, width, height = drawn_anew(file)
    media = keep(
        actor, drawn, kind=MediaFile.Kind.PICTURE, content_type="image/webp", ending=".webp", name=file.name or "",
        alt=alt, credit=credit, rights=rights,
    )  # fmt: skip
    media.width, media.height = width, height
    media.save()
    record(events.FILE_ADDED, media, by=actor.stamp, alt=media.alt, credit=media.credit, hash=media.sha256[:12])
    return media
