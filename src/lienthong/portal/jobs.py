"""What happens by itself: a page that was approved for a later time goes out, and one whose time is over leaves."""

from datetime import timedelta

from django.core.management import call_command

from lienthong.jobs.service import periodic


@periodic("portal.publish_scheduled", every=timedelta(minutes=1))
def publish_scheduled() -> None:
    call_command("publish_scheduled")
