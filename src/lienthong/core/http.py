"""Answers that every room gives in the same way: after an act, after a refusal, and with a stored file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from lienthong.core.forms import refuse
from lienthong.core.refusals import NotAllowed, Refused

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

#: Word in an address → what it does with a request and a thing, and what is said when it is done.
Steps = Mapping[str, tuple[Callable[[Any, Any], object], "StrOrPromise"]]


def client_address(request: HttpRequest) -> str:
    """The address of whoever asks: what the last of our own ``LIENTHONG_PROXIES`` proxies saw, never what he says."""
    said = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    trusted = settings.LIENTHONG_PROXIES
    address: str = said[-trusted] if 0 < trusted <= len(said) else request.META.get("REMOTE_ADDR", "")
    return address


def require(right: bool) -> None:
    """A page that its reader has no right to is not there. Acts ask again; this only keeps forms from being shown."""
    if not right:
        raise Http404


def reason_in(request: HttpRequest) -> str:
    """Why a step is taken, as it was typed."""
    return str(request.POST.get("reason", ""))


def seen_in(request: HttpRequest) -> int | None:
    """The number of what the person had read when he pressed; None for what is no number."""
    return whole(request.POST.get("seen", ""), digits=8)


def whole(text: str, *, digits: int = 18) -> int | None:
    """A number without sign, of at most ``digits``; None for anything else that may stand in an address or a form."""
    return int(text) if text.isdecimal() and len(text) <= digits else None


def next_url(request: HttpRequest, fallback: str) -> str:
    """Where the person came from (``next``), when that is one of our own pages; else ``fallback``.

    It begins with "/": other words would be taken for the name of an address, of which there is none.
    """
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = asked.startswith("/") and url_has_allowed_host_and_scheme(
        asked, {request.get_host()}, require_https=request.is_secure()
    )
    return asked if safe else fallback


def after_act(request: HttpRequest, sentence: str, fallback: str) -> HttpResponse:
    """After an act that worked: back to where the person was, with one sentence that says what happened.

    Asked for from a row of *Việc của tôi* it answers that row alone, so the person keeps his place in the list.
    """
    if request.headers.get("HX-Request") and request.headers.get("HX-Target", "").startswith("viec-"):
        return render(request, "workspace/done_row.html", {"sentence": sentence})
    messages.success(request, sentence)
    return redirect(next_url(request, fallback))


def answer_refusal(request: HttpRequest, refused: Refused, fallback: str) -> HttpResponse:
    """After an act that was refused: 404 with the sentence when there was no right, else back with the sentence."""
    if request.headers.get("HX-Request") and request.headers.get("HX-Target", "").startswith("viec-"):
        return render(request, "workspace/done_row.html", {"sentence": refused.sentence, "refused": True})
    if isinstance(refused, NotAllowed):
        return render(request, "workspace/refused.html", {"sentence": refused.sentence, "back": fallback}, status=404)
    messages.error(request, refused.sentence)
    return redirect(next_url(request, fallback))


def act_and_return(request: HttpRequest, act: Callable[[], object], sentence: StrOrPromise, back: str) -> HttpResponse:
    """Do ``act`` and go back with ``sentence``, or with that of its refusal."""
    try:
        act()
    except Refused as refused:
        return answer_refusal(request, refused, back)
    return after_act(request, str(sentence), back)


def take_step(request: HttpRequest, steps: Steps, word: str, thing: object, back: str) -> HttpResponse:
    """Do the step that ``word`` in the address names; 404 for a word that names none."""
    if word not in steps:
        raise Http404
    do, sentence = steps[word]
    return act_and_return(request, lambda: do(request, thing), sentence, back)


def form_page(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[[dict[str, Any]], Any],
    done: Callable[[Any], HttpResponse],
    *,
    template: str = "workspace/form.html",
    **context: Any,
) -> HttpResponse:
    """The form until ``act`` took what was typed; a refusal stands in the form, where what was typed stays.

    ``done`` answers with what the act gave. The template of its own accord shows ``heading`` and leads ``back``.
    """
    if request.method == "POST" and form.is_valid():
        try:
            made = act(form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return done(made)
    return render(request, template, {"form": form, **context})


def stored_file(stored: FieldFile, *, name: str, content_type: str, shown: bool = False) -> FileResponse:
    """A file of ours under the name it has for people, a download unless ``shown``; 404 when it is gone from disk."""
    try:
        opened = stored.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(opened, as_attachment=not shown, filename=name, content_type=content_type)


def stored_sound(request: HttpRequest, stored: FieldFile) -> HttpResponse:
    """An MP3 of ours; part of it when a player asks for one (RFC 9110, 14), so that one can jump within it."""
    if not stored:
        raise Http404
    try:
        with stored.open("rb") as opened:
            data = opened.read()
    except FileNotFoundError:
        raise Http404 from None
    answer = _part(request.headers.get("Range", ""), data) or HttpResponse(data, content_type="audio/mpeg")
    answer["Accept-Ranges"] = "bytes"
    return answer


def _part(asked: str, data: bytes) -> HttpResponse | None:
    """One range from a place on; anything else gets the whole."""
    found = re.fullmatch(r"bytes=(\d{1,12})-(\d{0,12})", asked.strip())
    if found is None:
        return None
    start, last = int(found[1]), min(int(found[2] or len(data)), len(data) - 1)
    if start > last:
        answer = HttpResponse(status=416)
        answer["Content-Range"] = f"bytes */{len(data)}"
        return answer
    answer = HttpResponse(data[start : last + 1], status=206, content_type="audio/mpeg")
    answer["Content-Range"] = f"bytes {start}-{last}/{len(data)}"
    return answer
