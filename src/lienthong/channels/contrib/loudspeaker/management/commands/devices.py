"""``lienthong devices simulate --count 1000``: simulated loudspeakers on the broker that the settings name."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lienthong.channels.contrib.loudspeaker.models import Station
from lienthong.channels.contrib.loudspeaker.sending import broker, is_connected
from lienthong.channels.contrib.loudspeaker.simulating import run, simulated
from lienthong.channels.core.service import PassingError, PermanentError

ROUND = 30


class Command(BaseCommand):
    help = "Mô phỏng cụm loa: nhận lịch, mất điện, lệch giờ, mất mạng, rồi báo đã phát gì."

    def add_arguments(self, parser: CommandParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True)
        simulate = steps.add_parser("simulate", help="cụm loa mô phỏng của một xã, sống từ 0 giờ hôm nay đến bây giờ")
        simulate.add_argument("--count", type=int, default=1000, help="số cụm loa")
        simulate.add_argument("--office", default="", help="tên xã; bỏ trống là đài đầu tiên")
        simulate.add_argument("--seed", type=int, default=1, help="cùng số thì cùng hỏng như nhau")
        simulate.add_argument("--follow", action="store_true", help="lặp lại sau mỗi 30 giây, đến khi Ctrl+C")

    def handle(self, *args: object, **options: Any) -> None:
        if not is_connected():
            raise CommandError("Chưa nối máy chủ MQTT. Hãy đặt LIENTHONG_MQTT, ví dụ mqtt://127.0.0.1:1883.")
        station = Station.objects.filter(office__name__icontains=options["office"]).first()
        if station is None:
            raise CommandError("Chưa có đài truyền thanh nào. Hãy mở đài ở mục Phát thanh.")
        devices = simulated(station, options["count"])
        while True:
            try:
                counted = run(station, devices, broker(), seed=options["seed"])
            except (PassingError, PermanentError) as error:
                raise CommandError(f"Máy chủ MQTT không nhận: {error}") from None
            self.stdout.write(
                f"{len(devices)} cụm loa: {counted['nhip']} báo còn sống, {counted['nhan']} nhận lịch, "
                f"{counted['nhat-ky']} gửi nhật ký, {counted['unreadable']} tin không đọc được."
            )
            if not options["follow"]:
                return
            time.sleep(ROUND)
