"""The size limit of uploads, held while they arrive: what is too large is not even written to a temporary file."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.forms import BaseForm
from django.http import HttpRequest
from django.utils.translation import gettext as _


class LimitHandler(FileUploadHandler):
    """Skips a file that grows beyond ``LIENTHONG_MAX_UPLOAD``; :func:`too_large_files` tells the view its name."""

    _received = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self._received += len(raw_data)
        if self._received > settings.LIENTHONG_MAX_UPLOAD:
            names = self.request.__dict__.setdefault("_too_large_files", [])
            names.append(self.file_name)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        return None


def too_large_files(request: HttpRequest) -> list[str]:
    """The names of the files of this request that were skipped; call it after ``request.FILES``."""
    return list(request.__dict__.get("_too_large_files", ()))


def refuse_too_large(form: BaseForm, request: HttpRequest, field: str | None = None) -> None:
    """Say in ``form`` which files were skipped; what else was typed stays."""
    for name in too_large_files(request):
        form.add_error(field, _("Tệp “%(name)s” quá lớn. Hãy giảm dung lượng rồi gửi lại.") % {"name": name})
