"""Forms of the tree, people, groups and the import. What may be chosen is limited to what the act would take."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import DayField
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Body, Position, Role, SigningAuthority

#: The accent of an office that chose none; the one of the style sheet.
USUAL_ACCENT = "#1d4f91"


class BodyForm(forms.ModelForm):
    """``parent`` is offered only where a body is moved."""

    valid_from = DayField(label=_("Từ ngày"), required=False)
    other_names = forms.CharField(
        label=_("Tên gọi khác"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("mỗi tên một dòng: cách văn bản khác viết tên này"),
    )

    class Meta:
        model = Body
        fields = (
            "parent",
            "name",
            "short_name",
            "kind",
            "level",
            "official_id",
            "is_office",
            "symbol",
            "place",
            "accent",
            "valid_from",
        )
        widgets = {"accent": forms.TextInput(attrs={"type": "color"})}

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None or self.instance.parent_id is None or actor.office is None:
            del self.fields["parent"]
        else:
            own = Body.objects.valid_now().under(actor.office).exclude(path__startswith=self.instance.path)
            known = Q(pk__in=own) | Q(pk=self.instance.parent_id)
            self.fields["parent"].queryset = Body.objects.filter(known)  # type: ignore[attr-defined]
            self.fields["parent"].required = True
            self.fields["parent"].label = _("Thuộc")
        if self.instance.pk:
            self.initial["other_names"] = "\n".join(self.instance.names.values_list("name", flat=True))
        if not self.instance.is_office:
            del self.fields["accent"]
        elif not self.initial.get("accent"):
            self.initial["accent"] = USUAL_ACCENT

    def clean_other_names(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.cleaned_data["other_names"].splitlines() if line.strip())

    def clean_accent(self) -> str:
        # A colour input is never empty; the usual colour is none of the office's own.
        accent = str(self.cleaned_data["accent"])
        return "" if accent == USUAL_ACCENT else accent

    def _post_clean(self) -> None:
        """The act changes the body, not the form."""


class CloseBodyForm(forms.Form):
    day = DayField(label=_("Ngày hoạt động cuối cùng"), initial=timezone.localdate)
    successors = forms.ModelMultipleChoiceField(
        label=_("Tổ chức tiếp nhận"), queryset=Body.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        beside = Body.objects.valid_now().filter(Q(parent=body.parent) | Q(office=body.office, office__isnull=False))
        self.fields["successors"].queryset = beside.exclude(pk=body.pk)  # type: ignore[attr-defined]


class EndForm(forms.Form):
    day = DayField(label=_("Ngày cuối cùng"), initial=timezone.localdate)


class PositionForm(forms.Form):
    body = forms.ModelChoiceField(label=_("Tổ chức"), queryset=Body.objects.none())
    title = forms.CharField(label=_("Chức vụ"), max_length=100)
    role = forms.ChoiceField(label=_("Vai trò"), choices=Role.choices)
    valid_from = DayField(label=_("Từ ngày"), required=False)
    valid_to = DayField(label=_("Đến ngày"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if actor.office is not None:
            self.fields["body"].queryset = Body.objects.valid_now().under(actor.office)  # type: ignore[attr-defined]


class UserForm(forms.Form):
    full_name = forms.CharField(label=_("Họ và tên"), max_length=80)
    username = forms.CharField(
        label=_("Tên đăng nhập"), max_length=50, help_text=_("chữ thường không dấu, số, dấu chấm, gạch nối")
    )
    title = forms.CharField(label=_("Chức vụ"), max_length=100)
    role = forms.ChoiceField(label=_("Vai trò"), choices=Role.choices, initial=Role.MEMBER)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=20, required=False)
    valid_from = DayField(label=_("Từ ngày"), required=False)


class SigningForm(forms.Form):
    body = forms.ModelChoiceField(label=_("Ký cho"), queryset=Body.objects.none())
    form = forms.ChoiceField(label=_("Thẩm quyền ký"), choices=SigningAuthority.Form.choices, required=False)
    valid_from = DayField(label=_("Từ ngày"), required=False)
    valid_to = DayField(label=_("Đến ngày"), required=False, help_text=_("bắt buộc với TUQ."))
    mandate_number = forms.CharField(label=_("Số văn bản ủy quyền"), max_length=80, required=False)
    mandate_date = DayField(label=_("Ngày văn bản ủy quyền"), required=False)
    scope = forms.CharField(label=_("Nội dung được ký"), max_length=300, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if actor.office is not None:
            self.fields["body"].queryset = Body.objects.valid_now().under(actor.office)  # type: ignore[attr-defined]


class SupervisionForm(forms.Form):
    """Offices that the administrator looks after: whom he may open them to."""

    body = forms.ModelChoiceField(label=_("Cơ quan được giám sát"), queryset=Body.objects.none())
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=300, help_text=_("số, ngày của văn bản giao, hoặc quyền theo luật")
    )
    valid_from = DayField(label=_("Từ ngày"), initial=timezone.localdate)
    valid_to = DayField(label=_("Đến ngày"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if actor.office is not None:
            offices = Body.objects.valid_now().under(actor.office).filter(is_office=True)
            self.fields["body"].queryset = offices  # type: ignore[attr-defined]


class CommitteeMemberForm(forms.Form):
    position = forms.ModelChoiceField(label=_("Người"), queryset=Position.objects.none())
    duty = forms.CharField(label=_("Nhiệm vụ trong ban"), max_length=100)
    valid_from = DayField(label=_("Từ ngày"), required=False)

    def __init__(self, *args: Any, committee: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = Position.objects.valid_now().filter(body__office=committee.office).select_related("user", "body")
        self.fields["position"].queryset = held  # type: ignore[attr-defined]


class GroupForm(forms.Form):
    name = forms.CharField(
        label=_("Tên nhóm"), max_length=200, help_text=_("như văn bản hay viết: các cơ quan, đơn vị liên quan")
    )


class MembersForm(forms.Form):
    bodies = forms.ModelMultipleChoiceField(
        label=_("Thành viên"), queryset=Body.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    day = DayField(label=_("Kể từ ngày"), initial=timezone.localdate)

    def __init__(self, *args: Any, office: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near = Q(office=office) | Q(parent__in=office.ancestor_ids)
        self.fields["bodies"].queryset = Body.objects.valid_now().filter(near)  # type: ignore[attr-defined]


class NoteForm(forms.Form):
    note = forms.CharField(label=_("Nội dung"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("Bảng tính .xlsx"), widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}), allow_empty_file=True
    )
