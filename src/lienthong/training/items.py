"""What waits for whom about classes: the one place where this room opens and closes work items."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Position, Role, head_role_of, heads_of, positions_with
from lienthong.training.models import Invitation, Nominee, TrainingClass
from lienthong.training.queries import WORKERS


def class_url(training: TrainingClass) -> str:
    return reverse("training:one", args=[training.pk])


def ask_unit(invitation: Invitation, actor: Actor) -> None:
    """The head of the unit is asked; reminders and the list of what is overdue come with the day."""
    training = invitation.training
    title = kept("Cử %(n)d người dự lớp: %(title)s") % {"n": invitation.asked, "title": training.title}
    _open_for(invitation, WorkItem.Kind.ANSWER, title, actor, training.nominate_by)


def ask_to_replace(nominee: Nominee, actor: Actor) -> None:
    invitation = nominee.invitation
    said = {"name": nominee.name, "title": nominee.training.title, "reason": nominee.reason}
    title = kept("%(name)s không dự được lớp %(title)s (%(reason)s). Cử người thay?") % said
    _open_for(invitation, WorkItem.Kind.RETURNED, title, actor, None)


def _open_for(invitation: Invitation, kind: WorkItem.Kind, title: str, actor: Actor, due: date | None) -> None:
    body = invitation.body
    open_item(
        invitation, kind=kind, body=body, office=invitation.training.office, title=title, role=head_role_of(body),
        sender=actor.stamp.label, due=due, asked_by=actor.position,
        url=reverse("training:nominate", args=[invitation.pk]),
    )  # fmt: skip


def unit_answered(invitation: Invitation) -> None:
    close_items(invitation)


def ask_to_list(training: TrainingClass) -> None:
    """Every unit has answered or the day is past: leaders and coordinators approve the list."""
    for position in positions_with(training.office, Role.LEADER, Role.COORDINATOR):
        open_item(
            training, kind=WorkItem.Kind.DECIDE, body=position.body, position=position, office=training.office,
            title=kept("Duyệt danh sách lớp: %(title)s") % {"title": training.title}, url=class_url(training),
            sender=training.body.label,
        )  # fmt: skip


def listed(training: TrainingClass) -> None:
    close_items(training, kind=WorkItem.Kind.DECIDE)
    for invitation in training.invitations.all():
        close_items(invitation, kind=WorkItem.Kind.ANSWER)


def ask_person(nominee: Nominee, actor: Actor) -> None:
    """Who was named sees it among his own things until the class begins."""
    if nominee.position is None:
        return
    training, first = nominee.training, nominee.training.sessions.first()
    open_item(
        nominee, kind=WorkItem.Kind.DO, body=nominee.position.body, position=nominee.position, office=training.office,
        title=kept("Dự lớp: %(title)s") % {"title": training.title}, url=class_url(training),
        sender=actor.stamp.label, due=timezone.localdate(first.starts_at) if first else None,
    )  # fmt: skip


def release_person(nominee: Nominee) -> None:
    close_items(nominee)


def tell_unit(invitation: Invitation, sentence: str, *, urgent: bool = False) -> None:
    """A line under the bell of who speaks for the unit; where nobody does, of everyone who works there."""
    url = reverse("training:nominate", args=[invitation.pk])
    workers = Position.objects.valid_now().filter(body=invitation.body, role__in=WORKERS)
    for position in heads_of(invitation.body) or workers:
        notify(position, sentence, url, urgent=urgent)


def tell_person(nominee: Nominee, sentence: str) -> None:
    if nominee.position is not None:
        notify(nominee.position, sentence, class_url(nominee.training))


def tell_position(position: Position, training: TrainingClass, sentence: str) -> None:
    notify(position, sentence, class_url(training))


def ask_to_close(training: TrainingClass) -> None:
    """Every session is over: who keeps the class takes attendance, enters what proves it, and closes it."""
    open_item(
        training, kind=WorkItem.Kind.DO, body=training.body, office=training.office, url=class_url(training),
        title=kept("Điểm danh, ghi kết quả, biên bản của lớp: %(title)s") % {"title": training.title},
        sender=training.office.label,
    )  # fmt: skip


def forget_all(training: TrainingClass) -> None:
    """Nothing more waits about the class."""
    close_items(training)
    for invitation in training.invitations.all():
        close_items(invitation)
    for nominee in training.nominees.all():
        close_items(nominee)
