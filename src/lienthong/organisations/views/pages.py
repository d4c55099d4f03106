"""What the screens of this room share: one page for every form, one way to answer it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lienthong.core.forms import refuse
from lienthong.core.http import after_act, answer_refusal
from lienthong.core.refusals import NotAllowed, Refused


def answer_form(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[[dict[str, Any]], object],
    *,
    allowed: bool,
    heading: str,
    submit: str,
    done: str,
    back: str,
) -> HttpResponse:
    """Show ``form``, or do ``act`` with what it holds; a refusal stands beside its field and nothing typed is lost."""
    if not allowed:
        return answer_refusal(request, NotAllowed(_("Chỉ quản trị của cơ quan làm được việc này.")), back)
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except NotAllowed as refused:
            return answer_refusal(request, refused, back)
        except Refused as refused:
            refuse(form, refused)
        else:
            return after_act(request, done, back)
    context = {"form": form, "heading": heading, "submit": submit, "back": back}
    return render(request, "organisations/form.html", context)


def answer_act(request: HttpRequest, act: Callable[[], object], *, done: str, back: str) -> HttpResponse:
    """Do ``act`` asked for by a plain button, and go back."""
    try:
        act()
    except Refused as refused:
        return answer_refusal(request, refused, back)
    return after_act(request, done, back)
