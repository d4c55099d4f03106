"""What a resident meets: pages, issued documents, search, and how to reach the office."""

from collections.abc import Callable

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.views import serve as wagtail_serve

from lienthong.core.http import next_url
from lienthong.core.public import at_site, speak
from lienthong.core.structured import head_of
from lienthong.portal.correcting import corrections_of
from lienthong.portal.finding import MOST_LETTERS, find
from lienthong.portal.models import OldAddress, Portal, PublicDocument
from lienthong.portal.structured import document_said

_A_YEAR = 365 * 24 * 3600


def public_view(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view that only reads, of a portal whose first page is public; anything else is not there."""
    answered: Callable[..., HttpResponseBase] = require_safe(at_site(view))
    return answered


@require_safe
def serve(request: HttpRequest, path: str = "") -> HttpResponse:
    """A page of the tree, or where one moved. Where no portal is open the first address leads the staff in."""
    portal = Portal.open_at(request)
    if portal is None:
        if path:
            raise Http404
        return redirect("workspace:home")
    speak(request)
    try:
        answer: HttpResponse = wagtail_serve(request, path)
        return answer
    except Http404:
        old = OldAddress.objects.filter(portal=portal, path=f"/{path}").select_related("page").first()
        if old is None or not old.leads_to:
            raise
        # What a person wrote he may write anew, so browsers do not keep it.
        return redirect(old.leads_to, permanent=old.page is not None)


@public_view
def documents(request: HttpRequest, portal: Portal) -> HttpResponse:
    page = Paginator(PublicDocument.objects.of_site(portal.office_id), 20).get_page(request.GET.get("trang"))
    return render(request, "portal/documents.html", {"portal": portal, "documents": page})


@public_view
def document(request: HttpRequest, portal: Portal, pk: int) -> HttpResponse:
    """One document: number, day, who signed it, whether its signature holds, and the file."""
    found = get_object_or_404(PublicDocument.objects.of_site(portal.office_id), pk=pk)
    old = PublicDocument.objects.of_site(portal.office_id).filter(document=found.document.corrects_id).first()
    context = {"portal": portal, "each": found, "corrected": corrections_of(found.document), "old": old}
    context |= head_of(request, document_said(found, portal, request))
    return render(request, "portal/document.html", context)


@public_view
def contact(request: HttpRequest, portal: Portal) -> HttpResponse:
    return render(request, "portal/contact.html", {"portal": portal})


@public_view
def search(request: HttpRequest, portal: Portal) -> HttpResponse:
    """What of the site holds every word, with or without marks or with a slip; the place found is marked."""
    query = request.GET.get("q", "").strip()[:MOST_LETTERS]
    answer = find(portal, query)
    page = Paginator(answer.hits, 20).get_page(request.GET.get("trang"))
    context = {"portal": portal, "query": query, "found": page, "slip": answer.slip}
    rendered = render(request, "portal/search.html", context)
    # What somebody asked is no page for search engines.
    rendered["X-Robots-Tag"] = "noindex"
    return rendered


@public_view
def sitemap(request: HttpRequest, portal: Portal) -> HttpResponse:
    live = Page.objects.live().descendant_of(portal.site.root_page, inclusive=True)
    addresses = [(request.build_absolute_uri(page.get_url(request)), page.last_published_at) for page in live]
    addresses += [(request.build_absolute_uri(reverse(name)), None) for name in ("portal_documents", "portal_contact")]
    documents = PublicDocument.objects.of_site(portal.office_id)
    addresses += [(request.build_absolute_uri(each.get_absolute_url()), each.published_at) for each in documents]
    for section in portal.sections:
        pages = section.pages(portal.office_id)
        addresses += [(request.build_absolute_uri(page.path), page.changed_at) for page in pages]
    return render(request, "portal/sitemap.xml", {"addresses": addresses}, content_type="application/xml")


@require_safe
def language(request: HttpRequest, code: str) -> HttpResponse:
    """The frame in another language from now on; Vietnamese needs no cookie, so pages come from files again."""
    if code not in dict(settings.LANGUAGES):
        raise Http404
    answer = redirect(next_url(request, "/"))
    if code == settings.LANGUAGE_CODE:
        answer.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
    else:
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=_A_YEAR, samesite="Lax", secure=request.is_secure()
        )
    return answer


@public_view
def robots(request: HttpRequest, portal: Portal) -> HttpResponse:
    place = request.build_absolute_uri(reverse("portal_sitemap"))
    return HttpResponse(
        f"User-agent: *\nDisallow: /noi-bo/\nDisallow: /ngon-ngu/\nSitemap: {place}\n", content_type="text/plain"
    )
