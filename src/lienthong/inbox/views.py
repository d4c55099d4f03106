"""The bell, the calendar feed, and the weekly sheet of a unit."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from lienthong.inbox.actions.make_calendar_feed import make_calendar_feed
from lienthong.inbox.actions.read_notices import read_notices
from lienthong.inbox.feeds import calendar_of
from lienthong.inbox.models import CalendarFeed, Notice, WorkItem
from lienthong.inbox.service import message_for
from lienthong.organisations.service import Body, Role, StaffRequest


@login_required
@require_GET
def notices(request: StaffRequest) -> HttpResponse:
    """The lines under the bell, newest first; opening the page reads them."""
    found = list(Notice.objects.filter(position=request.actor.position)[:100]) if request.actor.position else []
    lines = [(notice, message_for(notice.text, request.build_absolute_uri(notice.url))) for notice in found]
    answer = render(request, "inbox/notices.html", {"lines": lines})
    read_notices(request.actor)
    return answer


@login_required
@require_POST
def make_feed(request: StaffRequest) -> HttpResponse:
    """Make a new secret address for the calendar; an old one stops working."""
    make_calendar_feed(request.actor)
    return redirect("workspace:home")


@require_GET
def feed(request: StaffRequest, token: str) -> HttpResponse:
    """The due dates of one position for a calendar program; the address itself is the key."""
    found = get_object_or_404(CalendarFeed.objects.select_related("position__user", "position__body"), token=token)
    answer = HttpResponse(calendar_of(found, request), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="lien-thong.ics"'
    return answer


@login_required
@require_GET
def weekly_sheet(request: StaffRequest, body_id: int) -> HttpResponse:
    """One A4 sheet of what waits for a unit this week: overdue first, then by day."""
    bodies = Body.objects.filter(pk__in=request.actor.body_ids)
    if request.actor.is_(Role.LEADER, Role.COORDINATOR, Role.CLERK):
        bodies = Body.objects.under(request.actor.own_office)
    body = get_object_or_404(bodies, pk=body_id)
    today = timezone.localdate()
    # The sheet of the office itself is that of all its units.
    whose = {"office": body} if body.is_office else {"body": body}
    items = WorkItem.objects.open().filter(**whose).select_related("body")
    context = {
        "body": body,
        "today": today,
        "overdue": items.overdue(today),
        "week": items.this_week(today) | items.filter(due=today),
    }
    return render(request, "inbox/weekly_sheet.html", context)
