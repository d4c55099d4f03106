"""What people fill in about scripts. Forms only read what was typed; the acts decide."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ScriptForm(forms.Form):
    title = forms.CharField(label=_("Tên bản tin"), max_length=300)
    text = forms.CharField(
        label=_("Lời bản tin"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Viết như văn bản; hệ thống đọc số, ngày, ký hiệu và chữ tắt thành lời."),
        max_length=20000,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Bản thu (WAV hoặc MP3)"), widget=forms.ClearableFileInput(attrs={"accept": "audio/*"})
    )


class WordForm(forms.Form):
    written = forms.CharField(label=_("Viết"), max_length=60, help_text=_("ví dụ VH-XH"))
    spoken = forms.CharField(label=_("Đọc là"), max_length=200, help_text=_("ví dụ Văn hóa, Xã hội"))
