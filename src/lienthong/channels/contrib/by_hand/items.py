"""What waits for the person who posts by hand."""

from django.urls import reverse
from django.utils import timezone

from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, open_item


def handover_url(handover: Handover) -> str:
    return reverse("by_hand:handover", args=[handover.pk])


def ask_to_post(handover: Handover) -> None:
    due = timezone.localtime(handover.delivery.due_at).date()
    _ask(handover, kept("Đăng “%(title)s” ở %(outlet)s"), due=due)


def ask_to_remove(handover: Handover) -> None:
    _ask(handover, kept("Gỡ “%(title)s” khỏi %(outlet)s"), due=timezone.localdate(), urgent=True)


def _ask(handover: Handover, sentence: str, **more: object) -> None:
    delivery, position = handover.delivery, handover.position
    open_item(
        handover, kind=WorkItem.Kind.DO, body=position.body, position=position, office=delivery.outlet.office,
        title=sentence % {"title": delivery.title, "outlet": delivery.outlet.name}, url=handover_url(handover), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def settle(handover: Handover) -> None:
    close_items(handover)
