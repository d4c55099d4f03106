"""The spreadsheet import: choose a file, see what would happen, do it, and let another person approve the whole."""

import secrets

from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.file_kinds import SHEET
from lienthong.core.forms import refuse
from lienthong.core.http import after_act, answer_refusal, require
from lienthong.core.refusals import Refused
from lienthong.core.tables import MAX_BYTES
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.procedures.actions.approve_batch import approve_batch
from lienthong.procedures.actions.import_procedures import import_procedures
from lienthong.procedures.batches import waiting, words_of_batch
from lienthong.procedures.forms import ImportForm
from lienthong.procedures.history import Change, changes_between
from lienthong.procedures.imports.sheet import template_workbook
from lienthong.procedures.models import Batch, ProcedureVersion
from lienthong.procedures.permissions import may_write

#: How long a file that was tried waits for its *Ghi*, in seconds.
KEPT_FOR = 3600


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def import_page(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    trying = request.method == "POST" and not request.POST.get("key")
    form = ImportForm(request.POST, request.FILES) if trying else ImportForm()
    context: dict[str, object] = {"form": form}
    try:
        if trying and form.is_valid():
            context |= _try(request, form)
        elif request.method == "POST" and not trying:
            return _apply(request)
    except Refused as refused:
        if not trying:
            return answer_refusal(request, refused, request.path)
        refuse(form, refused)
    return render(request, "procedures/import.html", context)


def _try(request: StaffRequest, form: ImportForm) -> dict[str, object]:
    file = form.cleaned_data["file"]
    if file.size > MAX_BYTES:
        raise Refused(_("Tệp lớn hơn %(mb)d MB. Hãy chia nhỏ bảng tính.") % {"mb": MAX_BYTES // 1024 // 1024})
    said = {
        "content": file.read(), "file_name": file.name, "decision": form.cleaned_data["decision"],
        "dated": form.cleaned_data["dated"],
    }  # fmt: skip
    report = import_procedures(request.actor, **said)
    key = ""
    if report.changes and not report.problems:
        key = secrets.token_urlsafe(16)
        cache.set(_cache_key(request, key), said, KEPT_FOR)
    return {"report": report, "key": key, "file_name": file.name}


def _apply(request: StaffRequest) -> HttpResponse:
    said = cache.get(_cache_key(request, request.POST["key"]))
    if said is None:
        raise Refused(_("Lượt thử này đã quá một giờ. Hãy chọn lại tệp."))
    report = import_procedures(request.actor, **said, apply=True)
    if report.batch is None:
        raise Refused(_("Dữ liệu đã đổi sau lần thử. Hãy chọn lại tệp."))
    cache.delete(_cache_key(request, request.POST["key"]))
    sentence = _("Đã ghi. Thủ tục ra công khai khi người khác duyệt đợt này.")
    return after_act(request, sentence, reverse("procedures:batch", args=[report.batch.pk]))


def _cache_key(request: StaffRequest, key: str) -> str:
    return f"procedures.import.{request.user.pk}.{key}"


@login_required
@require_GET
def template(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    answer = HttpResponse(template_workbook(), content_type=SHEET.content_type)
    answer["Content-Disposition"] = 'attachment; filename="mau-thu-tuc.xlsx"'
    return answer


def _batch_of(request: StaffRequest, pk: int) -> Batch:
    visible = Batch.objects.visible_to(request.actor).select_related("made_by__user", "approved_by__user")
    found: Batch = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_GET
def batch(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything that waits of it, in full where it is new, what changed where it is not."""
    found = _batch_of(request, pk)
    versions = found.versions.select_related("procedure__current").order_by("procedure__code")
    context = {
        "batch": found,
        "rows": [(each, _changed(each)) for each in versions],
        "waiting": len(waiting(found)),
        "seen": words_of_batch(found),
        "abilities": abilities_for(request.actor, found),
    }
    return render(request, "procedures/batch.html", context)


def _changed(version: ProcedureVersion) -> list[Change]:
    """What a version that waits would change of the public one."""
    current = version.procedure.current
    waits = version.state == ProcedureVersion.State.WAITING
    return changes_between(current, version) if waits and current is not None else []


@login_required
@require_POST
def approve(request: StaffRequest, pk: int) -> HttpResponse:
    found, back = _batch_of(request, pk), reverse("procedures:batch", args=[pk])
    try:
        count = approve_batch(request.actor, found, seen=request.POST.get("seen", ""))
    except Refused as refused:
        return answer_refusal(request, refused, back)
    done = ngettext("Đã duyệt công khai %(n)d thủ tục.", "Đã duyệt công khai %(n)d thủ tục.", count) % {"n": count}
    return after_act(request, done, back)
