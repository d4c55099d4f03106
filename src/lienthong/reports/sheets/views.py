"""Pages of forms from above: taken in, pointed once, filled every period."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.core.file_kinds import SHEET
from lienthong.core.http import act_and_return, after_act, answer_refusal, require, stored_file, whole
from lienthong.core.refusals import Refused
from lienthong.core.text import fold
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.reports.actions.add_provided_form import add_provided_form
from lienthong.reports.actions.fill_form import fill_form
from lienthong.reports.actions.point_form_cells import point_form_cells
from lienthong.reports.actions.say_not_duplicate import say_not_duplicate
from lienthong.reports.models import FilledForm, FormCell, Obligation, ProvidedForm, Report
from lienthong.reports.permissions import may_make_reports
from lienthong.reports.sheets.filling import planned
from lienthong.reports.sheets.forms import EditionForm, ProvidedFormForm
from lienthong.reports.sheets.grid import grids_of
from lienthong.reports.sheets.package import open_form
from lienthong.reports.sheets.sources import Source, proposed, sources


def _form_of(request: StaffRequest, pk: int) -> ProvidedForm:
    found: ProvidedForm = get_object_or_404(
        ProvidedForm.objects.visible_to(request.actor).select_related("office", "obligation", "replaces"), pk=pk
    )
    return found


def _given(request: StaffRequest, prefix: str) -> dict[int, str]:
    """What a page sent for single cells: "o-12=figure:tasks"."""
    keys = {name: whole(name[len(prefix) :]) for name in request.POST if name.startswith(prefix)}
    return {pk: request.POST[name] for name, pk in keys.items() if pk is not None}


@login_required
@require_http_methods(["GET", "POST"])
def add_form(request: StaffRequest) -> HttpResponse:
    require(may_make_reports(request.actor))
    form = ProvidedFormForm(request.POST or None, request.FILES or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            made = add_provided_form(request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error("file", refused.sentence)
        else:
            return redirect("reports:form", made.pk)
    return render(request, "reports/sheets/add.html", {"form": form})


@login_required
@require_GET
def provided_form(request: StaffRequest, pk: int) -> HttpResponse:
    """The form as it looks, and each cell it asks for with its source; what nobody pointed comes first."""
    found = _form_of(request, pk)
    known = sources(found.office)
    with found.file.open("rb") as file:
        grids = grids_of(open_form(file))
    cells = list(found.cells.all())
    context = {
        "form": found,
        "grids": grids,
        "rows": [_row(cell, known) for cell in sorted(cells, key=lambda cell: (bool(cell.source), cell.pk))],
        "groups": _grouped(known),
        "blank": sum(not cell.source for cell in cells),
        "abilities": abilities_for(request.actor, found),
        "newer": ProvidedForm.objects.filter(replaces=found).first(),
        "edition": EditionForm(),
        "events": history_of(found),
    }
    return render(request, "reports/sheets/form.html", context)


def _row(cell: FormCell, known: list[Source]) -> dict[str, Any]:
    hint = None if cell.source else proposed(cell.label, known)
    return {"cell": cell, "chosen": cell.source or (hint.key if hint else ""), "hint": hint}


def _grouped(known: list[Source]) -> dict[str, list[Source]]:
    groups: dict[str, list[Source]] = {}
    for source in known:
        groups.setdefault(source.group, []).append(source)
    return groups


@login_required
@require_POST
def point(request: StaffRequest, pk: int) -> HttpResponse:
    found = _form_of(request, pk)
    back = reverse("reports:form", args=[pk])
    try:
        changed = point_form_cells(request.actor, found, _given(request, "o-"))
    except Refused as refused:
        return answer_refusal(request, refused, back)
    return after_act(
        request, ngettext("Đã ghi nguồn của %(n)d ô.", "Đã ghi nguồn của %(n)d ô.", changed) % {"n": changed}, back
    )


@login_required
@require_POST
def new_edition(request: StaffRequest, pk: int) -> HttpResponse:
    found = _form_of(request, pk)
    require(abilities_for(request.actor, found).manage)
    back = reverse("reports:form", args=[pk])
    form = EditionForm(request.POST, request.FILES)
    try:
        if not form.is_valid():
            raise Refused(_("Hãy chọn tệp .xlsx."))
        made = add_provided_form(request.actor, form.cleaned_data["file"], name=found.name, replaces=found)
    except Refused as refused:
        return answer_refusal(request, refused, back)
    return after_act(
        request, _("Đã thay bằng bản mới. Ô có tên không đổi giữ nguồn cũ."), reverse("reports:form", args=[made.pk])
    )


@login_required
@require_http_methods(["GET", "POST"])
def fill_page(request: StaffRequest, pk: int, form_pk: int) -> HttpResponse:
    """What will stand in each cell for one report; what is typed is typed here, and what has no source is listed."""
    report = get_object_or_404(Report.objects.visible_to(request.actor), pk=pk)
    found = _form_of(request, form_pk)
    require(abilities_for(request.actor, found).manage)
    if request.method == "POST":
        try:
            fill_form(request.actor, report, found, typed=_given(request, "o-"))
        except Refused as refused:
            return answer_refusal(request, refused, request.path)
        return after_act(request, _("Đã điền biểu mẫu. Tệp ở cuối trang này."), request.path)
    cells = planned(report, found)
    context = {
        "thing": report,
        "report": report,
        "form": found,
        "typed": [each for each in cells if each.cell.source == "typed:"],
        "given": [each for each in cells if each.cell.source not in ("", "typed:")],
        "blank": [each for each in cells if not each.cell.source],
        "labels": {source.key: source.label for source in sources(found.office)},
        "filled": FilledForm.objects.visible_to(request.actor).filter(report=report, form=found),
    }
    return render(request, "reports/sheets/fill.html", context)


@login_required
@require_GET
def filled_file(request: StaffRequest, pk: int) -> HttpResponseBase:
    filled = get_object_or_404(FilledForm.objects.visible_to(request.actor).select_related("report", "form"), pk=pk)
    name = f"{slugify(fold(filled.form.name))[:60]}-{slugify(fold(filled.report.title))[:60]}.xlsx"
    return stored_file(filled.file, name=name, content_type=SHEET.content_type)


@login_required
@require_POST
def not_duplicate(request: StaffRequest, pk: int, other_pk: int) -> HttpResponse:
    seen = Obligation.objects.visible_to(request.actor)
    one, other = get_object_or_404(seen, pk=pk), get_object_or_404(seen, pk=other_pk)
    return act_and_return(
        request,
        lambda: say_not_duplicate(request.actor, one, other, reason=request.POST.get("reason", "")),
        _("Đã ghi là hai báo cáo khác nhau."),
        reverse("reports:reports"),
    )
