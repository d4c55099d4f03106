"""What people fill in about products. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.channels.core.service import Outlet, limits_of
from lienthong.core.forms import DayField, MomentInput
from lienthong.core.richtext import rich_field
from lienthong.newsroom.briefing import Brief, Source, chosen_source
from lienthong.newsroom.kinds import ProductKind
from lienthong.newsroom.models import Product
from lienthong.newsroom.models.files import MediaFile
from lienthong.newsroom.outgoing import possible_outlets
from lienthong.newsroom.words import lines_of
from lienthong.organisations.service import Actor
from lienthong.plans.service import Occurrence, Share
from lienthong.registry.service import OfficialDocument


class BriefForm(forms.Form):
    """The brief: what is to be made, for whom, saying what, by when."""

    title = forms.CharField(label=_("Tên sản phẩm"), max_length=250)
    kind = forms.ChoiceField(label=_("Loại sản phẩm"), choices=ProductKind.choices)
    audience = forms.CharField(label=_("Người nghe, người đọc"), max_length=300, required=False)
    message = forms.CharField(
        label=_("Thông điệp"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    form = forms.CharField(label=_("Hình thức"), max_length=300, required=False, help_text=_("ví dụ: 600 chữ, 2 ảnh"))
    due = DayField(label=_("Hạn làm xong"), required=False)

    @property
    def brief(self) -> Brief:
        return Brief(
            **{name: self.cleaned_data[name] for name in ("title", "kind", "audience", "message", "form", "due")}
        )


class ChangeBriefForm(BriefForm):
    """Besides the brief itself: another document it rests on, another occurrence it counts towards."""

    document = forms.ModelChoiceField(
        OfficialDocument.objects.none(), label=_("Thêm văn bản nguồn"), required=False, empty_label=_("(không thêm)")
    )
    quote = forms.CharField(
        label=_("Đoạn trong văn bản"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Chép đúng chữ của văn bản; để trống nếu dựa vào cả văn bản."),
    )  # fmt: skip
    occurrence = forms.ModelChoiceField(
        Occurrence.objects.none(), label=_("Tính thêm cho kỳ"), required=False, empty_label=_("(không thêm)")
    )

    def __init__(self, *args: Any, actor: Actor, product: Product, **options: Any) -> None:
        super().__init__(*args, **options)
        documents = OfficialDocument.objects.visible_to(actor).exclude(number="").order_by("-dated", "-pk")[:200]
        chosen: Any = self.fields["document"]
        chosen.queryset = OfficialDocument.objects.filter(pk__in=[document.pk for document in documents])
        occurrences: Any = self.fields["occurrence"]
        occurrences.queryset = open_occurrences(actor).exclude(product_credits__product=product)
        occurrences.label_from_instance = occurrence_label

    @property
    def sources(self) -> list[Source]:
        """:class:`Refused` where the passage is not in the document."""
        document = self.cleaned_data["document"]
        return [chosen_source(document, self.cleaned_data["quote"])] if document else []

    @property
    def occurrences(self) -> list[Occurrence]:
        found = self.cleaned_data["occurrence"]
        return [found] if found else []


def open_occurrences(actor: Actor) -> QuerySet[Occurrence]:
    """Open issues that the actor's bodies are to make, the next due first."""
    return (
        Occurrence.objects.visible_to(actor).counted().issues()
        .filter(closed_on=None, share__body__in=actor.body_ids, share__assignment__plan__state="active")
        .select_related("share__assignment__plan__office", "share__body").order_by("due", "pk")
    )  # fmt: skip


def occurrence_label(occurrence: Occurrence) -> str:
    return f"{occurrence.due:%d/%m/%Y} · {occurrence.name} · {occurrence.share.assignment.name}"


class PictureFields(forms.Form):
    """A picture that comes with the form."""

    file = forms.FileField(
        label=_("Thêm ảnh"), required=False, widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png"})
    )
    alt = forms.CharField(label=_("Mô tả ảnh"), max_length=300, required=False)
    credit = forms.CharField(label=_("Nguồn ảnh"), max_length=150, required=False)
    rights = forms.ChoiceField(label=_("Quyền sử dụng"), choices=MediaFile.Rights.choices, required=False)


class WriteForm(PictureFields):
    """A version: source text, files that stay, where it is meant to go, and what a channel says in another way."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Tiêu đề"), max_length=250)
    lead = forms.CharField(label=_("Tóm tắt"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    outlets = forms.ModelMultipleChoiceField(
        Outlet.objects.none(), label=_("Dự định phát hành tại"), required=False, widget=forms.CheckboxSelectMultiple
    )
    kept = forms.ModelMultipleChoiceField(MediaFile.objects.none(), required=False)
    correction = forms.CharField(
        label=_("Điều đính chính"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Công chúng đọc câu này cùng ngày đính chính: trước viết sai gì, nay đúng là gì."),
    )  # fmt: skip

    field_order = ("seen", "correction", "title", "lead", "body", "outlets")

    def __init__(self, *args: Any, actor: Actor, product: Product, **options: Any) -> None:
        super().__init__(*args, **options)
        self.product = product
        if product.released_id is None:
            del self.fields["correction"]
        if product.rule.formatted:
            self.fields["body"] = rich_field(_("Nội dung"))
        else:
            area = forms.Textarea(attrs={"rows": 12})
            self.fields["body"] = forms.CharField(label=_("Nội dung"), required=False, widget=area, max_length=20000)
        outlets: Any = self.fields["outlets"]
        outlets.queryset = possible_outlets(product)
        self._add_variants(outlets.queryset)
        kept: Any = self.fields["kept"]
        kept.queryset = MediaFile.objects.visible_to(actor)
        self.order_fields(self.field_order)

    def _add_variants(self, outlets: Sequence[Outlet]) -> None:
        """Two fields for each channel, with the narrowest limit of its outlets beside them."""
        self.channels: dict[str, str] = {}
        for outlet in outlets:
            if outlet.channel in self.channels:
                continue
            self.channels[outlet.channel] = outlet.name
            limits = limits_of(outlet)
            for name, label, most, widget in (
                ("title", _("Tiêu đề riêng"), limits.title, forms.TextInput()),
                ("text", _("Nội dung riêng"), limits.text, forms.Textarea(attrs={"rows": 5})),
            ):
                if most is not None:
                    widget.attrs["data-most"] = most
                self.fields[f"{outlet.channel}-{name}"] = forms.CharField(label=label, required=False, widget=widget)

    @property
    def variant_groups(self) -> list[dict[str, Any]]:
        """For the page: each channel with its outlets' name and its two fields."""
        return [
            {"code": code, "name": name, "fields": [self[f"{code}-title"], self[f"{code}-text"]],
             "used": any(self[f"{code}-{part}"].value() for part in ("title", "text"))}
            for code, name in self.channels.items()
        ]  # fmt: skip

    @property
    def variants(self) -> dict[str, Mapping[str, str]]:
        data = self.cleaned_data
        return {code: {part: data.get(f"{code}-{part}", "") for part in ("title", "text")} for code in self.channels}


def written_of(product: Product) -> dict[str, Any]:
    """What the form of a product begins with: its newest version, or what the brief says."""
    version = product.newest
    values: dict[str, Any] = {"seen": version.number if version else 0, "outlets": product.outlets.all()}
    if version is None:
        return values | {"title": product.title}
    body = version.body if product.rule.formatted else text_for_editing(version.body)
    values |= {"title": version.title, "lead": version.lead, "body": body}
    # A correction that was just opened begins with the reason for it.
    values["correction"] = product.reason if version.pk == product.released_id else version.correction
    for code, words in version.variants.items():
        values |= {f"{code}-{part}": text for part, text in words.items()}
    return values


def text_for_editing(html: str) -> str:
    """The paragraphs of a text without marks, a blank line between them."""
    return "\n\n".join(lines_of(html))


class ScheduleForm(forms.Form):
    outlets = forms.ModelMultipleChoiceField(
        Outlet.objects.none(), label=_("Phát hành tại"), required=False, widget=forms.CheckboxSelectMultiple
    )
    due_at = forms.DateTimeField(
        label=_("Giờ phát hành"), required=False, widget=MomentInput, help_text=_("Để trống: phát hành ngay.")
    )

    def __init__(self, *args: Any, product: Product, taken: set[int], **options: Any) -> None:
        super().__init__(*args, **options)
        outlets: Any = self.fields["outlets"]
        outlets.queryset = possible_outlets(product).exclude(pk__in=taken)


class ColumnForm(forms.Form):
    title = forms.CharField(label=_("Tên chuyên mục"), max_length=200)
    share = forms.ModelChoiceField(Share.objects.none(), label=_("Phần việc có nhịp"), empty_label=None)
    kind = forms.ChoiceField(label=_("Loại sản phẩm"), choices=ProductKind.choices)
    audience = forms.CharField(label=_("Người nghe, người đọc"), max_length=300, required=False)
    message = forms.CharField(
        label=_("Thông điệp"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        shares: Any = self.fields["share"]
        shares.queryset = (
            Share.objects.visible_to(actor).counted()
            .filter(occurrences__closed_on=None, assignment__plan__state="active")
            .select_related("assignment", "body").distinct()
        )  # fmt: skip


class ReleaseForm(forms.Form):
    title = forms.CharField(label=_("Tên đợt phát hành"), max_length=200)
    at = forms.DateTimeField(label=_("Giờ phát hành"), widget=MomentInput)
    products = forms.ModelMultipleChoiceField(
        Product.objects.none(), label=_("Sản phẩm trong đợt"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        products: Any = self.fields["products"]
        missed = Q(release__scheduled_at=None, release__at__lt=timezone.now())
        products.queryset = Product.objects.visible_to(actor).filter(
            Q(release=None) | missed, state__in=("draft", "returned", "review", "approved")
        )
