"""The way out for letters: Django's mail backend, one connection for many letters, and what its answers mean.

The server is the operator's own (settings); no other endpoint is called.
"""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _

from lienthong.channels.core.service import Endpoint, PassingError, PermanentError

ENDPOINTS: tuple[Endpoint, ...] = ()


class Handed(StrEnum):
    """What the server said of one letter. ``LATER`` and ``REFUSED``: it was not taken, for certain."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@contextmanager
def connection() -> Iterator[BaseEmailBackend]:
    """An open connection; :class:`PassingError` when there is none, :class:`PermanentError` when we may not use it."""
    backend: BaseEmailBackend = get_connection()
    try:
        backend.open()
    except smtplib.SMTPAuthenticationError:
        raise PermanentError(_("Máy chủ thư không nhận tên và mật khẩu đã thiết lập.")) from None
    except (smtplib.SMTPException, OSError):
        raise PassingError(_("Chưa nối được máy chủ thư.")) from None
    try:
        yield backend
    finally:
        # It is over either way, and every letter has its answer.
        with suppress(smtplib.SMTPException, OSError):
            backend.close()


def hand_over(backend: BaseEmailBackend, letter: EmailMultiAlternatives) -> Handed:
    """Hand one letter to the server. No address is in any error that leaves here."""
    try:
        backend.send_messages([letter])
    except smtplib.SMTPRecipientsRefused as fault:
        return _of_code(max(code for code, _said in fault.recipients.values()))
    except smtplib.SMTPSenderRefused as fault:
        if fault.smtp_code < 500:
            return Handed.LATER
        raise PermanentError(_("Máy chủ thư không nhận địa chỉ gửi của cơ quan.")) from None
    except smtplib.SMTPDataError as fault:
        if fault.smtp_code < 500:
            return Handed.LATER
        raise PermanentError(_("Máy chủ thư không nhận nội dung thư này.")) from None
    except (smtplib.SMTPException, OSError):
        return Handed.UNKNOWN
    return Handed.SENT


def _of_code(code: int) -> Handed:
    """RFC 5321, 4.2.1: 4yz may be tried again, 5yz may not."""
    return Handed.LATER if code < 500 else Handed.REFUSED
