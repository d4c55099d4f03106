"""A printed name that the tree lacks becomes a body, proposed from how offices call themselves and said by a person."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.core.forms import refuse
from lienthong.core.http import answer_refusal, require
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.text import search_fold
from lienthong.organisations.service import Body, StaffRequest, abilities_for, name_body
from lienthong.registry.actions.map_name import map_name
from lienthong.registry.models import OfficialDocument
from lienthong.registry.review.names import choices
from lienthong.registry.review.views import review_url

#: How a name begins, folded, and what such a body is; the first that fits.
_KINDS = (
    (("thon ", "to dan pho", "khu dan cu", "khu pho", "ap ", "ban ", "buon ", "lang "), "hamlet"),
    (("ban chi dao", "to cong tac", "hoi dong ", "ban to chuc"), "committee"),
    (("dang uy", "chi bo", "tinh uy", "thanh uy", "ban thuong vu", "van phong dang uy"), "party"),
    (("uy ban mat tran", "mttq", "hoi ", "lien doan", "doan thanh nien", "doan tncs"), "front"),
    (("truong ", "tram ", "trung tam", "benh vien", "dai ", "bao "), "service"),
    (("phong ", "van phong", "bo phan", "to "), "unit"),
    (("so ", "bo ", "cong an", "toa an", "vien kiem sat", "thue ", "uy ban nhan dan", "ubnd", "hdnd"), "state"),
)


class NewBodyForm(forms.Form):
    """Name, kind, level and place of a body; what the printed name suggests is filled in."""

    name = forms.CharField(label=gettext_lazy("Tên đầy đủ"), max_length=200)
    short_name = forms.CharField(label=gettext_lazy("Tên gọn"), max_length=80, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=Body.Kind)
    level = forms.ChoiceField(label=gettext_lazy("Cấp"), choices=Body.Level)
    parent = forms.ModelChoiceField(Body.objects.none(), label=gettext_lazy("Thuộc"))

    def __init__(self, data: Any, *, office: Body, printed: str) -> None:
        super().__init__(data, initial=suggestion(office, printed))
        near = [target.pk for target in choices(office) if isinstance(target, Body)]
        self.fields["parent"].queryset = Body.objects.filter(pk__in=near)  # type: ignore[attr-defined]


def suggestion(office: Body, printed: str) -> dict[str, Any]:
    """What ``printed`` most likely is: its kind by how it begins, its level and place by what it says of itself."""
    folded = search_fold(printed) + " "
    kind = next((kind for starts, kind in _KINDS if folded.startswith(starts)), Body.Kind.OTHER)
    above = office.parent if office.parent and (" tinh " in folded or folded.startswith("so ")) else None
    level = Body.Level.HAMLET if kind == Body.Kind.HAMLET else (above or office).level
    return {"name": printed, "kind": kind, "level": level, "parent": above or office}


@login_required
def new_body(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down the body that ``ten`` names, and let the name mean it from now on."""
    document = get_object_or_404(OfficialDocument.objects.visible_to(request.actor), pk=pk)
    require(abilities_for(request.actor, document).review)
    printed = request.GET.get("ten", "")[:200]
    form = NewBodyForm(request.POST or None, office=document.office, printed=printed)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                body = name_body(request.actor, **form.cleaned_data)
                map_name(request.actor, document, printed=printed or body.name, target=body)
        except NotAllowed as refused:
            return answer_refusal(request, refused, review_url(document))
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("Đã thêm “%(name)s”. Lần sau tên này được nhận ra.") % {"name": body.name})
            return redirect(review_url(document))
    return render(request, "registry/new_body.html", {"form": form, "document": document, "printed": printed})
