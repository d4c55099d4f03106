"""Pictures as documents: each picture of a scanner or a phone is a page, a TIFF may hold several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vanban.model import Remark
from vanban.source import Source
from vanban.sources.images import image_kind, open_pictures, sheet_size
from vanban.sources.limits import MAX_BYTES, MAX_PAGES, TOO_LARGE, Unreadable
from vanban.sources.paged import PagedText
from vanban.sources.scan import Scans


def read_pictures(files: Sequence[bytes], scans: Scans) -> Source:
    """Read picture files as the pages of one document; raises :class:`Unreadable` where none can be read.

    A file that is broken, or no picture, is left out with a remark, so that the others are not lost.
    """
    built = PagedText("image")
    refusals = []
    number = 0
    for place, data in enumerate(files, 1):
        try:
            number = _add(built, data, scans, number)
        except Unreadable as refusal:
            refusals.append(refusal)
            built.remarks.append(Remark("page", f"Tệp ảnh thứ {place} không đọc được. {refusal.message}"))
    if built.empty:
        reasons = [refusal.message for refusal in refusals] or [scans.why or "Không nhận ra chữ nào trong ảnh."]
        raise Unreadable(reasons[0], "image")
    if number > scans.count:
        built.remarks.append(Remark("page", f"Có {number - scans.count} trang ảnh chưa đọc được. {scans.why}"))
    built.remarks += scans.remarks()
    return replace(built.source(), handwriting=tuple(scans.handwriting))


def _add(built: PagedText, data: bytes, scans: Scans, number: int) -> int:
    """Add the pages of one file, the first with the number after ``number``; returns that of the last."""
    if not image_kind(data):
        raise Unreadable("Tệp không phải ảnh (JPG, PNG, TIFF, HEIC).", "image")
    if len(data) > MAX_BYTES:
        raise Unreadable(TOO_LARGE, "image")
    for picture in open_pictures(data):
        number += 1
        if number > MAX_PAGES:
            raise Unreadable(f"Văn bản có hơn {MAX_PAGES} trang, vượt giới hạn đọc.", "image")
        size = sheet_size(picture)
        page = scans.read(lambda _scale, _most, picture=picture: picture, *size, number)  # type: ignore[misc]
        if page is not None:
            built.add(number, page.lines, *size, recognised=True)
    return number
