"""A day as a download: the sounds in their order and a printed sheet, for stations without network."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.channels.contrib.loudspeaker.models import PlannedAiring, Station
from lienthong.channels.contrib.loudspeaker.sounds import on_air
from lienthong.core.drawing import drawn
from lienthong.core.language import site_language
from lienthong.core.text import search_fold

_TEMPLATE = Path(__file__).with_name("data") / "sheet.typ"


def package_of(station: Station, day: date) -> bytes:
    """Bytes of the .zip. What has no approved recording stands on the sheet, and no file for it is there."""
    begins = timezone.make_aware(datetime.combine(day, datetime.min.time()))
    airings = list(station.airings.filter(begins__gte=begins, begins__lt=begins + timedelta(days=1)))
    written: dict[str, str] = {}
    with io.BytesIO() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for airing in airings:
                if airing.sha256 and airing.sha256 not in written:
                    _add_sound(archive, airing, written)
            archive.writestr("lich-phat.pdf", sheet_of(station, day, airings, written), zipfile.ZIP_STORED)
        return target.getvalue()


def _add_sound(archive: zipfile.ZipFile, airing: PlannedAiring, written: dict[str, str]) -> None:
    stored = on_air(airing.sha256)
    if stored is None:
        return
    plain = re.sub(r"[^a-z0-9]+", "-", search_fold(airing.title)).strip("-")[:60]
    name = f"{len(written) + 1:02d}-{plain}.mp3"
    with stored.open("rb") as sound:
        archive.writestr(name, sound.read(), zipfile.ZIP_STORED)
    written[airing.sha256] = name


def sheet_of(station: Station, day: date, airings: list[PlannedAiring], names: dict[str, str]) -> bytes:
    """The printed sheet, in the site's language: time, what, which file, and room for who played it."""
    with site_language():
        data = {
            "office": station.office.name,
            "title": _("Lịch phát thanh ngày %(day)s") % {"day": f"{day:%d/%m/%Y}"},
            "head": [_("Giờ"), _("Thời lượng"), _("Nội dung"), _("Tệp"), _("Người phát ký")],
            "lines": [_line(airing, names) for airing in airings],
            "empty": _("Ngày này không có gì trong lịch."),
        }
        return drawn(_TEMPLATE, data)


def _line(airing: PlannedAiring, names: dict[str, str]) -> list[str]:
    length = f"{airing.seconds // 60}:{airing.seconds % 60:02d}"
    file = names.get(airing.sha256, "") if airing.sha256 else _("nhạc của đài")
    return [f"{timezone.localtime(airing.begins):%H:%M}", length, airing.title, file]
