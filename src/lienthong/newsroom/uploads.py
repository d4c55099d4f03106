"""Large files in parts: begin, put a part at its offset, finish with the hash. What arrived stays after a lost line.

The browser asks how much arrived and goes on from there, after a reload too. Parts are at most ``PART`` bytes, a file
at most ``MOST``, and one person has at most ``AT_ONCE`` files on the way. Nothing of it leaves an event: an event is
recorded when a finished file becomes one of a product.
"""

import hashlib
import secrets
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.newsroom.models.files import Upload
from lienthong.newsroom.permissions import may_make
from lienthong.organisations.service import Actor

PART = 4 * 1024 * 1024
MOST = 2 * 1024**3
AT_ONCE = 5
#: A file to which nothing was added for so long is given up.
KEPT = timedelta(days=2)


def path_of(upload: Upload) -> Path:
    return Path(settings.MEDIA_ROOT) / "parts" / upload.key


def begin_upload(actor: Actor, *, name: str, size: int) -> Upload:
    """A place for a file of ``size`` bytes; the same one again while a file of that name and size is on its way."""
    if not may_make(actor):
        raise NotAllowed(_("Bạn không làm sản phẩm cho cơ quan này."))
    if not 0 < size <= MOST:
        words = {"name": name, "most": MOST // 1024**3}
        raise Refused(_("Tệp “%(name)s” rỗng hoặc lớn hơn %(most)d GB.") % words, field="file")
    own = Upload.objects.visible_to(actor)
    found: Upload | None = own.filter(name=name[-200:], size=size).first()
    if found is not None and path_of(found).exists():
        return found
    if found is not None:
        found.delete()
    if own.count() >= AT_ONCE:
        raise Refused(_("Bạn đang tải dở %(n)d tệp. Hãy tải xong rồi tải tiếp.") % {"n": AT_ONCE}, field="file")
    upload: Upload = Upload.objects.create(
        key=secrets.token_hex(16), by=actor.own_position, name=name[-200:], size=size
    )
    path_of(upload).parent.mkdir(parents=True, exist_ok=True)
    path_of(upload).touch()
    return upload


@transaction.atomic
def put_part(upload: Upload, offset: int, part: bytes) -> int:
    """Write ``part`` at ``offset``; returns how many bytes are there now. A part that is there already is no harm.

    :class:`Refused` when a part before it is missing: the browser then goes on from what was received.
    """
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if len(part) > PART or offset + len(part) > upload.size:
        raise Refused(_("Phần tệp gửi lên quá lớn."))
    if offset > upload.received:
        raise Refused(_("Thiếu một phần tệp trước đó."))
    if not path_of(upload).exists():
        raise Refused(_("Phần tệp đã tải không còn trên máy chủ. Hãy tải lại từ đầu."))
    with path_of(upload).open("r+b") as stored:
        stored.seek(offset)
        stored.write(part)
    upload.received = max(upload.received, offset + len(part))
    upload.touched_at = timezone.now()
    upload.save(update_fields=["received", "touched_at"])
    return upload.received


def whole_file(upload: Upload, sha256: str) -> File:
    """The finished file, open; :class:`Refused` when it is not whole, or not what was sent: then it begins anew."""
    if upload.received != upload.size:
        raise Refused(_("Tệp chưa tải xong. Hãy tải tiếp."), field="file")
    opened = path_of(upload).open("rb")
    digest = hashlib.file_digest(opened, "sha256").hexdigest()
    if digest != sha256.lower():
        opened.close()
        give_up(upload)
        raise Refused(_("Tệp nhận được không giống tệp đã gửi. Hãy tải lại từ đầu."), field="file")
    opened.seek(0)
    return File(opened, name=upload.name)


def give_up(upload: Upload) -> None:
    """Take away what arrived of a file."""
    path_of(upload).unlink(missing_ok=True)
    upload.delete()


def sweep_leftovers() -> int:
    """Give up what nobody went on with; returns how many files."""
    left = list(Upload.objects.left_behind(timezone.now() - KEPT))
    for upload in left:
        give_up(upload)
    return len(left)
