"""Letters to those who asked for them and confirmed it. What was handed over cannot be looked up: a person is asked.

Each letter has a row of its own that is written before it is handed over. Whatever happens, no address gets the same
issue twice: a letter that was begun and not answered stays as it is and is counted as not known.
"""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.channels.contrib.mail.client import Handed, connection, hand_over
from lienthong.channels.contrib.mail.letters import issue
from lienthong.channels.contrib.mail.models import Letter, Subscriber
from lienthong.channels.core.service import (
    Channel,
    Delivery,
    ItemState,
    Limits,
    Message,
    PassingError,
    PermanentError,
    Receipt,
    Settle,
    content_of,
)

_S = Letter.State
_STATE_AFTER = {Handed.SENT: _S.SENT, Handed.LATER: _S.WAITING, Handed.UNKNOWN: _S.BEGUN}


class OptionsForm(forms.Form):
    about = forms.CharField(
        label=gettext_lazy("Thư nói về gì, bao lâu một lần"), max_length=300,
        help_text=gettext_lazy("Người dân đọc dòng này trước khi đăng ký."),
    )  # fmt: skip


class Mail(Channel):
    code = "mail"
    label = gettext_lazy("Thư điện tử")
    settle = Settle.ASK
    options_form = OptionsForm
    limits = Limits(title=150, files=5, file_bytes=5_000_000)
    check_every = None
    count_labels = {
        "sent": gettext_lazy("Thư đã gửi"),
        "refused": gettext_lazy("Địa chỉ không còn"),
        "begun": gettext_lazy("Thư chưa rõ"),
    }

    def publish(self, message: Message) -> Receipt:
        delivery = Delivery.objects.get(reference=message.reference)
        _address_letters(delivery)
        self._send(message, Letter.objects.filter(delivery=delivery, state=_S.WAITING).select_related("subscriber"))
        letters = Letter.objects.filter(delivery=delivery)
        if letters.filter(state=_S.WAITING).exists():
            raise PassingError(_("Máy chủ thư chưa nhận hết, còn gửi tiếp."))
        counts = {str(state): letters.filter(state=state).count() for state in (_S.SENT, _S.REFUSED, _S.BEGUN)}
        letters.delete()
        return Receipt(message.reference, ItemState.PUBLISHED, counts=counts)

    def check(self, item: str) -> Receipt:
        return Receipt(item, ItemState.PUBLISHED)

    def withdraw(self, item: str) -> Receipt:
        raise PermanentError(_("Thư đã gửi không rút lại được. Hãy gửi thư đính chính."))

    def _send(self, message: Message, letters: QuerySet[Letter]) -> None:
        if not letters:
            return
        files = [(one.name, content_of(one), one.content_type) for one in message.files]
        with connection() as backend:
            for letter in letters:
                # Committed before it is handed over; one that was unsubscribed meanwhile is gone and gets nothing.
                if Letter.objects.filter(pk=letter.pk, state=_S.WAITING).update(state=_S.BEGUN):
                    answer = hand_over(backend, issue(message, letter.subscriber, files))
                    self._keep(letter, answer)
                    if answer is Handed.UNKNOWN:
                        raise PassingError(_("Máy chủ thư ngắt giữa chừng."))

    def _keep(self, letter: Letter, answer: Handed) -> None:
        """An address that the server refuses for good is forgotten, as its owner would want."""
        if answer is Handed.REFUSED:
            Letter.objects.filter(pk=letter.pk).update(state=_S.REFUSED)
            Subscriber.objects.filter(pk=letter.subscriber_id).update(confirmed_at=None)
        else:
            Letter.objects.filter(pk=letter.pk).update(state=_STATE_AFTER[answer])


def _address_letters(delivery: Delivery) -> None:
    """A letter for every address that has confirmed by now, once."""
    known = Letter.objects.filter(delivery=delivery)
    if not known.exists():
        confirmed = Subscriber.objects.confirmed().filter(outlet=delivery.outlet_id).iterator(chunk_size=1000)
        Letter.objects.bulk_create([Letter(delivery=delivery, subscriber=one) for one in confirmed])
