"""The list, the beginning and the page of a draft, and its files."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.audit.service import history_of
from lienthong.core.http import answer_refusal, form_page, require
from lienthong.core.refusals import Refused
from lienthong.core.text import fold
from lienthong.drafting.actions.begin_draft import begin_draft
from lienthong.drafting.checking import check_draft, known_check
from lienthong.drafting.content import docx_of, pdf_of
from lienthong.drafting.coverage import coverage_of
from lienthong.drafting.forms import BeginForm, FileForm, PeriodForm
from lienthong.drafting.issued import differences
from lienthong.drafting.items import draft_url
from lienthong.drafting.models import Draft, DraftChange, DraftSection
from lienthong.drafting.permissions import may_draft
from lienthong.drafting.printing import printed, printed_number_of
from lienthong.drafting.tasks import paths_of, unknown_names
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.plans.service import plan_of
from lienthong.registry.service import ABBREVIATIONS, Direction, OfficialDocument, next_numbers

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draft_of(request: StaffRequest, pk: int) -> Draft:
    found = Draft.objects.visible_to(request.actor).select_related(
        "office",
        "parent",
        "document",
        "held__series",
        "signing__position__user",
        "created_by__user",
        "approved_by__user",
    )
    draft: Draft = get_object_or_404(found, pk=pk)
    return draft


@login_required
@require_GET
def drafts(request: StaffRequest) -> HttpResponse:
    page = Paginator(
        Draft.objects.visible_to(request.actor).select_related("last_editor__user").waiting_first(), 30
    ).get_page(request.GET.get("trang"))
    return render(request, "drafting/drafts.html", {"page": page, "may_draft": may_draft(request.actor)})


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: StaffRequest) -> HttpResponse:
    require(may_draft(request.actor))
    initial = {"type": "kế hoạch", "parent": request.GET.get("tu")}
    form = BeginForm(request.POST or None, actor=request.actor, initial=initial)
    return form_page(
        request, form,
        lambda data: begin_draft(request.actor, **data),
        lambda draft: redirect("drafting:draft", draft.pk),
        template="drafting/begin.html",
    )  # fmt: skip


@login_required
@require_GET
def draft(request: StaffRequest, pk: int) -> HttpResponse:
    """The draft as it stands, what the order asks for besides, what the rules say, and the next step."""
    found = draft_of(request, pk)
    sections = DraftSection.objects.select_related("origin").prefetch_related("tasks__origin")
    prefetch_related_objects([found], Prefetch("sections", queryset=sections))
    abilities = abilities_for(request.actor, found)
    context: dict[str, Any] = {
        "thing": found,
        "draft": found,
        "abilities": abilities,
        "sections": [(section, path) for section, path, _titles in paths_of(found)],
        "coverage": coverage_of(found) if found.open else None,
        "waiting": found.changes.filter(state=DraftChange.State.WAITING).count(),
        "number": printed_number_of(found),
        "unknown": unknown_names(found),
        "events": history_of(found),
        "file_form": FileForm(),
        "period_form": PeriodForm(),
        "plan": plan_of(found.document) if found.document else None,
        "registers": _registers(found) if abilities.number else [],
    }
    try:
        context["check"] = known_check(found)
    except Refused as refused:
        context["cannot_write"] = refused.sentence
    if found.document and found.state == Draft.State.NUMBERED:
        reading = found.document.state == OfficialDocument.State.READING
        context |= {"reading": reading, "differences": [] if reading else differences(found)}
    return render(request, "drafting/draft.html", context)


def _registers(found: Draft) -> list[tuple[str, int]]:
    """The outgoing registers of the office with the next number of each, that of this kind of document first."""
    own = ABBREVIATIONS.get(found.type)
    numbers = next_numbers(found.office, Direction.OUTGOING)
    return sorted(numbers.items(), key=lambda register: (register[0] != own, register[0]))


@login_required
@require_GET
def check(request: StaffRequest, pk: int) -> HttpResponse:
    """What the rules of form say now: asked for by the open page of the draft, or by a link where no script runs."""
    found = draft_of(request, pk)
    try:
        kept = check_draft(found)
    except Refused as refused:
        return answer_refusal(request, refused, draft_url(found))
    if not request.headers.get("HX-Request"):
        return redirect(draft_url(found))
    return render(request, "drafting/check.html", {"draft": found, "check": kept})


@login_required
@require_GET
def file(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """The draft as Word or PDF, with its mark, or with number and day once it has them."""
    found = draft_of(request, pk)
    write, kind = {"docx": (docx_of, _WORD), "pdf": (pdf_of, "application/pdf")}.get(ending, (None, ""))
    if write is None:
        raise Http404
    try:
        content, head = printed(found)
        data = write(content, **head)
    except Refused as refused:
        back = {"sentence": refused.sentence, "back": request.path.rsplit("/", 1)[0] + "/"}
        return render(request, "workspace/refused.html", back, status=422)
    answer = HttpResponse(data, content_type=kind)
    name = slugify(fold(f"{found.type} {found.subject}"))[:80] or "du-thao"
    answer["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return answer
