"""What a document lets wait on whose desk: one work item for each unit in which somebody holds the role."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Position, Role, positions_with
from lienthong.registry.models import OfficialDocument, Proposal


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


def ask_for_review(document: OfficialDocument) -> None:
    """Let the tasks that were read wait for the coordinator, where there are any."""
    waiting = Proposal.objects.filter(file__document=document, state=Proposal.State.PROPOSED)
    if waiting.filter(kind=Proposal.Kind.TASK).exists():
        url = reverse("registry:review", args=[document.pk])
        title = f"{document.title}: {document.subject}"
        ask(document, WorkItem.Kind.REVIEW, Role.COORDINATOR, title, url=url, sender=document.issuer)


def ask_for_decision(document: OfficialDocument, asked_by: Position | None) -> None:
    """Let ``document`` wait for the leader's opinion (ND30 Điều 23)."""
    ask(
        document,
        WorkItem.Kind.DECIDE,
        Role.LEADER,
        f"{document.title}: {document.subject}",
        sender=document.issuer or document.told_by,
        due=document.due,
        asked_by=asked_by,
        url=reverse("registry:decide", args=[document.pk]),
    )


def let_wait(document: OfficialDocument, asked_by: Position | None) -> None:
    """What a document that was just registered waits for; the leader only where he has not decided on it before."""
    settle(document, WorkItem.Kind.CHECK)
    if document.state == OfficialDocument.State.WITH_LEADER:
        ask_for_decision(document, asked_by)
    ask_for_review(document)
    if document.urgency:
        text = _("%(urgency)s: %(title)s, chờ cho ý kiến")
        tell_urgent(document, text % {"urgency": document.get_urgency_display(), "title": document.title})


def settle(document: OfficialDocument, *kinds: WorkItem.Kind) -> None:
    """Close what waits about ``document``, of these kinds; of every kind when none is named."""
    for kind in kinds or (None,):
        close_items(document, kind=kind)


def tell_urgent(document: OfficialDocument, text: str) -> None:
    """An urgent document is said at once to leader and clerk (ND30 Điều 4.2.c)."""
    for position in positions_with(document.office, Role.LEADER, Role.CLERK):
        notify(position, text, document_url(document), urgent=True)
