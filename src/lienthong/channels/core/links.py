"""Addresses: those that a person gives as proof of an item, and those under which others fetch files of ours."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused

_is_link = URLValidator(schemes=["http", "https"])


def checked_link(url: str) -> str:
    """``url`` without blanks around it; :class:`Refused` when it is no address of a page."""
    url = url.strip()
    try:
        _is_link(url)
    except ValidationError:
        raise Refused(_("Hãy dán đường liên kết tới tin đã đăng, bắt đầu bằng https://."), field="url") from None
    if len(url) > 500:
        raise Refused(_("Đường liên kết dài quá 500 ký tự."), field="url")
    return url


def file_link(reference: str, number: int, *, jpeg: bool = False) -> str:
    """Where the file with that place (from 1) in a message is fetched, once the message is on its way."""
    name = "channel_jpeg" if jpeg else "channel_file"
    return f"{settings.LIENTHONG_URL}{reverse(name, args=[reference, number])}"
