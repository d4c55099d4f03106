"""Parts that packages and status messages share, read from XML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from vanban.edxml.model import Organ, ResponseFor, Staff
from vanban.edxml.moments import day_of, time_of
from vanban.edxml.xml import first, text
from vanban.model import Remark


@dataclass
class Fields:
    """Reads values and keeps a remark for each that is not of its kind."""

    remarks: list[Remark] = field(default_factory=list)

    def day(self, element: etree._Element | None, *path: str) -> str | None:
        return self._moment(text(element, *path), day_of)

    def time(self, element: etree._Element | None, *path: str) -> str | None:
        return self._moment(text(element, *path), time_of)

    def number(self, element: etree._Element | None, *path: str) -> int | None:
        printed = text(element, *path)
        if printed is None:
            return None
        if printed.isascii() and printed.lstrip("-").isdigit() and len(printed) < 10:
            return int(printed)
        self.remarks.append(Remark("number", f"Mục {path[-1]} phải là số, gói tin ghi “{printed}”; đã bỏ qua."))
        return None

    def flag(self, element: etree._Element | None, *path: str) -> bool | None:
        printed = (text(element, *path) or "").lower()
        return {"1": True, "true": True, "0": False, "false": False}.get(printed)

    def response_for(self, element: etree._Element) -> ResponseFor:
        return ResponseFor(
            text(element, "organid"),
            text(element, "code"),
            self.day(element, "promulgationdate"),
            text(element, "documentid"),
        )

    def _moment(self, printed: str | None, read: Callable[[str], str | None]) -> str | None:
        if printed is None:
            return None
        value = read(printed)
        if value is None:
            self.remarks.append(Remark("date", f"Không hiểu ngày “{printed}” trong gói tin; đã bỏ qua."))
        return value


def organ(element: etree._Element | None) -> Organ | None:
    """A body, or None where the element says nothing."""
    if element is None:
        return None
    names = ("organid", "organname", "organizationincharge", "organadd", "email", "telephone", "fax", "website")
    values = [text(element, name) for name in names]
    return Organ(*values) if any(values) else None


def staff(element: etree._Element | None) -> Staff | None:
    """Whom to ask, or None where the element says nothing."""
    found = first(element, "staffinfo")
    values = [text(found, name) for name in ("department", "staff", "email", "mobile")]
    return Staff(*values) if any(values) else None
