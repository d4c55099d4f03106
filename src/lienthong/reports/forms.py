"""Forms of the reports room: what is typed, and nothing more."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core import forms as core_forms
from lienthong.reports.models import Obligation, PeriodKind
from lienthong.reports.periods import REGIMES, Period, periods_due


class DayField(core_forms.DayField):
    """The common day, with a sentence that shows how to type one."""

    default_error_messages = {"invalid": _("Ghi ngày dạng 31/12/2026.")}


class ObligationForm(forms.Form):
    name = forms.CharField(label=_("Tên báo cáo"), max_length=300)
    recipient = forms.CharField(label=_("Gửi cho"), max_length=300)
    legal_basis = forms.CharField(
        label=_("Căn cứ"), max_length=300, help_text=_("Số, ngày của văn bản yêu cầu báo cáo.")
    )
    regime = forms.ChoiceField(label=_("Chế độ chốt số liệu"), choices=list(REGIMES.items()))
    kinds = forms.MultipleChoiceField(
        label=_("Các kỳ phải báo cáo"),
        choices=[choice for choice in PeriodKind.choices if choice[0] != PeriodKind.AD_HOC],
        widget=forms.CheckboxSelectMultiple,
    )
    due_day = forms.IntegerField(
        label=_("Ngày phải gửi"),
        required=False,
        min_value=1,
        max_value=31,
        help_text=_("Ngày này đầu tiên kể từ ngày chốt số liệu. Để trống nếu chế độ đã có ngày gửi."),
    )
    valid_from = DayField(label=_("Áp dụng từ ngày"))


class PeriodForm(forms.Form):
    """Which period of an obligation: the ones due within a year before and three months after."""

    period = forms.ChoiceField(label=_("Kỳ báo cáo"))
    title = forms.CharField(label=_("Tên báo cáo"), max_length=300, required=False)

    def __init__(self, *args: Any, obligation: Obligation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        periods = periods_due(obligation, today.replace(year=today.year - 1, day=1), _months_after(today, 3))
        self.periods = {f"{period.kind}-{period.year}-{period.index}": period for period in reversed(periods)}
        self.fields["period"].choices = [(code, self._words(period)) for code, period in self.periods.items()]  # type: ignore[attr-defined]
        self.fields["title"].help_text = _("Để trống thì lấy tên chế độ báo cáo và kỳ.")

    def chosen(self) -> Period:
        return self.periods[self.cleaned_data["period"]]

    @staticmethod
    def _words(period: Period) -> str:
        start, end = f"{period.start:%d/%m/%Y}", f"{period.end:%d/%m/%Y}"
        words = _("%(label)s: số liệu từ %(start)s đến %(end)s") % {"label": period.label, "start": start, "end": end}
        return f"{words[:1].upper()}{words[1:]}"


class AdHocForm(forms.Form):
    title = forms.CharField(label=_("Tên báo cáo"), max_length=300)
    starts_on = DayField(label=_("Số liệu từ ngày"))
    ends_on = DayField(label=_("Đến hết ngày"))
    due = DayField(label=_("Hạn gửi"), required=False)


class TextsForm(forms.Form):
    title = forms.CharField(label=_("Tên báo cáo"), max_length=300)
    opening = forms.CharField(label=_("Mở đầu"), widget=forms.Textarea, required=False)
    results = forms.CharField(label=_("Kết quả nổi bật"), widget=forms.Textarea, required=False)
    shortcomings = forms.CharField(label=_("Tồn tại, hạn chế"), widget=forms.Textarea, required=False)
    causes = forms.CharField(label=_("Nguyên nhân"), widget=forms.Textarea, required=False)
    outlook = forms.CharField(label=_("Phương hướng, nhiệm vụ"), widget=forms.Textarea, required=False)


class EndForm(forms.Form):
    last_day = DayField(label=_("Ngày cuối cùng áp dụng"))


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
