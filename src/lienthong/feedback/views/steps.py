"""The steps of a case: those of one press, and those with a form of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from lienthong.core.http import Steps, after_act, answer_refusal, form_page, reason_in, require, seen_in, take_step
from lienthong.core.refusals import Refused
from lienthong.feedback.actions.approve_answer import approve_answer
from lienthong.feedback.actions.assign_case import assign_case
from lienthong.feedback.actions.close_case import close_case
from lienthong.feedback.actions.erase_case import erase_case
from lienthong.feedback.actions.export_case import export_case
from lienthong.feedback.actions.forward_case import forward_case
from lienthong.feedback.actions.give_back_case import give_back_case
from lienthong.feedback.actions.merge_case import merge_case
from lienthong.feedback.actions.record_receipt import record_receipt
from lienthong.feedback.actions.redirect_case import redirect_case
from lienthong.feedback.actions.reopen_case import reopen_case
from lienthong.feedback.actions.return_answer import return_answer
from lienthong.feedback.actions.submit_answer import submit_answer
from lienthong.feedback.actions.urge_case import urge_case
from lienthong.feedback.actions.withdraw_answer import withdraw_answer
from lienthong.feedback.forms import AnswerForm, AssignForm, ForwardForm
from lienthong.feedback.items import case_url
from lienthong.feedback.models import FeedbackCase, ReplyTemplate
from lienthong.feedback.views.cases import case_of, proposed
from lienthong.feedback.wording import typed_code
from lienthong.organisations.service import StaffRequest, abilities_for


def _merge(request: Any, case: FeedbackCase) -> FeedbackCase:
    others = FeedbackCase.objects.visible_to(request.actor)
    into = others.filter(code=typed_code(request.POST.get("into", ""))).first()
    if into is None:
        raise Refused(_("Không có phản ánh mang mã này. Hãy xem lại mã."), field="into")
    return merge_case(request.actor, case, into=into)


def _approve(request: Any, case: FeedbackCase) -> object:
    return approve_answer(request.actor, case, seen=seen_in(request) or 0)


#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "tra-lai": (
        lambda r, one: give_back_case(r.actor, one, reason=reason_in(r)),
        gettext_lazy("Đã trả lại, kèm lý do."),
    ),
    "huong-dan": (lambda r, one: redirect_case(r.actor, one), gettext_lazy("Đã hướng dẫn nơi gửi khiếu nại, tố cáo.")),
    "gop": (_merge, gettext_lazy("Đã gộp.")),
    "khong-xu-ly": (
        lambda r, one: close_case(r.actor, one, why=r.POST.get("why", "")),
        gettext_lazy("Đã kết thúc, không xử lý."),
    ),
    "xac-nhan": (
        lambda r, one: record_receipt(r.actor, one, receipt=r.POST.get("receipt", "")),
        gettext_lazy("Đã ghi xác nhận của cơ quan nhận."),
    ),
    "don-doc": (
        lambda r, one: urge_case(r.actor, one, text=r.POST.get("text", "")),
        gettext_lazy("Đã đôn đốc đơn vị xử lý."),
    ),
    "duyet": (_approve, gettext_lazy("Đã duyệt trả lời.")),
    "sua-lai": (
        lambda r, one: return_answer(r.actor, one, reason=reason_in(r)),
        gettext_lazy("Đã trả lại lời trả lời, kèm lý do."),
    ),
    "mo-lai": (lambda r, one: reopen_case(r.actor, one, reason=reason_in(r)), gettext_lazy("Đã mở lại.")),
    "go": (lambda r, one: withdraw_answer(r.actor, one, reason=reason_in(r)), gettext_lazy("Đã gỡ trả lời đã đăng.")),
    "xoa-du-lieu": (lambda r, one: erase_case(r.actor, one), gettext_lazy("Đã xóa dữ liệu cá nhân.")),
}


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = case_of(request, pk)
    return take_step(request, STEPS, act, found, case_url(found))


@login_required
@require_POST
def export(request: StaffRequest, pk: int) -> HttpResponse:
    found = case_of(request, pk)
    try:
        said = export_case(request.actor, found)
    except Refused as refused:
        return answer_refusal(request, refused, case_url(found))
    answer = JsonResponse(said, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="{found.code}.json"'
    return answer


def _page(
    request: StaffRequest, case: FeedbackCase, form: forms.Form, act: Callable[..., object], sentence: str, **more: Any
) -> HttpResponse:
    """A form about a case, until ``act`` took what it holds."""
    return form_page(
        request, form, lambda said: act(request.actor, case, **said),
        lambda _made: after_act(request, sentence, case_url(case)),
        template="feedback/form.html", case=case, thing=case, **more,
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def assign(request: StaffRequest, pk: int) -> HttpResponse:
    found = case_of(request, pk)
    require(abilities_for(request.actor, found).sort)
    form = AssignForm(request.POST or None, initial=proposed(found), office=found.office)
    said = _("Đã chuyển đơn vị xử lý.")
    return _page(request, found, form, assign_case, said, heading=_("Chuyển đơn vị xử lý"))


@login_required
@require_http_methods(["GET", "POST"])
def forward(request: StaffRequest, pk: int) -> HttpResponse:
    found = case_of(request, pk)
    require(abilities_for(request.actor, found).sort)
    said = _("Đã ghi chuyển cơ quan khác.")
    form = ForwardForm(request.POST or None)
    return _page(request, found, form, forward_case, said, heading=_("Chuyển cơ quan khác"))


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Writing an answer; ``?mau=3`` begins it with a template, an answer that was returned begins with its words."""
    found = case_of(request, pk)
    require(abilities_for(request.actor, found).answer)
    templates = ReplyTemplate.objects.filter(office=found.office)
    first: dict[str, Any] = {"public": found.may_publish}
    last = found.answer
    if last is not None and last.returned_why:
        first = {"text": last.text, "public": last.public, "question": last.question}
    if request.GET.get("mau", "").isdecimal():
        first["text"] = get_object_or_404(templates, pk=request.GET["mau"]).text
    form = AnswerForm(request.POST or None, initial=first, may_publish=found.may_publish)
    said = _("Đã trình trả lời để người khác duyệt.")
    more = {"heading": _("Viết trả lời"), "templates": templates, "returned": last}
    return _page(request, found, form, submit_answer, said, **more)
