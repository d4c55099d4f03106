"""What a person chooses for a broadcast."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienthong.channels.contrib.zalo.broadcasting import articles_out
from lienthong.channels.contrib.zalo.channel import ZaloBroadcast
from lienthong.channels.core.service import Delivery, Outlet, outlets_of
from lienthong.organisations.service import Actor

#: Articles that are offered; older ones are no news.
_OFFERED = 30


class BroadcastForm(forms.Form):
    outlet = forms.ModelChoiceField(Outlet.objects.none(), label=_("Gửi qua"))
    articles = forms.ModelMultipleChoiceField(
        Delivery.objects.none(), label=_("Bài đã đăng trên Zalo (nhiều nhất 5)"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        offered = articles_out(actor).values_list("pk", flat=True)[:_OFFERED]
        places = outlets_of(actor.own_office).filter(channel=ZaloBroadcast.code)
        self.fields["outlet"].queryset = places  # type: ignore[attr-defined]
        self.fields["articles"].queryset = Delivery.objects.filter(pk__in=list(offered))  # type: ignore[attr-defined]
