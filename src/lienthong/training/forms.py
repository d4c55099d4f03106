"""What people fill in about classes. Forms only read what was typed; the acts decide."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import DayField, FilesField
from lienthong.organisations.service import Actor, Body, Position
from lienthong.registry.service import OfficialDocument
from lienthong.training.models import Invitation, Nominee, TrainingClass
from lienthong.training.people import PURPOSE, staff_of, units_of


class ClassForm(forms.Form):
    """A class with its sessions, and a number for each unit that is asked."""

    title = forms.CharField(label=_("Tên lớp"), max_length=200)
    content = forms.CharField(label=_("Nội dung"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    organiser = forms.CharField(
        label=_("Cơ quan cấp trên tổ chức"), max_length=200, required=False,
        help_text=_("Để trống khi cơ quan mình tổ chức."),
    )  # fmt: skip
    ordered_by = forms.ModelChoiceField(
        OfficialDocument.objects.none(), label=_("Theo văn bản"), required=False,
        empty_label=_("Không có trong sổ văn bản"),
    )  # fmt: skip
    form = forms.ChoiceField(label=_("Hình thức"), choices=TrainingClass.Form)
    place = forms.CharField(label=_("Nơi học"), max_length=200, required=False)
    link = forms.URLField(
        label=_("Đường liên kết học trực tuyến"), max_length=300, required=False, assume_scheme="https"
    )
    sessions = forms.CharField(
        label=_("Các buổi"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một buổi: ngày; giờ bắt đầu-giờ kết thúc. Ví dụ: 05/12/2026; 08:00-11:30."),
    )  # fmt: skip
    seats = forms.IntegerField(label=_("Số chỗ"), min_value=1, max_value=9999, required=False)
    nominate_by = DayField(label=_("Hạn cử người"))
    pass_percent = forms.IntegerField(
        label=_("Hoàn thành khi dự ít nhất (% số buổi)"), min_value=1, max_value=100, required=False, initial=80,
        help_text=_("Để trống khi kết quả được ghi bằng tay, kèm lý do."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, actor: Actor, *args: Any, training: TrainingClass | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        document = self.fields["ordered_by"]
        assert isinstance(document, forms.ModelChoiceField)
        seen = OfficialDocument.objects.visible_to(actor).exclude(number="")
        recent = seen.order_by("-dated", "-pk").values("pk")[:200]
        document.queryset = seen.filter(Q(pk__in=list(recent.values_list("pk", flat=True))) | Q(pk=_order(training)))
        document.label_from_instance = _named  # type: ignore[assignment]
        asked = {one.body_id: one.asked for one in training.invitations.all()} if training else {}
        self._units = {f"u_{unit.pk}": unit for unit in units_of(actor)}
        for name, unit in self._units.items():
            self.fields[name] = forms.IntegerField(
                label=unit.label, min_value=0, max_value=500, required=False, initial=asked.get(unit.pk),
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )  # fmt: skip

    @property
    def about(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in self._units]

    @property
    def units(self) -> list[forms.BoundField]:
        return [self[name] for name in self._units]

    def asked(self) -> dict[Body, int]:
        """People by unit, those of which nobody is asked left out."""
        numbers = {unit: self.cleaned_data.get(name) or 0 for name, unit in self._units.items()}
        return {unit: number for unit, number in numbers.items() if number}


def _order(training: TrainingClass | None) -> int | None:
    return training.ordered_by_id if training else None


def _named(document: OfficialDocument) -> str:
    return f"{document.number} · {document.subject[:90]}"


class NominateForm(forms.Form):
    positions = forms.ModelMultipleChoiceField(
        Position.objects.none(), label=_("Người của đơn vị"), required=False, widget=forms.CheckboxSelectMultiple
    )
    others = forms.CharField(
        label=_("Người không có tài khoản"), required=False, max_length=6000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=PURPOSE,
    )  # fmt: skip
    reason = forms.CharField(label=_("Lý do, nếu đơn vị không cử ai"), required=False, max_length=300)

    def __init__(self, invitation: Invitation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = staff_of(invitation)
        positions = self.fields["positions"]
        assert isinstance(positions, forms.ModelMultipleChoiceField)
        if held:
            positions.queryset = Position.objects.filter(pk__in=[one.pk for one in held]).select_related("user")
        else:
            del self.fields["positions"]


class ResultsForm(forms.Form):
    """The result and the certificate of everyone on the list of one class."""

    reason = forms.CharField(
        label=_("Lý do ghi kết quả bằng tay"), required=False, max_length=300,
        help_text=_("Phải có khi kết quả của ai đó đổi."),
    )  # fmt: skip

    def __init__(self, training: TrainingClass, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.listed = list(training.nominees.on_list().select_related("invitation__body").in_order())
        for one in self.listed:
            self.fields[f"r_{one.pk}"] = forms.ChoiceField(
                label=_("Kết quả của số %(n)d") % {"n": one.number or 0}, choices=Nominee.Result, required=False,
                initial=one.result,
            )  # fmt: skip
            self.fields[f"c_{one.pk}"] = forms.CharField(
                label=_("Số chứng nhận của số %(n)d") % {"n": one.number or 0}, required=False, max_length=60,
                initial=one.certificate,
            )  # fmt: skip

    @property
    def rows(self) -> list[tuple[Nominee, forms.BoundField, forms.BoundField]]:
        return [(one, self[f"r_{one.pk}"], self[f"c_{one.pk}"]) for one in self.listed]

    def results(self) -> dict[int, tuple[str, str]]:
        said = self.cleaned_data
        return {one.pk: (said[f"r_{one.pk}"], said[f"c_{one.pk}"]) for one in self.listed}


class CloseForm(forms.Form):
    minutes_number = forms.CharField(label=_("Số biên bản"), max_length=120, help_text=_("Ví dụ: 12/BB-UBND"))
    minutes_dated = DayField(label=_("Ngày biên bản"))
    photos = FilesField(label=_("Ảnh"), help_text=_("JPG, PNG hoặc HEIC. Nơi chụp và máy chụp được bỏ khỏi ảnh."))
