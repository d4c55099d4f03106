"""What people fill in about drafts. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import AmountField, DayInput
from lienthong.drafting.models import Draft, DraftSection, DraftTask
from lienthong.drafting.signing import signers_of
from lienthong.drafting.tasks import paths_of
from lienthong.organisations.service import Actor
from lienthong.registry.service import Direction, OfficialDocument


class _Row(forms.Form):
    """A form with the version that its reader has before him."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("seen", "after")}


class BeginForm(forms.Form):
    type = forms.ChoiceField(label=_("Loại văn bản"))
    subject = forms.CharField(label=_("Trích yếu"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000)
    parent = forms.ModelChoiceField(
        OfficialDocument.objects.none(),
        label=_("Thực hiện văn bản cấp trên"),
        required=False,
        help_text=_("Dự thảo bắt đầu từ bố cục của văn bản này, mỗi phần ghi rõ nguồn."),
    )
    like = forms.ModelChoiceField(
        OfficialDocument.objects.none(),
        label=_("Hoặc dựa theo văn bản cũ của cơ quan"),
        required=False,
        help_text=_("Giữ lời và đơn vị của văn bản cũ, thời gian để trống."),
    )

    def __init__(self, data: Any = None, *, actor: Actor, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["type"].choices = [  # type: ignore[attr-defined]
            choice for choice in Draft._meta.get_field("type").choices or () if choice[0] != "khác"
        ]
        seen = OfficialDocument.objects.visible_to(actor).filter(register_number__isnull=False).order_by("-created_at")
        self.fields["parent"].queryset = seen.filter(direction=Direction.INCOMING)  # type: ignore[attr-defined]
        self.fields["like"].queryset = seen.filter(direction=Direction.OUTGOING)  # type: ignore[attr-defined]
        for name in ("parent", "like"):
            self.fields[name].label_from_instance = _label  # type: ignore[attr-defined]
            self.fields[name].empty_label = _("không có")  # type: ignore[attr-defined]


def _label(document: OfficialDocument) -> str:
    return f"{document.title}: {document.subject}"[:120]


class HeadForm(_Row):
    subject = forms.CharField(label=_("Trích yếu"), widget=forms.Textarea(attrs={"rows": 2}))
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=100)
    addressees = forms.CharField(
        label=_("Kính gửi"), required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("mỗi nơi một dòng")
    )
    bases = forms.CharField(
        label=_("Căn cứ"), required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("mỗi căn cứ một dòng")
    )
    recipients = forms.CharField(
        label=_("Nơi nhận"), required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("mỗi nơi một dòng")
    )
    signing = forms.ChoiceField(label=_("Người ký"), required=False, help_text=_("Cần có khi trình duyệt."))

    def __init__(self, data: Any = None, *, draft: Draft) -> None:
        names = ("subject", "symbol", "addressees", "bases", "recipients")
        initial = {name: getattr(draft, name) for name in names}
        super().__init__(data, initial=initial | {"signing": draft.signing_id or "", "seen": draft.version})
        self._signers = {str(signing.pk): signing for signing in signers_of(draft)}
        self.fields["signing"].choices = [  # type: ignore[attr-defined]
            ("", _("chưa chọn")),
            *((pk, f"{one.get_form_display()} {one.position}") for pk, one in self._signers.items()),
        ]

    def clean_signing(self) -> Any:
        return self._signers.get(self.cleaned_data["signing"])


class SectionForm(_Row):
    title = forms.CharField(label=_("Đề mục"), required=False, max_length=500)
    level = forms.TypedChoiceField(label=_("Cấp"), choices=[(1, "I."), (2, "1."), (3, "a)")], coerce=int)
    text = forms.CharField(
        label=_("Nội dung"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Mỗi dòng một đoạn. Dòng bắt đầu bằng “- ” là một ý."),
    )
    after = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, section: DraftSection | None = None, after: int | None = None, more: str = ""
    ) -> None:
        initial: dict[str, Any] = {"seen": 0, "level": 1, "after": after}
        if section is not None:
            initial |= {
                "title": section.title,
                "level": section.level,
                "text": "\n".join(filter(None, [section.text, more])),
                "seen": section.version,
            }
        super().__init__(data, initial=initial)


class TaskForm(_Row):
    section = forms.ModelChoiceField(
        DraftSection.objects.none(), label=_("Thuộc phần"), required=False, empty_label=None,
        error_messages={"invalid_choice": _("Phần này không còn trong dự thảo. Hãy chọn phần khác.")},
    )  # fmt: skip
    text = forms.CharField(label=_("Nhiệm vụ"), widget=forms.Textarea(attrs={"rows": 3}))
    lead = forms.CharField(
        label=_("Chủ trì"), required=False, max_length=500, help_text=_("nhiều đơn vị cách nhau bằng dấu ;"),
        widget=forms.TextInput(attrs={"list": "don-vi", "autocomplete": "off"}),
    )  # fmt: skip
    support = forms.CharField(label=_("Phối hợp"), required=False, max_length=500)
    when = forms.CharField(label=_("Thời gian"), required=False, max_length=300)
    frequency = forms.CharField(
        label=_("Tần suất"), required=False, max_length=300,
        help_text=_("Ghi như “2 tuần/1 số (26 số/năm)”, “mỗi tháng 01 chuyên mục và phát lại 03 lần/tháng”."),
    )  # fmt: skip
    product = forms.CharField(label=_("Sản phẩm"), required=False, max_length=500)
    funding_source = forms.CharField(label=_("Nguồn kinh phí"), required=False, max_length=300)
    funding_amount = AmountField(label=_("Số tiền (đồng)"), required=False)
    out_of_scope = forms.BooleanField(
        label=_("Ngoài phạm vi công cụ: giữ nguyên văn, không nhắc, không đếm"), required=False
    )

    def __init__(
        self,
        data: Any = None,
        *,
        draft: Draft,
        task: DraftTask | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        start: dict[str, Any] = {"seen": 0} | (initial or {})
        if task is not None:
            start = {name: getattr(task, name) for name in self.base_fields if name != "seen"} | {"seen": task.version}
        super().__init__(data, initial=start)
        names = {section.pk: f"{path}. {section}".strip(". ") for section, path, _titles in paths_of(draft)}
        field = self.fields["section"]
        field.queryset = draft.sections.all()  # type: ignore[attr-defined]
        field.label_from_instance = lambda section: names[section.pk]  # type: ignore[attr-defined]


class FileForm(forms.Form):
    file = forms.FileField(label=_("Tệp"))


class PeriodForm(forms.Form):
    starts_on = forms.DateField(label=_("Từ ngày"), widget=DayInput())
    ends_on = forms.DateField(label=_("Đến ngày"), widget=DayInput())
