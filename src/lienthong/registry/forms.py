"""Forms of intake, registering, the list and the numbers."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import DayField
from lienthong.registry.days import parsed, shown
from lienthong.registry.models import Direction, OfficialDocument
from lienthong.registry.numbering import ABBREVIATIONS
from lienthong.registry.registering import FIELDS

#: Registers of outgoing documents: one for all, or one of a type (ND30 Điều 15.1).
CODES = [("", _("Sổ chung")), *((code, code) for code in ABBREVIATIONS.values())]


class PartialDayField(forms.CharField):
    """A day of which day and month may be missing, typed dd/mm/yyyy."""

    def prepare_value(self, value: Any) -> Any:
        try:
            return shown(parsed(value)) if isinstance(value, str) else value
        except ValueError:
            return value

    def to_python(self, value: Any) -> str:
        try:
            return parsed(super().to_python(value) or "")
        except ValueError:
            raise forms.ValidationError(_("Ngày viết dạng 06/08/2025; thiếu ngày thì viết 08/2025.")) from None


class LinesField(forms.CharField):
    """A list of strings, one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        if isinstance(value, list):
            return value
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial) != self.to_python(data))


class DocumentForm(forms.ModelForm):
    """Everything the register says of a document that the clerk may write."""

    dated = PartialDayField(label=_("Ngày văn bản"), required=False, max_length=10, help_text=_("ngày/tháng/năm"))
    recipients = LinesField(label=_("Nơi nhận"), required=False, help_text=_("mỗi dòng một nơi"))
    addressees = LinesField(label=_("Kính gửi"), required=False, help_text=_("mỗi dòng một nơi"))
    due = DayField(label=_("Thời hạn giải quyết"), required=False)
    sent_on = DayField(label=_("Ngày chuyển"), required=False)

    class Meta:
        model = OfficialDocument
        fields = FIELDS
        widgets = {"subject": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subject"].required = True
        for field in self.fields.values():
            field.label = str(field.label)[:1].upper() + str(field.label)[1:]

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, for the acts."""
        return {name: self.cleaned_data[name] for name in FIELDS if name in self.cleaned_data}

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("number", "dated", "type", "urgency", "issuer", "issuer_parent")]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        shown_apart = {field.name for field in self.main_fields} | {"subject", "arrived_on", "code", "due"}
        return [self[name] for name in self.fields if name not in shown_apart]


class OrderForm(forms.Form):
    """An order that came before its document, as somebody passes it on."""

    text = forms.CharField(
        label=_("Nội dung"),
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Dán tin nhắn, hoặc ghi lại lời chỉ đạo. Bỏ tên tài khoản, số điện thoại và chuyện riêng."),
    )
    told_by = forms.CharField(
        label=_("Người chỉ đạo"),
        max_length=200,
        help_text=_("Cơ quan hoặc chức danh, như: Chủ tịch UBND tỉnh"),
    )
    told_how = forms.ChoiceField(label=_("Nhận qua"), choices=OfficialDocument.Told)
    told_on = DayField(label=_("Ngày nhận"), initial=timezone.localdate)
    told_time = forms.TimeField(
        label=_("Giờ nhận"), initial=lambda: f"{timezone.localtime():%H:%M}", widget=forms.TimeInput({"type": "time"})
    )
    due = DayField(label=_("Thời hạn giải quyết"), required=False)

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, for the act."""
        data = dict(self.cleaned_data)
        day, hour = data.pop("told_on"), data.pop("told_time")
        return data | {"told_at": timezone.make_aware(datetime.combine(day, hour))}


class IncomingForm(DocumentForm):
    arrived_on = DayField(label=_("Ngày đến"), initial=timezone.localdate)


class OutgoingForm(DocumentForm):
    code = forms.ChoiceField(label=_("Sổ"), choices=CODES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].help_text = _("Để trống phần số (/KH-UBND) thì hệ thống cấp số tiếp theo của sổ.")


class ListFilter(forms.Form):
    """The filters of the document list; they stand in the address, so that a list can be sent to a colleague."""

    q = forms.CharField(label=_("Tìm"), required=False, max_length=200)
    state = forms.MultipleChoiceField(choices=OfficialDocument.State, required=False)
    year = forms.IntegerField(label=_("Năm"), required=False, min_value=1945, max_value=9999)
    unit = forms.IntegerField(label=_("Đơn vị"), required=False)
    type = forms.CharField(label=_("Tên loại"), required=False, max_length=12)
    urgent = forms.BooleanField(label=_("Chỉ văn bản khẩn"), required=False)


class HoldForm(forms.Form):
    code = forms.ChoiceField(label=_("Sổ"), choices=CODES, required=False)
    purpose = forms.CharField(label=_("Giữ cho văn bản nào"), max_length=300)


class CancelForm(forms.Form):
    why = forms.CharField(label=_("Lý do hủy"), max_length=300)


class OpenSeriesForm(forms.Form):
    direction = forms.ChoiceField(label=_("Sổ văn bản"), choices=Direction)
    year = forms.IntegerField(label=_("Năm"), min_value=1945, max_value=9999, initial=lambda: timezone.localdate().year)
    code = forms.ChoiceField(label=_("Loại sổ"), choices=CODES, required=False)
    last_number = forms.IntegerField(
        label=_("Số cuối cùng đã ghi trong sổ giấy"), min_value=0, max_value=999_999, initial=0
    )
