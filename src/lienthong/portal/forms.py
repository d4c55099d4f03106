"""What people fill in about public pages. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from lienthong.core.forms import DayInput, MomentInput
from lienthong.core.richtext import rich_field
from lienthong.portal.actions.begin_page import KINDS
from lienthong.portal.models import ColumnPage, ContentPage, HomePage, PageState, Picture, Portal
from lienthong.portal.writing import FIELDS
from lienthong.speech.service import Recording

#: Fields that only pages below a column have, and those of one kind of them.
_OF_ARTICLES = ("parent", "day", "source")
OF_KIND: dict[str, tuple[str, ...]] = {
    "article": (),
    "notice": ("valid_until", "banner_from", "banner_until"),
    "event": ("starts_at", "ends_at", "place", "link"),
    "exemplar": ("doer", "result"),
    "guide": ("papers", "steps", "place", "link"),
}
_IN_ORDER = (
    ("go_live_at", "expire_at", _("Giờ gỡ phải sau giờ đăng.")),
    ("banner_from", "banner_until", _("Giờ thôi hiện phải sau giờ bắt đầu hiện.")),
    ("starts_at", "ends_at", _("Giờ kết thúc phải sau giờ bắt đầu.")),
)


class PageForm(forms.Form):
    """A page: what it says, the picture beside it, and when it may be read."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    parent = forms.ModelChoiceField(Page.objects.none(), label=_("Chuyên mục"), empty_label=None)
    title = forms.CharField(label=_("Tiêu đề"), max_length=255)
    lead = forms.CharField(label=_("Tóm tắt"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    body = rich_field(_("Nội dung"))
    day = forms.DateField(label=_("Ngày ghi trên bài"), widget=DayInput, initial=timezone.localdate)
    source = forms.CharField(label=_("Nguồn"), max_length=200, required=False)
    valid_until = forms.DateField(label=_("Còn giá trị đến"), widget=DayInput, required=False)
    banner_from = forms.DateTimeField(
        label=_("Hiện đầu mọi trang từ"), required=False, widget=MomentInput,
        help_text=_("Tiêu đề thông báo hiện thành dải ở đầu mọi trang trong thời gian này, sau khi được duyệt."),
    )  # fmt: skip
    banner_until = forms.DateTimeField(label=_("Hiện đầu mọi trang đến"), required=False, widget=MomentInput)
    starts_at = forms.DateTimeField(label=_("Bắt đầu"), widget=MomentInput)
    ends_at = forms.DateTimeField(label=_("Kết thúc"), required=False, widget=MomentInput)
    doer = forms.CharField(label=_("Đơn vị thực hiện"), max_length=200)
    result = forms.CharField(label=_("Kết quả"), max_length=600, widget=forms.Textarea(attrs={"rows": 2}))
    papers = forms.CharField(
        label=_("Cần mang theo"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một thứ."),
    )  # fmt: skip
    steps = forms.CharField(
        label=_("Các bước"), max_length=6000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Mỗi dòng một bước."),
    )  # fmt: skip
    place = forms.CharField(label=_("Địa điểm"), max_length=300, required=False)
    link = forms.URLField(label=_("Đường dẫn trực tuyến"), required=False, assume_scheme="https")
    file = forms.FileField(
        label=_("Ảnh"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/heic"}),
    )
    alt = forms.CharField(label=_("Mô tả ảnh"), max_length=200, required=False)
    credit = forms.CharField(label=_("Nguồn ảnh"), max_length=150, required=False)
    recording = forms.ModelChoiceField(
        Recording.objects.none(), label=_("Bản đọc"), required=False, empty_label=_("không có"),
        help_text=_("Bản thu đã duyệt ở mục Lời đọc; người đọc nghe được ngay trên trang."),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Ngôn ngữ của trang"), choices=ContentPage.Language.choices, initial="vi", required=False
    )
    translation_of = forms.ModelChoiceField(
        Page.objects.none(), label=_("Là bản dịch của trang"), required=False, empty_label=_("không phải bản dịch"),
        help_text=_("Cho trang tiếng Anh: mỗi trang có đường dẫn sang trang kia."),
    )  # fmt: skip
    go_live_at = forms.DateTimeField(
        label=_("Đăng từ"), required=False, widget=MomentInput,
        help_text=_("Để trống: đăng ngay khi được duyệt."),
    )  # fmt: skip
    expire_at = forms.DateTimeField(label=_("Gỡ sau"), required=False, widget=MomentInput)

    def __init__(self, data: Any = None, files: Any = None, *, kind: str, portal: Portal, **options: Any) -> None:
        super().__init__(data, files, **options)
        columns = ColumnPage.objects.descendant_of(portal.site.root_page).order_by("title")
        self.fields["parent"].queryset = columns  # type: ignore[attr-defined]
        heard = Recording.objects.filter(script__office=portal.office, state=Recording.State.APPROVED)
        self.fields["recording"].queryset = heard  # type: ignore[attr-defined]
        self._offer_originals(kind, portal, options.get("initial") or {})
        wanted = (*_OF_ARTICLES, *OF_KIND.get(kind, ())) if kind in OF_KIND else ()
        for name in {*_OF_ARTICLES, *(each for names in OF_KIND.values() for each in names)} - set(wanted):
            del self.fields[name]
        if options.get("initial", {}).get("seen"):
            self.fields.pop("parent", None)

    def _offer_originals(self, kind: str, portal: Portal, initial: dict[str, Any]) -> None:
        """The Vietnamese pages of its sort; the field is left out where there are none."""
        family = KINDS[kind].family() if kind in KINDS else HomePage
        fits = Q(language=ContentPage.Language.VIETNAMESE) | Q(pk=initial.get("translation_of"))
        pages = family.objects.descendant_of(portal.site.root_page).filter(fits)
        originals = pages.exclude(pk=initial.get("page")).order_by("title")
        self.fields["translation_of"].queryset = originals  # type: ignore[attr-defined]
        if not originals.exists():
            del self.fields["translation_of"]

    @property
    def values(self) -> dict[str, Any]:
        """The values of the page itself; the picture comes apart, because it is added by an act of its own."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("seen", "parent", "title", "file", "alt", "credit")
        }

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or ContentPage.Language.VIETNAMESE

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for first, last, sentence in _IN_ORDER:
            begins, ends = given.get(first), given.get(last)
            if begins and ends and ends <= begins:
                self.add_error(last, sentence)
        if bool(given.get("banner_from")) != bool(given.get("banner_until")):
            self.add_error("banner_until", _("Hãy ghi cả giờ bắt đầu và giờ kết thúc hiện đầu trang."))
        return given


def initial_of(standing: PageState) -> dict[str, Any]:
    """What the form of a page begins with: its newest version."""
    page = standing.page.get_latest_revision_as_object()
    picture: Picture | None = page.picture
    values = {
        "page": standing.page_id,
        "seen": standing.written_id,
        "title": page.draft_title or page.title,
        "lead": page.lead,
        "body": page.body,
    }
    if picture:
        values |= {"alt": picture.alt, "credit": picture.credit}
    more = (name for name in FIELDS if name not in values and name != "picture" and hasattr(page, name))
    return values | {name: getattr(page, name) for name in more}


class OpenForm(forms.Form):
    hostname = forms.CharField(label=_("Tên miền"), max_length=200, help_text=_("ví dụ: ten-xa.gov.vn"))
    port = forms.IntegerField(label=_("Cổng mạng"), min_value=1, max_value=65535, initial=443)


class OldAddressForm(forms.Form):
    path = forms.CharField(label=_("Địa chỉ cũ"), max_length=500, help_text=_("ví dụ: /cds/"))
    to = forms.CharField(label=_("Dẫn tới"), max_length=500, help_text=_("địa chỉ của một trang đang đăng"))


class ContactForm(forms.ModelForm):
    class Meta:
        model = Portal
        fields = ("address", "phone", "email", "hours", "hotlines")
        widgets = {"hotlines": forms.Textarea(attrs={"rows": 4})}
