"""Read a file once more: after a failure, or when the machine has learned to read more (scans, another format)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.jobs.service import wake
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.actions.add_task import BY_PERSON
from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal
from lienthong.registry.workflow import DOCUMENT


def read_again(actor: Actor, file: DocumentFile) -> None:
    """Let ``file`` wait to be read anew; what nobody has decided on is replaced by what is found then.

    :class:`Refused` while it is being read, and once a person has decided on something that was read from it, because
    that points into the text as it is.
    """
    from lienthong.registry.tasks import read_document_file

    if not abilities_for(actor, file.document).file:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được cho đọc lại tệp."))
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=file.document_id)
        file = DocumentFile.objects.select_for_update().get(pk=file.pk)
        if file.job_state not in (DocumentFile.DONE, DocumentFile.FAILED):
            raise Refused(_("Tệp này đang được đọc."))
        decided = file.proposals.exclude(state=Proposal.State.PROPOSED).exclude(rule=BY_PERSON, start=None)
        if document.reviewed_at is not None or decided.exists():
            raise Refused(_("Đã duyệt nội dung đọc từ tệp này nên không đọc lại."))
        file.job_state, file.attempts, file.next_try_at = DocumentFile.WAITING, 0, timezone.now()
        file.last_error = ""
        file.save(update_fields=["job_state", "attempts", "next_try_at", "last_error"])
        if DOCUMENT.allows(document.state, "read_again"):
            document.state = DOCUMENT.move(document.state, "read_again")
            document.save(update_fields=["state"])
        record(events.READ_AGAIN, document, by=actor.stamp)
        wake(read_document_file, file.pk)
