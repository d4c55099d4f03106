"""The demonstration's channel: it succeeds, fails, hangs or dies as its outlet says. One class a way to settle."""

from __future__ import annotations

import os
import signal
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from lienthong.channels.contrib.demo.client import Client
from lienthong.channels.core.service import Channel, ItemState, Limits, Message, Receipt, Settle


class OptionsForm(forms.Form):
    """``behaviour``: what the twin does with what it is sent; ``dies``: the worker is killed once the twin has it."""

    BEHAVIOURS = (
        ("takes", _("nhận và đăng")),
        ("moderates", _("nhận, chờ duyệt rồi đăng")),
        ("busy", _("bận, xin gửi lại sau")),
        ("refuses", _("không nhận")),
        ("hangs", _("không trả lời")),
        ("drops", _("nhận rồi ngắt kết nối")),
        ("dies", _("nhận rồi tiến trình gửi bị dừng đột ngột")),
    )
    port = forms.IntegerField(label=_("Cổng của dịch vụ giả"), min_value=1, max_value=65535)
    behaviour = forms.ChoiceField(label=_("Dịch vụ giả sẽ"), choices=BEHAVIOURS)
    wait = forms.FloatField(label=_("Chờ trả lời (giây)"), min_value=0.1, max_value=20, initial=5)


class DemoChannel(Channel):
    options_form = OptionsForm
    limits = Limits(title=200, text=5000, files=0)
    outside = False

    def publish(self, message: Message) -> Receipt:
        answer = self._publish(message)
        if self.account.options["behaviour"] == "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        return self._receipt(answer)

    def check(self, item: str) -> Receipt:
        return self._receipt(self._client.state(item))

    def withdraw(self, item: str) -> Receipt:
        return self._receipt(self._client.remove(item))

    def _publish(self, message: Message) -> dict[str, Any]:
        return self._client.add(_values(message))

    @property
    def _client(self) -> Client:
        options = self.account.options
        return Client(options["port"], options["behaviour"], options.get("wait", 5))

    def _receipt(self, answer: dict[str, Any]) -> Receipt:
        return Receipt(answer["item"], ItemState(answer["state"]), counts=answer.get("counts"))


def _values(message: Message) -> dict[str, Any]:
    return {"reference": message.reference, "title": message.title, "text": message.text}


class IdempotentDemo(DemoChannel):
    """Items are put under our own reference, as a page has its address: once more changes nothing."""

    code: ClassVar[str] = "demo"
    label = _("Kênh thử: đặt theo mã")
    settle = Settle.IDEMPOTENT

    def _publish(self, message: Message) -> dict[str, Any]:
        return self._client.put(message.reference, _values(message))


class LookUpDemo(DemoChannel):
    """Every call makes an item; our recent ones can be looked through."""

    code: ClassVar[str] = "demo-look-up"
    label = _("Kênh thử: tra lại tin của mình")
    settle = Settle.LOOK_UP
    # What a killed worker had sent may still be on its way to the twin.
    shows_within = timedelta(seconds=5)

    def find(self, reference: str) -> Receipt | None:
        own = (self._receipt(one) for one in self._client.recent() if one["reference"] == reference)
        return next(own, None)


class AskDemo(DemoChannel):
    """Every call makes an item, and nothing can be looked up."""

    code: ClassVar[str] = "demo-ask"
    label = _("Kênh thử: hỏi người")
    settle = Settle.ASK
