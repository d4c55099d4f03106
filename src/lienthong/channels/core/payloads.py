"""Approved messages as they are stored: frozen, with the hash that says so; the reference is the row's."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import datetime
from typing import IO, Any

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from lienthong.channels.core.contract import Attachment, Message, PermanentError


def frozen(message: Message) -> tuple[dict[str, Any], str]:
    """``message`` as plain JSON values, and the SHA-256 of its one canonical spelling."""
    values = asdict(message)
    del values["reference"]
    values["starts_at"] = message.starts_at.isoformat() if message.starts_at else None
    values["files"] = list(values["files"])
    return values, digest(values)


def digest(values: dict[str, Any]) -> str:
    spelled = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()


def thawed(values: dict[str, Any], sha256: str, reference: str) -> Message:
    """The message as it was approved; :class:`PermanentError` when what is stored is not that any more."""
    if digest(values) != sha256:
        raise PermanentError(_("Nội dung lưu không còn đúng từng chữ với bản đã duyệt, nên không gửi."))
    known = {one.name for one in fields(Message)} - {"files", "starts_at", "reference"}
    begins = values["starts_at"]
    return Message(
        **{name: value for name, value in values.items() if name in known},
        files=tuple(Attachment(**one) for one in values["files"]),
        starts_at=datetime.fromisoformat(begins) if begins else None,
        reference=reference,
    )


def content_of(attachment: Attachment) -> bytes:
    """The bytes of a file as they were approved; :class:`PermanentError` when they are gone or others."""
    with opened_file(attachment) as stored:
        return stored.read()


@contextmanager
def opened_file(attachment: Attachment) -> Iterator[IO[bytes]]:
    """The same, open at its beginning: a film is sent part by part and never held whole."""
    try:
        stored = default_storage.open(attachment.path, "rb")
    except FileNotFoundError:
        raise PermanentError(_("Không còn tệp “%(name)s” trên máy chủ.") % {"name": attachment.name}) from None
    with stored:
        if hashlib.file_digest(stored, "sha256").hexdigest() != attachment.sha256:
            raise PermanentError(_("Tệp “%(name)s” không còn đúng với bản đã duyệt.") % {"name": attachment.name})
        stored.seek(0)
        yield stored
