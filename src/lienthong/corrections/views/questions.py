"""Questions of residents at the desk: each becomes a correction, is answered by one, becomes feedback, or is closed."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lienthong.audit.service import history_of
from lienthong.core.http import Steps, require, take_step
from lienthong.core.refusals import Refused
from lienthong.corrections.actions.answer_question import answer_question
from lienthong.corrections.actions.close_question import close_question
from lienthong.corrections.actions.send_to_feedback import send_to_feedback
from lienthong.corrections.forms import WHYS, AnswerForm
from lienthong.corrections.items import question_url
from lienthong.corrections.models import ClaimQuestion
from lienthong.corrections.permissions import is_desk
from lienthong.organisations.service import StaffRequest, abilities_for


def question_of(request: StaffRequest, pk: int) -> ClaimQuestion:
    visible = ClaimQuestion.objects.visible_to(request.actor)
    found: ClaimQuestion = get_object_or_404(visible.select_related("answer", "settled_by__user"), pk=pk)
    return found


def _answer(request: StaffRequest, question: ClaimQuestion) -> object:
    form = AnswerForm(request.POST, office_id=question.office_id)
    if not form.is_valid():
        raise Refused(_("Hãy chọn đính chính trả lời câu hỏi này."))
    return answer_question(request.actor, question, correction=form.cleaned_data["correction"])


#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "tra-loi": (_answer, gettext_lazy("Đã trả lời bằng đính chính đã chọn.")),
    "phan-anh": (lambda r, q: send_to_feedback(r.actor, q), gettext_lazy("Đã chuyển thành phản ánh.")),
    "dong": (lambda r, q: close_question(r.actor, q, why=r.POST.get("why", "")), gettext_lazy("Đã kết thúc câu hỏi.")),
}


@never_cache
@login_required
@require_GET
def questions(request: StaffRequest) -> HttpResponse:
    """Those that wait first, the oldest of them on top."""
    require(is_desk(request.actor))
    visible = ClaimQuestion.objects.visible_to(request.actor).select_related("answer")
    context = {
        "waiting_ones": visible.waiting().order_by("asked_at", "pk"),
        "page": Paginator(visible.exclude(state="waiting"), 30).get_page(request.GET.get("trang")),
        "waiting": visible.waiting().count(),
    }
    return render(request, "corrections/questions.html", context)


@never_cache
@login_required
@require_GET
def question(request: StaffRequest, pk: int) -> HttpResponse:
    found = question_of(request, pk)
    context = {
        "thing": found,
        "question": found,
        "abilities": abilities_for(request.actor, found),
        "form": AnswerForm(office_id=found.office_id),
        "whys": WHYS,
        "events": history_of(found),
    }
    return render(request, "corrections/question.html", context)


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = question_of(request, pk)
    return take_step(request, STEPS, act, found, question_url(found))
