"""Days and times in packages: "2015/09/30", "2015/09/30 10:20:30"; ISO in our model."""

from __future__ import annotations

import datetime
import re

_DAY = r"(?:(?P<y>\d{4})[/-](?P<m>\d\d?)[/-](?P<d>\d\d?)|(?P<d2>\d\d?)[/-](?P<m2>\d\d?)[/-](?P<y2>\d{4}))"
_CLOCK = r"(?:[ T]+(?P<h>\d\d?):(?P<i>\d\d)(?::(?P<s>\d\d))?(?:\.\d+)?\s*(?P<half>[AaPp][Mm])?)?"
_MOMENT = re.compile(rf"{_DAY}{_CLOCK}\s*(?P<zone>Z|[+-]\d\d:?\d\d)?")
#: A package names no zone; it means Viet Nam's.
_HERE = datetime.timezone(datetime.timedelta(hours=7))


def day_of(printed: str) -> str | None:
    """ISO date of a day in any of the orders that senders use; None for what is no day."""
    moment = _moment(printed)
    return moment.date().isoformat() if moment else None


def time_of(printed: str) -> str | None:
    """ISO time with zone; None for what is no time."""
    moment = _moment(printed)
    return moment.isoformat() if moment else None


def day_of_milliseconds(printed: str) -> str | None:
    """ISO date, in Viet Nam, of milliseconds since 1970."""
    if not re.fullmatch(r"-?\d{1,14}", printed):
        return day_of(printed)
    moment = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(milliseconds=int(printed))
    return moment.astimezone(_HERE).date().isoformat()


def printed_day(iso: str) -> str:
    """ "2015-09-30" → "2015/09/30"."""
    return iso.replace("-", "/")


def printed_time(iso: str) -> str:
    """ "2015-09-30T10:20:30+07:00" → "2015/09/30 10:20:30", in Viet Nam's time."""
    moment = datetime.datetime.fromisoformat(iso)
    return f"{moment.astimezone(_HERE) if moment.tzinfo else moment:%Y/%m/%d %H:%M:%S}"


def _moment(printed: str) -> datetime.datetime | None:
    found = _MOMENT.fullmatch(printed.strip())
    if found is None:
        return None
    year, month, day = (int(found[part] or found[f"{part}2"]) for part in "ymd")
    minute, second = int(found["i"] or 0), int(found["s"] or 0)
    hour = int(found["h"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "pm" else 0)
    try:
        moment = datetime.datetime(year, month, day, hour, minute, second, tzinfo=_HERE)
        return moment.replace(tzinfo=_zone(found["zone"])).astimezone(_HERE) if found["zone"] else moment
    except (ValueError, OverflowError):
        return None


def _zone(printed: str) -> datetime.timezone:
    if printed == "Z":
        return datetime.UTC
    sign = -1 if printed[0] == "-" else 1
    return datetime.timezone(sign * datetime.timedelta(hours=int(printed[1:3]), minutes=int(printed[-2:])))
