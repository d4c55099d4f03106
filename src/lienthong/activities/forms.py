"""What people fill in about activities. Forms only read what was typed; the acts decide."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.activities.models import HelpCount, OfficeEvent
from lienthong.activities.programme import units_of
from lienthong.activities.registering import CONSENT
from lienthong.activities.visiting import hamlets_of, teams_of
from lienthong.core.forms import DayField, FilesField, MomentInput
from lienthong.organisations.service import Actor, Body


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
