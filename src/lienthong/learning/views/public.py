"""What somebody who learns meets: lessons, questions, how it went, a certificate, and whether one is right."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lienthong.core.public import PublicSite, at_site
from lienthong.core.refusals import Refused
from lienthong.core.structured import head_of, office_of
from lienthong.core.text import sort_key
from lienthong.gate.service import Arriving, Verdict, again, form_of, new_form
from lienthong.learning.actions.draw_certificate import draw_certificate
from lienthong.learning.actions.take_quiz import take_quiz
from lienthong.learning.models import Lesson, QuizResult
from lienthong.learning.tokens import about, code_of_result, result_with


@require_safe
@at_site
def everything(request: HttpRequest, site: PublicSite) -> HttpResponse:
    lessons = sorted(Lesson.objects.public(site.office_id), key=lambda lesson: sort_key(lesson.title))
    return render(request, "learning/public/all.html", {"lessons": lessons})


@require_safe
@at_site
def lesson(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponseBase:
    """The lesson, or the one that replaced it: a printed address stays good."""
    found = Lesson.objects.filter(office_id=site.office_id, pk=pk).first()
    while found is not None and found.state == Lesson.State.REPLACED:
        found = found.next
    if found is None or found.state != Lesson.State.APPROVED:
        raise Http404
    if found.pk != pk:
        return redirect("learning_lesson", found.pk)
    said = {
        "@type": "LearningResource",
        "name": found.title,
        "description": found.lead,
        "inLanguage": "vi",
        "teaches": found.lead,
        "timeRequired": f"PT{found.minutes}M",
        "isAccessibleForFree": True,
        "publisher": office_of(site, request),
    }
    return render(request, "learning/public/lesson.html", {"lesson": found} | head_of(request, said))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@at_site
def quiz(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponse:
    """The questions, and after an answer which were right and why. Nobody is asked who he is."""
    states = (Lesson.State.APPROVED, Lesson.State.REPLACED) if request.method == "POST" else (Lesson.State.APPROVED,)
    lessons = Lesson.objects.select_related("office").filter(office_id=site.office_id, state__in=states)
    found = get_object_or_404(lessons, pk=pk)
    context: dict[str, object] = {"lesson": found}
    if request.method == "POST":
        answers = {str(n): request.POST.get(f"cau-{n}", "") for n in range(len(found.quiz))}
        missing = [n for n, answer in answers.items() if not answer]
        if missing:
            return _asked(request, context, answers, missing=len(missing))
        token = request.POST.get("token", "")
        form = form_of(token, about(found))
        arriving = replace(Arriving.of(request, form), odd=not form.number)
        result = take_quiz(found, answers, arriving)
        if isinstance(result, Verdict):
            return _asked(request, context, answers, **again(request, result, token, about(found)))
        return render(
            request, "learning/public/result.html", context | {"result": result, "rows": _rows(found, answers)}
        )
    return _asked(request, context, {})


def _asked(request: HttpRequest, context: dict[str, object], answers: dict[str, str], **more: object) -> HttpResponse:
    """What was chosen stays chosen."""
    lesson = context["lesson"]
    assert isinstance(lesson, Lesson)
    context |= {
        "token": request.POST.get("token", "") or new_form(about(lesson)),
        "rows": [
            (n, each, [(k, option, answers.get(str(n)) == str(k)) for k, option in enumerate(each["options"])])
            for n, each in enumerate(lesson.quiz)
        ],
    }  # fmt: skip
    return render(request, "learning/public/quiz.html", context | more, status=422 if "missing" in more else 200)


def _rows(lesson: Lesson, answers: dict[str, str]) -> list[tuple[dict[str, object], str, bool]]:
    """Each question with the right answer and whether it was chosen."""
    return [
        (each, each["options"][each["right"]], answers[str(n)] == str(each["right"]))
        for n, each in enumerate(lesson.quiz)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@at_site
def certificate(request: HttpRequest, site: PublicSite, token: str) -> HttpResponse:
    """Asks for the name that is to stand on it, and gives the PDF; the name is kept nowhere."""
    results = QuizResult.objects.filter(lesson__office_id=site.office_id, passed=True)
    result = get_object_or_404(results.select_related("lesson__office"), token=token)
    context = {"lesson": result.lesson, "name": request.POST.get("name", "")}
    if request.method != "POST":
        return render(request, "learning/public/certificate.html", context)
    address = request.build_absolute_uri(reverse("learning_check", args=[code_of_result(result)]))
    try:
        made = draw_certificate(result, name=request.POST.get("name", ""), address=address)
    except Refused as refused:
        return render(request, "learning/public/certificate.html", context | {"refused": refused.sentence}, status=422)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="chung-nhan.pdf"'
    return answer


@require_safe
@at_site
def check(request: HttpRequest, site: PublicSite, code: str) -> HttpResponse:
    """What a certificate certifies; a code that is none says so."""
    result = result_with(code)
    if result is not None and result.lesson.office_id != site.office_id:
        result = None
    status = 200 if result else 404
    return render(request, "learning/public/check.html", {"result": result}, status=status)
