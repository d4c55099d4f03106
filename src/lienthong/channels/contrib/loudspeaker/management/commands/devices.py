"""``lienthong devices simulate --count 1000``: simulated loudspeakers on the broker that the settings name.

``lienthong devices stream``: what an area hears, as a stream for devices that only listen.
"""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker.areas import areas_of
from lienthong.channels.contrib.loudspeaker.models import Station
from lienthong.channels.contrib.loudspeaker.sending import broker, is_connected
from lienthong.channels.contrib.loudspeaker.simulating import run, simulated
from lienthong.channels.contrib.loudspeaker.stream.client import Source
from lienthong.channels.contrib.loudspeaker.streaming import pieces_of
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
        stream = steps.add_parser("stream", help="phát lịch của một thôn lên máy chủ luồng, đến khi Ctrl+C")
        stream.add_argument("--office", default="", help="tên xã; bỏ trống là đài đầu tiên")
        stream.add_argument("--area", default="", help="mã vùng phát; bỏ trống là vùng đầu tiên")
        simulate.add_argument("--follow", action="store_true", help="lặp lại sau mỗi 30 giây, đến khi Ctrl+C")

    def handle(self, *args: object, **options: Any) -> None:
        station = Station.objects.filter(office__name__icontains=options["office"]).first()
        if station is None:
            raise CommandError("Chưa có đài truyền thanh nào. Hãy mở đài ở mục Phát thanh.")
        if options["step"] == "stream":
            self._stream(station, options["area"])
        else:
            self._simulate(station, options)

    def _stream(self, station: Station, area: str) -> None:
        if not settings.LIENTHONG_ICECAST:
            raise CommandError("Chưa có máy chủ luồng. Hãy đặt LIENTHONG_ICECAST.")
        area = area or next(iter(sorted(areas_of(station))), "")
        self.stdout.write(f"Đang phát luồng của {station}, vùng {area}. Nhấn Ctrl+C để dừng.")
        try:
            source = Source(settings.LIENTHONG_ICECAST, name=f"dai-{station.code}")
            source.send(pieces_of(station, area, timezone.now), time.sleep)
        except (PassingError, PermanentError) as error:
            raise CommandError(error.sentence) from None

    def _simulate(self, station: Station, options: dict[str, Any]) -> None:
        if not is_connected():
            raise CommandError("Chưa nối máy chủ MQTT. Hãy đặt LIENTHONG_MQTT, ví dụ mqtt://127.0.0.1:1883.")
        devices = simulated(station, options["count"])
        while True:
            try:
                counted = run(station, devices, broker(), seed=options["seed"])
            except (PassingError, PermanentError) as error:
                raise CommandError(error.sentence) from None
            self.stdout.write(
                f"{len(devices)} cụm loa: {counted['nhip']} báo còn sống, {counted['nhan']} nhận lịch, "
                f"{counted['nhat-ky']} gửi nhật ký, {counted['unreadable']} tin không đọc được."
            )
            if not options["follow"]:
                return
            time.sleep(ROUND)
