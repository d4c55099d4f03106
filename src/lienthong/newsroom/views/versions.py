"""Versions: one of them, two of them side by side, and what an outlet will show."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from lienthong.channels.core.service import PermanentError, faults_of, preview_of
from lienthong.core.http import require
from lienthong.newsroom.models import Product, Version
from lienthong.newsroom.outgoing import message_for, possible_outlets
from lienthong.newsroom.permissions import may_make
from lienthong.newsroom.views.products import product_of
from lienthong.newsroom.words import differences, plain
from lienthong.organisations.service import StaffRequest


@login_required
@require_GET
def version(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    require(may_make(request.actor))
    found = product_of(request, pk)
    shown = get_object_or_404(found.versions.select_related("by__user"), number=number)
    context = {"product": found, "version": shown, "files": shown.files, "lines": plain(shown).splitlines()}
    return render(request, "newsroom/version.html", context)


@login_required
@require_GET
def compare(request: StaffRequest, pk: int) -> HttpResponse:
    """The versions "cu" and "moi"; the newest and the one before it when none are named."""
    require(may_make(request.actor))
    found = product_of(request, pk)
    versions = list(found.versions.select_related("by__user"))
    if not versions:
        raise Http404
    new = _chosen(versions, request.GET.get("moi", ""), versions[0])
    before = next((one for one in versions if one.number < new.number), new)
    old = _chosen(versions, request.GET.get("cu", ""), before)
    context: dict[str, Any] = {"product": found, "versions": versions, "old": old, "new": new}
    context["parts"] = _parts(old, new)
    return render(request, "newsroom/compare.html", context)


def _chosen(versions: list[Version], asked: str, otherwise: Version) -> Version:
    return next((one for one in versions if str(one.number) == asked), otherwise)


def _parts(old: Version, new: Version) -> list[tuple[str, list[Any]]]:
    """(what it is, lines of pieces): the text, each channel's variant, and the files."""
    codes = sorted({*old.variants, *new.variants})
    return [
        ("text", differences(_words(old), _words(new))),
        *((code, differences(_said(old, code), _said(new, code))) for code in codes),
        ("files", differences(_listed(old), _listed(new))),
    ]


def _words(shown: Version) -> str:
    return "\n".join([*([shown.correction] if shown.correction else []), shown.title, plain(shown)])


def _said(shown: Version, code: str) -> str:
    words = shown.variants.get(code, {})
    return "\n".join(filter(None, (words.get("title", ""), words.get("text", ""))))


def _listed(shown: Version) -> str:
    return "\n".join(f"{media.alt} ({media.credit}, {media.sha256[:8]})" for media in shown.files)


@login_required
@require_GET
def preview(request: StaffRequest, pk: int, outlet: int) -> HttpResponse:
    """The approved version, else the newest, as the outlet will show it."""
    require(may_make(request.actor))
    found: Product = product_of(request, pk)
    shown = found.approved or found.newest
    place = get_object_or_404(possible_outlets(found), pk=outlet)
    if shown is None:
        raise Http404
    message = message_for(found, shown, place.channel)
    context: dict[str, Any] = {"product": found, "outlet": place, "version": shown, "faults": faults_of(place, message)}
    try:
        made = preview_of(place, message)
        context |= {"inner": made.template, **made.context}
    except PermanentError as missing:
        context["faults"] = [*context["faults"], missing.sentence]
    return render(request, "newsroom/preview.html", context)
