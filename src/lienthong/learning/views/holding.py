"""Holding a lesson for many: the sheet to print, the result to enter, and the numbers of all of them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.core.http import after_act, answer_refusal, form_page, require
from lienthong.core.refusals import Refused
from lienthong.learning.actions.enter_group_result import enter_group_result
from lienthong.learning.certificates import lesson_sheet
from lienthong.learning.forms import GroupForm
from lienthong.learning.holding import by_lesson, by_place
from lienthong.learning.items import lesson_url
from lienthong.learning.permissions import may_hold
from lienthong.learning.views.desk import lesson_of
from lienthong.organisations.service import StaffRequest, abilities_for


@login_required
@require_GET
def sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """Only what is public is printed for people."""
    found = lesson_of(request, pk)
    require(abilities_for(request.actor, found).hold)
    try:
        made = lesson_sheet(found, request.build_absolute_uri(reverse("learning_lesson", args=[found.pk])))
    except Refused as refused:
        return answer_refusal(request, refused, lesson_url(found))
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="bai-hoc-{found.pk}.pdf"'
    return answer


@login_required
@require_http_methods(["GET", "POST"])
def enter(request: StaffRequest, pk: int) -> HttpResponse:
    found = lesson_of(request, pk)
    require(abilities_for(request.actor, found).hold)
    return form_page(
        request, GroupForm(request.actor, request.POST or None),
        lambda values: enter_group_result(request.actor, found, **values),
        lambda _result: after_act(request, _("Đã ghi kết quả buổi học."), lesson_url(found)),
        heading=_("Kết quả buổi học: %(title)s") % {"title": found.title}, back=lesson_url(found),
    )  # fmt: skip


@login_required
@require_GET
def results(request: StaffRequest) -> HttpResponse:
    require(may_hold(request.actor))
    context = {"lessons": by_lesson(request.actor), "places": by_place(request.actor)}
    return render(request, "learning/results.html", context)
