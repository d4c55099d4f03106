"""Add a task that the reader missed, by its words in the text."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal
from lienthong.registry.review.deciding import require_review
from lienthong.registry.review.drafts import TASK_FIELDS
from lienthong.registry.review.scope import find_out_of_scope
from lienthong.registry.review.text import place_of, whole_text

#: How a proposal says that a person, not the reader, found it.
BY_PERSON = "by-person"


def add_task(
    actor: Actor, document: OfficialDocument, *, text: str, start: int | None = None, end: int | None = None
) -> Proposal:
    """Propose a task with the words ``text``; its bodies and times are written when it is corrected.

    ``start`` and ``end`` are its place in the document's whole text; without them the words are looked for there.
    """
    require_review(actor, document)
    words = " ".join(text.split())
    if not words:
        raise Refused(_("Chưa có nội dung nhiệm vụ. Hãy chép câu giao việc trong văn bản."))
    whole = whole_text(document)
    if not whole.files:
        raise Refused(_("Văn bản này chưa có tệp nào, nên chưa thêm nhiệm vụ được."))
    file, place = place_of(whole, words, start, end)
    with transaction.atomic():
        proposal = Proposal.objects.create(
            file=file,
            kind=Proposal.Kind.TASK,
            order=_next_order(file),
            name="",
            value=_blank_task(words),
            start=place[0] if place else None,
            end=place[1] if place else None,
            confidence=1,
            rule=BY_PERSON,
        )
        hit = find_out_of_scope(words)
        if hit is not None:
            proposal.out_of_scope_proposed = True
            proposal.value |= {"scope": {"rule": hit.rule.code}}
            proposal.save()
        record(events.TASK_ADDED, document, by=actor.stamp)
    return proposal


def _blank_task(words: str) -> dict[str, object]:
    empty = dict.fromkeys(TASK_FIELDS, "")
    return {"section": "", "text": words, "lead": [], "support": [], **empty, "marks": {}, "sure": {}}


def _next_order(file: DocumentFile) -> int:
    highest = file.proposals.aggregate(Max("order"))["order__max"]
    return 0 if highest is None else highest + 1
