"""Read one file in the background and store what was found; a secret one leaves nothing behind."""

import json
from typing import Any

import vanban
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import SYSTEM, record
from lienthong.core.days import WorkCalendar
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Role
from lienthong.registry import events
from lienthong.registry.actions.discard_secret import discard_secret
from lienthong.registry.desk import ask, tell_urgent
from lienthong.registry.filling import fill_from
from lienthong.registry.finding import index_document
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.review.proposals import make_proposals
from lienthong.registry.workflow import DOCUMENT


def read_file(file: DocumentFile) -> None:
    """The handler of a claimed :class:`DocumentFile`: text, reading and proposals are written in one transaction.

    The text is in this process only until it is known to bear no secrecy mark; of one that does, the document goes
    (:func:`discard_secret`) and nothing of it is written.
    """
    reading = _read(file)
    if reading.secrecy is not None:
        discard_secret(None, file.document, reading=file)
        return
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=file.document_id)
        file.text = _storable(reading.text)
        file.reading = json.loads(_storable(json.dumps(vanban.to_form(reading), ensure_ascii=False)))
        file.save(update_fields=["text", "reading"])
        make_proposals(file, reading)
        file.finish()
        if file.part == DocumentFile.Part.MAIN:
            fill_from(document, file.reading)
        _go_on(document)


def _go_on(document: OfficialDocument) -> None:
    """When the last file is read the document waits for the clerk; one registered meanwhile is only found better."""
    if document.files.exclude(job_state=DocumentFile.DONE).exists():
        document.save()
        return
    if DOCUMENT.allows(document.state, "read"):
        document.state = DOCUMENT.move(document.state, "read")
        record(events.READ, document, by=SYSTEM)
        # Registered on the day of arrival or the next working day (ND30 Điều 4.2.c).
        due = WorkCalendar().after(timezone.localdate(), 1)
        title = " · ".join(filter(None, (document.title, document.subject)))
        ask(document, WorkItem.Kind.CHECK, Role.CLERK, _("Chờ đăng ký: %(title)s") % {"title": title}, due=due)
        if document.urgency:
            tell_urgent(document, _("Văn bản khẩn vừa nhận: %(title)s") % {"title": document.title})
    document.save()
    index_document(document)


def _read(file: DocumentFile) -> vanban.Document:
    with file.stored.open("rb") as stored:
        data = stored.read()
    try:
        return vanban.read(data, name=file.name)
    except Exception as error:
        # What the reader raises may quote the text, and a failure is logged before anybody knows whether it is secret.
        reason = type(error).__name__
    raise RuntimeError(f"the reader failed: {reason}")


def _storable(text: Any) -> str:
    """Without what a database cannot hold, character by character, so that offsets still fit."""
    return str(text).replace("\0", "\ufffd").replace("\\u0000", "\\ufffd").encode("utf-8", "replace").decode("utf-8")
