"""What people fill in about plans. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import DayInput, FilesField
from lienthong.organisations.service import Body, Group, Position
from lienthong.plans.editing import EDITABLE
from lienthong.plans.models import Assignment, Plan, Section, Share
from lienthong.plans.permissions import ONLOOKERS
from lienthong.plans.proving import Proof


class PlanForm(forms.Form):
    title = forms.CharField(label=_("Tên kế hoạch"), max_length=500)
    starts_on = forms.DateField(label=_("Từ ngày"), widget=DayInput())
    ends_on = forms.DateField(label=_("Đến ngày"), widget=DayInput())


class PlanFromDocumentForm(PlanForm):
    starts_on = forms.DateField(
        label=_("Từ ngày"),
        widget=DayInput(),
        help_text=_("Không lập các kỳ trước ngày này. Chọn sớm hơn nếu muốn ghi cả các kỳ đã làm."),
    )


def _targets(office: Body) -> list[tuple[str, str]]:
    groups = [(f"g{group.pk}", str(group)) for group in Group.objects.filter(office=office)]
    return groups + [(f"b{body.pk}", body.label) for body in Body.objects.valid_now().filter(office=office)]


def _chosen(values: list[str]) -> list[Body | Group]:
    bodies = Body.objects.filter(pk__in=[int(value[1:]) for value in values if value.startswith("b")])
    groups = Group.objects.filter(pk__in=[int(value[1:]) for value in values if value.startswith("g")])
    return [*groups, *bodies]


class AssignmentForm(forms.ModelForm):
    """An assignment as a person writes it. A body that came in through a group shows as itself."""

    leads = forms.MultipleChoiceField(label=_("Chủ trì"), required=False, widget=forms.CheckboxSelectMultiple)
    supports = forms.MultipleChoiceField(label=_("Phối hợp"), required=False, widget=forms.CheckboxSelectMultiple)
    section = forms.ModelChoiceField(Section.objects.none(), label=_("Thuộc phần"), required=False)

    field_order = ("label", "section", "text", "leads", "supports")

    class Meta:
        model = Assignment
        fields = EDITABLE
        widgets = {
            "text": forms.Textarea(attrs={"rows": 3}),
            "window_start": DayInput(),
            "window_end": DayInput(),
            "due": DayInput(),
        }
        help_texts = {
            "rhythm_set": _("Ghi như “2 tuần/1 số (26 số/năm)”, “mỗi tháng 01 chuyên mục và phát lại 03 lần/tháng”."),
            "label": _("Như in trong văn bản: C.I.2.a"),
        }

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = _targets(plan.office)
        self.fields["leads"].choices = self.fields["supports"].choices = choices  # type: ignore[attr-defined]
        self.fields["section"].queryset = plan.sections.all()  # type: ignore[attr-defined]
        self.fields["section"].label_from_instance = lambda section: f"{section.path} {section.title}"[:90]  # type: ignore[attr-defined]
        if self.instance.pk:
            shares = self.instance.shares.exclude(state=Share.State.TRANSFERRED)
            self.initial["leads"] = [f"b{share.body_id}" for share in shares if share.part == Share.Part.LEAD]
            self.initial["supports"] = [f"b{share.body_id}" for share in shares if share.part == Share.Part.SUPPORT]
            self.initial["section"] = self.instance.section_id
        if self.instance.source_document_id:
            # What was printed stays as it was printed; the rhythm that holds is set beside it.
            for name in ("when_printed", "frequency_printed"):
                self.fields[name].disabled = True
        if self.instance.out_of_scope:
            for name in EDITABLE:
                if name not in ("label", "text"):
                    del self.fields[name]

    def _post_clean(self) -> None:
        """The act writes to the stored thing; the form leaves it alone."""

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in EDITABLE if name in self.cleaned_data}

    def targets(self, name: str) -> list[Body | Group]:
        return _chosen(self.cleaned_data[name])


class StepForm(forms.Form):
    """The base of forms on the page of a share."""

    def __init__(self, *args: Any, share: Share, **kwargs: Any) -> None:
        self.share = share
        super().__init__(*args, **kwargs)


class EmptyForm(StepForm):
    pass


class ReasonForm(StepForm):
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 3}))


class HandlerForm(StepForm):
    handler = forms.ModelChoiceField(Position.objects.none(), label=_("Người thực hiện"))

    def __init__(self, *args: Any, share: Share, **kwargs: Any) -> None:
        super().__init__(*args, share=share, **kwargs)
        held = Position.objects.valid_now().filter(body=share.body).exclude(role__in=ONLOOKERS)
        self.fields["handler"].queryset = held.select_related("user")  # type: ignore[attr-defined]
        self.initial["handler"] = share.handler_id


class ExtensionForm(StepForm):
    new_due = forms.DateField(label=_("Hạn mới"), widget=DayInput())
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 3}))


class DeadlineForm(StepForm):
    due = forms.DateField(label=_("Hạn mới"), widget=DayInput())
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 2}))


class ProgressForm(StepForm):
    text = forms.CharField(label=_("Tiến độ"), widget=forms.Textarea(attrs={"rows": 3}))
    percent = forms.IntegerField(label=_("Ước phần trăm (nếu muốn)"), required=False, min_value=0, max_value=100)


class SubmitForm(StepForm):
    result = forms.CharField(label=_("Kết quả"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    done_on = forms.DateField(label=_("Ngày làm xong"), required=False, widget=DayInput())


class UrgeForm(StepForm):
    text = forms.CharField(label=_("Nội dung đôn đốc"), widget=forms.Textarea(attrs={"rows": 3}))


class TransferForm(StepForm):
    body = forms.ModelChoiceField(Body.objects.none(), label=_("Đơn vị nhận việc"))
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, share: Share, **kwargs: Any) -> None:
        super().__init__(*args, share=share, **kwargs)
        bodies = Body.objects.valid_now().filter(office=share.assignment.plan.office).exclude(pk=share.body_id)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


class ProofForm(forms.Form):
    """Evidence of a piece of work: files, a link, or the number and date of minutes."""

    title = forms.CharField(label=_("Việc đã làm"), max_length=300, required=False)
    done_on = forms.DateField(label=_("Ngày làm xong"), widget=DayInput(), initial=timezone.localdate)
    # The form takes its fields off the class, so this is not the ``files`` of the form.
    files = FilesField(label=_("Ảnh hoặc tệp"), required=False)  # type: ignore[assignment]
    url = forms.CharField(label=_("Đường liên kết"), max_length=500, required=False)
    number = forms.CharField(label=_("Số biên bản, văn bản"), max_length=120, required=False)
    dated = forms.DateField(label=_("Ngày biên bản, văn bản"), required=False, widget=DayInput())
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(self, *args: Any, share: Share | None = None, **kwargs: Any) -> None:
        self.share = share
        super().__init__(*args, **kwargs)

    @property
    def proofs(self) -> list[Proof]:
        data = self.cleaned_data
        found = [Proof(file=file, note=data["note"]) for file in data["files"]]
        if data["url"]:
            found.append(Proof(url=data["url"], note=data["note"]))
        if data["number"] or data["dated"]:
            found.append(Proof(number=data["number"], dated=data["dated"], note=data["note"]))
        return found


class ClosingForm(forms.Form):
    number = forms.CharField(label=_("Số, ký hiệu văn bản"), max_length=120)
    dated = forms.DateField(label=_("Ngày văn bản"), widget=DayInput())


class DecisionForm(forms.Form):
    answer = forms.CharField(label=_("Ý kiến"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
