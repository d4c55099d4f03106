"""Commendations: the list, one nomination, and what is written, cited, thought and decided about it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.commendations.actions.add_picture import add_picture
from lienthong.commendations.actions.cite_proof import cite_proof
from lienthong.commendations.actions.decide_nomination import decide_nomination
from lienthong.commendations.actions.draft_decision import draft_decision
from lienthong.commendations.actions.drop_proof import drop_proof
from lienthong.commendations.actions.name_decision import name_decision
from lienthong.commendations.actions.nominate import nominate
from lienthong.commendations.actions.propose_nomination import propose_nomination
from lienthong.commendations.actions.remove_picture import remove_picture
from lienthong.commendations.actions.review_nomination import review_nomination
from lienthong.commendations.actions.take_back_nomination import take_back_nomination
from lienthong.commendations.actions.withdraw_nomination import withdraw_nomination
from lienthong.commendations.actions.write_nomination import write_nomination
from lienthong.commendations.forms import NominationForm, PictureForm, ReviewForm
from lienthong.commendations.items import nomination_url
from lienthong.commendations.models import CitedProof, Nomination, StoryPicture
from lienthong.commendations.permissions import may_nominate, steps_for
from lienthong.commendations.proofs import citable
from lienthong.core.forms import refuse
from lienthong.core.http import (
    Steps,
    act_and_return,
    after_act,
    answer_refusal,
    form_page,
    require,
    stored_file,
    take_step,
)
from lienthong.core.refusals import Refused
from lienthong.core.uploads import refuse_too_large
from lienthong.organisations.service import StaffRequest, abilities_for

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "trinh": (lambda r, n: propose_nomination(r.actor, n), gettext_lazy("Đã trình đề nghị biểu dương.")),
    "lay-lai": (lambda r, n: take_back_nomination(r.actor, n), gettext_lazy("Đã lấy lại để sửa.")),
    "rut": (
        lambda r, n: withdraw_nomination(r.actor, n, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã rút đề nghị, kèm lý do."),
    ),
    "dong-y": (
        lambda r, n: decide_nomination(r.actor, n, agree=True, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã đồng ý biểu dương."),
    ),
    "khong": (
        lambda r, n: decide_nomination(r.actor, n, agree=False, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã ghi không đồng ý, kèm lý do."),
    ),
    "soan-quyet-dinh": (lambda r, n: draft_decision(r.actor, n), gettext_lazy("Đã bắt đầu soạn quyết định.")),
    "quyet-dinh": (
        lambda r, n: name_decision(r.actor, n, number=r.POST.get("number", "")),
        gettext_lazy("Đã ghi quyết định biểu dương."),
    ),
}


def nomination_of(request: StaffRequest, pk: int) -> Nomination:
    visible = Nomination.objects.visible_to(request.actor).select_related(
        "office", "body", "created_by__user", "last_editor__user", "decided_by__user", "draft__office", "document"
    )
    found: Nomination = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_GET
def nominations(request: StaffRequest) -> HttpResponse:
    found = Nomination.objects.visible_to(request.actor).select_related("body")
    page = Paginator(found, 30).get_page(request.GET.get("trang"))
    context = {"page": page, "may_nominate": may_nominate(request.actor)}
    return render(request, "commendations/nominations.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    require(may_nominate(request.actor))
    return form_page(
        request, NominationForm(request.POST or None, actor=request.actor),
        lambda data: nominate(request.actor, values=data), lambda made: redirect(nomination_url(made)),
        heading=_("Đề nghị biểu dương"), back="../",
    )  # fmt: skip


@login_required
@require_GET
def nomination(request: StaffRequest, pk: int) -> HttpResponse:
    return _page(request, nomination_of(request, pk))


def _page(request: StaffRequest, found: Nomination, status: int = 200, **forms: Any) -> HttpResponse:
    actor = request.actor
    context = {
        "thing": found,
        "nomination": found,
        "steps": steps_for(actor, found),
        "proofs": found.proofs.all(),
        "pictures": found.pictures.all(),
        "reviews": found.reviews.select_related("by__user"),
        "reads_draft": found.draft is not None and abilities_for(actor, found.draft).see,
        "reads_document": found.document is not None and abilities_for(actor, found.document).see,
        "events": history_of(found),
        "picture_form": PictureForm(),
        "review_form": ReviewForm(),
    }
    return render(request, "commendations/nomination.html", context | forms, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    found = nomination_of(request, pk)
    require("write" in steps_for(request.actor, found))
    return form_page(
        request, NominationForm(request.POST or None, actor=request.actor, instance=found),
        lambda data: write_nomination(request.actor, found, values=data), lambda made: redirect(nomination_url(made)),
        heading=_("Sửa đề nghị biểu dương"), back=nomination_url(found), thing=found,
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def cite(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose out of what the nominated unit has done; what is ticked is cited."""
    found = nomination_of(request, pk)
    require("write" in steps_for(request.actor, found))
    if request.method == "POST":
        try:
            for key in request.POST.getlist("key"):
                cite_proof(request.actor, found, key=key)
        except Refused as refused:
            return answer_refusal(request, refused, nomination_url(found))
        return after_act(request, _("Đã dẫn minh chứng."), nomination_url(found))
    context = {
        "thing": found,
        "nomination": found,
        "groups": citable(request.actor, found.body),
        "cited": set(found.proofs.values_list("key", flat=True)),
    }
    return render(request, "commendations/cite.html", context)


@login_required
@require_POST
def drop(request: StaffRequest, pk: int) -> HttpResponse:
    visible = Nomination.objects.visible_to(request.actor)
    proof = get_object_or_404(CitedProof.objects.select_related("nomination"), pk=pk, nomination__in=visible)
    return act_and_return(
        request,
        lambda: drop_proof(request.actor, proof),
        _("Đã thôi dẫn minh chứng này."),
        nomination_url(proof.nomination),
    )


@login_required
@require_POST
def picture_add(request: StaffRequest, pk: int) -> HttpResponse:
    """A refusal comes back on the page of the nomination with what was typed."""
    found = nomination_of(request, pk)
    require("write" in steps_for(request.actor, found))
    form = PictureForm(request.POST, request.FILES)
    refuse_too_large(form, request, "file")
    if form.is_valid():
        try:
            add_picture(request.actor, found, form.cleaned_data.pop("file"), **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return after_act(request, _("Đã thêm ảnh."), nomination_url(found))
    return _page(request, found, status=422, picture_form=form)


def _picture(request: StaffRequest, pk: int) -> StoryPicture:
    visible = StoryPicture.objects.filter(nomination__in=Nomination.objects.visible_to(request.actor))
    found: StoryPicture = get_object_or_404(visible.select_related("nomination"), pk=pk)
    return found


@login_required
@require_GET
def picture(request: StaffRequest, pk: int) -> HttpResponseBase:
    found = _picture(request, pk)
    return stored_file(found.stored, name=found.name, content_type=found.content_type, shown=True)


@login_required
@require_POST
def picture_remove(request: StaffRequest, pk: int) -> HttpResponse:
    found = _picture(request, pk)
    return act_and_return(
        request, lambda: remove_picture(request.actor, found), _("Đã bỏ ảnh."), nomination_url(found.nomination)
    )


@login_required
@require_POST
def review(request: StaffRequest, pk: int) -> HttpResponse:
    found = nomination_of(request, pk)
    require("review" in steps_for(request.actor, found))
    form = ReviewForm(request.POST)
    if form.is_valid():
        try:
            review_nomination(request.actor, found, **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return after_act(request, _("Đã ghi ý kiến của bạn."), nomination_url(found))
    return _page(request, found, status=422, review_form=form)


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = nomination_of(request, pk)
    return take_step(request, STEPS, act, found, nomination_url(found))
