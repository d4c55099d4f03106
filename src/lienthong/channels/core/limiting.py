"""What a channel would not take of a message, said while it is written."""

from collections.abc import Iterator

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from lienthong.channels.core.contract import Attachment, Limits, Message


def faults_in(message: Message, limits: Limits) -> list[str]:
    """A sentence for each limit that ``message`` breaks."""
    return [*_of_words(message, limits), *_of_files(message, limits)]


def _of_words(message: Message, limits: Limits) -> Iterator[str]:
    if not message.title.strip():
        yield _("Chưa có tiêu đề.")
    parts = (
        (_("Tiêu đề"), message.title, limits.title),
        (_("Nội dung"), message.text, limits.text),
        (_("Tóm tắt"), message.summary, limits.summary),
    )
    for name, text, most in parts:
        if most is not None and len(text) > most:
            yield _("%(part)s dài %(n)d ký tự, kênh này nhận nhiều nhất %(most)d.") % {
                "part": name, "n": len(text), "most": most,
            }  # fmt: skip


def _of_files(message: Message, limits: Limits) -> Iterator[str]:
    if limits.needs_file and not message.files:
        yield _("Kênh này cần có tệp hoặc ảnh kèm theo.")
    if limits.files is not None and len(message.files) > limits.files:
        yield _("Có %(n)d tệp, kênh này nhận nhiều nhất %(most)d.") % {"n": len(message.files), "most": limits.files}
    for file in message.files:
        yield from _of_file(file, limits)


def _of_file(file: Attachment, limits: Limits) -> Iterator[str]:
    if limits.content_types is not None and file.content_type not in limits.content_types:
        yield _("Kênh này không nhận loại tệp của “%(name)s”.") % {"name": file.name}
    if not default_storage.exists(file.path):
        yield _("Không còn tệp “%(name)s” trên máy chủ.") % {"name": file.name}
    elif limits.file_bytes is not None and default_storage.size(file.path) > limits.file_bytes:
        yield _("Tệp “%(name)s” lớn hơn %(most)d MB mà kênh này nhận.") % {
            "name": file.name, "most": limits.file_bytes // 1_000_000,
        }  # fmt: skip
