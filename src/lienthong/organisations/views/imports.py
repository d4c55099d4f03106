"""The spreadsheet import: choose a file, see what would happen, do it."""

import secrets

from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from lienthong.core.http import answer_refusal
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.tables import MAX_BYTES
from lienthong.organisations.acting import StaffRequest
from lienthong.organisations.actions.import_organisations import import_organisations
from lienthong.organisations.forms import ImportForm
from lienthong.organisations.imports.template import template_workbook
from lienthong.organisations.models import Role

#: How long a file that was tried waits for its *Ghi*, in seconds.
KEPT_FOR = 3600
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@never_cache
def import_page(request: StaffRequest) -> HttpResponse:
    if not request.actor.is_(Role.ADMINISTRATOR):
        refused = NotAllowed(_("Chỉ quản trị nhập được bảng tính tổ chức."))
        return answer_refusal(request, refused, reverse("organisations:bodies"))
    trying = request.method == "POST" and not request.POST.get("key")
    form = ImportForm(request.POST, request.FILES) if trying else ImportForm()
    context: dict[str, object] = {"form": form}
    if request.method == "POST":
        try:
            context |= _try(request, form) if trying else _apply(request)
        except Refused as refused:
            context["refused"] = refused.sentence
    return render(request, "organisations/import.html", context)


@login_required
@require_GET
def import_template(request: StaffRequest) -> HttpResponse:
    answer = HttpResponse(template_workbook(), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="mau-to-chuc.xlsx"'
    return answer


def _try(request: StaffRequest, form: ImportForm) -> dict[str, object]:
    if not form.is_valid():
        return {}
    file = form.cleaned_data["file"]
    if file.size > MAX_BYTES:
        raise Refused(_("Tệp lớn hơn %(mb)d MB. Hãy chia nhỏ bảng tính.") % {"mb": MAX_BYTES // 1024 // 1024})
    content = file.read()
    report = import_organisations(request.actor, content, file_name=file.name)
    key = ""
    if report.changes and not report.problems:
        key = secrets.token_urlsafe(16)
        cache.set(_cache_key(request, key), (file.name, content), KEPT_FOR)
    return {"report": report, "key": key, "file_name": file.name}


def _apply(request: StaffRequest) -> dict[str, object]:
    kept = cache.get(_cache_key(request, request.POST["key"]))
    if kept is None:
        raise Refused(_("Lượt thử này đã quá một giờ. Hãy chọn lại tệp."))
    name, content = kept
    report = import_organisations(request.actor, content, file_name=name, apply=True)
    cache.delete(_cache_key(request, request.POST["key"]))
    return {"report": report, "applied": not report.problems, "file_name": name}


def _cache_key(request: StaffRequest, key: str) -> str:
    return f"organisations.import.{request.user.pk}.{key}"
