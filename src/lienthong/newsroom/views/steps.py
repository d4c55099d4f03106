"""The steps of a product from its maker to the public, notes on it, and its place in the calendar."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lienthong.core.http import Steps, act_and_return, after_act, answer_refusal, reason_in, seen_in, take_step
from lienthong.core.refusals import Refused
from lienthong.newsroom.actions.approve_product import approve_product
from lienthong.newsroom.actions.begin_correction import begin_correction
from lienthong.newsroom.actions.cancel_schedule import cancel_schedule
from lienthong.newsroom.actions.note_passage import note_passage
from lienthong.newsroom.actions.return_product import return_product
from lienthong.newsroom.actions.schedule_product import schedule_product
from lienthong.newsroom.actions.settle_note import settle_note
from lienthong.newsroom.actions.submit_product import submit_product
from lienthong.newsroom.actions.take_back_product import take_back_product
from lienthong.newsroom.actions.withdraw_product import withdraw_product
from lienthong.newsroom.forms import ScheduleForm
from lienthong.newsroom.items import product_url
from lienthong.newsroom.models import MarginNote, Product
from lienthong.newsroom.outgoing import sent_to
from lienthong.newsroom.views.products import product_of
from lienthong.organisations.service import StaffRequest


def _seen(request: StaffRequest) -> int:
    told = seen_in(request)
    return -1 if told is None else told


#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "trinh": (lambda r, p: submit_product(r.actor, p), gettext_lazy("Đã trình duyệt.")),
    "rut-lai": (lambda r, p: take_back_product(r.actor, p), gettext_lazy("Đã rút về để sửa.")),
    "tra-lai": (lambda r, p: return_product(r.actor, p, reason=reason_in(r)), gettext_lazy("Đã trả lại, kèm lý do.")),
    "duyet": (
        lambda r, p: approve_product(r.actor, p, seen=_seen(r)),
        gettext_lazy("Đã duyệt. Bản này giữ nguyên từng chữ khi phát hành."),
    ),
    "huy-lich": (lambda r, p: cancel_schedule(r.actor, p, reason=reason_in(r)), gettext_lazy("Đã hủy lịch phát hành.")),
    "dinh-chinh": (
        lambda r, p: begin_correction(r.actor, p, reason=reason_in(r)),
        gettext_lazy("Đã mở đính chính. Bản đang phát hành giữ nguyên cho đến khi bản mới được duyệt."),
    ),
    "rut": (lambda r, p: withdraw_product(r.actor, p, reason=reason_in(r)), gettext_lazy("Đã rút, kèm lý do.")),
}


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = product_of(request, pk)
    return take_step(request, STEPS, act, found, product_url(found))


@login_required
@require_POST
def schedule(request: StaffRequest, pk: int) -> HttpResponse:
    found = product_of(request, pk)
    form = ScheduleForm(request.POST, product=found, taken=sent_to(found.approved) if found.approved else set())
    try:
        if not form.is_valid():
            raise Refused(_first_error(form))
        done: Product = schedule_product(
            request.actor, found, outlets=list(form.cleaned_data["outlets"]), due_at=form.cleaned_data["due_at"]
        )
    except Refused as refused:
        return answer_refusal(request, refused, product_url(found))
    return after_act(request, _("Đã lên lịch phát hành."), product_url(done))


def _first_error(form: ScheduleForm) -> str:
    return next(str(error) for errors in form.errors.values() for error in errors)


@login_required
@require_POST
def note(request: StaffRequest, pk: int) -> HttpResponse:
    found = product_of(request, pk)
    try:
        if found.newest is None:
            raise Refused(_("Sản phẩm chưa có nội dung."))
        note_passage(
            request.actor, found.newest, quote=request.POST.get("quote", ""), text=request.POST.get("text", "")
        )
    except Refused as refused:
        return answer_refusal(request, refused, product_url(found))
    return after_act(request, _("Đã ghi chú."), f"{product_url(found)}#ghi-chu")


@login_required
@require_POST
def settle(request: StaffRequest, pk: int) -> HttpResponse:
    visible = MarginNote.objects.filter(version__product__in=Product.objects.visible_to(request.actor))
    found = get_object_or_404(visible.select_related("version__product"), pk=pk)
    return act_and_return(
        request,
        lambda: settle_note(request.actor, found),
        _("Đã khép ghi chú."),
        f"{product_url(found.version.product)}#ghi-chu",
    )
