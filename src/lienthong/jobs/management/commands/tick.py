"""``lienthong tick``: one round of the schedule, the sweep and the queue; for cron, or to catch up by hand."""

from django.core.management.base import BaseCommand

from lienthong.jobs.worker import tick


class Command(BaseCommand):
    help = "Làm một lượt: việc đến giờ, việc bị bỏ dở, việc đang chờ; rồi thoát."

    def handle(self, *args: object, **options: object) -> None:
        tick()
