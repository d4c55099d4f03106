"""Add what the letterhead says and the reader did not find."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.actions.add_task import BY_PERSON
from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal
from lienthong.registry.review.deciding import decide, require_review
from lienthong.registry.review.drafts import ATTRIBUTES, LABELS, as_field


def add_field(actor: Actor, document: OfficialDocument, *, name: str, value: str) -> Proposal:
    """Write ``value`` for the field ``name`` (of ``drafts.ATTRIBUTES``), confirmed by the person who typed it."""
    require_review(actor, document)
    file = document.files.filter(part=DocumentFile.Part.MAIN).first()
    if name not in ATTRIBUTES or file is None:
        raise Refused(_("Hãy chọn một thông tin trong danh sách."))
    stored = as_field(name, value)
    if not stored:
        raise Refused(_("Chưa ghi nội dung."))
    with transaction.atomic():
        if file.proposals.select_for_update().filter(kind=Proposal.Kind.FIELD, name=name).exists():
            raise Refused(_("Thông tin này đã có trong danh sách. Hãy sửa ở đó."))
        proposal = Proposal(
            file=file, kind=Proposal.Kind.FIELD, order=0, name=name, value="", confidence=1, rule=BY_PERSON
        )
        decide(proposal, actor, Proposal.State.CORRECTED, stored)
        record(events.FIELD_ADDED, document, by=actor.stamp, what=str(LABELS[name]))
    return proposal
