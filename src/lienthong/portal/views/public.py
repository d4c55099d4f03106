"""What a resident meets: pages, pictures, issued documents, search, and how to reach the office."""

from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.views import serve as wagtail_serve

from lienthong.core import search as words
from lienthong.core.http import stored_file
from lienthong.core.public import at_site, speak
from lienthong.portal.finding import marked
from lienthong.portal.models import PAGES, PageState, Picture, Portal, PublicDocument


def _public(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view that only reads of a portal whose first page is public; anything else is not there."""
    answered: Callable[..., HttpResponseBase] = require_safe(at_site(view))
    return answered


@require_safe
def serve(request: HttpRequest, path: str = "") -> HttpResponse:
    """A page of the tree. Where no portal is open the first address leads the staff to their own side."""
    if Portal.open_at(request) is None:
        if path:
            raise Http404
        return redirect("workspace:home")
    speak(request)
    answer: HttpResponse = wagtail_serve(request, path)
    return answer


@_public
def picture(request: HttpRequest, portal: Portal, pk: int) -> HttpResponseBase:
    """A picture of a page that the public reads; the address of one never changes what it shows."""
    found = get_object_or_404(Picture, pk=pk, office=portal.office)
    if not any(kind.objects.live().filter(picture=found).exists() for kind in PAGES):
        raise Http404
    return FileResponse(
        found.file.open("rb"), content_type="image/webp", headers={"Cache-Control": "public, max-age=86400, immutable"}
    )


@_public
def documents(request: HttpRequest, portal: Portal) -> HttpResponse:
    page = Paginator(PublicDocument.objects.of_site(portal.office_id), 20).get_page(request.GET.get("trang"))
    return render(request, "portal/documents.html", {"portal": portal, "documents": page})


@_public
def document_file(request: HttpRequest, portal: Portal, pk: int) -> HttpResponseBase:
    found = get_object_or_404(PublicDocument.objects.of_site(portal.office_id), pk=pk)
    return stored_file(found.file.stored, name=found.file.name, content_type=found.file.content_type)


@_public
def contact(request: HttpRequest, portal: Portal) -> HttpResponse:
    return render(request, "portal/contact.html", {"portal": portal})


@_public
def search(request: HttpRequest, portal: Portal) -> HttpResponse:
    """Pages and issued documents that hold every word, with or without marks; the place found is marked."""
    query = request.GET.get("q", "").strip()[:100]
    ids = words.matches(PageState, query)
    standings = PageState.objects.filter(pk__in=ids, office=portal.office, page__live=True).select_related("page")
    pages = [(standing.page.specific, marked(standing.page.specific, query)) for standing in standings[:50]]
    found = PublicDocument.objects.of_site(portal.office_id)
    documents = found.filter(document__in=words.matches(PublicDocument.document.field.related_model, query))[:50]
    context = {"portal": portal, "query": query, "pages": pages, "documents": documents}
    return render(request, "portal/search.html", context)


@_public
def sitemap(request: HttpRequest, portal: Portal) -> HttpResponse:
    live = Page.objects.live().descendant_of(portal.site.root_page, inclusive=True)
    addresses = [(request.build_absolute_uri(page.get_url(request)), page.last_published_at) for page in live]
    for section in portal.sections:
        pages = section.pages(portal.office_id)
        addresses += [(request.build_absolute_uri(page.path), page.changed_at) for page in pages]
    return render(request, "portal/sitemap.xml", {"addresses": addresses}, content_type="application/xml")


@_public
def robots(request: HttpRequest, portal: Portal) -> HttpResponse:
    place = request.build_absolute_uri(reverse("portal_sitemap"))
    return HttpResponse(f"User-agent: *\nDisallow: /noi-bo/\nSitemap: {place}\n", content_type="text/plain")
