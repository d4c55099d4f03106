"""Finish the review: what was confirmed becomes what the office knows of the document."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.desk import settle
from lienthong.registry.finding import record_citation
from lienthong.registry.models import Direction, OfficialDocument, Proposal
from lienthong.registry.registering import complete
from lienthong.registry.review.deciding import require_review
from lienthong.registry.review.drafts import ATTRIBUTES, draft_of
from lienthong.registry.review.text import whole_text
from lienthong.registry.workflow import REGISTERED

_TAKEN = (Proposal.State.CONFIRMED, Proposal.State.CORRECTED)
#: Of a document that the office issued these are the register's and no reading changes them (ND30 Điều 15).
_GIVEN = ("number", "symbol", "date")


def finish_review(actor: Actor, document: OfficialDocument) -> OfficialDocument:
    """Write confirmed fields and citations and close the work item; :class:`Refused` while something waits."""
    require_review(actor, document)
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        if document.reviewed_at is not None:
            raise Refused(_("Văn bản này đã duyệt xong."))
        proposals = list(Proposal.objects.select_for_update().filter(file__document=document))
        waiting = sum(proposal.state == Proposal.State.PROPOSED for proposal in proposals)
        if waiting:
            raise Refused(_("Còn %(n)d dòng chưa duyệt. Hãy xác nhận hoặc bỏ từng dòng.") % {"n": waiting})
        taken = [proposal for proposal in proposals if proposal.state in _TAKEN]
        _write_fields(document, taken)
        document.reviewed_at = timezone.now()
        if document.state in REGISTERED:
            complete(document)
        else:
            document.save()
        _write_citations(document, taken)
        settle(document, WorkItem.Kind.REVIEW)
        tasks = sum(proposal.kind == Proposal.Kind.TASK for proposal in taken)
        record(events.REVIEW_FINISHED, document, by=actor.stamp, tasks=tasks)
    return document


def _write_fields(document: OfficialDocument, taken: list[Proposal]) -> None:
    for proposal in taken:
        given = document.direction == Direction.OUTGOING and proposal.name in _GIVEN
        if proposal.kind == Proposal.Kind.FIELD and not given:
            setattr(document, ATTRIBUTES[proposal.name], draft_of(proposal))


def _write_citations(document: OfficialDocument, taken: list[Proposal]) -> None:
    bases = whole_text(document).bases
    document.citations.all().delete()
    for proposal in taken:
        if proposal.kind != Proposal.Kind.CITATION:
            continue
        draft, base = draft_of(proposal), bases[proposal.file_id]
        record_citation(
            document,
            number=draft["number"],
            dated=draft["date"],
            type=draft["type"],
            start=None if proposal.start is None else base + proposal.start,
            end=None if proposal.end is None else base + proposal.end,
        )
