"""What a supervisor asks, and the answer."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lienthong.audit.service import history_of
from lienthong.core.http import after_act, form_page, require
from lienthong.inspections.actions.answer_question import answer_question
from lienthong.inspections.actions.ask_question import ask_question
from lienthong.inspections.asking import KINDS, subject_url
from lienthong.inspections.forms import QuestionForm, ReplyForm
from lienthong.inspections.items import question_url
from lienthong.inspections.models import Question
from lienthong.inspections.permissions import may_ask
from lienthong.inspections.views.pages import form_page as room_form_page
from lienthong.organisations.service import StaffRequest, abilities_for


@login_required
@require_http_methods(["GET", "POST"])
def question(request: StaffRequest, pk: int) -> HttpResponse:
    """A question; whoever is asked answers on the same page."""
    actor = request.actor
    seen = Question.objects.visible_to(actor).select_related(
        "plan",
        "assignment__plan",
        "inspection",
        "asked_by__user",
        "asked_by__body",
        "answered_by__user",
        "body",
        "office",
    )
    found = get_object_or_404(seen, pk=pk)
    context = {
        "thing": found,
        "question": found,
        "about_url": subject_url(found.subject) if abilities_for(actor, found.subject).see else "",
        "today": timezone.localdate(),
        "events": history_of(found),
    }
    page = "inspections/question.html"
    if not abilities_for(actor, found).answer:
        require(request.method == "GET")
        return render(request, page, context)
    return form_page(
        request,
        ReplyForm(request.POST or None),
        lambda data: answer_question(actor, found, **data),
        lambda _answered: after_act(request, _("Đã trả lời. Người giám sát đã được báo."), question_url(found)),
        template=page,
        **context,
    )


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    actor = request.actor
    subject = get_object_or_404(KINDS[kind].objects.visible_to(actor), pk=pk)  # type: ignore[attr-defined]
    require(may_ask(actor, subject))
    return room_form_page(
        request,
        QuestionForm(request.POST or None, subject=subject),
        lambda data: ask_question(actor, subject, **data),
        heading=_("Hỏi về: %(about)s") % {"about": subject},
        done=_("Đã gửi câu hỏi."),
        back=subject_url(subject),
        onward=question_url,
        thing=subject,
    )
