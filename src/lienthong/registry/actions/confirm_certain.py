"""Confirm in one act what the reader is sure of and a person has had before his eyes."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.models import OfficialDocument, Proposal
from lienthong.registry.review.deciding import confirm, require_review
from lienthong.registry.review.questions import is_certain, questions_about
from lienthong.registry.review.sheet import names_for


def confirm_certain(actor: Actor, document: OfficialDocument, *, seen: Collection[int]) -> int:
    """Confirm those of ``seen`` (ids of proposals) that are certain and still wait; returns how many.

    What was not shown, is uncertain or has an open question stays as it is, whatever the ids say.
    """
    require_review(actor, document)
    if not seen:
        raise Refused(_("Chưa xem dòng nào. Hãy cuộn qua các dòng chắc chắn rồi xác nhận."))
    names = names_for(document)
    with transaction.atomic():
        rows = Proposal.objects.select_for_update().filter(file__document=document, pk__in=list(seen))
        certain = [row for row in rows if is_certain(row, questions_about(row, document, names))]
        for row in certain:
            confirm(row, actor, names)
        if certain:
            record(events.CERTAIN_CONFIRMED, document, by=actor.stamp, count=len(certain))
    return len(certain)
