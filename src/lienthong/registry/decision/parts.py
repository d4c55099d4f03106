"""The decision that holds, its parts, and who in a unit acts on them."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lienthong.core.language import site_language
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Body, Position, Role, abilities_for
from lienthong.registry.desk import settle
from lienthong.registry.models import Decision, DecisionPart, OfficialDocument

#: Who answers for a unit and names the person that handles a document.
HEADS = (Role.UNIT_HEAD, Role.HAMLET_HEAD)
_WORK = (WorkItem.Kind.ACCEPT, WorkItem.Kind.DO, WorkItem.Kind.NOTE)


def current_decision(document: OfficialDocument) -> Decision | None:
    """The last one entered; earlier ones are history."""
    return document.decisions.select_related("decided_by__user", "entered_by__user").order_by("entered_at", "pk").last()


def parts_of(decision: Decision | None) -> list[DecisionPart]:
    """Lead, then support, then those who only need to know."""
    if decision is None:
        return []
    rank = {DecisionPart.Part.LEAD: 0, DecisionPart.Part.SUPPORT: 1, DecisionPart.Part.NOTE: 2}
    rows = decision.parts.select_related("body", "handler__user", "decision__document")
    return sorted(rows, key=lambda part: (rank[part.part], part.body.sort))  # type: ignore[index]


def own_parts(actor: Actor, document: OfficialDocument) -> list[DecisionPart]:
    """What the decision that holds asks of the actor's bodies."""
    return [part for part in parts_of(current_decision(document)) if part.body_id in actor.body_ids]


def assignable_bodies(office: Body) -> models.QuerySet[Body]:
    """The units, hamlets and committees that a leader of ``office`` may send a document to."""
    return Body.objects.valid_now().filter(office=office).exclude(pk=office.pk)


def colleagues(body: Body) -> models.QuerySet[Position]:
    """Who may be named to handle a document in ``body``."""
    return Position.objects.valid_now().filter(body=body).select_related("user", "body")


def is_head(actor: Actor, part: DecisionPart) -> bool:
    """True for the head of the unit; for everyone in a unit that has no head."""
    if part.body_id not in actor.body_ids:
        return False
    return actor.is_(*HEADS) or not colleagues(part.body).filter(role__in=HEADS).exists()


def require_part(actor: Actor, part: DecisionPart, *, head: bool = False) -> None:
    """:class:`NotAllowed` unless the actor handles ``part``; :class:`Refused` when it no longer holds."""
    document = part.decision.document
    mine = is_head(actor, part) or (not head and actor.position is not None and part.handler_id == actor.position.pk)
    if not abilities_for(actor, document).handle or not mine:
        raise NotAllowed(
            _("Chỉ lãnh đạo đơn vị được giao mới phân công được.")
            if head
            else _("Chỉ lãnh đạo đơn vị hoặc người được phân công mới làm được bước này.")
        )
    if current_decision(document) != part.decision:
        raise Refused(_("Lãnh đạo vừa cho ý kiến khác. Hãy tải lại trang."))
    if part.done_on is not None:
        raise Refused(_("Phần việc này đã báo xong."))


def open_work(document: OfficialDocument) -> None:
    """Let the decision that holds wait on the desks it names, and nothing else."""
    settle(document, *_WORK)
    for part in parts_of(current_decision(document)):
        if part.done_on is None:
            open_for(part)


def open_for(part: DecisionPart) -> None:
    """The step that ``part`` waits for: naming a handler, handling, or taking note."""
    document = part.decision.document
    if part.part == DecisionPart.Part.NOTE:
        kind, role, position = WorkItem.Kind.NOTE, head_role(part.body), None
        act_url, act_label = reverse("registry:note", args=[part.pk]), gettext_noop("Đã biết")
    elif part.handler is not None:
        kind, role, position = WorkItem.Kind.DO, "", part.handler
        act_url = act_label = ""
    else:
        kind, role, position = WorkItem.Kind.ACCEPT, head_role(part.body), None
        act_url = act_label = ""
    open_item(
        document,
        kind=kind,
        body=part.body,
        office=document.office,
        role=role,
        position=position,
        title=_title(part, f"{document.title}, {document.subject}"),
        sender=str(part.decision.decided_by),
        url=reverse("registry:handle", args=[document.pk]),
        act_url=act_url,
        act_label=act_label,
        due=part.handler_due or part.due,
        urgent=bool(document.urgency),
        asked_by=part.decision.decided_by,
    )


def _title(part: DecisionPart, about: str) -> str:
    with site_language():
        return f"{part.get_part_display()}: {about}"


def close_for(part: DecisionPart) -> None:
    for kind in _WORK:
        close_items(part.decision.document, kind=kind, body=part.body)


def head_role(body: Body) -> str:
    """The role for which work of ``body`` waits; "" (everyone in it) where nobody is its head."""
    held = set(colleagues(body).values_list("role", flat=True))
    return next((str(role) for role in HEADS if role in held), "")


def tell_if_urgent(part: DecisionPart) -> None:
    document = part.decision.document
    if not document.urgency:
        return
    with site_language():
        text = f"{document.get_urgency_display()}: {document.title}, {part.get_part_display()}"
    role = head_role(part.body)
    for position in colleagues(part.body).filter(role=role) if role else colleagues(part.body):
        notify(position, text, reverse("registry:handle", args=[document.pk]), urgent=True)
