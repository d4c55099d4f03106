"""The steps of a draft from the desk to the register, and the Word file that comes back."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from lienthong.core.http import Steps, after_act, answer_refusal, reason_in, require, take_step, whole
from lienthong.core.refusals import Refused
from lienthong.drafting.actions.approve_draft import approve_draft
from lienthong.drafting.actions.attach_signed import attach_signed
from lienthong.drafting.actions.carry_out_draft import carry_out_draft
from lienthong.drafting.actions.come_back import come_back
from lienthong.drafting.actions.decide_change import decide_change
from lienthong.drafting.actions.drop_draft import drop_draft
from lienthong.drafting.actions.give_up_number import give_up_number
from lienthong.drafting.actions.issue_draft import issue_draft
from lienthong.drafting.actions.number_draft import number_draft
from lienthong.drafting.actions.reopen_draft import reopen_draft
from lienthong.drafting.actions.return_draft import return_draft
from lienthong.drafting.actions.submit_draft import submit_draft
from lienthong.drafting.actions.withdraw_draft import withdraw_draft
from lienthong.drafting.forms import FileForm, PeriodForm
from lienthong.drafting.items import draft_url
from lienthong.drafting.models import Draft, DraftChange
from lienthong.drafting.views.pages import draft_of
from lienthong.organisations.service import StaffRequest, abilities_for


def _seen(request: StaffRequest) -> int:
    told = whole(request.POST.get("differences", ""), digits=5)
    return -1 if told is None else told


#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "trinh": (lambda r, d: submit_draft(r.actor, d), gettext_lazy("Đã trình dự thảo.")),
    "rut-lai": (lambda r, d: withdraw_draft(r.actor, d), gettext_lazy("Đã rút dự thảo về để sửa.")),
    "bo": (lambda r, d: drop_draft(r.actor, d, reason=reason_in(r)), gettext_lazy("Đã bỏ dự thảo, kèm lý do.")),
    "tra-lai": (lambda r, d: return_draft(r.actor, d, reason=reason_in(r)), gettext_lazy("Đã trả lại, kèm lý do.")),
    "duyet": (lambda r, d: approve_draft(r.actor, d), gettext_lazy("Đã duyệt. Nội dung giữ nguyên từ đây.")),
    "mo-lai": (lambda r, d: reopen_draft(r.actor, d, reason=reason_in(r)), gettext_lazy("Đã mở lại để sửa.")),
    "cap-so": (lambda r, d: number_draft(r.actor, d, code=r.POST.get("code", "")), gettext_lazy("Đã cấp số.")),
    "huy-so": (lambda r, d: give_up_number(r.actor, d, reason=reason_in(r)), gettext_lazy("Đã hủy số, kèm lý do.")),
    "ban-hanh": (
        lambda r, d: issue_draft(r.actor, d, differences_seen=_seen(r)),
        gettext_lazy("Đã ban hành và vào sổ văn bản đi."),
    ),
}


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    draft = draft_of(request, pk)
    return take_step(request, STEPS, act, draft, draft_url(draft))


@login_required
@require_POST
def attach(request: StaffRequest, pk: int) -> HttpResponse:
    draft = draft_of(request, pk)
    form = FileForm(request.POST, request.FILES)
    try:
        if not form.is_valid():
            raise Refused(_("Hãy chọn tệp PDF đã ký hoặc bản chụp."))
        attach_signed(request.actor, draft, form.cleaned_data["file"])
    except Refused as refused:
        return answer_refusal(request, refused, draft_url(draft))
    return after_act(request, _("Đã gắn bản ký. Hệ thống đang đọc để đối chiếu."), draft_url(draft))


@login_required
@require_POST
def carry_out(request: StaffRequest, pk: int) -> HttpResponse:
    draft = draft_of(request, pk)
    form = PeriodForm(request.POST)
    try:
        if abilities_for(request.actor, draft).carry_out and not form.is_valid():
            raise Refused(_("Hãy ghi ngày bắt đầu và ngày kết thúc của kế hoạch."))
        plan = carry_out_draft(
            request.actor, draft, **getattr(form, "cleaned_data", {"starts_on": None, "ends_on": None})
        )
    except Refused as refused:
        return answer_refusal(request, refused, draft_url(draft))
    return redirect("plans:plan", plan.pk)


@login_required
@require_POST
def word_back(request: StaffRequest, pk: int) -> HttpResponse:
    draft = draft_of(request, pk)
    form = FileForm(request.POST, request.FILES)
    try:
        if not form.is_valid():
            raise Refused(_("Hãy chọn tệp Word đã sửa."))
        found = come_back(request.actor, draft, form.cleaned_data["file"])
    except Refused as refused:
        return answer_refusal(request, refused, draft_url(draft))
    if not found:
        return after_act(request, _("Tệp này không khác gì dự thảo."), draft_url(draft))
    return redirect("drafting:changes", draft.pk)


@login_required
@require_GET
def changes(request: StaffRequest, pk: int) -> HttpResponse:
    """What the Word file says otherwise, place by place."""
    draft = draft_of(request, pk)
    require(abilities_for(request.actor, draft).write)
    return render(request, "drafting/changes.html", {"thing": draft, "draft": draft, "changes": draft.changes.all()})


@login_required
@require_POST
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    visible = Draft.objects.visible_to(request.actor)
    change = get_object_or_404(DraftChange.objects.select_related("draft"), pk=pk, draft__in=visible)
    try:
        decide_change(request.actor, change, take=request.POST.get("take") == "1")
    except Refused as refused:
        return answer_refusal(request, refused, draft_url(change.draft))
    return redirect("drafting:changes", change.draft_id)
