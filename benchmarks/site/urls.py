"""The real addresses, and the empty page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path


@login_required
def empty(request: HttpRequest) -> HttpResponse:
    """A signed-in page with the same middleware and base template and no query of its own."""
    return render(request, "workspace/base.html")


urlpatterns = [path("bench/empty/", empty), path("", include("lienthong.urls"))]
