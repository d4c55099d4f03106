"""A channel of the tests that puts everything out at once, unless it is told to answer something else."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from lienthong.channels.core.service import Channel, ItemState, Limits, Message, Preview, Receipt, Settle


class Paper(Channel):
    """``answers`` come before the usual one; ``sent`` is what it was given."""

    code = "paper"
    label = "Báo của bài thử"
    settle = Settle.ASK
    options_form = forms.Form
    limits = Limits(title=60, text=300)
    answers: ClassVar[list[Receipt | Exception]] = []

    def preview(self, message: Message) -> Preview:
        return Preview("workspace/pages.html", {"message": message})

    def publish(self, message: Message) -> Receipt:
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, Exception):
            raise answer
        return answer or Receipt("so-1", ItemState.PUBLISHED, url="https://bao.example/so-1")

    def check(self, item: str) -> Receipt:
        return Receipt(item, ItemState.PUBLISHED)

    def withdraw(self, item: str) -> Receipt:
        return Receipt(item, ItemState.WITHDRAWN)
