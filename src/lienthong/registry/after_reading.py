"""What becomes of a document when the last of its files is read."""

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import SYSTEM, record
from lienthong.core.days import WorkCalendar
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Role
from lienthong.registry import events
from lienthong.registry.desk import ask, ask_for_review, tell_urgent
from lienthong.registry.finding import index_document
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.workflow import DOCUMENT


def go_on(document: OfficialDocument) -> None:
    """Save ``document``; with nothing left to read it waits for the clerk, or, once registered, is only found better.

    In the caller's transaction, with the row of the document held.
    """
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
    if document.state == OfficialDocument.State.TOLD:
        ask_for_review(document)
    index_document(document)
