"""What people fill in about public pages. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from lienthong.core.forms import DayInput, MomentInput
from lienthong.core.richtext import rich_field
from lienthong.portal.models import ArticlePage, ColumnPage, PageState, Picture, Portal


class PageForm(forms.Form):
    """A page: what it says, the picture beside it, and when it may be read."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    parent = forms.ModelChoiceField(Page.objects.none(), label=_("Chuyên mục"), empty_label=None)
    title = forms.CharField(label=_("Tiêu đề"), max_length=255)
    lead = forms.CharField(label=_("Tóm tắt"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    body = rich_field(_("Nội dung"))
    day = forms.DateField(label=_("Ngày ghi trên bài"), widget=DayInput, initial=timezone.localdate)
    source = forms.CharField(label=_("Nguồn"), max_length=200, required=False)
    file = forms.FileField(
        label=_("Ảnh"), required=False, widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png"})
    )
    alt = forms.CharField(label=_("Mô tả ảnh"), max_length=200, required=False)
    credit = forms.CharField(label=_("Nguồn ảnh"), max_length=150, required=False)
    go_live_at = forms.DateTimeField(
        label=_("Đăng từ"), required=False, widget=MomentInput,
        help_text=_("Để trống: đăng ngay khi được duyệt."),
    )  # fmt: skip
    expire_at = forms.DateTimeField(label=_("Gỡ sau"), required=False, widget=MomentInput)

    def __init__(self, data: Any = None, files: Any = None, *, kind: str, portal: Portal, **options: Any) -> None:
        super().__init__(data, files, **options)
        columns = ColumnPage.objects.descendant_of(portal.site.root_page).order_by("title")
        self.fields["parent"].queryset = columns  # type: ignore[attr-defined]
        if kind != "article" or options.get("initial", {}).get("seen"):
            del self.fields["parent"]
        if kind != "article":
            del self.fields["day"], self.fields["source"]

    @property
    def values(self) -> dict[str, Any]:
        """The values of the page itself; the picture comes apart, because it is added by an act of its own."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("seen", "parent", "title", "file", "alt", "credit")
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        begins, ends = given.get("go_live_at"), given.get("expire_at")
        if begins and ends and ends <= begins:
            self.add_error("expire_at", _("Giờ gỡ phải sau giờ đăng."))
        return given


def initial_of(standing: PageState) -> dict[str, Any]:
    """What the form of a page begins with: its newest version."""
    page = standing.page.get_latest_revision_as_object()
    picture: Picture | None = page.picture
    values = {
        "seen": standing.written_id,
        "title": page.draft_title or page.title,
        "lead": page.lead,
        "body": page.body,
    }
    values |= {"go_live_at": page.go_live_at, "expire_at": page.expire_at}
    if picture:
        values |= {"alt": picture.alt, "credit": picture.credit}
    if isinstance(page, ArticlePage):
        values |= {"day": page.day, "source": page.source}
    return values


class OpenForm(forms.Form):
    hostname = forms.CharField(label=_("Tên miền"), max_length=200, help_text=_("ví dụ: ten-xa.gov.vn"))
    port = forms.IntegerField(label=_("Cổng mạng"), min_value=1, max_value=65535, initial=443)


class ContactForm(forms.ModelForm):
    class Meta:
        model = Portal
        fields = ("address", "phone", "email", "hours", "hotlines")
        widgets = {"hotlines": forms.Textarea(attrs={"rows": 4})}
