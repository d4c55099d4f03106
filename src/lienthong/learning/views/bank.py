"""The bank of questions."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.http import after_act, form_page, require
from lienthong.learning.actions.retire_question import retire_question
from lienthong.learning.actions.write_question import write_question
from lienthong.learning.forms import QuestionForm
from lienthong.learning.models import BankQuestion
from lienthong.learning.permissions import may_write
from lienthong.learning.quizzes import options_text
from lienthong.organisations.service import StaffRequest


@login_required
@require_GET
def questions(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    found = BankQuestion.objects.visible_to(request.actor).filter(retired_at=None)
    return render(request, "learning/questions.html", {"questions": found})


@login_required
@require_http_methods(["GET", "POST"])
def new_question(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    return _written(request, None)


@login_required
@require_http_methods(["GET", "POST"])
def edit_question(request: StaffRequest, pk: int) -> HttpResponse:
    return _written(request, _question(request, pk))


def _question(request: StaffRequest, pk: int) -> BankQuestion:
    found: BankQuestion = get_object_or_404(BankQuestion.objects.visible_to(request.actor), pk=pk)
    return found


def _written(request: StaffRequest, found: BankQuestion | None) -> HttpResponse:
    initial = {}
    if found is not None:
        initial = {name: getattr(found, name) for name in ("topic", "text", "explanation")}
        initial["options"] = options_text(found)
    return form_page(
        request, QuestionForm(request.POST or None, initial=initial),
        lambda values: write_question(request.actor, found, **values), lambda _made: redirect("learning:questions"),
        heading=_("Câu hỏi"), back=reverse("learning:questions"),
    )  # fmt: skip


@login_required
@require_POST
def retire(request: StaffRequest, pk: int) -> HttpResponse:
    retire_question(request.actor, _question(request, pk))
    return after_act(
        request, _("Đã thôi dùng câu hỏi. Bài học đã có câu này giữ nguyên."), reverse("learning:questions")
    )
