"""``lienthong work``: a worker process with the schedule. Start as many as the machine has room for."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lienthong.jobs.worker import ROUND_EVERY, WorkerLoop


class Command(BaseCommand):
    help = "Làm các việc nền: đọc tệp, nhắc việc, lịch định kỳ. Dừng bằng Ctrl+C hoặc SIGTERM."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--queues", default="*", help="default,reading; * là tất cả (mặc định)")
        parser.add_argument("--round", type=float, default=ROUND_EVERY, help="số giây giữa hai lượt lịch định kỳ")

    def handle(self, *args: object, **options: Any) -> None:
        loop = WorkerLoop(options["queues"].split(","), round_every=options["round"])
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: loop.stop())
        self.stdout.write(f"Đang làm việc nền ({loop.name}).")
        self.stdout.flush()
        loop.run()
        self.stdout.write("Đã dừng.")
