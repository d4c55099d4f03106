"""The desk: every correction of the office, one of them, and its steps."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from lienthong.audit.service import history_of
from lienthong.core.http import Steps, reason_in, require, seen_in, take_step
from lienthong.corrections.actions.draft_correction import draft_correction
from lienthong.corrections.actions.drop_correction import drop_correction
from lienthong.corrections.actions.end_correction import end_correction
from lienthong.corrections.actions.publish_correction import publish_correction
from lienthong.corrections.actions.return_correction import return_correction
from lienthong.corrections.actions.submit_correction import submit_correction
from lienthong.corrections.actions.take_back_correction import take_back_correction
from lienthong.corrections.items import correction_url
from lienthong.corrections.models import ClaimQuestion, Correction
from lienthong.corrections.noting import is_intact
from lienthong.corrections.own import is_public
from lienthong.corrections.permissions import is_desk, may_write
from lienthong.organisations.service import StaffRequest, abilities_for

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "trinh": (lambda r, c: submit_correction(r.actor, c), gettext_lazy("Đã trình duyệt.")),
    "rut-lai": (lambda r, c: take_back_correction(r.actor, c), gettext_lazy("Đã rút về để sửa.")),
    "tra-lai": (
        lambda r, c: return_correction(r.actor, c, reason=reason_in(r)),
        gettext_lazy("Đã trả lại, kèm lý do."),
    ),
    "bo": (lambda r, c: drop_correction(r.actor, c, reason=reason_in(r)), gettext_lazy("Đã bỏ, kèm lý do.")),
    "duyet": (lambda r, c: publish_correction(r.actor, c, seen=seen_in(r)), gettext_lazy("Đã duyệt và công bố.")),
    "soan-lai": (lambda r, c: draft_correction(r.actor, c), gettext_lazy("Đã soạn văn bản để đính chính.")),
    "rut": (lambda r, c: end_correction(r.actor, c, reason=reason_in(r)), gettext_lazy("Đã rút, kèm lý do.")),
}


def correction_of(request: StaffRequest, pk: int) -> Correction:
    visible = Correction.objects.visible_to(request.actor)
    related = (
        "office",
        "last_editor__user",
        "approved_by__user",
        "replaces",
        "version",
        "product",
        "document",
        "draft__document",
    )
    found: Correction = get_object_or_404(visible.select_related(*related), pk=pk)
    return found


@login_required
@require_GET
def corrections(request: StaffRequest) -> HttpResponse:
    """What is under way first, then what was published, the newest first."""
    require(may_write(request.actor))
    visible = Correction.objects.visible_to(request.actor)
    under_way = visible.filter(state__in=("writing", "waiting", "returned")).order_by("-edited_at")
    past = visible.exclude(state__in=("writing", "waiting", "returned")).order_by("-year", "-number", "-pk")
    context = {
        "under_way": under_way,
        "page": Paginator(past, 30).get_page(request.GET.get("trang")),
        "waiting": ClaimQuestion.objects.visible_to(request.actor).waiting().count(),
        "desk": is_desk(request.actor),
    }
    return render(request, "corrections/corrections.html", context)


@login_required
@require_GET
def correction(request: StaffRequest, pk: int) -> HttpResponse:
    found = correction_of(request, pk)
    context = {
        "thing": found,
        "correction": found,
        "abilities": abilities_for(request.actor, found),
        "intact": is_intact(found),
        "after": Correction.objects.filter(replaces=found).first(),
        "questions": ClaimQuestion.objects.visible_to(request.actor).filter(answer=found),
        "events": history_of(found),
        "public_document": is_public(found.document) if found.document else False,
    }
    return render(request, "corrections/correction.html", context)


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = correction_of(request, pk)
    return take_step(request, STEPS, act, found, correction_url(found))
