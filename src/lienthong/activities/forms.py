"""What people fill in about activities. Forms only read what was typed; the acts decide."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lienthong.activities.models import HelpCount, OfficeEvent, TeamVisit
from lienthong.activities.permissions import may_prove
from lienthong.activities.programme import units_of
from lienthong.activities.registering import CONSENT
from lienthong.activities.visiting import hamlets_of, teams_of
from lienthong.core.forms import DayField, FilesField, MomentInput
from lienthong.organisations.service import Actor, Body
from lienthong.plans.service import Choice, Occurrence, Share, choices_for, chosen_from


class EventForm(forms.Form):
    title = forms.CharField(label=_("Tên sự kiện"), max_length=200)
    kind = forms.ChoiceField(label=_("Loại"), choices=OfficeEvent.Kind)
    about = forms.CharField(label=_("Giới thiệu"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}))
    audience = forms.CharField(label=_("Dành cho"), max_length=200)
    starts_at = forms.DateTimeField(label=_("Bắt đầu"), widget=MomentInput)
    ends_at = forms.DateTimeField(label=_("Kết thúc"), widget=MomentInput)
    place = forms.CharField(label=_("Nơi tổ chức"), max_length=200, required=False)
    link = forms.URLField(
        label=_("Đường liên kết dự trực tuyến"), max_length=300, required=False, assume_scheme="https"
    )
    capacity = forms.IntegerField(
        label=_("Số chỗ"), min_value=1, max_value=99_999, required=False, help_text=_("Để trống khi ai cũng dự được.")
    )
    programme = forms.CharField(
        label=_("Chương trình"), required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Mỗi dòng: giờ; nội dung; đơn vị phụ trách. Ví dụ: 08:00; Khai mạc; Phòng Văn hóa - Xã hội."),
    )  # fmt: skip
    invited = forms.ModelMultipleChoiceField(
        Body.objects.none(), label=_("Đơn vị được mời"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Được nhắc trước một ngày."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        invited = self.fields["invited"]
        assert isinstance(invited, forms.ModelMultipleChoiceField)
        invited.queryset = units_of(actor)


class CountForm(forms.Form):
    people = forms.IntegerField(label=_("Số người đang dự"), min_value=0, max_value=99_999)


class HoldForm(forms.Form):
    minutes_number = forms.CharField(label=_("Số biên bản"), max_length=120, help_text=_("Ví dụ: 12/BB-UBND"))
    minutes_dated = DayField(label=_("Ngày biên bản"))
    photos = FilesField(label=_("Ảnh"), help_text=_("JPG, PNG hoặc HEIC. Nơi chụp và máy chụp được bỏ khỏi ảnh."))


class RegisterForm(forms.Form):
    """The residents' form; only the number is asked for."""

    people = forms.IntegerField(label=_("Mấy người dự?"), min_value=1, max_value=50, initial=1)
    name = forms.CharField(label=_("Tên người hoặc nhóm (không bắt buộc)"), max_length=120, required=False)
    contact = forms.CharField(
        label=_("Điện thoại hoặc thư điện tử (không bắt buộc)"), max_length=120, required=False, help_text=CONSENT
    )


class EnrollForm(forms.Form):
    """The same by telephone or at the office, for groups of any size; what the resident agrees to is read to him."""

    people = forms.IntegerField(label=_("Mấy người dự?"), min_value=1, max_value=9_999, initial=1)
    name = forms.CharField(label=_("Tên người hoặc nhóm"), max_length=120, required=False)
    contact = forms.CharField(
        label=_("Điện thoại hoặc thư điện tử"), max_length=120, required=False,
        help_text=format_lazy("{} {}", _("Đọc cho người đăng ký nghe:"), CONSENT),
    )  # fmt: skip


class VisitForm(forms.Form):
    """A hamlet, a day and a number for each subject: a minute at a phone."""

    hamlet = forms.ModelChoiceField(Body.objects.none(), label=_("Thôn"))
    team = forms.ModelChoiceField(Body.objects.none(), label=_("Tổ công nghệ số của"))
    day = DayField(label=_("Ngày"), initial=timezone.localdate)

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("hamlet", hamlets_of(actor)), ("team", teams_of(actor))):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = choices
            if choices.count() == 1:
                field.initial = choices.first()
        for subject in HelpCount.Subject:
            self.fields[f"n_{subject}"] = forms.IntegerField(
                label=subject.label, min_value=0, max_value=9999, required=False, help_text=_("Số người được giúp"),
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )  # fmt: skip


class ProveForm(forms.Form):
    """Which visits prove what; without a share in the address one is chosen among those the actor works on."""

    target = forms.ChoiceField(label=_("Làm minh chứng cho"))
    visits = forms.ModelMultipleChoiceField(
        TeamVisit.objects.none(), label=_("Các lượt đi"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Hãy chọn ít nhất một lượt đi thôn.")},
    )  # fmt: skip

    def __init__(
        self, actor: Actor, share: Share | None, visits: "QuerySet[TeamVisit]", *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offered = [] if share else [each for each in choices_for(actor, {}) if may_prove(actor, each.share)]
        target, chosen = self.fields["target"], self.fields["visits"]
        assert isinstance(target, forms.ChoiceField)
        assert isinstance(chosen, forms.ModelMultipleChoiceField)
        if share:
            del self.fields["target"]
        target.choices = [("", _("Chọn kỳ hoặc nhiệm vụ")), *_grouped(self._offered)]
        chosen.queryset = visits.select_related("hamlet", "team").prefetch_related("helped")
        chosen.label_from_instance = _told  # type: ignore[assignment]
        chosen.initial = visits if share else None

    @property
    def goal(self) -> tuple[Share, Occurrence | None]:
        shares, occurrences = chosen_from(self._offered, [self.cleaned_data["target"]])
        return (occurrences[0].share, occurrences[0]) if occurrences else (shares[0], None)


def _grouped(offered: list[Choice]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for each in offered:
        whole = [] if each.occurrences else [(f"s{each.share.pk}", str(_("cả nhiệm vụ")))]
        due = [
            (f"o{one.pk}", _("%(name)s, hạn %(day)s") % {"name": one.name, "day": f"{one.due:%d/%m/%Y}"})
            for one in each.occurrences
        ]
        yield each.share.assignment.name, [*whole, *due]


def _told(visit: TeamVisit) -> str:
    """A visit in a line, with its numbers."""
    helped = "; ".join(f"{each.get_subject_display()}: {each.people}" for each in visit.helped.all())
    return f"{visit.day:%d/%m/%Y} · {visit.hamlet.label} · {helped}"
