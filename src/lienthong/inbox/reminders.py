"""Reminders: 7, 3 and 1 days before, on the day, when overdue; and the weekly overdue list to heads.

A reminder is a row before it is a message: the unique (item, rule, due) is why nobody is reminded twice, however often
a worker is killed.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.inbox.models import Reminder, WorkItem
from lienthong.inbox.service import message_for, notify
from lienthong.jobs.service import daily
from lienthong.organisations.service import Position, Role

#: Kinds that wait for somebody to read, not to act, are not reminded of.
SILENT = (WorkItem.Kind.NOTE,)
_AHEAD = {7: Reminder.Rule.DAYS_7, 3: Reminder.Rule.DAYS_3, 1: Reminder.Rule.DAYS_1, 0: Reminder.Rule.TODAY}


def rule_for(due: date, today: date) -> Reminder.Rule | None:
    """The rule that asks for a reminder on ``today``; None on days without one."""
    days = (due - today).days
    return Reminder.Rule.OVERDUE if days < 0 else _AHEAD.get(days)


@daily("inbox.reminders", hour=7)
def remind_of_due_items(today: date | None = None) -> int:
    """Make today's reminders, each once; returns how many were made."""
    today = today or timezone.localdate()
    soon = [today + timedelta(days=days) for days in _AHEAD]
    items = WorkItem.objects.open().exclude(kind__in=SILENT).exclude(due=None)
    due_now = items.filter(due__in=soon) | items.filter(due__lt=today)
    return sum(_remind(item, today) for item in due_now.select_related("position", "body").iterator(chunk_size=500))


def _remind(item: WorkItem, today: date) -> int:
    rule = rule_for(item.due, today)
    if rule is None:
        return 0
    with transaction.atomic():
        _reminder, created = Reminder.objects.get_or_create(item=item, rule=rule, due=item.due)
        if created:
            for position in people_of(item):
                notify(position, f"{item.title} ({rule.label})", item.url, urgent=rule is Reminder.Rule.OVERDUE)
    return int(created)


@daily("inbox.mail", hour=7, minute=10)
def mail_reminders() -> int:
    """Send what was not sent yet; a row is marked sent before the next one is tried."""
    count = 0
    waiting = Reminder.objects.filter(mailed_at=None, item__closed_at=None).select_related("item__body")
    for reminder in waiting.iterator(chunk_size=200):
        addresses = [position.user.email for position in people_of(reminder.item) if position.user.email]
        # Claimed first: after a crash in between a mail may be missing, never sent twice; the bell has it anyway.
        taken = Reminder.objects.filter(pk=reminder.pk, mailed_at=None).update(mailed_at=timezone.now())
        if taken and addresses:
            subject = _("Nhắc việc: %(title)s") % {"title": reminder.item.title[:120]}
            text = message_for(reminder.item.title, settings.LIENTHONG_URL + reminder.item.url, reminder.item.due)
            for address in addresses:
                send_mail(subject, text, None, [address])
            count += 1
    return count


@daily("inbox.overdue-list", hour=7, minute=20, weekday=0)
def list_overdue_to_heads(today: date | None = None) -> int:
    """On Mondays each unit's head gets one line with the number of overdue items and the weekly sheet."""
    today = today or timezone.localdate()
    count = 0
    for position in Position.objects.valid_on(today).filter(role__in=[Role.UNIT_HEAD, Role.LEADER]):
        overdue = WorkItem.objects.overdue(today).exclude(kind__in=SILENT)
        bodies = [position.body_id]
        if position.role == Role.LEADER:
            mine = overdue.filter(office=position.body.office)
        else:
            mine = overdue.filter(body__in=bodies)
        number = mine.count()
        if number:
            text = _("Có %(n)d việc quá hạn cần xử lý") % {"n": number}
            notify(position, text, f"/viec-cua-toi/tuan/{position.body_id}/")
            count += 1
    return count


def people_of(item: WorkItem) -> Iterator[Position]:
    """Whom an item waits for: the named position, or those in the body with its role (heads where no role is named)."""
    if item.position_id:
        yield item.position
        return
    held = Position.objects.valid_now().filter(body=item.body).select_related("user")
    yield from held.filter(role=item.role or Role.UNIT_HEAD)
