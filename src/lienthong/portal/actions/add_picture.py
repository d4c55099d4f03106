"""Add a picture, drawn anew: nothing that a camera or a phone wrote into it goes out."""

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.pictures import described, drawn_anew
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor
from lienthong.portal import events
from lienthong.portal.models import Picture
from lienthong.portal.permissions import may_write
from lienthong.portal.pictures import kept_picture


@transaction.atomic
def add_picture(actor: Actor, file: File, *, alt: str, credit: str) -> Picture:
    """A JPG, PNG or HEIC; ``alt`` says what is to be seen, ``credit`` whose picture it is."""
    if not may_write(actor):
        raise NotAllowed(_("Bạn không viết trang cho cơ quan này."))
    alt, credit = described(alt, credit)
    drawn, width, height = drawn_anew(file)
    picture = kept_picture(actor.own_office, drawn, width, height, alt=alt, credit=credit, added_by=actor.own_position)
    record(events.PICTURE_ADDED, picture, by=actor.stamp, alt=picture.alt, credit=picture.credit)
    return picture
