"""Pictures as the portal keeps them: whole, for half a screen, and small beside the lines of a list."""

from django.core.files.base import ContentFile

from lienthong.core.pictures import within
from lienthong.organisations.service import Body, Position
from lienthong.portal.models import Picture

#: Pixels of the longer side and bytes of the picture on the first page and of those beside the lines of a list: seven
#: lines, one picture and the page itself stay under 100 kB over the wire.
_MEDIUM, _SMALL = (720, 28_000), (320, 7_000)


def kept_picture(
    office: Body, drawn: ContentFile, width: int, height: int, *, alt: str, credit: str, added_by: Position
) -> Picture:
    """``drawn`` is WebP that was drawn anew."""
    picture = Picture(office=office, alt=alt, credit=credit, width=width, height=height, added_by=added_by)
    picture.medium.save("anh.webp", within(drawn, *_MEDIUM), save=False)
    picture.small.save("anh.webp", within(drawn, *_SMALL), save=False)
    picture.file.save("anh.webp", drawn, save=False)
    picture.save()
    return picture
