"""What a resident meets besides the form: his case under its code, published answers, and what becomes of his data."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lienthong.core.public import PublicSite, at_site
from lienthong.core.refusals import Refused
from lienthong.feedback.actions.ask_for_data import ask_for_data
from lienthong.feedback.actions.rate_answer import rate_answer
from lienthong.feedback.figures import LEAST, lines_of
from lienthong.feedback.forms import RatingForm
from lienthong.feedback.models import Answer, FeedbackCase, Satisfaction, Term
from lienthong.feedback.terms import HOUR, term_of
from lienthong.feedback.wording import typed_code
from lienthong.gate.service import guessable


@require_safe
@at_site
def home(request: HttpRequest, site: PublicSite) -> HttpResponse:
    answers = Answer.objects.published(site.office_id)[:5]
    days = term_of(site.office, Term.Kind.ANSWER, timezone.localdate()).amount
    return render(request, "feedback/public/home.html", {"answers": answers, "days": days, "hour": HOUR})


@never_cache
@require_safe
@at_site
@guessable
def follow(request: HttpRequest, site: PublicSite) -> HttpResponse:
    """From a code that somebody typed to its page."""
    typed = request.GET.get("ma", "")
    found = FeedbackCase.objects.filter(office=site.office_id, code=typed_code(typed)).first()
    if found is None:
        return render(request, "feedback/public/follow.html", {"typed": typed}, status=404 if typed else 200)
    return redirect("feedback_code", found.code)


def _case_at(site: PublicSite, code: str) -> FeedbackCase:
    found: FeedbackCase = get_object_or_404(FeedbackCase, office=site.office_id, code=code)
    return found


@never_cache
@require_safe
@at_site
@guessable
def code(request: HttpRequest, site: PublicSite, code: str) -> HttpResponse:
    """How far a case is and what was answered. None of the words or contacts: a code may lie around on paper."""
    case = _case_at(site, code)
    about = case.merged_into or case
    answer = about.answers.exclude(approved_at=None).exclude(text="").first()
    context = {
        "case": case,
        "about": about,
        "answer": answer if about.state == FeedbackCase.State.ANSWERED else None,
        "question": getattr(answer, "satisfaction", None) if about == case else None,
        "forwarding": about.forwardings.last() if about.state == FeedbackCase.State.FORWARDED else None,
        "requests": {request.kind for request in case.data_requests.filter(done_at=None)},
        "new": "moi" in request.GET,
        "hour": HOUR,
    }
    return render(request, "feedback/public/code.html", context)


@require_POST
@at_site
@guessable
def ask_data(request: HttpRequest, site: PublicSite, code: str) -> HttpResponse:
    case = _case_at(site, code)
    try:
        ask_for_data(case, kind=request.POST.get("kind", ""))
    except Refused as refused:
        return render(request, "feedback/public/refused.html", {"sentence": refused.sentence}, status=422)
    return redirect("feedback_code", case.code)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_site
def rate(request: HttpRequest, site: PublicSite, token: str) -> HttpResponse:
    """The one question after an answer; its link works once."""
    asked = get_object_or_404(Satisfaction.objects.select_related("answer__case"), token=token)
    case = asked.answer.case
    if case.office_id != site.office_id or asked.value:
        return render(request, "feedback/public/rated.html", {"case": case}, status=410 if asked.value else 404)
    form = RatingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            rate_answer(asked, value=form.cleaned_data["value"])
        except Refused:
            return render(request, "feedback/public/rated.html", {"case": case}, status=410)
        return render(request, "feedback/public/rated.html", {"case": case, "now": True})
    context = {"form": form, "case": case}
    return render(request, "feedback/public/rate.html", context, status=422 if form.errors else 200)


@require_safe
@at_site
def answers(request: HttpRequest, site: PublicSite) -> HttpResponse:
    page = Paginator(Answer.objects.published(site.office_id), 20).get_page(request.GET.get("trang"))
    return render(request, "feedback/public/answers.html", {"answers": page})


@require_safe
@at_site
def answer(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponse:
    found = get_object_or_404(Answer.objects.published(site.office_id), pk=pk)
    return render(request, "feedback/public/answer.html", {"answer": found})


@require_safe
@at_site
def figures(request: HttpRequest, site: PublicSite) -> HttpResponse:
    lines = lines_of(site.office, timezone.localdate())
    return render(request, "feedback/public/figures.html", {"lines": lines, "least": LEAST})


@require_safe
@at_site
def data(request: HttpRequest, site: PublicSite) -> HttpResponse:
    """What is kept, what for, who sees it, how long, and how to have it copied or erased."""
    terms = {kind: term_of(site.office, kind, timezone.localdate()) for kind in Term.Kind.values}
    return render(request, "feedback/public/data.html", {"terms": terms})


@require_safe
@at_site
def complaints(request: HttpRequest, site: PublicSite) -> HttpResponse:
    """Where complaints and denunciations go, which follow laws of their own."""
    return render(request, "feedback/public/complaints.html")
