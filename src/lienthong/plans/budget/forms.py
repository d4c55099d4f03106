"""What people fill in about money. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import AmountField, DayField
from lienthong.plans.budget.models import BudgetLine
from lienthong.plans.models import Assignment

_HOW = _("Ghi như 1.250.000, 1,5 triệu hoặc 1 tỷ 200 triệu.")


class LineForm(forms.Form):
    """A budget line; ``assignments`` may be chosen from while it is new."""

    assignment = forms.ModelChoiceField(
        Assignment.objects.none(), label=_("Cho nhiệm vụ"), required=False, empty_label=_("Chung cho cả kế hoạch")
    )
    purpose = forms.CharField(label=_("Nội dung chi"), max_length=300)
    source = forms.ChoiceField(label=_("Nguồn kinh phí"), choices=BudgetLine.Source.choices)
    planned = AmountField(
        label=_("Dự toán (đồng)"), required=False,
        help_text=_("Ghi như 1.250.000, 1,5 triệu hoặc 1 tỷ 200 triệu. Chưa biết thì để trống."),
    )  # fmt: skip
    approved = AmountField(label=_("Được duyệt (đồng)"), required=False)
    approval = forms.CharField(
        label=_("Văn bản duyệt"), max_length=120, required=False, help_text=_("Số, ký hiệu của văn bản có trong sổ.")
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(
        self,
        *args: Any,
        line: BudgetLine | None = None,
        assignments: list[Assignment] | None = None,
        whole: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if line is not None:
            del self.fields["assignment"]
            for name in ("purpose", "source", "planned", "approved", "note"):
                self.initial[name] = getattr(line, name)
            self.initial["approval"] = line.approval.number if line.approval else ""
            return
        field = self.fields["assignment"]
        chosen = [one.pk for one in assignments or ()]
        field.queryset = Assignment.objects.filter(pk__in=chosen).order_by("order")  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: one.name  # type: ignore[attr-defined]
        field.required = not whole


class SpendingForm(forms.Form):
    amount = AmountField(label=_("Số tiền đã chi (đồng)"), help_text=_HOW)
    spent_on = DayField(label=_("Ngày chi"), initial=timezone.localdate)
    number = forms.CharField(
        label=_("Số văn bản, chứng từ trong sổ"), max_length=120, required=False,
        help_text=_("Cần số văn bản hoặc tệp chứng từ."),
    )  # fmt: skip
    file = forms.FileField(label=_("Tệp chứng từ"), required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)
