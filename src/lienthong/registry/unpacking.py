"""Archives among what is uploaded: each file in one is taken in as if it had been chosen by itself."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from vanban.sources.archive import is_archive, members
from vanban.sources.limits import Unreadable

from lienthong.core.refusals import Refused

#: Files of one archive; a record with more is handed over in parts.
MAX_FILES = 200


def unpacked(uploads: Iterable[File]) -> Iterator[tuple[File, Refused | None]]:
    """Each upload, or each file in it when it is an archive; with the refusal of what cannot be unpacked."""
    for upload in uploads:
        data = upload.read() if upload.size <= settings.LIENTHONG_MAX_UPLOAD else b""
        upload.seek(0)
        if is_archive(data):
            yield from _files(upload, data)
        else:
            yield upload, None


def _files(upload: File, data: bytes) -> Iterator[tuple[File, Refused | None]]:
    count = 0
    try:
        for member in islice(members(data), MAX_FILES + 1):
            count += 1
            if count > MAX_FILES:
                sentence = _("Tệp nén có hơn %(n)d tệp; các tệp sau không được nhận. Hãy chia nhỏ tệp nén.")
                yield upload, Refused(sentence % {"n": MAX_FILES})
            else:
                file = ContentFile(member.data, name=PurePosixPath(member.name).name)
                yield file, Refused(member.problem) if member.problem else None
    except Unreadable as refusal:
        yield upload, Refused(refusal.message)
    else:
        if not count:
            yield upload, Refused(_("Tệp nén không có tệp nào. Hãy chọn lại tệp."))
