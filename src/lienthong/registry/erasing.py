"""Taking content away so that it is gone: files on disk, rows, index and notices.

What is guaranteed: a stored file is overwritten with zeros before it is unlinked; on SQLite deleted rows are
overwritten (``secure_delete``), the full-text index is rebuilt and the write-ahead log is emptied; no log, event or
job argument ever held any of it. What is not: PostgreSQL overwrites dead rows only when it vacuums and keeps its own
write-ahead log, a file system or SSD may keep old blocks, and backups made in between hold what they hold.
"""

import os
from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from lienthong.audit.service import Event
from lienthong.core import search
from lienthong.core.refusals import Refused
from lienthong.inbox import service as inbox
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.desk import document_url
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.permissions import may_receive


def erase_document(document: OfficialDocument) -> None:
    """Delete ``document`` with everything kept about it, inside the caller's transaction.

    The files go last and before the commit: if that fails the rows stay, and a person can ask again.
    """
    files = list(document.files.all())
    search.forget(document)
    inbox.erase(document, document_url(document))
    try:
        document.delete()
    except ProtectedError:
        raise Refused(
            _("Đã có kế hoạch hoặc báo cáo lập từ văn bản này. Hãy hủy kế hoạch, báo cáo đó trước.")
        ) from None
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # Deleting from an FTS5 table only marks; rebuilding it from what is left takes the words away.
            cursor.execute("INSERT INTO core_searchindex(core_searchindex) VALUES ('rebuild')")
    transaction.on_commit(_empty_write_ahead_log)
    erase_files(files)


def erase_files(files: Iterable[DocumentFile]) -> None:
    """Overwrite and delete stored files; one that is gone already is no error."""
    for file in files:
        try:
            with open(file.stored.path, "r+b") as stored:
                stored.write(bytes(os.path.getsize(file.stored.path)))
                stored.flush()
                os.fsync(stored.fileno())
        except FileNotFoundError:
            continue
        file.stored.storage.delete(str(file.stored.name))


def _empty_write_ahead_log() -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def was_secret(actor: Actor, pk: int) -> bool:
    """True when the clerk's office once received the document ``pk`` and kept nothing of it."""
    if not may_receive(actor):
        return False
    label = OfficialDocument._meta.label_lower
    events_about = Event.objects.about(f"{label}:{pk}").filter(kind=events.SECRET_DISCARDED.code)
    return any(event.office == actor.stamp.office for event in events_about)
