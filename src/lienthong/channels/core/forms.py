"""What people fill in about outlets and deliveries. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.channels.core.actions.settle_unknown import DROPPED, NOT_PUBLISHED, PUBLISHED
from lienthong.channels.core.contract import Channel
from lienthong.channels.core.models import Outlet
from lienthong.channels.core.options import OfficeOptionsForm
from lienthong.core.forms import DayField
from lienthong.organisations.service import Actor, Body, Position, positions_with


class OutletForm(forms.Form):
    name = forms.CharField(label=_("Tên điểm phát hành"), max_length=200)
    body = forms.ModelChoiceField(Body.objects.none(), label=_("Của đơn vị"))
    keeper = forms.ModelChoiceField(
        Position.objects.none(), label=_("Người phụ trách"), required=False,
        help_text=_("Nhận việc khi một lần gửi chưa rõ kết quả, hoặc khi quyền truy cập sắp hết."),
    )  # fmt: skip
    ends_on = DayField(label=_("Quyền truy cập hết hạn ngày"), required=False)

    def __init__(self, actor: Actor, channel: type[Channel], *args: Any, outlet: Outlet | None = None) -> None:
        super().__init__(args[0] if args else None, initial=_initial(actor, outlet))
        office = actor.own_office
        self.fields["body"].queryset = Body.objects.filter(office=office)  # type: ignore[attr-defined]
        self.fields["keeper"].queryset = positions_with(office)  # type: ignore[attr-defined]
        if outlet is not None:
            del self.fields["body"]
        if not channel.secret_fields:
            del self.fields["ends_on"]

    @property
    def expire_at(self) -> datetime | None:
        """The end of the day that was typed."""
        day = self.cleaned_data.get("ends_on")
        return timezone.make_aware(datetime.combine(day, time(23, 59))) if day else None


def _initial(actor: Actor, outlet: Outlet | None) -> dict[str, Any]:
    if outlet is None:
        return {"body": actor.own_office}
    ends = outlet.secrets_expire_at
    return {"name": outlet.name, "keeper": outlet.keeper, "ends_on": timezone.localtime(ends).date() if ends else None}


def options_form(office: Body, channel: type[Channel], data: Any = None, *, outlet: Outlet | None = None) -> forms.Form:
    """The channel's own fields. Secrets that are kept already are not shown, and stay when left empty."""
    form = channel.options_form(data, initial=outlet.options if outlet else None, prefix="options")
    if isinstance(form, OfficeOptionsForm):
        form.offer(office.pk)
    for name in channel.secret_fields:
        field = form.fields[name]
        field.widget = forms.PasswordInput(attrs={"autocomplete": "off"})
        if outlet is not None and outlet.sealed:
            field.required = False
            field.help_text = _("Đã lưu, được mã hóa. Để trống nếu không đổi.")
    return form


def split(channel: type[Channel], values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """``values`` of the channel's form as options and secrets."""
    secret = {name: str(values.get(name) or "") for name in channel.secret_fields}
    return {name: value for name, value in values.items() if name not in secret}, secret


class SettleForm(forms.Form):
    ANSWERS = (
        (PUBLISHED, _("Đã đăng")),
        (NOT_PUBLISHED, _("Chưa đăng, gửi lại")),
        (DROPPED, _("Bỏ, không đăng nữa")),
    )
    answer = forms.ChoiceField(label=_("Xem ở kênh thấy gì"), choices=ANSWERS, widget=forms.RadioSelect)
    url = forms.CharField(label=_("Đường liên kết, nếu đã đăng"), required=False, max_length=500)
    reason = forms.CharField(label=_("Lý do, nếu bỏ"), required=False, max_length=500)
