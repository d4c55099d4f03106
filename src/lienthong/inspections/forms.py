"""What people fill in about inspections and questions. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import DayField, DayInput, FilesField
from lienthong.inspections.asking import Subject, units_of
from lienthong.inspections.drawing import assignments_at
from lienthong.inspections.models import CheckLine, Inspection, Visit
from lienthong.organisations.service import Actor, Body, positions_with
from lienthong.plans.service import Assignment, Plan
from lienthong.registry.service import OfficialDocument

#: Days that are proposed for a unit's or an office's answer.
DAYS_TO_ANSWER = 5


def _in_days() -> Any:
    return timezone.localdate() + timedelta(days=DAYS_TO_ANSWER)


class InspectionForm(forms.ModelForm):
    class Meta:
        model = Inspection
        fields = ("title", "kind", "year", "purpose", "basis", "head", "members")
        widgets = {"purpose": forms.Textarea(attrs={"rows": 3}), "members": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seen = OfficialDocument.objects.visible_to(actor).filter(register_number__isnull=False)
        self.fields["basis"].queryset = seen.order_by("-created_at")  # type: ignore[attr-defined]
        for name in ("head", "members"):
            self.fields[name].queryset = positions_with(actor.own_office)  # type: ignore[attr-defined]


class VisitForm(forms.Form):
    body = forms.ModelChoiceField(Body.objects.none(), label=_("Đơn vị"))
    day = DayField(label=_("Ngày kiểm tra"))

    def __init__(self, *args: Any, inspection: Inspection, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = Body.objects.valid_now().filter(office=inspection.office).exclude(pk=inspection.office_id)
        units = units.exclude(kind=Body.Kind.COMMITTEE).exclude(pk__in=inspection.visits.values("body"))
        self.fields["body"].queryset = units  # type: ignore[attr-defined]


class MoveForm(forms.Form):
    day = DayField(label=_("Ngày mới"))
    reason = forms.CharField(label=_("Lý do đổi ngày"), max_length=300)


class FilterForm(forms.Form):
    """Which assignments are shown to draw from."""

    plan = forms.ModelChoiceField(Plan.objects.none(), label=_("Kế hoạch"), required=False, empty_label=_("Tất cả"))
    due_by = DayField(label=_("Hạn đến ngày"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plans = Plan.objects.visible_to(actor).active()
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]


class DrawForm(forms.Form):
    assignments = forms.ModelMultipleChoiceField(
        Assignment.objects.none(), label=_("Nhiệm vụ"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Hãy chọn ít nhất một nhiệm vụ.")},
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, visit: Visit, chosen: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = assignments_at(actor, visit, **chosen)
        self.fields["assignments"].queryset = found  # type: ignore[attr-defined]
        self.fields["assignments"].label_from_instance = lambda one: one.name  # type: ignore[attr-defined]


class LineForm(forms.Form):
    text = forms.CharField(label=_("Nội dung kiểm tra"), widget=forms.Textarea(attrs={"rows": 2}))


class AnswerForm(forms.ModelForm):
    """Filled in at the unit, on a phone: the choice first, then words, then a photo."""

    result = forms.ChoiceField(label=_("Kết quả"), choices=CheckLine.Result, widget=forms.RadioSelect)
    files = FilesField(label=_("Ảnh hoặc tệp"), required=False)  # type: ignore[assignment]

    class Meta:
        model = CheckLine
        fields = ("result", "finding", "files", "mend", "mend_by")
        widgets = {
            "finding": forms.Textarea(attrs={"rows": 3}),
            "mend": forms.Textarea(attrs={"rows": 2}),
            "mend_by": DayInput(),
        }


class SendForm(forms.Form):
    answer_by = DayField(label=_("Đề nghị giải trình trước ngày"), initial=_in_days)


class ExplainForm(forms.Form):
    text = forms.CharField(label=_("Ý kiến giải trình"), widget=forms.Textarea(attrs={"rows": 4}))


class ConcludeForm(forms.Form):
    opinion = forms.CharField(label=_("Nhận xét, kết luận chung"), widget=forms.Textarea(attrs={"rows": 6}))


class MendForm(forms.Form):
    plan = forms.ModelChoiceField(Plan.objects.none(), label=_("Đưa vào kế hoạch"), empty_label=None)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plans = Plan.objects.visible_to(actor).active().filter(office=actor.office)
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]


class QuestionForm(forms.Form):
    text = forms.CharField(label=_("Câu hỏi"), widget=forms.Textarea(attrs={"rows": 4}))
    body = forms.ModelChoiceField(
        Body.objects.none(), label=_("Hỏi đơn vị"), required=False, empty_label=_("Cán bộ tổng hợp của cơ quan")
    )
    answer_by = DayField(label=_("Đề nghị trả lời trước ngày"), initial=_in_days)

    def __init__(self, *args: Any, subject: Subject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = units_of(subject)  # type: ignore[attr-defined]


class ReplyForm(forms.Form):
    text = forms.CharField(label=_("Trả lời"), widget=forms.Textarea(attrs={"rows": 5}))
