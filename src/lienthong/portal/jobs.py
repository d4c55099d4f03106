"""What happens by itself: a page that was approved for a later time goes out, one whose time is over leaves, and the
written pages follow banners, notices and events that begin or end.
"""

from datetime import timedelta

from django.core.management import call_command
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from lienthong.jobs.service import periodic
from lienthong.portal.addresses import shown_now
from lienthong.portal.models import PageState, Portal
from lienthong.portal.published import announce, write, write_due


@periodic("portal.publish_scheduled", every=timedelta(minutes=1))
def publish_scheduled() -> None:
    with transaction.atomic():
        now = timezone.now()
        due = Q(page__live=True, page__expire_at__lt=now) | Q(approved__approved_go_live_at__lt=now)
        offices = set(PageState.objects.filter(due).values_list("office_id", flat=True))
        call_command("publish_scheduled")
        offices |= {portal.office_id for portal in Portal.objects.all() if shown_now(portal) != portal.shown}
        for office_id in sorted(offices):
            announce(office_id)
    write_due()


@periodic("portal.write_pages", every=timedelta(hours=1))
def write_pages() -> None:
    """What other rooms changed of a page, as the name of the office, and files that somebody removed."""
    for portal in Portal.objects.all():
        write(portal.pk)
