"""What a document lets wait on whose desk: one work item for each unit in which somebody holds the role."""

from datetime import date

from django.urls import reverse

from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Position, Role, positions_with
from lienthong.registry.models import OfficialDocument


def document_url(document: OfficialDocument) -> str:
    return reverse("registry:document", args=[document.pk])


def ask(
    document: OfficialDocument,
    kind: WorkItem.Kind,
    role: Role,
    title: str,
    *,
    url: str = "",
    sender: str = "",
    due: date | None = None,
    asked_by: Position | None = None,
) -> None:
    """Let ``kind`` wait for everybody who holds ``role`` in the document's office."""
    bodies = {position.body_id: position.body for position in positions_with(document.office, role)}
    for body in bodies.values():
        open_item(
            document,
            kind=kind,
            body=body,
            office=document.office,
            role=role,
            title=title,
            url=url or document_url(document),
            sender=sender,
            due=due,
            urgent=bool(document.urgency),
            asked_by=asked_by,
        )


def settle(document: OfficialDocument, *kinds: WorkItem.Kind) -> None:
    """Close what waits about ``document``, of these kinds; of every kind when none is named."""
    for kind in kinds or (None,):
        close_items(document, kind=kind)


def tell_urgent(document: OfficialDocument, text: str) -> None:
    """An urgent document is said at once to leader and clerk (ND30 Điều 4.2.c)."""
    for position in positions_with(document.office, Role.LEADER, Role.CLERK):
        notify(position, text, document_url(document), urgent=True)
