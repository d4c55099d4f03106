"""What the public reads: every correction with what it was checked against, and the same for programs."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lienthong.core import search
from lienthong.core.keys import key_of
from lienthong.core.public import PublicSite, at_site, place_of
from lienthong.corrections.concerns import url_of
from lienthong.corrections.models import Correction, Label
from lienthong.corrections.reviewing import claim_review, feed_of
from lienthong.newsroom.service import Product
from lienthong.registry.service import OfficialDocument

#: Word in the address → label, or the office's own.
_ONLY = {"dung": Label.RIGHT, "chua-du": Label.INCOMPLETE, "sai": Label.WRONG, "lua-dao": Label.SCAM}
_OWN = "cua-co-quan"


@require_safe
@at_site
def everything(request: HttpRequest, site: PublicSite) -> HttpResponse:
    """What stands, the newest first; those of one label, or with the words that were typed."""
    only, query = request.GET.get("loai", ""), request.GET.get("q", "").strip()[:100]
    found = Correction.objects.published(site.office_id)
    if label := _ONLY.get(only):
        found = found.filter(label=label)
    elif only == _OWN:
        found = found.exclude(kind=Correction.Kind.CLAIM)
    if query:
        found = found.filter(pk__in=search.matches(Correction, query))
    context = {
        "page_list": Paginator(found, 20).get_page(request.GET.get("trang")),
        "choices": [(word, label.label) for word, label in _ONLY.items()], "only": only, "own": _OWN, "wanted": query,
    }  # fmt: skip
    return render(request, "corrections/public/all.html", context)


def _at(site: PublicSite, year: int, number: int) -> Correction:
    found: Correction = get_object_or_404(Correction.objects.readable(site.office_id), year=year, number=number)
    return found


@require_safe
@at_site
def one(request: HttpRequest, site: PublicSite, year: int, number: int) -> HttpResponse:
    """Everything comes from what was frozen, besides where it stands now."""
    found = _at(site, year, number)
    note = found.note
    after = Correction.objects.filter(replaces=found).exclude(frozen="").first()
    context = {
        "correction": found, "note": note, "after": after, "structured": claim_review(found, request),
        "concern_url": url_of(note["concern"], note["concern_key"]),
        "place": _place(found.product or found.document),
        "place_by": _place(found.draft.document if found.draft else None),
    }  # fmt: skip
    return render(request, "corrections/public/one.html", context)


def _place(thing: Product | OfficialDocument | None) -> str:
    """Where on the site the thing stands, "" when it does not."""
    return place_of(thing.office_id, key_of(thing)) if thing is not None else ""


@require_safe
@at_site
def frozen(request: HttpRequest, site: PublicSite, year: int, number: int) -> HttpResponse:
    """The bytes over which the hash was made."""
    return HttpResponse(_at(site, year, number).frozen, content_type="application/json; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=300)
@at_site
def feed(request: HttpRequest, site: PublicSite) -> HttpResponse:
    made = feed_of(site, request, reverse("corrections_feed"), reverse("corrections_all"))
    return HttpResponse(made.writeString("utf-8"), content_type=made.content_type)
