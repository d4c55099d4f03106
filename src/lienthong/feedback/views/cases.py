"""The desk's list, one case, its photos, and entering what came by telephone or at the counter."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.audit.service import history_of
from lienthong.core.http import form_page, require, stored_file
from lienthong.core.refusals import Refused
from lienthong.core.text import search_fold
from lienthong.core.uploads import too_large_files
from lienthong.feedback.actions.enter_case import enter_case
from lienthong.feedback.forms import AssignForm, EnterForm, ForwardForm
from lienthong.feedback.models import FeedbackCase, Photo, RecurringQuestion, Satisfaction, Term
from lienthong.feedback.permissions import may_look, may_receive
from lienthong.feedback.proposing import alike, may_be_complaint, unit_for
from lienthong.feedback.queries import OPEN
from lienthong.feedback.taking_in import Told, consent_to_contact
from lienthong.feedback.terms import term_of
from lienthong.feedback.wording import typed_code
from lienthong.organisations.service import StaffRequest, abilities_for

_S = FeedbackCase.State
#: Word in the address → what the tab is called, and the states that it shows.
TABS = {
    "": (gettext_lazy("Đang mở"), OPEN),
    "moi": (gettext_lazy("Chờ phân loại"), (_S.NEW,)),
    "cho-duyet": (gettext_lazy("Chờ duyệt"), (_S.WAITING,)),
    "da-tra-loi": (gettext_lazy("Đã trả lời"), (_S.ANSWERED,)),
    "khac": (gettext_lazy("Gộp, hướng dẫn, không xử lý"), (_S.MERGED, _S.REDIRECTED, _S.CLOSED)),
}


def case_of(request: StaffRequest, pk: int) -> FeedbackCase:
    visible = FeedbackCase.objects.visible_to(request.actor).select_related(
        "office", "unit", "hamlet", "telling", "entered_by__user", "merged_into", "recurring"
    )
    found: FeedbackCase = get_object_or_404(visible, pk=pk)
    return found


def proposed(case: FeedbackCase) -> dict[str, object]:
    """What the form that gives a case to a unit begins with."""
    return {"category": case.category, "unit": case.unit_id or unit_for(case.office, case.category)}


@login_required
@never_cache
@require_GET
def cases(request: StaffRequest) -> HttpResponse:
    """The most urgent first; the words that are looked for are those of the resident, or a code."""
    require(may_look(request.actor))
    tab, query = request.GET.get("nhom", ""), request.GET.get("q", "").strip()[:100]
    tab = tab if tab in TABS else ""
    seen = FeedbackCase.objects.visible_to(request.actor)
    found = seen.filter(state__in=TABS[tab][1]).select_related("unit", "hamlet", "telling")
    if query:
        found = found.filter(Q(code=typed_code(query)) | Q(telling__folded__contains=search_fold(query)))
    found = found.order_by("due", "pk") if tab in ("", "moi", "cho-duyet") else found
    context = {
        "page": Paginator(found, 30).get_page(request.GET.get("trang")),
        "tabs": [(word, label, seen.filter(state__in=states).count()) for word, (label, states) in TABS.items()],
        "tab": tab,
        "sought": query,
        "may_receive": may_receive(request.actor),
        "overdue": seen.overdue(timezone.localdate()).count(),
        "recurring": RecurringQuestion.objects.visible_to(request.actor).filter(settled_at=None),
    }
    return render(request, "feedback/cases.html", context)


@never_cache
@login_required
@require_GET
def case(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything about one case, with what is proposed beside what a person decides."""
    found = case_of(request, pk)
    abilities = abilities_for(request.actor, found)
    answer = found.answer
    context = {
        "case": found,
        "thing": found,
        "abilities": abilities,
        "answer": answer,
        "satisfaction": Satisfaction.objects.filter(answer=answer).first() if answer else None,
        "photos": found.photos.all(),
        "notes": found.notes.select_related("by__user"),
        "forwardings": found.forwardings.select_related("sent_by__user"),
        "merged": found.merged.all(),
        "requests": found.data_requests.filter(done_at=None),
        "whys": FeedbackCase.Why.choices,
        "events": history_of(found),
    }
    if abilities.sort:
        context |= {
            "assign_form": AssignForm(initial=proposed(found), office=found.office),
            "forward_form": ForwardForm(),
            "alike": alike(found),
            "complaint": may_be_complaint(found.said),
        }
    return render(request, "feedback/case.html", context)


@never_cache
@login_required
@require_GET
def photo(request: StaffRequest, pk: int) -> HttpResponseBase:
    visible = FeedbackCase.objects.visible_to(request.actor)
    found = get_object_or_404(Photo.objects.filter(case__in=visible), pk=pk)
    return stored_file(found.file, name=f"anh-{found.pk}.webp", content_type="image/webp", shown=True)


@login_required
@require_http_methods(["GET", "POST"])
def enter(request: StaffRequest) -> HttpResponse:
    require(may_receive(request.actor))
    office = request.actor.own_office
    consent = consent_to_contact(term_of(office, Term.Kind.KEEP, timezone.localdate()).amount)
    form = EnterForm(request.POST or None, request.FILES or None, office=office, consent=consent)

    def act(said: dict[str, Any]) -> FeedbackCase:
        if too_large_files(request):
            raise Refused(_("Ảnh quá lớn. Hãy chọn ảnh nhỏ hơn."), field="photos")
        came, agreed = said.pop("came"), said.pop("agreed")
        told = Told(**{**said, "photos": tuple(said["photos"])}, consent=consent if agreed else "")
        return enter_case(request.actor, told, came=came)

    return form_page(
        request, form, act, lambda made: redirect("feedback:case", made.pk), template="feedback/enter.html"
    )
