"""What waits for whom about a share: the one place where this room opens and closes work items."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_noop

from lienthong.core.language import kept, site_language
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Role, head_role_of, heads_of, positions_with
from lienthong.plans.models import Extension, Occurrence, Share
from lienthong.plans.workflow import SLUGS


def share_url(share: Share) -> str:
    return reverse("plans:share", args=[share.pk])


def ask_for_answer(share: Share, actor: Actor) -> None:
    """A new share waits for the head of its body: to be accepted by a lead, else only to be known."""
    lead = share.part == Share.Part.LEAD and not share.assignment.out_of_scope
    act = "accept" if lead else "note"
    open_item(
        share,
        kind=WorkItem.Kind.ACCEPT if lead else WorkItem.Kind.NOTE,
        body=share.body,
        office=share.assignment.plan.office,
        role=head_role_of(share.body),
        title=share.assignment.name,
        sender=actor.stamp.label,
        url=share_url(share),
        act_url=reverse("plans:share_act", args=[share.pk, SLUGS[act]]),
        act_label=gettext_noop("Tiếp nhận") if lead else gettext_noop("Đã biết"),
        # A line outside the tool is never reminded of.
        due=share.due if lead else None,
        asked_by=actor.position if lead else None,
    )


def ask_for_work(share: Share) -> None:
    """Accepted work waits for its handler, or for everyone in the body."""
    _open_work(share, share, title=share.assignment.name, due=share.due, url=share_url(share))


def ask_for_occurrence(occurrence: Occurrence) -> None:
    share = occurrence.share
    with site_language():
        title = f"{occurrence.name} · {share.assignment.name}"
    _open_work(occurrence, share, title=title, due=occurrence.due, url=occurrence_url(occurrence))


def _open_work(subject: Share | Occurrence, share: Share, *, title: str, due: date | None, url: str) -> None:
    open_item(
        subject,
        kind=WorkItem.Kind.DO,
        body=share.handler.body if share.handler else share.body,
        position=share.handler,
        office=share.assignment.plan.office,
        title=title,
        url=url,
        due=due,
        series=share if subject != share else None,
    )


def occurrence_url(occurrence: Occurrence) -> str:
    return reverse("plans:occurrence", args=[occurrence.pk])


def ask_for_confirmation(share: Share, actor: Actor) -> None:
    """A result waits for those who run the office's plans, but not for the one who submitted it."""
    _ask_managers(share, share, WorkItem.Kind.CONFIRM, actor, f"{share.body.label}: {share.assignment.name}")


def ask_for_extension(extension: Extension, actor: Actor) -> None:
    share = extension.share
    title = kept("%(body)s xin gia hạn đến %(due)s: %(name)s") % {
        "body": share.body.label,
        "due": f"{extension.new_due:%d/%m/%Y}",
        "name": share.assignment.name,
    }
    _ask_managers(extension, share, WorkItem.Kind.EXTENSION, actor, title)


def ask_what_now(share: Share, actor: Actor) -> None:
    """A declined share waits for those who run the plan: give it to another body, or insist."""
    title = kept("%(body)s đề nghị trả lại: %(name)s") % {"body": share.body.label, "name": share.assignment.name}
    _ask_managers(share, share, WorkItem.Kind.RETURNED, actor, title)


def _ask_managers(subject: Share | Extension, share: Share, kind: WorkItem.Kind, actor: Actor, title: str) -> None:
    office = share.assignment.plan.office
    managers = [p for p in positions_with(office, Role.COORDINATOR) if p != actor.position]
    for position in managers or [p for p in positions_with(office, Role.LEADER) if p != actor.position]:
        open_item(
            subject,
            kind=kind,
            body=position.body,
            position=position,
            office=office,
            title=title,
            sender=actor.stamp.label,
            url=share_url(share),
            asked_by=actor.position,
        )


def ask_again(share: Share, actor: Actor) -> None:
    """A result that was sent back waits for the handler or the body's head."""
    open_item(
        share,
        kind=WorkItem.Kind.RETURNED,
        body=share.handler.body if share.handler else share.body,
        position=share.handler,
        role="" if share.handler else head_role_of(share.body),
        office=share.assignment.plan.office,
        title=share.assignment.name,
        sender=actor.stamp.label,
        url=share_url(share),
        due=share.due,
        asked_by=actor.position,
    )


def close_work(share: Share) -> None:
    """The body has nothing to do on ``share`` or its occurrences for now; open ones can be asked for again later."""
    close_items(share)
    asked = share.occurrences.filter(closed_on=None).exclude(asked_on=None)
    for occurrence in asked:
        close_items(occurrence)
    asked.update(asked_on=None)


def close_all(share: Share) -> None:
    """Nothing about ``share`` waits for anyone any more."""
    close_work(share)
    for extension in share.extensions.filter(state=Extension.State.ASKED):
        close_items(extension)


def tell_body(share: Share, text: str, *, urgent: bool = False) -> None:
    """A line under the bell of those who speak for the body, and of the handler."""
    told: set[int] = set()
    for position in [*heads_of(share.body), *([share.handler] if share.handler else [])]:
        if position.pk not in told:
            told.add(position.pk)
            notify(position, text, share_url(share), urgent=urgent)


def tell_submitter(share: Share, text: str) -> None:
    if share.submitted_by is not None:
        notify(share.submitted_by, text, share_url(share))


def ask_for_what_is_next(share: Share, actor: Actor) -> None:
    """Open the step that the state of ``share`` waits for."""
    if share.state == Share.State.ASSIGNED:
        ask_for_answer(share, actor)
    elif share.state == Share.State.ACCEPTED:
        ask_for_work(share)
    elif share.state == Share.State.RETURNED:
        ask_again(share, actor)
    elif share.state == Share.State.SUBMITTED:
        ask_for_confirmation(share, actor)
    elif share.state == Share.State.DECLINED:
        ask_what_now(share, actor)


def move_to_handler(share: Share, actor: Actor) -> None:
    """What waits about ``share`` and its occurrences waits for the new handler instead."""
    close_items(share)
    ask_for_what_is_next(share, actor)
    for occurrence in share.occurrences.filter(closed_on=None).exclude(asked_on=None):
        close_items(occurrence)
        occurrence.share = share
        ask_for_occurrence(occurrence)
