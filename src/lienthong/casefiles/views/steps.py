"""The steps of a case file: pieces in and out, closed, opened again, handed to the archive."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lienthong.casefiles.actions.add_document import add_document
from lienthong.casefiles.actions.close_case import close_case
from lienthong.casefiles.actions.hand_over_case import hand_over_case
from lienthong.casefiles.actions.leave_out import leave_out
from lienthong.casefiles.actions.reopen_case import reopen_case
from lienthong.casefiles.actions.take_back import take_back
from lienthong.casefiles.forms import AddDocumentForm, HandOverForm
from lienthong.casefiles.gathering import behind
from lienthong.casefiles.models import LeftOut
from lienthong.casefiles.views.cases import case_of, case_url
from lienthong.core.http import act_and_return, after_act, answer_refusal
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest, abilities_for


@login_required
@require_POST
def add(request: StaffRequest, pk: int) -> HttpResponse:
    case = case_of(request, pk)
    form = AddDocumentForm(request.POST, actor=request.actor, case=case)
    try:
        if abilities_for(request.actor, case).change and not form.is_valid():
            raise Refused(_("Hãy chọn văn bản và ghi lý do đưa vào hồ sơ."))
        add_document(request.actor, case, **_cleaned(form, "document", "reason"))
    except Refused as refused:
        return answer_refusal(request, refused, case_url(case))
    return after_act(request, _("Đã đưa văn bản vào hồ sơ."), case_url(case))


@login_required
@require_POST
def leave(request: StaffRequest, pk: int) -> HttpResponse:
    case = case_of(request, pk)
    return act_and_return(
        request,
        lambda: leave_out(request.actor, case, request.POST.get("key", ""), reason=request.POST.get("reason", "")),
        _("Đã loại tài liệu ra khỏi hồ sơ, kèm lý do."),
        case_url(case),
    )


@login_required
@require_POST
def take(request: StaffRequest, pk: int) -> HttpResponse:
    left = get_object_or_404(LeftOut.objects.select_related("case"), pk=pk)
    case = case_of(request, left.case_id)
    # What a reader may not see is not there for him, left out or not.
    get_object_or_404(
        case.left_out.filter(key__in=[item.key for item in behind(request.actor, case.subject)]), pk=left.pk
    )
    return act_and_return(
        request, lambda: take_back(request.actor, left), _("Đã đưa tài liệu lại vào hồ sơ."), case_url(case)
    )


@login_required
@require_POST
def close(request: StaffRequest, pk: int) -> HttpResponse:
    case = case_of(request, pk)
    return act_and_return(
        request,
        lambda: close_case(request.actor, case),
        _("Đã kết thúc hồ sơ. Danh sách tài liệu giữ nguyên từ đây."),
        case_url(case),
    )


@login_required
@require_POST
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    case = case_of(request, pk)
    return act_and_return(
        request,
        lambda: reopen_case(request.actor, case, reason=request.POST.get("reason", "")),
        _("Đã mở lại hồ sơ."),
        case_url(case),
    )


@login_required
@require_POST
def hand_over(request: StaffRequest, pk: int) -> HttpResponse:
    case = case_of(request, pk)
    form = HandOverForm(request.POST)
    try:
        if abilities_for(request.actor, case).hand_over and not form.is_valid():
            raise Refused(_("Hãy ghi bên nhận, số biên bản và ngày giao nhận."))
        hand_over_case(request.actor, case, **_cleaned(form, "receiver", "minutes_number", "handed_on"))
    except Refused as refused:
        return answer_refusal(request, refused, case_url(case))
    return after_act(request, _("Đã ghi việc nộp lưu hồ sơ."), case_url(case))


def _cleaned(form: AddDocumentForm | HandOverForm, *names: str) -> dict[str, Any]:
    """What was typed, or nothing for who has no right and is refused by the act itself."""
    cleaned = getattr(form, "cleaned_data", {})
    return {name: cleaned.get(name) for name in names}
