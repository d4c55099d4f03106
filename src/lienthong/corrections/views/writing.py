"""Writing corrections of claims; what cannot become one can be made feedback on the spot."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lienthong.core.forms import refuse
from lienthong.core.http import act_and_return, after_act, answer_refusal, require
from lienthong.core.refusals import Refused
from lienthong.corrections.actions.send_to_feedback import send_to_feedback
from lienthong.corrections.actions.write_claim import write_claim
from lienthong.corrections.concerns import choices_of
from lienthong.corrections.forms import ClaimForm
from lienthong.corrections.items import correction_url, question_url
from lienthong.corrections.models import ClaimQuestion, Correction
from lienthong.corrections.permissions import is_desk, may_write
from lienthong.corrections.refusing import IsFeedback
from lienthong.corrections.views.desk import correction_of
from lienthong.corrections.views.documents import edit_note
from lienthong.corrections.views.questions import question_of
from lienthong.feedback.service import hand_in_case
from lienthong.organisations.service import StaffRequest


@login_required
@require_http_methods(["GET", "POST"])
def new_claim(request: StaffRequest) -> HttpResponse:
    """Empty, from a question (``cau-hoi``), or from the correction that it is to replace (``thay``)."""
    require(may_write(request.actor))
    question = _named(request, "cau-hoi", question_of)
    before = _named(request, "thay", correction_of)
    initial: dict[str, Any] = {}
    if before is not None:
        initial = ClaimForm.initial_of(before) | {"seen": 0}
    elif question is not None:
        initial = {"claim": question.text[:500], "scam_places": "\n".join(question.scam_places)}
    return _written(request, None, initial, question=question, replaces=before)


def _named(request: StaffRequest, word: str, find: Any) -> Any:
    pk = request.GET.get(word, "")
    return find(request, int(pk)) if pk.isdecimal() and len(pk) < 10 else None


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    found = correction_of(request, pk)
    if found.kind == Correction.Kind.DOCUMENT:
        return edit_note(request, found)
    if found.kind != Correction.Kind.CLAIM:
        raise Http404
    return _written(request, found, ClaimForm.initial_of(found))


def _written(
    request: StaffRequest,
    found: Correction | None,
    initial: dict[str, Any],
    *,
    question: ClaimQuestion | None = None,
    replaces: Correction | None = None,
) -> HttpResponse:
    form = ClaimForm(request.POST or None, initial=initial, things=choices_of(request.actor.own_office.pk))
    is_feedback = False
    if "to_feedback" in request.POST:
        return _to_feedback(request, question)
    if request.method == "POST" and form.is_valid():
        values, seen = form.values_of(form.cleaned_data), form.cleaned_data["seen"] or 0
        try:
            made = write_claim(request.actor, found, values=values, seen=seen, question=question, replaces=replaces)
        except Refused as refused:
            refuse(form, refused)
            is_feedback = isinstance(refused, IsFeedback)
        else:
            return redirect(correction_url(made))
    back = correction_url(found) if found else question_url(question) if question else ""
    context = {
        "form": form, "correction": found, "question": question, "replaces": replaces, "back": back,
        "is_feedback": is_feedback,
    }  # fmt: skip
    return render(request, "corrections/write.html", context)


def _to_feedback(request: StaffRequest, question: ClaimQuestion | None) -> HttpResponse:
    """The question itself, else what was typed into the form. Only the desk sees the case; others read its code."""
    if question is not None:
        return act_and_return(
            request, lambda: send_to_feedback(request.actor, question), _("Đã chuyển thành phản ánh."),
            question_url(question),
        )  # fmt: skip
    try:
        case = hand_in_case(request.actor, request.POST.get("claim", ""))
    except Refused as refused:
        return answer_refusal(request, refused, request.get_full_path())
    if is_desk(request.actor):
        return redirect("feedback:case", case.pk)
    sentence = _("Đã chuyển thành phản ánh %(code)s. Bộ phận tiếp nhận phân loại và trả lời.")
    return after_act(request, sentence % {"code": case.code}, reverse("corrections:corrections"))
