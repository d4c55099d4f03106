"""Add a picture, drawn anew: nothing that a camera or a phone wrote into it goes out."""

import io

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from lienthong.audit.service import record
from lienthong.core.file_kinds import JPEG, PNG, kind_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.portal import events
from lienthong.portal.models import Picture
from lienthong.portal.permissions import may_write

#: Pixels of the longer side: sharp on a phone and a laptop, light on the line.
_LONGEST = 1280
#: A picture of more pixels is no photo.
_MOST = 80_000_000


@transaction.atomic
def add_picture(actor: Actor, file: File, *, alt: str, credit: str) -> Picture:
    """A JPG or PNG; ``alt`` says what is to be seen, ``credit`` whose picture it is."""
    if not may_write(actor):
        raise NotAllowed(_("Bạn không viết trang cho cơ quan này."))
    if not alt.strip():
        raise Refused(_("Hãy mô tả ảnh cho người không nhìn thấy ảnh."), field="alt")
    if not credit.strip():
        raise Refused(_("Hãy ghi nguồn ảnh."), field="credit")
    if kind_of(file) not in (JPEG, PNG):
        raise Refused(_("Ảnh phải là tệp JPG hoặc PNG."), field="picture")
    drawn, (width, height) = _drawn_anew(file)
    picture = Picture(
        office=actor.own_office, alt=alt.strip(), credit=credit.strip(), width=width, height=height,
        added_by=actor.own_position,
    )  # fmt: skip
    picture.file.save("anh.webp", ContentFile(drawn), save=False)
    picture.save()
    record(events.PICTURE_ADDED, picture, by=actor.stamp, alt=picture.alt, credit=picture.credit)
    return picture


def _drawn_anew(file: File) -> tuple[bytes, tuple[int, int]]:
    try:
        with Image.open(file) as opened:
            if opened.width * opened.height > _MOST:
                raise Refused(_("Ảnh quá lớn. Hãy giảm kích thước ảnh."), field="picture")
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise Refused(_("Không mở được ảnh. Hãy chọn tệp ảnh khác."), field="picture") from error
    picture.thumbnail((_LONGEST, _LONGEST))
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=80)
    return out.getvalue(), picture.size
