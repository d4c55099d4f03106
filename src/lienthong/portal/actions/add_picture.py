"""Add a picture, drawn anew: nothing that a camera or a phone wrote into it goes out."""

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.pictures import described, drawn_anew, within
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor
from lienthong.portal import events
from lienthong.portal.models import Picture
from lienthong.portal.permissions import may_write

#: Pixels of the longer side and bytes of the picture on the first page and of those beside the lines of a list: seven
#: lines, one picture and the page itself stay under 100 kB over the wire.
_MEDIUM, _SMALL = (720, 28_000), (320, 7_000)


@transaction.atomic
def add_picture(actor: Actor, file: File, *, alt: str, credit: str) -> Picture:
    """A JPG, PNG or HEIC; ``alt`` says what is to be seen, ``credit`` whose picture it is."""
    if not may_write(actor):
        raise NotAllowed(_("Bạn không viết trang cho cơ quan này."))
    alt, credit = described(alt, credit)
    drawn, width, height = drawn_anew(file)
    picture = Picture(
        office=actor.own_office, alt=alt, credit=credit, width=width, height=height, added_by=actor.own_position
    )
    picture.medium.save("anh.webp", within(drawn, *_MEDIUM), save=False)
    picture.small.save("anh.webp", within(drawn, *_SMALL), save=False)
    picture.file.save("anh.webp", drawn, save=False)
    picture.save()
    record(events.PICTURE_ADDED, picture, by=actor.stamp, alt=picture.alt, credit=picture.credit)
    return picture
