"""What people fill in about case files. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.casefiles.models import CaseFile
from lienthong.core.forms import DayField, DayInput
from lienthong.organisations.service import Actor
from lienthong.registry.service import OfficialDocument

#: Usual periods of keeping; the office's own list of case files may say another.
PERIODS = ("Vĩnh viễn", "70 năm", "50 năm", "20 năm", "10 năm", "5 năm")


class CaseForm(forms.ModelForm):
    """The data of Phụ lục VI, mục III, that a person writes."""

    class Meta:
        model = CaseFile
        fields = (
            "title", "year", "notation", "maintenance", "rights", "language", "keywords", "starts_on", "ends_on",
            "note",
        )  # fmt: skip
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "starts_on": DayInput(),
            "ends_on": DayInput(),
            "maintenance": forms.TextInput(attrs={"list": "thoi-han"}),
        }
        help_texts = {
            "maintenance": gettext_lazy("Theo danh mục hồ sơ của cơ quan."),
            "ends_on": gettext_lazy("Để trống thì lấy ngày của tài liệu cuối khi kết thúc hồ sơ."),
            "keywords": gettext_lazy("Cách nhau bằng dấu phẩy."),
        }

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        starts, ends = found.get("starts_on"), found.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("Thời gian kết thúc không thể trước thời gian bắt đầu."))
        year = found.get("year")
        if year is not None and not 1945 <= year <= 2100:
            self.add_error("year", _("Hãy ghi năm bằng bốn chữ số."))
        return found


class AddDocumentForm(forms.Form):
    document = forms.ModelChoiceField(OfficialDocument.objects.none(), label=gettext_lazy("Văn bản"))
    reason = forms.CharField(label=gettext_lazy("Lý do đưa vào hồ sơ"), max_length=300)

    def __init__(self, data: Any = None, *, actor: Actor, case: CaseFile) -> None:
        super().__init__(data)
        seen = OfficialDocument.objects.visible_to(actor).filter(office=case.office, register_number__isnull=False)
        self.fields["document"].queryset = seen.order_by("-created_at")  # type: ignore[attr-defined]
        self.fields["document"].label_from_instance = lambda one: f"{one.title}, {one.subject[:80]}"  # type: ignore[attr-defined]


class HandOverForm(forms.Form):
    receiver = forms.CharField(label=gettext_lazy("Bên nhận"), max_length=200)
    minutes_number = forms.CharField(label=gettext_lazy("Số biên bản giao nhận"), max_length=50)
    handed_on = DayField(label=gettext_lazy("Ngày giao nhận"))
