"""*Việc của tôi*, search, and the person's own settings."""

import re

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST

from lienthong.core.http import next_url
from lienthong.inbox.service import CalendarFeed, WorkItem, rows_of
from lienthong.organisations.service import Body, StaffRequest
from lienthong.workspace.searching import find

_COLOUR = re.compile(r"#[0-9a-f]{6}")


@login_required
@require_GET
def home(request: StaffRequest) -> HttpResponse:
    """Three groups and nothing else: to do now, this week, waiting for others."""
    actor, today = request.actor, timezone.localdate()
    mine = WorkItem.objects.for_actor(actor)
    waiting = WorkItem.objects.filter(asked_by=actor.position).open() if actor.position else WorkItem.objects.none()
    context = {
        "today": today,
        "now": rows_of(mine.to_do_now(today), today),
        "week": rows_of(mine.this_week(today), today),
        "waiting": rows_of(waiting, today),
        "feed": CalendarFeed.objects.filter(position=actor.position).first() if actor.position else None,
    }
    return render(request, "workspace/home.html", context)


@login_required
@require_GET
def search(request: StaffRequest) -> HttpResponse:
    """Documents, plans and assignments that hold every word, with or without diacritics."""
    query = request.GET.get("q", "").strip()[:200]
    return render(request, "workspace/search.html", {"query": query, "groups": find(request.actor, query)})


@login_required
@require_POST
def settings(request: StaffRequest) -> HttpResponse:
    """The person's language and row height."""
    user = request.user
    if request.POST.get("language") in ("vi", "en"):
        user.language = request.POST["language"]
    if request.POST.get("compact") in ("0", "1"):
        user.compact = request.POST["compact"] == "1"
    user.save(update_fields=["language", "compact"])
    return redirect(next_url(request, reverse("workspace:home")))


@require_GET
@cache_control(max_age=3600)
def accent(request: StaffRequest, body_id: int) -> HttpResponse:
    """The body's accent colour as a style sheet, because the content policy allows no inline style."""
    colour = get_object_or_404(Body, pk=body_id).accent.lower()
    css = f":root{{--accent:{colour};--running:{colour}}}" if _COLOUR.fullmatch(colour) else ""
    return HttpResponse(f"@media (prefers-color-scheme: light){{{css}}}", content_type="text/css")
