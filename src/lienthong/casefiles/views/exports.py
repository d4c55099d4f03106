"""Exports: asked for, watched, fetched by who asked."""

from django.contrib.auth.decorators import login_required
from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_POST

from lienthong.casefiles.actions.ask_export import ask_export
from lienthong.casefiles.archiving import PAPERS, paper_of
from lienthong.casefiles.models import CaseExport
from lienthong.casefiles.subjects import kind_of
from lienthong.casefiles.views.cases import case_of, case_url, subject_of
from lienthong.core.file_kinds import WORD
from lienthong.core.http import answer_refusal, require, stored_file
from lienthong.core.refusals import Refused
from lienthong.core.text import fold
from lienthong.jobs.service import Claim
from lienthong.organisations.service import StaffRequest, abilities_for

_TYPES = {"zip": "application/zip", "pdf": "application/pdf", "xml": "application/xml"}


def export_of(request: StaffRequest, pk: int) -> CaseExport:
    found = CaseExport.objects.visible_to(request.actor).filter(expires_at__gt=timezone.now())
    export: CaseExport = get_object_or_404(found.select_related("case", "plan", "document", "report"), pk=pk)
    return export


@login_required
@require_POST
def ask_about(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    subject = subject_of(request, kind, pk)
    return redirect("casefiles:export", ask_export(request.actor, subject).pk)


@login_required
@require_POST
def ask_of_case(request: StaffRequest, pk: int) -> HttpResponse:
    case = case_of(request, pk)
    try:
        export = ask_export(request.actor, case)
    except Refused as refused:
        return answer_refusal(request, refused, case_url(case))
    return redirect("casefiles:export", export.pk)


@login_required
@require_GET
def export(request: StaffRequest, pk: int) -> HttpResponse:
    found = export_of(request, pk)
    files = [(ending, stored) for ending, stored in _files(found).items() if stored]
    context = {
        "export": found,
        "kind": kind_of(found.subject),
        "files": files,
        "failed": found.job_state == Claim.FAILED,
        "ready": found.job_state == Claim.DONE,
    }
    return render(request, "casefiles/export.html", context)


@login_required
@require_GET
def paper(request: StaffRequest, pk: int, paper: str) -> HttpResponse:
    """One of the papers with which a closed case file goes to the archive."""
    case = case_of(request, pk)
    require(paper in PAPERS and abilities_for(request.actor, case).papers)
    answer = HttpResponse(paper_of(request.actor, case, paper), content_type=WORD.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{paper}-{case.pk}.docx"'
    return answer


@login_required
@require_GET
def file(request: StaffRequest, pk: int, ending: str) -> HttpResponseBase:
    found = export_of(request, pk)
    stored = _files(found).get(ending)
    if not stored:
        raise Http404
    name = slugify(fold(f"ho so {found.title}"))[:80]
    return stored_file(stored, name=f"{name}.{ending}", content_type=_TYPES[ending])


def _files(found: CaseExport) -> dict[str, FieldFile]:
    return {"zip": found.zip, "pdf": found.pdf, "xml": found.xml}
