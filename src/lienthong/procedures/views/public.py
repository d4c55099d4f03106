"""What a resident or a business meets: procedures, the papers that apply to them, guides, and what was before."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lienthong.core import search
from lienthong.core.http import stored_file
from lienthong.core.public import PublicSite, at_site
from lienthong.core.refusals import Refused
from lienthong.core.structured import head_of
from lienthong.core.text import sort_key
from lienthong.procedures.asking import asked_of
from lienthong.procedures.drawing import sheet_of
from lienthong.procedures.guiding import guide_steps
from lienthong.procedures.history import stages_of
from lienthong.procedures.models import Audience, BlankForm, Guide, Online, Procedure, ProcedureVersion
from lienthong.procedures.online import level_on
from lienthong.procedures.structured import guide_said, procedure_said

_FOR = {"nguoi-dan": Audience.CITIZENS, "doanh-nghiep": Audience.BUSINESSES}


def _public(site: PublicSite, pk: int) -> tuple[Procedure, ProcedureVersion]:
    procedure: Procedure = get_object_or_404(Procedure.objects.public(site.office_id), pk=pk)
    assert procedure.current is not None
    return procedure, procedure.current


def _place_in_list(procedure: Procedure) -> tuple[str, str]:
    """By field and name, each in the order of the Vietnamese alphabet."""
    assert procedure.current is not None
    return sort_key(procedure.current.field), sort_key(procedure.current.title)


@require_safe
@at_site
def everything(request: HttpRequest, site: PublicSite) -> HttpResponse:
    """Every procedure by field, for residents or for businesses, or those with the words that were typed."""
    chosen, query = request.GET.get("cho", ""), request.GET.get("q", "").strip()[:100]
    procedures, guides = Procedure.objects.public(site.office_id), Guide.objects.public(site.office_id)
    if audience := _FOR.get(chosen):
        wanted = Q(current__audience__in=(audience, Audience.BOTH))
        procedures, guides = procedures.filter(wanted), guides.filter(wanted)
    if query:
        procedures = procedures.filter(pk__in=search.matches(Procedure, query))
        guides = guides.filter(pk__in=search.matches(Guide, query))
    context = {
        "procedures": sorted(procedures, key=_place_in_list),
        "guides": guides, "chosen": chosen, "wanted": query,
    }  # fmt: skip
    return render(request, "procedures/public/all.html", context)


@require_safe
@at_site
def one(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponse:
    procedure, version = _public(site, pk)
    context = {
        "procedure": procedure, "version": version, "papers": version.papers,
        "online": level_on(version.online, timezone.localdate()) if version.online != Online.NONE else None,
        "older": procedure.versions.past().count() > 1,
    }  # fmt: skip
    context |= head_of(request, procedure_said(version, site, request))
    return render(request, "procedures/public/one.html", context)


@require_safe
@at_site
def papers(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponse:
    """One question a page, each answer a link; after the last one the papers that apply."""
    procedure, version = _public(site, pk)
    if not version.questions:
        raise Http404
    here = reverse("procedures_papers", args=[pk])
    context = {"procedure": procedure, "version": version, "here": here}
    context |= asked_of(version, here, request.GET.get("chon", ""))
    return render(request, "procedures/public/papers.html", context)


@require_safe
@at_site
def history(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponse:
    procedure, version = _public(site, pk)
    context = {"procedure": procedure, "version": version}
    return render(request, "procedures/public/history.html", context | {"stages": stages_of(procedure.versions.past())})


@require_safe
@at_site
def sheet(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponse:
    _procedure, version = _public(site, pk)
    return sheet_answer(request, version)


@require_safe
@at_site
def blank_form(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponseBase:
    """A form of what is public now; an older one may lead somebody to fill in the wrong paper."""
    shown = Procedure.objects.public(site.office_id).values("current")
    form = get_object_or_404(BlankForm, pk=pk, version__in=shown)
    return stored_file(form.stored, name=form.name + form.ending, content_type=form.content_type)


@require_safe
@at_site
def guide(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponse:
    found: Guide = get_object_or_404(Guide.objects.public(site.office_id), pk=pk)
    assert found.current is not None
    steps = guide_steps(found.current)
    context = {"version": found.current, "steps": steps}
    context |= head_of(request, guide_said(found.current, steps, site, request))
    return render(request, "procedures/public/guide.html", context)


def sheet_answer(request: HttpRequest, version: ProcedureVersion) -> HttpResponse:
    """The PDF, shown in the browser; 503 with the sentence where the machine has no typeface to draw it."""
    address = request.build_absolute_uri(reverse("procedures_one", args=[version.procedure_id]))
    try:
        drawn = sheet_of(version, address)
    except Refused as refused:
        return HttpResponse(str(refused.sentence), status=503, content_type="text/plain; charset=utf-8")
    answer = HttpResponse(drawn, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{version.procedure.code}.pdf"'
    return answer
