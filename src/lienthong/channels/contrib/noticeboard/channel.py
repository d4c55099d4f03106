"""The notice board: a poster of A4 with a code to scan, and a page for the public screens of the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from django import forms
from django.conf import settings
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.channels.contrib.noticeboard.models import Poster
from lienthong.channels.core.service import (
    Channel,
    ItemState,
    Limits,
    Message,
    PermanentError,
    Receipt,
    Settle,
)
from lienthong.core.drawing import code_of, drawn
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.portal.service import nearest_address

_TEMPLATE = Path(__file__).with_name("poster.typ")


class OptionsForm(forms.Form):
    """``days``: how long a message stays on the screens."""

    name = forms.CharField(label=gettext_lazy("Tên cơ quan in trên áp phích"), max_length=200)
    days = forms.IntegerField(
        label=gettext_lazy("Hiện trên màn hình bao nhiêu ngày"), min_value=1, max_value=90, initial=14
    )


class Noticeboard(Channel):
    """A poster is kept under our own reference, so drawing it once more changes nothing."""

    code: ClassVar[str] = "noticeboard"
    label = gettext_lazy("Bảng tin: áp phích và màn hình")
    settle = Settle.IDEMPOTENT
    options_form = OptionsForm
    limits = Limits(title=160, text=2500)
    outside = False

    def publish(self, message: Message) -> Receipt:
        link = message.link or nearest_address(self.account.office, str(message.extra.get("thing", "")))
        printed = poster_of(replace(message, link=link), self.account.options["name"], timezone.now())
        file = ContentFile(printed, name="ap-phich.pdf")
        poster, _made = Poster.objects.get_or_create(reference=message.reference)
        poster.file.delete(save=False)
        poster.file.save(f"{message.reference}.pdf", file)
        return self._receipt(message.reference, ItemState.PUBLISHED)

    def check(self, item: str) -> Receipt:
        there = Poster.objects.filter(reference=item).exists()
        return self._receipt(item, ItemState.PUBLISHED if there else ItemState.GONE)

    def withdraw(self, item: str) -> Receipt:
        """The screens drop it at once; who hung a poster up takes it down."""
        for poster in Poster.objects.filter(reference=item):
            poster.file.delete(save=False)
            poster.delete()
        return Receipt(item, ItemState.WITHDRAWN)

    def _receipt(self, item: str, state: ItemState) -> Receipt:
        address = reverse("noticeboard_poster", args=[item])
        return Receipt(item, state, url=f"{settings.LIENTHONG_URL}{address}")


def poster_of(message: Message, office: str, day: datetime) -> bytes:
    """The PDF; with a link it bears the code that leads there. The link is as it was when the poster was drawn."""
    with site_language():
        words = {"scan": _("Quét mã để xem thêm"), "day": f"{timezone.localtime(day):%d/%m/%Y}"}
        data = {
            "office": office, "title": message.title, "summary": message.summary, "link": message.link, "words": words,
            "paragraphs": [line for line in message.text.splitlines() if line.strip()],
        }  # fmt: skip
        files = {"qr.svg": code_of(message.link)} if message.link else {}
        try:
            return drawn(_TEMPLATE, data, files)
        except Refused as refused:
            raise PermanentError(refused.sentence) from refused
