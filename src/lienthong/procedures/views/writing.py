"""Writing procedures and guides, and the forms to be filled in that belong to a procedure."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.http import act_and_return, after_act, answer_refusal, form_page, require, stored_file
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest
from lienthong.procedures.actions.add_blank_form import add_blank_form
from lienthong.procedures.actions.remove_blank_form import remove_blank_form
from lienthong.procedures.actions.write_guide import write_guide
from lienthong.procedures.actions.write_procedure import write_procedure
from lienthong.procedures.forms import BlankFormForm, GuideForm, ProcedureForm
from lienthong.procedures.items import version_url
from lienthong.procedures.models import BlankForm, Guide, GuideVersion, Procedure, ProcedureVersion, Version
from lienthong.procedures.permissions import may_write
from lienthong.procedures.views.desk import guide_of, newest_of, procedure_of

Write = Callable[[dict[str, Any], int], Version]


@login_required
@require_http_methods(["GET", "POST"])
def new_procedure(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    return _procedure(request, None, None)


@login_required
@require_http_methods(["GET", "POST"])
def edit_procedure(request: StaffRequest, pk: int) -> HttpResponse:
    found = procedure_of(request, pk)
    newest = newest_of(found)
    assert isinstance(newest, ProcedureVersion)
    return _procedure(request, found, newest)


def _procedure(request: StaffRequest, found: Procedure | None, newest: ProcedureVersion | None) -> HttpResponse:
    form = ProcedureForm(request.POST or None, initial=_initial(ProcedureForm.initial_of(newest), newest))
    if found is not None:
        del form.fields["code"]

    def write(values: dict[str, Any], seen: int) -> Version:
        return write_procedure(request.actor, found, values=values, code=values.pop("code", ""), seen=seen)

    return _written(request, form, newest, write)


@login_required
@require_http_methods(["GET", "POST"])
def new_guide(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    return _guide(request, None, None)


@login_required
@require_http_methods(["GET", "POST"])
def edit_guide(request: StaffRequest, pk: int) -> HttpResponse:
    found = guide_of(request, pk)
    newest = newest_of(found)
    assert isinstance(newest, GuideVersion)
    return _guide(request, found, newest)


def _guide(request: StaffRequest, found: Guide | None, newest: GuideVersion | None) -> HttpResponse:
    form = GuideForm(request.POST or None, initial=_initial(GuideForm.initial_of(newest), newest))
    return _written(
        request, form, newest, lambda values, seen: write_guide(request.actor, found, values=values, seen=seen)
    )


def _initial(values: dict[str, Any], newest: Version | None) -> dict[str, Any]:
    return values | {"seen": newest.edits if newest else 0}


def _written(request: StaffRequest, form: forms.Form, newest: Version | None, write: Write) -> HttpResponse:
    def act(values: dict[str, Any]) -> Version:
        return write(values, values.pop("seen") or 0)

    return form_page(
        request, form, act, lambda version: redirect(version_url(version)), template="procedures/write.html",
        version=newest, back=version_url(newest) if newest else "",
    )  # fmt: skip


@login_required
@require_POST
def add_form(request: StaffRequest, pk: int) -> HttpResponse:
    visible = ProcedureVersion.objects.visible_to(request.actor).select_related("procedure")
    version = get_object_or_404(visible, pk=pk)
    form = BlankFormForm(request.POST, request.FILES)
    try:
        if not form.is_valid():
            raise Refused(_("Hãy ghi tên mẫu đơn và chọn tệp."))
        add_blank_form(request.actor, version, form.cleaned_data["file"], name=form.cleaned_data["name"])
    except Refused as refused:
        return answer_refusal(request, refused, version_url(version))
    return after_act(request, _("Đã thêm mẫu đơn."), version_url(version))


@login_required
@require_POST
def remove_form(request: StaffRequest, pk: int) -> HttpResponse:
    form = get_object_or_404(BlankForm.objects.visible_to(request.actor).select_related("version__procedure"), pk=pk)
    return act_and_return(
        request, lambda: remove_blank_form(request.actor, form), _("Đã bỏ mẫu đơn."), version_url(form.version)
    )


@login_required
@require_GET
def form_file(request: StaffRequest, pk: int) -> HttpResponseBase:
    form = get_object_or_404(BlankForm.objects.visible_to(request.actor), pk=pk)
    return stored_file(form.stored, name=form.name + form.ending, content_type=form.content_type)
