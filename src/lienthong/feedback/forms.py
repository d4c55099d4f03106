"""What residents and the desk fill in. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import DayField, FilesField, FilesInput
from lienthong.feedback.models import Category, FeedbackCase, Satisfaction, Term
from lienthong.organisations.service import Body

_number = RegexValidator(r"^\+?[\d .-]{8,20}$", _("Số điện thoại chỉ gồm chữ số, ví dụ 0912 345 678."))


class WhatForm(forms.Form):
    what = forms.CharField(
        label=_("Có việc gì cần phản ánh?"), max_length=4000, strip=True, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Viết ngắn gọn: việc gì, từ khi nào. Không cần ghi tên của bạn."),
        error_messages={"required": _("Hãy ghi việc cần phản ánh.")},
    )  # fmt: skip


class WhereForm(forms.Form):
    hamlet = forms.ModelChoiceField(
        Body.objects.none(),
        label=_("Ở thôn, khu nào?"),
        required=False,
        empty_label=_("Không rõ, hoặc không ở thôn nào"),
    )
    where = forms.CharField(
        label=_("Chỗ nào?"), max_length=300, required=False,
        help_text=_("Ví dụ: trước cổng trường mầm non, cuối đường liên thôn. Để trống nếu việc không gắn với nơi nào."),
    )  # fmt: skip

    def __init__(self, *args: Any, office: Body, **options: Any) -> None:
        super().__init__(*args, **options)
        # Where the office stands in the tree may have changed since the site was read.
        here = Body.objects.valid_now().under(Body.objects.get(pk=office.pk))
        hamlets = here.filter(kind=Body.Kind.HAMLET)
        self.fields["hamlet"].queryset = hamlets  # type: ignore[attr-defined]


class ContactForm(forms.Form):
    name = forms.CharField(label=_("Họ và tên"), max_length=80, required=False)
    phone = forms.CharField(
        label=_("Điện thoại"), max_length=20, required=False, validators=[_number],
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    agreed = forms.BooleanField(required=False)

    def __init__(self, *args: Any, consent: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["agreed"].label = consent

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        contact = any(given.get(name) for name in ("name", "phone", "email"))
        if contact and not given.get("agreed"):
            self.add_error("agreed", _("Hãy đánh dấu đồng ý, hoặc bỏ trống các ô liên hệ."))
        return given


class PublishForm(forms.Form):
    may_publish = forms.ChoiceField(
        label=_("Có thể đăng câu hỏi và trả lời để người khác cùng biết không?"),
        choices=[("yes", _("Được đăng, không kèm tên và liên hệ của tôi")), ("no", _("Không đăng; tôi đọc bằng mã"))],
        widget=forms.RadioSelect, error_messages={"required": _("Hãy chọn một câu trả lời.")},
    )  # fmt: skip


class PhotosForm(forms.Form):
    photos = FilesField(
        label=_("Ảnh"), required=False, widget=FilesInput(attrs={"accept": "image/jpeg,image/png,image/heic"}),
        help_text=_("Tối đa 4 ảnh. Ảnh được vẽ lại, không giữ nơi chụp, giờ chụp và máy chụp."),
    )  # fmt: skip


class EnterForm(WhatForm, WhereForm, ContactForm, PhotosForm):
    """Everything at once, as the desk writes it down."""

    came = forms.ChoiceField(label=_("Cách gửi"), choices=FeedbackCase.Came.choices[1:])
    may_publish = forms.BooleanField(label=_("Người dân đồng ý đăng câu hỏi và trả lời"), required=False)
    #: A tick stands before its words.
    ticks = ("agreed", "may_publish")
    field_order = ("came", "what", "hamlet", "where", "name", "phone", "email", "agreed", "may_publish", "photos")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        what, agreed = self.fields["what"], self.fields["agreed"]
        what.label, what.help_text = _("Người dân nói gì?"), _("Ghi ngắn gọn: việc gì, từ khi nào.")
        agreed.label = format_lazy("{} “{}”", _("Đã đọc cho người dân nghe và người dân đồng ý:"), agreed.label)


class AssignForm(forms.Form):
    category = forms.ChoiceField(label=_("Lĩnh vực"), choices=Category.choices)
    unit = forms.ModelChoiceField(Body.objects.none(), label=_("Đơn vị xử lý"), empty_label=_("Chọn đơn vị"))
    text = forms.CharField(
        label=_("Dặn đơn vị"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, office: Body, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = Body.objects.under(office).valid_now()  # type: ignore[attr-defined]


class ForwardForm(forms.Form):
    agency = forms.CharField(label=_("Cơ quan nhận"), max_length=200)
    letter = forms.CharField(label=_("Số, ký hiệu văn bản chuyển"), max_length=80)
    sent_on = DayField(label=_("Ngày chuyển"), initial=timezone.localdate)


class AnswerForm(forms.Form):
    text = forms.CharField(label=_("Trả lời"), max_length=6000, widget=forms.Textarea(attrs={"rows": 8}))
    public = forms.BooleanField(label=_("Đăng cho mọi người đọc"), required=False)
    question = forms.CharField(
        label=_("Câu hỏi, ghi lại bằng lời của cơ quan"), max_length=300, required=False,
        help_text=_("Chỉ cần khi đăng. Không có tên, số điện thoại, địa chỉ nhà của ai."),
    )  # fmt: skip

    def __init__(self, *args: Any, may_publish: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not may_publish:
            del self.fields["public"], self.fields["question"]


class TermForm(forms.Form):
    kind = forms.ChoiceField(label=_("Thời hạn"), choices=Term.Kind.choices)
    amount = forms.IntegerField(label=_("Số ngày làm việc hoặc số tháng"), min_value=1, max_value=120)
    basis = forms.CharField(label=_("Căn cứ"), max_length=300)
    valid_from = DayField(label=_("Áp dụng từ"), initial=timezone.localdate)


class TemplateForm(forms.Form):
    title = forms.CharField(label=_("Tên mẫu"), max_length=120)
    text = forms.CharField(label=_("Lời mẫu"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))


class RatingForm(forms.Form):
    value = forms.ChoiceField(
        label=_("Việc bạn phản ánh đã được giải quyết chưa?"), choices=Satisfaction.Value.choices,
        widget=forms.RadioSelect, error_messages={"required": _("Hãy chọn một câu trả lời.")},
    )  # fmt: skip
