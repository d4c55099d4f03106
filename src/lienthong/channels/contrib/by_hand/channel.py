"""Any outlet without an interface: a group, a page of a unit, a radio station, a meeting. A named person posts.

Handing over is a row and a work item; the posting is the person's, so an outcome that nobody knows is asked about.
"""

from __future__ import annotations

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.channels.contrib.by_hand import items
from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.channels.core.service import (
    Channel,
    Delivery,
    ItemState,
    Message,
    PermanentError,
    Receipt,
    Settle,
)


class OptionsForm(forms.Form):
    place = forms.CharField(
        label=gettext_lazy("Đăng ở đâu"), max_length=200,
        help_text=gettext_lazy("ví dụ trang TikTok của xã, nhóm chat thôn 2, họp thôn, đài FM huyện"),
    )  # fmt: skip
    how = forms.CharField(
        label=gettext_lazy("Cách đăng"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ByHand(Channel):
    code = "by_hand"
    label = gettext_lazy("Đăng bằng tay")
    settle = Settle.ASK
    options_form = OptionsForm
    check_every = None
    waiting = gettext_lazy("Chờ người được giao đăng")
    outside = False

    @transaction.atomic
    def publish(self, message: Message) -> Receipt:
        delivery = Delivery.objects.select_related("outlet__office").get(reference=message.reference)
        keeper = delivery.outlet.keeper
        if keeper is None or not keeper.valid_on(timezone.localdate()):
            raise PermanentError(_("Chưa giao người đăng cho điểm phát hành này. Quản trị cần chọn người phụ trách."))
        handover, _made = Handover.objects.update_or_create(delivery=delivery, defaults={"position": keeper})
        items.ask_to_post(handover)
        return Receipt(message.reference, ItemState.WAITING)

    def check(self, item: str) -> Receipt:
        handover = Handover.objects.select_related("delivery").get(delivery__reference=item)
        if handover.removed_at is not None:
            return Receipt(item, ItemState.WITHDRAWN)
        done = handover.reported_at is not None
        return Receipt(item, ItemState.PUBLISHED if done else ItemState.WAITING, handover.link)

    @transaction.atomic
    def withdraw(self, item: str) -> Receipt:
        """Who posted it takes it down; where nothing was posted yet there is nothing to take down."""
        handover = Handover.objects.select_related("delivery__outlet__office", "position__body").get(
            delivery__reference=item
        )
        items.settle(handover)
        if handover.reported_at is None:
            return Receipt(item, ItemState.WITHDRAWN)
        handover.removal_asked_at = timezone.now()
        handover.save(update_fields=["removal_asked_at"])
        items.ask_to_remove(handover)
        return Receipt(item, ItemState.WAITING)
