"""``lienthong forget``: take persons out of events whose time has come, now instead of tonight."""

from django.core.management.base import BaseCommand

from lienthong.audit.service import forget_due


class Command(BaseCommand):
    help = "Bỏ tên người khỏi những việc đã ghi quá thời hạn lưu."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"Đã bỏ tên người ở {forget_due()} việc đã ghi.")
