"""What people fill in at the loudspeaker desk. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.channels.contrib.loudspeaker.models import AirBulletin, Device, DeviceGroup, ProgrammeSlot, Station
from lienthong.channels.contrib.loudspeaker.queries import LISTENERS
from lienthong.core.forms import DayField
from lienthong.organisations.service import Body, Position, positions_with
from lienthong.plans.service import Share
from lienthong.speech.service import Recording

WEEKDAYS = (
    (0, _("Thứ Hai")), (1, _("Thứ Ba")), (2, _("Thứ Tư")), (3, _("Thứ Năm")), (4, _("Thứ Sáu")), (5, _("Thứ Bảy")),
    (6, _("Chủ nhật")),
)  # fmt: skip


class MomentField(forms.DateTimeField):
    """A day and an hour; browsers offer their own picker."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        super().__init__(widget=widget, input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M"], **kwargs)


class _Of(forms.Form):
    """A form about things of one station."""

    def __init__(self, *args: Any, station: Station, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.station = station
        sets = {
            "hamlets": Body.objects.filter(office=station.office, kind=Body.Kind.HAMLET),
            "hamlet": Body.objects.filter(office=station.office, kind=Body.Kind.HAMLET),
            "groups": DeviceGroup.objects.filter(station=station),
            "slots": ProgrammeSlot.objects.filter(station=station).current(),
            "unit": Body.objects.filter(office=station.office).exclude(kind=Body.Kind.COMMITTEE),
            "recording": approved_recordings(station),
            "position": positions_with(station.office, *LISTENERS),
            "share": Share.objects.filter(assignment__plan__office=station.office, part="lead").select_related(
                "assignment", "body"
            ),
        }
        for name, found in sets.items():
            if name in self.fields:
                self.fields[name].queryset = found  # type: ignore[attr-defined]
        if "groups" in self.fields and not sets["groups"].exists():
            del self.fields["groups"]


def approved_recordings(station: Station) -> Any:
    """The recordings of the office that somebody heard and approved, the newest first."""
    found = Recording.objects.filter(script__office=station.office, state=Recording.State.APPROVED)
    return found.select_related("script")


def _places() -> dict[str, forms.Field]:
    return {
        "hamlets": forms.ModelMultipleChoiceField(
            Body.objects.none(), label=_("Thôn"), required=False, widget=forms.CheckboxSelectMultiple,
            help_text=_("Không chọn là phát ở mọi thôn."),
        ),
        "groups": forms.ModelMultipleChoiceField(
            DeviceGroup.objects.none(), label=_("Nhóm loa"), required=False, widget=forms.CheckboxSelectMultiple
        ),
    }  # fmt: skip


class SlotForm(_Of):
    name = forms.CharField(label=_("Tên khung"), max_length=80, help_text=_("ví dụ Buổi sáng"))
    begins = forms.TimeField(
        label=_("Bắt đầu lúc"), widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    )  # fmt: skip
    minutes = forms.IntegerField(label=_("Số phút"), min_value=1, max_value=240)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Các ngày"), choices=WEEKDAYS, coerce=int, widget=forms.CheckboxSelectMultiple,
        initial=[day for day, _name in WEEKDAYS],
    )  # fmt: skip
    hamlets = _places()["hamlets"]
    groups = _places()["groups"]


class ColumnForm(_Of):
    title = forms.CharField(label=_("Tên chuyên mục"), max_length=200)
    rhythm = forms.CharField(label=_("Tần suất"), max_length=120, help_text=_("như trong kế hoạch: 2 tuần/1 số"))
    starts_on = DayField(label=_("Từ ngày"))
    ends_on = DayField(label=_("Đến ngày"))
    minutes = forms.IntegerField(label=_("Số phút mỗi số"), min_value=1, max_value=120)
    reruns = forms.IntegerField(label=_("Số lần phát lại mỗi số"), min_value=0, max_value=5, initial=0)
    slots = forms.ModelMultipleChoiceField(
        ProgrammeSlot.objects.none(), label=_("Khung phát"), widget=forms.CheckboxSelectMultiple
    )
    unit = forms.ModelChoiceField(Body.objects.none(), label=_("Đơn vị làm"))
    share = forms.ModelChoiceField(
        Share.objects.none(), label=_("Nhiệm vụ trong kế hoạch"), required=False,
        help_text=_("Mỗi số là một kỳ của nhiệm vụ này."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["share"].label_from_instance = _share_label  # type: ignore[attr-defined]


def _share_label(share: Share) -> str:
    return f"{share.assignment.label} {share.assignment.text}"[:120]


class RecordingForm(_Of):
    recording = forms.ModelChoiceField(
        Recording.objects.none(), label=_("Bản thu đã duyệt"), help_text=_("Viết lời và thu ở phần Lời đọc.")
    )


class _BulletinForm(_Of):
    priority = forms.TypedChoiceField(label=_("Mức"), choices=AirBulletin.Rank.choices, coerce=int)
    not_before = MomentField(label=_("Phát từ"), initial=timezone.now)
    until = MomentField(label=_("Phát trước"))


class BulletinForm(_BulletinForm):
    recording = forms.ModelChoiceField(
        Recording.objects.none(), label=_("Bản thu đã duyệt"), help_text=_("Viết lời và thu ở phần Lời đọc.")
    )
    order = forms.IntegerField(
        label=_("Thứ tự trong các tin ưu tiên"), min_value=0, max_value=99, initial=0, required=False
    )
    hamlets = _places()["hamlets"]
    groups = _places()["groups"]
    field_order = ("recording", "priority", "order", "not_before", "until", "hamlets", "groups")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [choice for choice in AirBulletin.Rank.choices if choice[0] != AirBulletin.Rank.URGENT]
        self.fields["priority"].choices = own  # type: ignore[attr-defined]


class FromAboveForm(_BulletinForm):
    title = forms.CharField(label=_("Tên bản tin"), max_length=300)
    sender = forms.CharField(label=_("Cơ quan gửi xuống"), max_length=200)
    basis = forms.CharField(label=_("Văn bản, số và ngày"), max_length=200)
    file = forms.FileField(
        label=_("Tệp MP3 như đã nhận"), widget=forms.ClearableFileInput(attrs={"accept": "audio/mpeg"}),
        help_text=_("Phát đúng tệp này, không sửa."),
    )  # fmt: skip
    hamlets = _places()["hamlets"]
    groups = _places()["groups"]
    field_order = ("title", "sender", "basis", "file", "priority", "not_before", "until", "hamlets", "groups")


class DeviceForm(_Of):
    code = forms.SlugField(label=_("Mã cụm loa"), max_length=40, help_text=_("chữ không dấu, số và gạch nối"))
    place = forms.CharField(label=_("Nơi đặt"), max_length=120)
    hamlet = forms.ModelChoiceField(Body.objects.none(), label=_("Thôn"))
    kind = forms.ChoiceField(label=_("Loại"), choices=Device.Kind.choices)
    groups = _places()["groups"]


class GroupForm(forms.Form):
    name = forms.CharField(label=_("Tên nhóm loa"), max_length=80)


class DutyForm(_Of):
    position = forms.ModelChoiceField(Position.objects.none(), label=_("Người trực"))
    valid_from = DayField(label=_("Từ ngày"), initial=timezone.localdate)
    valid_to = DayField(label=_("Đến ngày"))


class EmergencyForm(_Of):
    title = forms.CharField(label=_("Việc khẩn cấp"), max_length=200)
    text = forms.CharField(
        label=_("Lời cần phát"), widget=forms.Textarea(attrs={"rows": 6}), required=False, max_length=5000,
        help_text=_("Máy đọc lời này. Bỏ trống nếu chọn bản thu có sẵn."),
    )  # fmt: skip
    recording = forms.ModelChoiceField(Recording.objects.none(), label=_("Bản thu có sẵn"), required=False)
    hamlets = _places()["hamlets"]
    drill = forms.BooleanField(
        label=_("Đây là diễn tập"), required=False, help_text=_("Trong tiếng phát sẽ nói rõ là diễn tập.")
    )
