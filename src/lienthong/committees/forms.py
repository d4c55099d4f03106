"""What people fill in about committees. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienthong.committees.models import Charter, Conclusion, Invitee, Meeting, ProgrammeLine
from lienthong.core.forms import DayField, DayInput
from lienthong.organisations.service import Actor, Body, CommitteeMember, Position
from lienthong.plans.service import Plan
from lienthong.registry.service import OfficialDocument


def _positions(committee: Body) -> Any:
    held = Position.objects.valid_now().filter(body__office=committee.office)
    return held.select_related("user", "body").order_by("user__sort")


def _units(committee: Body) -> Any:
    return Body.objects.filter(office=committee.office).exclude(kind=Body.Kind.COMMITTEE)


class CharterForm(forms.ModelForm):
    class Meta:
        model = Charter
        fields = ("mandate", "rules_document", "rules")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seen = OfficialDocument.objects.visible_to(actor).filter(register_number__isnull=False)
        for name in ("mandate", "rules_document"):
            self.fields[name].queryset = seen.order_by("-created_at")  # type: ignore[attr-defined]


class DeputyForm(forms.Form):
    member = forms.ModelChoiceField(CommitteeMember.objects.none(), label=_("Thành viên"))
    deputy = forms.ModelChoiceField(Position.objects.none(), label=_("Người dự thay"))
    valid_from = DayField(label=_("Từ ngày"))
    valid_to = DayField(label=_("Đến ngày"), required=False)

    def __init__(self, *args: Any, committee: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = committee.committee_members.valid_now().select_related("position__user")
        self.fields["member"].queryset = members  # type: ignore[attr-defined]
        self.fields["member"].label_from_instance = lambda one: str(one.position)  # type: ignore[attr-defined]
        self.fields["deputy"].queryset = _positions(committee)  # type: ignore[attr-defined]


class LineForm(forms.ModelForm):
    class Meta:
        model = ProgrammeLine
        fields = ("year", "quarter", "month", "text", "lead")
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, committee: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = _units(committee)  # type: ignore[attr-defined]


class _MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class MeetingForm(forms.ModelForm):
    link = forms.URLField(
        label=_("Đường liên kết họp trực tuyến"), max_length=300, required=False, assume_scheme="https"
    )
    guests = forms.ModelMultipleChoiceField(
        Position.objects.none(), label=_("Mời thêm"), required=False,
        help_text=_("Thành viên của ban, người chủ trì và thư ký luôn được mời."),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    class Meta:
        model = Meeting
        fields = ("title", "starts_at", "ends_at", "place", "link", "agenda", "chair", "secretary")
        widgets = {
            "starts_at": _MomentInput(),
            "ends_at": _MomentInput(),
            "agenda": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, committee: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("chair", "secretary", "guests"):
            self.fields[name].queryset = _positions(committee)  # type: ignore[attr-defined]


class MinutesForm(forms.Form):
    """One choice for each who was invited, and who stood in; the discussion below."""

    def __init__(self, *args: Any, meeting: Meeting, deputies: dict[int, Position], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        for one in meeting.invitees.select_related("position__user"):
            self.fields[f"came-{one.pk}"] = forms.ChoiceField(
                label=str(one.position), choices=[("", "—"), *Invitee.Attendance.choices], required=False,
                initial=one.attendance,
            )  # fmt: skip
            self.fields[f"for-{one.pk}"] = forms.ModelChoiceField(
                _positions(meeting.committee), label=_("Người dự thay %(who)s") % {"who": one.position}, required=False,
                initial=one.stand_in or deputies.get(one.position_id),
            )  # fmt: skip
        self.fields["discussion"] = forms.CharField(
            label=_("Diễn biến, ý kiến"), widget=forms.Textarea(attrs={"rows": 6}), required=False,
            initial=meeting.discussion,
        )  # fmt: skip

    def came(self) -> dict[int, tuple[str, Position | None]]:
        return {
            one.pk: (self.cleaned_data[f"came-{one.pk}"], self.cleaned_data[f"for-{one.pk}"])
            for one in self.meeting.invitees.all()
        }


class ConclusionForm(forms.ModelForm):
    class Meta:
        model = Conclusion
        fields = ("text", "lead", "supports", "due")
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2}),
            "due": DayInput(),
            "supports": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("lead", "supports"):
            self.fields[name].queryset = _units(meeting.committee)  # type: ignore[attr-defined]


class PlanForm(forms.Form):
    plan = forms.ModelChoiceField(Plan.objects.none(), label=_("Đưa vào kế hoạch"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plans = Plan.objects.visible_to(actor).active().filter(office=actor.office)
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]
