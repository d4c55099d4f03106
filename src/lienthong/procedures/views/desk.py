"""The desk: every procedure with what is out of date first, one procedure, guides, and the steps of a version."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from lienthong.audit.service import history_of
from lienthong.core import search
from lienthong.core.http import Steps, reason_in, require, seen_in, take_step
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.procedures.actions.approve_version import approve_version
from lienthong.procedures.actions.end_version import end_version
from lienthong.procedures.actions.return_version import return_version
from lienthong.procedures.actions.submit_version import submit_version
from lienthong.procedures.actions.withdraw_version import withdraw_version
from lienthong.procedures.freshness import all_faults_of
from lienthong.procedures.guiding import guide_steps
from lienthong.procedures.history import changes_between, stages_of
from lienthong.procedures.items import version_url
from lienthong.procedures.models import (
    Batch,
    Guide,
    GuideVersion,
    LinkCheck,
    Posting,
    Procedure,
    ProcedureVersion,
    Version,
)
from lienthong.procedures.permissions import may_write
from lienthong.procedures.views.public import sheet_answer

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "trinh": (lambda r, v: submit_version(r.actor, v), gettext_lazy("Đã trình duyệt.")),
    "rut-lai": (lambda r, v: withdraw_version(r.actor, v), gettext_lazy("Đã rút về để sửa.")),
    "tra-lai": (lambda r, v: return_version(r.actor, v, reason=reason_in(r)), gettext_lazy("Đã trả lại, kèm lý do.")),
    "duyet": (lambda r, v: approve_version(r.actor, v, seen=seen_in(r)), gettext_lazy("Đã duyệt công khai.")),
    "thoi": (lambda r, v: end_version(r.actor, v, reason=reason_in(r)), gettext_lazy("Đã thôi công khai, kèm lý do.")),
}


def procedure_of(request: StaffRequest, pk: int) -> Procedure:
    visible = Procedure.objects.visible_to(request.actor).select_related("office", "current", "checked_by__user")
    found: Procedure = get_object_or_404(visible, pk=pk)
    return found


def guide_of(request: StaffRequest, pk: int) -> Guide:
    found: Guide = get_object_or_404(Guide.objects.visible_to(request.actor).select_related("current"), pk=pk)
    return found


@login_required
@require_GET
def procedures(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    query, only = request.GET.get("q", "").strip()[:100], request.GET.get("loc", "")
    visible = Procedure.objects.visible_to(request.actor).select_related("current")
    faults = all_faults_of(visible)
    found = visible.filter(pk__in=search.matches(Procedure, query)) if query else visible
    if only == "ra-soat":
        found = found.filter(pk__in=[procedure.pk for procedure in faults])
    page = Paginator(found.prefetch_related("versions"), 30).get_page(request.GET.get("trang"))
    by_pk = {procedure.pk: said for procedure, said in faults.items()}
    context = {
        "page": page,
        "rows": [(each, newest_of(each), by_pk.get(each.pk, [])) for each in page],
        "late": len(faults),
        "only": only,
        "wanted": query,
        "batches": Batch.objects.visible_to(request.actor).filter(approved_at=None)[:5],
    }
    return render(request, "procedures/procedures.html", context)


def newest_of(thing: Procedure | Guide) -> Version | None:
    """The version that is written on, else the last one; from what was prefetched."""
    return max(thing.versions.all(), key=lambda version: version.number, default=None)


@login_required
@require_GET
def procedure(request: StaffRequest, pk: int) -> HttpResponse:
    found = procedure_of(request, pk)
    newest = newest_of(found)
    if newest is None:
        raise Http404
    context = _context(request, found, newest) | {
        "papers": newest.papers,  # type: ignore[attr-defined]
        "faults": all_faults_of([found]).get(found, []),
        "postings": Posting.objects.visible_to(request.actor).filter(version__procedure=found).select_related(
            "version", "added_by__user"
        ),
        "link": LinkCheck.objects.filter(procedure=found).first(),
        "forms": newest.forms.all(),  # type: ignore[attr-defined]
    }  # fmt: skip
    return render(request, "procedures/procedure.html", context)


@login_required
@require_GET
def guides(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    visible = Guide.objects.visible_to(request.actor).prefetch_related("versions")
    return render(request, "procedures/guides.html", {"rows": [(each, newest_of(each)) for each in visible]})


@login_required
@require_GET
def guide(request: StaffRequest, pk: int) -> HttpResponse:
    found = guide_of(request, pk)
    newest = newest_of(found)
    if not isinstance(newest, GuideVersion):
        raise Http404
    return render(request, "procedures/guide.html", _context(request, found, newest) | {"steps": guide_steps(newest)})


def _context(request: StaffRequest, thing: Procedure | Guide, newest: Version) -> dict[str, Any]:
    """What both kinds show: the newest version, what it changes of the public one, and what was before."""
    before = thing.current if thing.current_id != newest.pk else None
    return {
        "thing": thing,
        "version": newest,
        "changes": changes_between(before, newest) if before is not None else [],
        "stages": stages_of(thing.versions.past()),
        "abilities": abilities_for(request.actor, newest),
        "may": abilities_for(request.actor, thing),
        "events": history_of(thing),
    }


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    visible = ProcedureVersion.objects.visible_to(request.actor).select_related("procedure__office")
    version = get_object_or_404(visible, pk=pk)
    return take_step(request, STEPS, act, version, version_url(version))


@login_required
@require_POST
def guide_step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    version = get_object_or_404(GuideVersion.objects.visible_to(request.actor).select_related("guide__office"), pk=pk)
    return take_step(request, STEPS, act, version, version_url(version))


@login_required
@require_GET
def sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """The sheet of what is public: what hangs at the office is what everybody reads."""
    found = procedure_of(request, pk)
    if found.current is None:
        raise Http404
    return sheet_answer(request, found.current)
