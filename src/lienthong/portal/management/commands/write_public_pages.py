"""Write every public page as a file again: after an upgrade, or when the folder was lost."""

from typing import Any

from django.core.management.base import BaseCommand

from lienthong.portal.jobs import write_pages


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options: Any) -> None:
        write_pages()
