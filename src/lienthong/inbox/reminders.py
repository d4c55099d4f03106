"""Reminders: 7, 3 and 1 days before, on the day, when overdue; and the weekly overdue list to heads.

A reminder is a row before it is a message: the unique (item, rule, due) is why nobody is reminded twice, however often
a worker is killed.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from lienthong.inbox.models import Reminder, WorkItem
from lienthong.inbox.service import message_for, notify
from lienthong.jobs.service import ClaimQuerySet, claim_and_run, periodic, register_sweep, wake
from lienthong.organisations.service import Position, Role

#: Kinds that wait for somebody to read, not to act, are not reminded of.
SILENT = (WorkItem.Kind.NOTE,)
_AHEAD = {7: Reminder.Rule.DAYS_7, 3: Reminder.Rule.DAYS_3, 1: Reminder.Rule.DAYS_1, 0: Reminder.Rule.TODAY}


def rule_for(due: date, today: date) -> Reminder.Rule | None:
    """The rule that asks for a reminder on ``today``; None on days without one."""
    days = (due - today).days
    return Reminder.Rule.OVERDUE if days < 0 else _AHEAD.get(days)


@periodic("inbox.reminders", at=time(7, 0))
def remind_of_due_items(today: date | None = None) -> int:
    """Make today's reminders, each once; returns how many were made."""
    today = today or timezone.localdate()
    soon = [today + timedelta(days=days) for days in _AHEAD]
    items = WorkItem.objects.open().exclude(kind__in=SILENT).exclude(due=None)
    due_now = items.filter(due__in=soon) | items.filter(due__lt=today)
    return sum(_remind(item, today) for item in due_now.select_related("position", "body").iterator(chunk_size=500))


def _remind(item: WorkItem, today: date) -> int:
    assert item.due is not None
    rule = rule_for(item.due, today)
    if rule is None:
        return 0
    with transaction.atomic():
        reminder, created = Reminder.objects.get_or_create(item=item, rule=rule, due=item.due)
        if created:
            for position in people_of(item):
                notify(position, f"{item.title} ({rule.label})", item.url, urgent=rule is Reminder.Rule.OVERDUE)
            wake(mail_reminder, reminder.pk)
    return int(created)


@task()
def mail_reminder(reminder_id: int) -> None:
    """Mail one reminder to the people whose step it is."""
    reminder = Reminder.objects.filter(pk=reminder_id).select_related("item__body", "item__position__user").first()
    if reminder is not None:
        claim_and_run(reminder, _mail)


def _mail(reminder: Reminder) -> None:
    item = reminder.item
    # Finished before it is sent: after a crash in between a mail may be missing, never sent twice; the bell has it.
    reminder.finish()
    if item.closed_at is not None:
        return
    subject = _("Nhắc việc: %(title)s") % {"title": " ".join(item.title[:120].split())}
    text = message_for(item.title, settings.LIENTHONG_URL + item.url, item.due)
    for position in people_of(item):
        if position.user.email:
            send_mail(subject, text, None, [position.user.email])


register_sweep(
    "inbox.reminders",
    lambda: ClaimQuerySet(Reminder).claimable(),
    lambda reminder: wake(mail_reminder, reminder.pk),
)


@periodic("inbox.overdue-list", at=time(7, 20), weekday=0)
def list_overdue_to_heads(today: date | None = None) -> int:
    """On Mondays each unit's head, and each leader for the whole office, gets the number overdue and the sheet."""
    today = today or timezone.localdate()
    count = 0
    heads = Position.objects.valid_on(today).filter(role__in=[Role.UNIT_HEAD, Role.LEADER]).select_related("body")
    for position in heads:
        whose = {"office": position.body.office} if position.role == Role.LEADER else {"body": position.body}
        number = WorkItem.objects.overdue(today).exclude(kind__in=SILENT).filter(**whose).count()
        if number:
            url = reverse("inbox:weekly_sheet", args=[position.body_id])
            notify(position, _("Có %(n)d việc quá hạn cần xử lý") % {"n": number}, url)
            count += 1
    return count


def people_of(item: WorkItem) -> Iterator[Position]:
    """Whom an item waits for: the named position, or those in the body with its role (heads where no role is named)."""
    if item.position is not None:
        yield item.position
        return
    held = Position.objects.valid_now().filter(body=item.body).select_related("user")
    yield from held.filter(role=item.role or Role.UNIT_HEAD)
