"""What the acts of review have in common: who may, while it is open, and how a decision is written."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry.models import OfficialDocument, Proposal
from lienthong.registry.review.drafts import draft_of
from lienthong.registry.review.names import Names


def require_review(actor: Actor, document: OfficialDocument) -> None:
    """:class:`NotAllowed` for who may not review; :class:`Refused` once the review is finished."""
    if not abilities_for(actor, document).review:
        raise NotAllowed(_("Chỉ văn thư hoặc cán bộ tổng hợp của cơ quan được duyệt nội dung đã đọc."))
    if document.reviewed_at is not None:
        raise Refused(_("Văn bản này đã duyệt xong. Hãy mở lại việc duyệt rồi sửa."))


def locked(proposal: Proposal) -> Proposal:
    """``proposal`` as it is now, held until the transaction ends."""
    found = Proposal.objects.select_for_update().select_related("file__document__office").filter(pk=proposal.pk).first()
    if found is None:
        raise Refused(_("Dòng này không còn: tệp vừa được đọc lại. Hãy tải lại trang."))
    return found


def require_open(proposal: Proposal) -> None:
    if proposal.state != Proposal.State.PROPOSED:
        raise Refused(_("Dòng này đã được quyết định. Hãy tải lại trang."))


def decide(proposal: Proposal, actor: Actor, state: str, confirmed: Any) -> None:
    """Write a person's decision on ``proposal``."""
    proposal.state, proposal.confirmed = state, confirmed
    proposal.decided_by, proposal.decided_at = actor.position, timezone.now()
    proposal.save()


def confirm(proposal: Proposal, actor: Actor, names: Names) -> None:
    """Confirm the working copy of ``proposal``: as read, or as corrected."""
    draft = draft_of(proposal)
    state = Proposal.State.CONFIRMED if _as_read(proposal, draft) else Proposal.State.CORRECTED
    decide(proposal, actor, state, _with_targets(draft, names) if proposal.kind == Proposal.Kind.TASK else draft)


def _with_targets(draft: dict[str, Any], names: Names) -> dict[str, Any]:
    """``draft`` of a task with the keys of the bodies and groups that its printed names mean now.

    They are kept with the confirmed task, so that a name that means something else next year changes nothing.
    """
    keyed = dict(draft)
    for part in ("lead", "support"):
        targets = [target for printed in draft[part] if (target := names.target(printed)) is not None]
        keyed[f"{part}_keys"] = list(dict.fromkeys(key_of(target) for target in targets))
    return keyed


def _as_read(proposal: Proposal, draft: Any) -> bool:
    """True when a person left the value as it was read."""
    if not isinstance(proposal.value, dict):
        return bool(proposal.value == draft)
    return all(draft.get(name) == proposal.value[name] for name in draft if name in proposal.value)
