"""Partial days: "2025-08-06", "2025-08", "2025" in the database, dd/mm/yyyy and shorter on screen."""

import re
from datetime import date

_TYPED = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})")


def shown(iso: str) -> str:
    """ "06/08/2025", "08/2025", "2025"; nothing for nothing."""
    return "/".join(reversed(iso.split("-"))) if iso else ""


def parsed(typed: str) -> str:
    """The ISO form of what a person typed; ISO is taken too. :class:`ValueError` for what is no day of the calendar."""
    typed = typed.strip()
    if not typed:
        return ""
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", typed):
        year, month, day = [*typed.split("-"), "", ""][:3]
    else:
        match = _TYPED.fullmatch(typed)
        if match is None:
            raise ValueError(typed)
        day, month, year = (part or "" for part in match.groups())
    date(int(year), int(month or 1), int(day or 1))
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
