"""Feeds of an office: RSS, Atom and podcast. A message is in them from its receipt until it is withdrawn."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy

from lienthong.channels.core.service import Channel, ItemState, Message, Receipt, Settle


class OptionsForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Tên bản tin"), max_length=200)
    about = forms.CharField(label=gettext_lazy("Giới thiệu một câu"), max_length=300)


class Feeds(Channel):
    """The deliveries themselves are the feed, so publishing once more changes nothing."""

    code: ClassVar[str] = "feeds"
    label = gettext_lazy("Nguồn tin (RSS, Atom, podcast)")
    settle = Settle.IDEMPOTENT
    options_form = OptionsForm
    outside = False

    def publish(self, message: Message) -> Receipt:
        return self._receipt(message.reference, ItemState.PUBLISHED)

    def check(self, item: str) -> Receipt:
        return self._receipt(item, ItemState.PUBLISHED)

    def withdraw(self, item: str) -> Receipt:
        return self._receipt(item, ItemState.WITHDRAWN)

    def _receipt(self, item: str, state: ItemState) -> Receipt:
        return Receipt(item, state, url=feed_link(self.account.outlet, "rss"))


def feed_link(outlet: int, kind: str) -> str:
    return f"{settings.LIENTHONG_URL}{reverse('feeds_feed', args=[outlet, kind])}"
