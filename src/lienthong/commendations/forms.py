"""What people fill in about commendations. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienthong.commendations.models import Nomination
from lienthong.organisations.service import Actor, Body


class NominationForm(forms.ModelForm):
    class Meta:
        model = Nomination
        fields = ("kind", "body", "title", "story")
        widgets = {"story": forms.Textarea(attrs={"rows": 8})}
        help_texts = {"story": _("Nói bằng lời: việc gì, làm thế nào, ai được lợi. Không chấm điểm, không xếp hạng.")}

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["body"]
        else:
            bodies = Body.objects.valid_now().filter(office=actor.office).order_by("kind", "sort")
            self.fields["body"].queryset = bodies  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The act writes to the stored thing; the form leaves it alone."""


class PictureForm(forms.Form):
    file = forms.FileField(label=_("Ảnh (JPG, PNG)"))
    alt = forms.CharField(label=_("Trong ảnh có gì"), max_length=300)
    credit = forms.CharField(label=_("Ảnh của ai"), max_length=200)
    consent = forms.CharField(
        label=_("Đồng ý cho dùng ảnh"), max_length=300, required=False,
        help_text=_("Giấy tờ và ngày đồng ý của người trong ảnh. Để trống thì ảnh chỉ dùng nội bộ."),
    )  # fmt: skip


class ReviewForm(forms.Form):
    agrees = forms.TypedChoiceField(
        label=_("Ý kiến"), choices=[("1", _("Đồng tình")), ("0", _("Chưa đồng tình"))], coerce=lambda one: one == "1"
    )
    reasons = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 3}))
