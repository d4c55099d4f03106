"""Forms of requests to units, and of what a unit reports."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.organisations.service import Body, Group
from lienthong.reports.actions.request_unit_reports import Asked
from lienthong.reports.actions.write_unit_report import PARTS, Typed
from lienthong.reports.forms import DayField
from lienthong.reports.models import AskedFigure, Report, TypedFigure, UnitReport, UnitRequest
from lienthong.reports.numbers import NumberField
from lienthong.reports.unit_beginning import last_figures, texts_to_start_from, value_to_start_from
from lienthong.reports.unit_counting import COUNTED, counted_values


class RequestForm(forms.Form):
    """Who reports what until when; bodies are the office's units and hamlets of today."""

    title = forms.CharField(label=_("Tên yêu cầu"), max_length=300)
    kind = forms.ChoiceField(label=_("Loại báo cáo"), choices=UnitRequest.Kind.choices)
    due = DayField(label=_("Hạn gửi của đơn vị"))
    note = forms.CharField(label=_("Hướng dẫn"), widget=forms.Textarea(attrs={"rows": 2}), required=False)
    groups = forms.ModelMultipleChoiceField(
        Group.objects.none(), label=_("Nhóm"), required=False, widget=forms.CheckboxSelectMultiple
    )
    bodies = forms.ModelMultipleChoiceField(
        Body.objects.none(), label=_("Đơn vị, thôn"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = report.office
        bodies = Body.objects.valid_now().filter(office=office).exclude(pk=office.pk).order_by("kind", "sort")
        self.fields["bodies"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["groups"].queryset = Group.objects.filter(office=office)  # type: ignore[attr-defined]

    def chosen(self) -> list[Body]:
        """The bodies ticked and those of the groups ticked, each once."""
        today = timezone.localdate()
        members = [body for group in self.cleaned_data["groups"] for body in group.members_on(today)]
        return list(dict.fromkeys([*self.cleaned_data["bodies"], *members]))


class ChangeRequestForm(forms.Form):
    """What may still change after a request was sent."""

    due = DayField(label=_("Hạn gửi của đơn vị"))
    note = forms.CharField(label=_("Hướng dẫn"), widget=forms.Textarea(attrs={"rows": 2}), required=False)


class AskedForm(forms.Form):
    """One figure to ask for; a row without a name is not asked."""

    nature = forms.ChoiceField(
        label=_("Loại số liệu"), choices=AskedFigure.Nature.choices, initial=AskedFigure.Nature.RESULT, required=False
    )
    name = forms.CharField(label=_("Tên số liệu"), max_length=200, required=False)
    unit = forms.CharField(label=_("Đơn vị tính"), max_length=40, required=False)
    ratio = forms.BooleanField(label=_("Có tử số và mẫu số"), required=False)

    counted = forms.ChoiceField(
        label=_("Gắn với số hệ thống đếm"), required=False,
        choices=[("", _("Không gắn")), *((one.code, one.label) for one in COUNTED.values())],
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("ratio") and data.get("counted"):
            self.add_error("counted", _("Số có tử số, mẫu số không gắn được với số hệ thống đếm."))
        if data.get("name") and not data.get("unit"):
            self.add_error("unit", _("Ghi đơn vị tính."))
        if data.get("unit") and not data.get("name"):
            self.add_error("name", _("Ghi tên số liệu, hoặc xóa đơn vị tính."))
        return data


AskedFormSet = forms.formset_factory(AskedForm, extra=5, max_num=60, absolute_max=60)


def figures_of(forms_: Any) -> list[Asked]:
    """The figures that the rows of a valid ``AskedFormSet`` name."""
    rows = [form.cleaned_data for form in forms_ if form.cleaned_data.get("name")]
    return [
        Asked(row["name"], row["unit"], row["nature"] or AskedFigure.Nature.RESULT, row["ratio"], row["counted"])
        for row in rows
    ]


def request_to_start_from(report: Report) -> UnitRequest | None:
    """The last request of the same obligation: the same is asked of the same bodies every period."""
    if report.obligation_id is None:
        return None
    return UnitRequest.objects.filter(report__obligation=report.obligation_id).order_by("-pk").first()


def beginning_of(report: Report) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Initial values of ``RequestForm`` and of the rows of ``AskedFormSet``."""
    last = request_to_start_from(report)
    kind = UnitRequest.Kind.PERIODIC if report.obligation_id else UnitRequest.Kind.AD_HOC
    first: dict[str, Any] = {"title": report.title, "kind": last.kind if last else kind}
    if last is None:
        return first, []
    first |= {"note": last.note, "bodies": list(last.unit_reports.values_list("body_id", flat=True))}
    return first, [dict(row) for row in last.asked.values("nature", "name", "unit", "ratio", "counted")]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in the form: its field, that of its denominator, what it was in the last period, who typed it now."""

    asked: AskedFigure
    value: forms.BoundField
    out_of: forms.BoundField | None
    last: TypedFigure | None
    typed: TypedFigure | None
    #: What the system counts, where the figure was tied to it.
    counted: int | None = None

    @property
    def differs(self) -> bool:
        return self.typed is not None and self.counted is not None and self.typed.value != self.counted


class UnitReportForm(forms.Form):
    """Figures as asked, then the four parts; before it is first saved filled with what the system knows."""

    def __init__(self, unit_report: UnitReport, data: Any = None) -> None:
        self.unit_report = unit_report
        self.asked = list(unit_report.request.asked.all())
        self.last = last_figures(unit_report, self.asked)
        self.counted = counted_values(unit_report, self.asked)
        self.typed = {typed.asked_id: typed for typed in unit_report.typed.select_related("typed_by__user")}
        super().__init__(data)
        for one in self.asked:
            self._add_figure(one)
        if unit_report.state != UnitReport.State.MERGED:
            self._add_texts()

    def _add_figure(self, one: AskedFigure) -> None:
        typed = self.typed.get(one.pk)
        value, out_of = value_to_start_from(one, self.last.get(one.pk))
        if one.pk in self.counted:
            value = Decimal(self.counted[one.pk])
        if typed or self.unit_report.written_at:
            value, out_of = (typed.value, typed.out_of) if typed else (None, None)
        name = {"name": one.name, "unit": one.unit}
        label = _("%(name)s: tử số (%(unit)s)") if one.ratio else _("%(name)s (%(unit)s)")
        self.fields[f"v{one.pk}"] = NumberField(label=str(label) % name, required=False, initial=value)
        if one.ratio:
            below = str(_("%(name)s: mẫu số (%(unit)s)")) % name
            self.fields[f"m{one.pk}"] = NumberField(label=below, required=False, initial=out_of)

    def _add_texts(self) -> None:
        written = self.unit_report.written_at is not None
        start = {} if written else texts_to_start_from(self.unit_report)
        for part in PARTS:
            label = UnitReport._meta.get_field(part).verbose_name  # type: ignore[union-attr]
            self.fields[part] = forms.CharField(
                label=label[:1].upper() + label[1:], required=False, widget=forms.Textarea(attrs={"rows": 4}),
                initial=start.get(part, "") or getattr(self.unit_report, part),
            )  # fmt: skip

    def rows(self) -> list[tuple[str, list[Row]]]:
        """The figures by nature, each nature under its name."""
        found = []
        for nature in AskedFigure.Nature:
            rows = [self._row(one) for one in self.asked if one.nature == nature]
            if rows:
                found.append((str(nature.label), rows))
        return found

    def _row(self, one: AskedFigure) -> Row:
        below = self[f"m{one.pk}"] if one.ratio else None
        return Row(
            one, self[f"v{one.pk}"], below, self.last.get(one.pk), self.typed.get(one.pk), self.counted.get(one.pk)
        )

    def texts(self) -> list[forms.BoundField]:
        return [self[part] for part in PARTS if part in self.fields]

    def clean(self) -> dict[str, Any]:
        for one in self.asked:
            value, out_of = self.cleaned_data.get(f"v{one.pk}"), self.cleaned_data.get(f"m{one.pk}")
            half = one.ratio and (value is None) != (out_of is None)
            if half and not (self.errors.get(f"v{one.pk}") or self.errors.get(f"m{one.pk}")):
                self.add_error(f"v{one.pk}" if value is None else f"m{one.pk}", _("Ghi cả tử số và mẫu số."))
        return self.cleaned_data

    def figures(self) -> dict[AskedFigure, Typed]:
        data = self.cleaned_data
        return {one: (data[f"v{one.pk}"], data.get(f"m{one.pk}")) for one in self.asked}

    def words(self) -> dict[str, str]:
        return {part: self.cleaned_data[part] for part in PARTS if part in self.fields}
