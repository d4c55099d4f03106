"""The desk: lessons, one lesson, writing it, and its steps to the public."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.core.http import Steps, form_page, reason_in, require, seen_in, take_step
from lienthong.learning.actions.approve_lesson import approve_lesson
from lienthong.learning.actions.end_lesson import end_lesson
from lienthong.learning.actions.return_lesson import return_lesson
from lienthong.learning.actions.submit_lesson import submit_lesson
from lienthong.learning.actions.withdraw_lesson import withdraw_lesson
from lienthong.learning.actions.write_lesson import write_lesson
from lienthong.learning.forms import LessonForm
from lienthong.learning.items import lesson_url
from lienthong.learning.models import BankQuestion, GroupResult, Lesson, QuizResult
from lienthong.learning.permissions import may_hold, may_write
from lienthong.organisations.service import StaffRequest, abilities_for

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "trinh": (lambda r, one: submit_lesson(r.actor, one), gettext_lazy("Đã trình duyệt.")),
    "rut-lai": (lambda r, one: withdraw_lesson(r.actor, one), gettext_lazy("Đã rút về để sửa.")),
    "tra-lai": (
        lambda r, one: return_lesson(r.actor, one, reason=reason_in(r)),
        gettext_lazy("Đã trả lại, kèm lý do."),
    ),
    "duyet": (lambda r, one: approve_lesson(r.actor, one, seen=seen_in(r)), gettext_lazy("Đã duyệt công khai.")),
    "thoi": (
        lambda r, one: end_lesson(r.actor, one, reason=reason_in(r)),
        gettext_lazy("Đã thôi công khai, kèm lý do."),
    ),
}


def lesson_of(request: StaffRequest, pk: int) -> Lesson:
    visible = Lesson.objects.visible_to(request.actor).select_related("office", "last_editor__user", "next")
    found: Lesson = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_GET
def lessons(request: StaffRequest) -> HttpResponse:
    require(may_hold(request.actor))
    shown = Lesson.objects.visible_to(request.actor).exclude(state=Lesson.State.REPLACED)
    page = Paginator(shown, 30).get_page(request.GET.get("trang"))
    return render(request, "learning/lessons.html", {"page": page, "may_write": may_write(request.actor)})


@login_required
@require_GET
def lesson(request: StaffRequest, pk: int) -> HttpResponse:
    found = lesson_of(request, pk)
    context = {
        "lesson": found,
        "thing": found,
        "abilities": abilities_for(request.actor, found),
        "online": QuizResult.objects.visible_to(request.actor).filter(lesson=found).count(),
        "groups": GroupResult.objects.visible_to(request.actor).filter(lesson=found).select_related("place"),
        "events": history_of(found) if may_write(request.actor) else (),
    }
    return render(request, "learning/lesson.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def new_lesson(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    return _written(request, None)


@login_required
@require_http_methods(["GET", "POST"])
def edit_lesson(request: StaffRequest, pk: int) -> HttpResponse:
    found = lesson_of(request, pk)
    abilities = abilities_for(request.actor, found)
    require(abilities.write or abilities.renew)
    return _written(request, found)


def _written(request: StaffRequest, found: Lesson | None) -> HttpResponse:
    initial: dict[str, object] = {}
    if found is not None:
        texts = [each["text"] for each in found.quiz]
        initial = {name: getattr(found, name) for name in ("title", "lead", "minutes", "body", "to_pass")} | {
            "questions": BankQuestion.objects.visible_to(request.actor).filter(text__in=texts), "seen": found.edits
        }  # fmt: skip
    form = LessonForm(request.actor, request.POST or None, initial=initial)

    def act(values: dict[str, object]) -> Lesson:
        return write_lesson(request.actor, found, **values | {"seen": values["seen"] or 0})  # type: ignore[arg-type]

    return form_page(
        request, form, act, lambda made: redirect(lesson_url(made)), template="learning/write.html", lesson=found,
        back=lesson_url(found) if found else reverse("learning:lessons"),
    )  # fmt: skip


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = lesson_of(request, pk)
    return take_step(request, STEPS, act, found, lesson_url(found))
