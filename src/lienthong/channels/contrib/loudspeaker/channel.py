"""The loudspeakers as a channel: an approved message with its sound becomes a bulletin, once for each reference.

What settles an attempt of unknown outcome is the reference: publishing again finds the bulletin that is there, and what
devices are told is retained, so telling them again changes nothing. The receipt comes from the air log.
"""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.channels.contrib.loudspeaker.actions.cancel_bulletin import cancel_bulletin
from lienthong.channels.contrib.loudspeaker.actions.take_message import take_message
from lienthong.channels.contrib.loudspeaker.counting import devices_of
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, Station
from lienthong.channels.core.service import (
    Channel,
    ItemState,
    Limits,
    Message,
    PermanentError,
    Preview,
    Receipt,
    Settle,
    content_of,
)
from lienthong.organisations.service import OPERATOR
from lienthong.speech.service import NotSound, seconds_of


class OptionsForm(forms.Form):
    priority = forms.TypedChoiceField(
        label=gettext_lazy("Mức"), coerce=int,
        choices=[one for one in AirBulletin.Rank.choices if one[0] != AirBulletin.Rank.URGENT],
    )  # fmt: skip
    days = forms.IntegerField(
        label=gettext_lazy("Phát trong bao nhiêu ngày"), min_value=1, max_value=60, initial=3,
        help_text=gettext_lazy("Khung đầu tiên còn chỗ trong những ngày này."),
    )  # fmt: skip


class Loudspeaker(Channel):
    code: ClassVar[str] = "loudspeaker"
    label = gettext_lazy("Loa truyền thanh")
    settle = Settle.IDEMPOTENT
    options_form = OptionsForm
    limits = Limits(title=300, files=1, content_types=("audio/mpeg",), needs_file=True)
    # The last day an outlet may ask for (60 days on), and one more for devices that report late.
    waits_at_most = timedelta(days=62)
    waiting = gettext_lazy("Chờ đến giờ phát và cụm loa báo về")
    outside = False

    def preview(self, message: Message) -> Preview:
        return Preview("loudspeaker/preview.html", {"message": message, "seconds": message.extra.get("seconds")})

    def publish(self, message: Message) -> Receipt:
        station = Station.objects.filter(office=self.account.office).first()
        if station is None:
            raise PermanentError(_("Cơ quan chưa mở đài truyền thanh. Hãy mở ở mục Phát thanh rồi gửi lại."))
        if not message.files:
            raise PermanentError(_("Bản tin chưa có tiếng. Hãy thu và duyệt bản thu trước."))
        attachment = message.files[0]
        try:
            seconds = seconds_of(content_of(attachment))
        except NotSound as fault:
            raise PermanentError(_("Tệp “%(name)s” không phải MP3.") % {"name": attachment.name}) from fault
        bulletin = take_message(
            station, message, seconds=seconds, priority=int(self.account.options.get("priority", 1)),
            days=int(self.account.options.get("days", 3)),
        )  # fmt: skip
        return receipt_of(bulletin)

    def check(self, item: str) -> Receipt:
        found = self._bulletin(item)
        return Receipt(item, ItemState.GONE) if found is None else receipt_of(found)

    def withdraw(self, item: str) -> Receipt:
        found = self._bulletin(item)
        if found is not None and found.state == AirBulletin.State.CHOSEN:
            cancel_bulletin(OPERATOR, found, reason=_("Rút theo lần phát hành"))
        return Receipt(item, ItemState.WITHDRAWN)

    def _bulletin(self, item: str) -> AirBulletin | None:
        return AirBulletin.objects.filter(station__office=self.account.office, reference=item).first()


def receipt_of(bulletin: AirBulletin) -> Receipt:
    """``counts``: devices that were to play it, and those that say they did; one is enough to have been published."""
    item = bulletin.reference
    if bulletin.state == AirBulletin.State.CANCELLED:
        return Receipt(item, ItemState.WITHDRAWN, sentence=bulletin.reason)
    counts = devices_of(bulletin.airings.filter(begins__lte=timezone.now()))
    if counts["played"]:
        return Receipt(item, ItemState.PUBLISHED, counts=counts)
    if timezone.now() > bulletin.until + timedelta(days=1):
        sentence = _("Hết hạn phát mà không cụm loa nào báo đã phát.")
        return Receipt(item, ItemState.REFUSED, counts=counts, sentence=sentence)
    return Receipt(item, ItemState.WAITING, counts=counts)
