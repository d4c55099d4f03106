"""What the person who posted by hand brings back. The act decides."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReportForm(forms.Form):
    link = forms.CharField(label=_("Đường liên kết tới bài đã đăng"), max_length=500, required=False)
    picture = forms.FileField(
        label=_("Ảnh chụp màn hình, hoặc ảnh chụp chỗ đã đăng"), required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png"}),
    )  # fmt: skip
