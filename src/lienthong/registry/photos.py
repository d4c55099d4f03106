"""Photos of a paper document become one PDF, a page each: what a registry keeps and reads like any scan.

The pictures are turned upright and cut down to what 300 dots an inch give on A4 (ND30 Phụ lục I asks for 200 at
least); where and with what a photo was taken is not kept.
"""

import io
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from PIL import Image
from vanban.sources.images import image_kind, open_pictures, sheet_size
from vanban.sources.limits import Unreadable

from lienthong.core.refusals import Refused
from lienthong.registry.content import TooLarge, bytes_of

#: Pages of one document of photos.
MAX_PAGES = 60
#: Pixels of the shorter side of a page: A4 at 300 dots an inch.
_SHORT_SIDE = 2480
_POINTS = 72


def document_of(photos: Iterable[File]) -> ContentFile:
    """One PDF of ``photos`` in their order; :class:`Refused` with the name of the one that cannot be taken."""
    data, count = _pdf(page for photo in photos for page in _named_pages(photo))
    name = ngettext("Văn bản chụp %(n)d trang.pdf", "Văn bản chụp %(n)d trang.pdf", count) % {"n": count}
    return ContentFile(data, name=name)


def picture_as_pdf(data: bytes) -> bytes:
    """The picture file ``data``, of one page or several, as a PDF."""
    return _pdf(_pages(data))[0]


def _named_pages(photo: File) -> Iterator[Image.Image]:
    try:
        yield from _pages(bytes_of(photo, photo.size))
    except Refused as refused:
        raise Refused(f"{photo.name}: {refused.sentence}") from None


def _pages(data: bytes) -> Iterator[Image.Image]:
    if image_kind(data) is None:
        raise Refused(_("Tệp không phải là ảnh. Hãy bỏ tệp đó rồi gửi lại."))
    try:
        yield from open_pictures(data)
    except Unreadable as unreadable:
        raise Refused(unreadable.message) from None


def _pdf(pages: Iterable[Image.Image]) -> tuple[bytes, int]:
    """The same pages give the same bytes, so that a document sent twice is known; one page in memory at a time."""
    out = io.BytesIO()
    count = 0
    for page in pages:
        count += 1
        if count > MAX_PAGES:
            raise Refused(_("Quá %(n)d trang ảnh. Hãy quét thành tệp PDF rồi tải lên.") % {"n": MAX_PAGES})
        page.thumbnail((_longest(page.width, page.height), _longest(page.height, page.width)), reducing_gap=2)
        resolution = page.width * _POINTS / sheet_size(page)[0]
        page.save(
            out, "PDF", append=count > 1, quality=85, resolution=resolution, title="", creationDate=None, modDate=None
        )
        if out.getbuffer().nbytes > settings.LIENTHONG_MAX_UPLOAD:
            raise TooLarge
    if not count:
        raise Refused(_("Chưa chọn ảnh nào."))
    return out.getvalue(), count


def _longest(side: int, other: int) -> int:
    """How long ``side`` may be: the limit for the shorter one, in proportion for the longer one."""
    return _SHORT_SIDE if side <= other else max(1, _SHORT_SIDE * side // max(1, other))
