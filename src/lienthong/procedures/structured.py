"""What search engines read of a procedure and of a guide, in the words of schema.org."""

import re
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from lienthong.core.public import PublicSite
from lienthong.core.structured import office_of
from lienthong.procedures.guiding import GuideStep
from lienthong.procedures.models import Audience, GuideVersion, ProcedureVersion

_FREE = ("miễn phí", "không", "không thu phí")
#: "8.000 đồng": one price for everybody. Any other words are for people to read.
_PRICE = re.compile(r"(\d{1,3}(?:\.\d{3})*|\d+) ?(?:đồng|đ|VNĐ|VND)\.?")


def procedure_said(version: ProcedureVersion, site: PublicSite, request: HttpRequest) -> dict[str, Any]:
    """The procedure as GovernmentService, handed in at a counter and, where there is a link, online."""
    place, address = " ".join(version.place.splitlines()), site.office.place
    counter = {"@type": "ServiceChannel", "serviceLocation": {"@type": "Place", "name": place, "address": address}}
    online = {"@type": "ServiceChannel", "serviceUrl": version.link}
    price = price_of(version.fee)
    return {
        "@type": "GovernmentService",
        "name": version.title,
        "description": description_of(version),
        "identifier": version.procedure.code,
        "serviceType": version.field,
        "provider": office_of(site, request),
        "areaServed": {"@type": "AdministrativeArea", "name": address or site.office.name},
        "audience": _audience(version),
        "availableChannel": [counter, online] if version.link else [counter],
        "offers": {"@type": "Offer", "price": price, "priceCurrency": "VND"} if price is not None else None,
    }


def description_of(version: ProcedureVersion) -> str:
    """The three things that people ask first."""
    said = {"place": " ".join(version.place.splitlines()), "time": version.time_limit, "fee": version.fee}
    return _("Nơi nộp hồ sơ: %(place)s. Thời hạn giải quyết: %(time)s. Phí, lệ phí: %(fee)s.") % said


def price_of(fee: str) -> int | None:
    """Đồng, where one sum or none is said; None where people have to read."""
    if fee.strip(" .").casefold() in _FREE:
        return 0
    found = _PRICE.fullmatch(fee.strip())
    return int(found.group(1).replace(".", "")) if found else None


def guide_said(version: GuideVersion, steps: Iterable[GuideStep], site: PublicSite, request: HttpRequest) -> Any:
    return {
        "@type": "HowTo",
        "name": version.title,
        "description": version.lead,
        "inLanguage": "vi",
        "audience": _audience(version),
        "publisher": office_of(site, request),
        "step": [{"@type": "HowToStep", "position": n, "text": step.text} for n, step in enumerate(steps, 1)],
    }


def _audience(version: ProcedureVersion | GuideVersion) -> dict[str, str]:
    return {"@type": "Audience", "audienceType": str(Audience(version.audience).label)}
