"""The public question "Có đúng không?": one page, no account, no contact, nothing about who said it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lienthong.core.forms import refuse
from lienthong.core.public import PublicSite, at_site
from lienthong.core.refusals import Refused
from lienthong.corrections.actions.ask_question import ask_question
from lienthong.corrections.forms import AskForm
from lienthong.corrections.models import ClaimQuestion
from lienthong.corrections.refusing import IsFeedback
from lienthong.gate.service import WORDS, Arriving, Crowd, Verdict, again, counted, form_of, guessable, new_form, spared

#: What a form of this page is made for.
_ABOUT = "question"


def _sent(request: HttpRequest) -> Arriving:
    return Arriving.of(request, form_of(request.POST.get("token", ""), _ABOUT))


def _put_off(request: HttpRequest, crowd: Crowd, decided: Verdict) -> HttpResponse:
    """What was typed stays; the database is not asked."""
    shown = again(request, decided, request.POST.get("token", ""), _ABOUT)
    return _page(request, AskForm(request.POST), portal=crowd.site, **shown)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@spared(WORDS, _sent, _put_off)
@at_site
def ask(request: HttpRequest, site: PublicSite) -> HttpResponse:
    """Whatever goes wrong, what was typed stays; what may be feedback can be taken along to that form."""
    if request.method != "POST":
        return _page(request, AskForm(), new_form(_ABOUT))
    form, token = AskForm(request.POST), request.POST.get("token", "")
    if not form.is_valid():
        return _page(request, form, token)
    try:
        taken = ask_question(site.office, _sent(request), **form.cleaned_data)
    except Refused as refused:
        refuse(form, refused)
        return _page(request, form, token, is_feedback=isinstance(refused, IsFeedback))
    if isinstance(taken, Verdict):
        return _put_off(request, counted(request, site, WORDS), taken)
    return redirect(f"{reverse('corrections_asked', args=[taken.code])}?moi=1")


def _page(request: HttpRequest, form: AskForm, token: str, **more: Any) -> HttpResponse:
    # Always 200: anything else is a line in the log, and a flood would fill it.
    return render(request, "corrections/public/ask.html", {"form": form, "token": token or new_form(_ABOUT), **more})


@never_cache
@require_safe
@at_site
@guessable
def asked(request: HttpRequest, site: PublicSite, code: str) -> HttpResponse:
    """What became of a question. None of its words: a code may lie around on paper."""
    found = get_object_or_404(ClaimQuestion.objects.select_related("answer"), office=site.office_id, code=code)
    context = {"question": found, "new": "moi" in request.GET}
    return render(request, "corrections/public/asked.html", context)
