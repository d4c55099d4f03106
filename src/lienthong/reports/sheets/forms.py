"""What people fill in about forms from above."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.organisations.service import Actor
from lienthong.reports.models import Obligation

_XLSX = {"accept": ".xlsx"}


class ProvidedFormForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp biểu mẫu (.xlsx)"), widget=forms.ClearableFileInput(attrs=_XLSX),
        help_text=_("Tải lên đúng tệp cấp trên gửi, không cần sửa."),
    )  # fmt: skip
    name = forms.CharField(label=_("Tên biểu mẫu"), max_length=300)
    obligation = forms.ModelChoiceField(
        Obligation.objects.none(), label=_("Cho báo cáo"), required=False, empty_label=_("báo cáo đột xuất")
    )
    asked_by = forms.CharField(
        label=_("Cơ quan yêu cầu"), max_length=300, required=False, help_text=_("Để trống: nơi nhận của báo cáo.")
    )

    def __init__(self, data: Any = None, files: Any = None, *, actor: Actor) -> None:
        super().__init__(data, files)
        owed = Obligation.objects.visible_to(actor).valid_on(timezone.localdate())
        self.fields["obligation"].queryset = owed  # type: ignore[attr-defined]


class EditionForm(forms.Form):
    file = forms.FileField(label=_("Bản mới (.xlsx)"), widget=forms.ClearableFileInput(attrs=_XLSX))
