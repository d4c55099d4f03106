"""The public form, one question a page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lienthong.core.public import PublicSite, at_site
from lienthong.core.refusals import Refused
from lienthong.feedback.actions.receive_case import receive_case
from lienthong.feedback.asking import ABOUT, ORDER, Asking
from lienthong.feedback.models import Term
from lienthong.feedback.proposing import may_be_complaint
from lienthong.feedback.terms import HOUR, due_after
from lienthong.gate.service import WORDS, Arriving, Crowd, Verdict, again, counted, form_of, spared


def _arriving(request: HttpRequest) -> Arriving:
    return Arriving.of(request, form_of(request.POST.get("token", ""), ABOUT))


def _sent(request: HttpRequest) -> Arriving | None:
    """The form, where its last question was answered and it was sent."""
    sending = request.POST.get("here") == ORDER[-1] and "back" not in request.POST
    return _arriving(request) if sending else None


def _put_off(request: HttpRequest, crowd: Crowd, decided: Verdict) -> HttpResponse:
    """One small question, or a word that it is too much just now. What was typed travels along; the database is not
    asked, for this is what a flood gets, thousands of times, while others want to read.
    """
    asking = Asking.of(request, crowd.site.office)
    shown = again(request, decided, asking.token, ABOUT)
    asking.token = shown["token"]
    context = {"portal": crowd.site, "here": ORDER[-1], "carried": asking.carried(ORDER[-1]), **shown}
    if request.FILES or request.POST.get("had_photos"):
        context["photos"] = asking.form(ORDER[-1], bound=False)
    form = render_to_string("feedback/public/put_off_form.html", context, request)
    return crowd.page(request, "feedback/public/put_off.html", form)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@spared(WORDS, _sent, _put_off)
@at_site
def tell(request: HttpRequest, site: PublicSite) -> HttpResponse:
    """One question a page; the last one sends. Going back judges nothing."""
    asking = Asking.of(request, site.office)
    if request.method != "POST":
        return _ask(asking, ORDER[0], asking.form(ORDER[0], bound=False))
    place = ORDER.index(asking.here)
    if "back" in request.POST:
        before = ORDER[max(place - 1, 0)]
        return _ask(asking, before, asking.form(before, bound=False))
    form = asking.form(asking.here, bound=True)
    if not form.is_valid():
        return _ask(asking, asking.here, form)
    if place == 0 and may_be_complaint(form.cleaned_data["what"]) and not request.POST.get("meant"):
        context = {"carried": asking.carried(ORDER[0]), "what": form.cleaned_data["what"]}
        return render(request, "feedback/public/is_complaint.html", context)
    if place < len(ORDER) - 1:
        following = ORDER[place + 1]
        return _ask(asking, following, asking.form(following, bound=False))
    return _send(asking, site)


def _ask(asking: Asking, question: str, form: forms.Form, **more: Any) -> HttpResponse:
    last = question == ORDER[-1]
    context = {
        "form": form, "here": question, "carried": asking.carried(question), "number": ORDER.index(question) + 1,
        "of": len(ORDER), "last": last, "hour": HOUR, **more,
    }  # fmt: skip
    if last:
        context["due"], _basis = due_after(asking.office, Term.Kind.ANSWER, timezone.localdate())
    # Always 200: anything else is a line in the log, and a flood would fill it.
    return render(asking.request, "feedback/public/tell.html", context)


def _send(asking: Asking, site: PublicSite) -> HttpResponse:
    """Whoever comes so far may get in as far as one knew; the act counts exactly."""
    wrong = asking.wrong()
    if wrong is not None:
        return _ask(asking, *wrong)
    if asking.too_large():
        problem = _("Ảnh “%(name)s” quá lớn. Hãy chọn ảnh nhỏ hơn.") % {"name": asking.too_large()[0]}
        return _ask(asking, ORDER[-1], asking.form(ORDER[-1], bound=False), problem=problem)
    try:
        case = receive_case(site.office, asking.told(), _arriving(asking.request))
    except Refused as refused:
        return _ask(asking, ORDER[-1], asking.form(ORDER[-1], bound=False), problem=refused.sentence)
    if isinstance(case, Verdict):
        return _put_off(asking.request, counted(asking.request, site, WORDS), case)
    return redirect(f"{reverse('feedback_code', args=[case.code])}?moi=1")
