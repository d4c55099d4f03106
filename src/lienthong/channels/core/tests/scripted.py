"""A channel of the tests that answers what it is told to, and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar

from django import forms

from lienthong.channels.core.contract import Channel, ItemState, Limits, Message, Receipt, Settle

Answer = Receipt | Exception | Callable[[], Any] | None


class Scripted(Channel):
    """``answers`` are given one after the other; ``asked`` is what was called with what."""

    code = "scripted"
    label = "Kênh của bài thử"
    settle = Settle.IDEMPOTENT
    options_form = forms.Form
    limits = Limits(title=60, text=500, files=2)
    shows_within = timedelta(0)
    answers: ClassVar[list[Answer]] = []
    asked: ClassVar[list[tuple[str, str]]] = []

    def publish(self, message: Message) -> Receipt:
        return self._answer("publish", message.reference)

    def check(self, item: str) -> Receipt:
        return self._answer("check", item)

    def withdraw(self, item: str) -> Receipt:
        return self._answer("withdraw", item)

    def find(self, reference: str) -> Receipt | None:
        return self._answer("find", reference)

    def _answer(self, question: str, about: str) -> Any:
        self.asked.append((question, about))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer() if callable(answer) else answer


OUT = Receipt("tin-1", ItemState.PUBLISHED, "https://kenh.example.vn/tin-1", {"views": 3})
HELD = Receipt("tin-1", ItemState.WAITING)
GONE = Receipt("tin-1", ItemState.GONE)
