"""What this room shows on the public site: corrections, their feed, and the question "Có đúng không?"."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienthong.core.public import Found, PublicPage, PublicSection, Searched, register_section
from lienthong.corrections.models import Correction

_ON_FIRST_PAGE = 3


def public_url(correction: Correction) -> str:
    return reverse("corrections_one", args=[correction.year, correction.number])


def _pages(office_id: int) -> Iterator[PublicPage]:
    """The form and the page of a code are made for one reader; the feed is asked for its newest."""
    yield PublicPage(reverse("corrections_all"))
    yield PublicPage(reverse("corrections_ask"), as_file=False)
    for correction in Correction.objects.readable(office_id):
        yield PublicPage(public_url(correction), correction.closed_at or correction.published_at)


def _newest(office_id: int) -> Mapping[str, Any]:
    newest = Correction.objects.published(office_id)[:_ON_FIRST_PAGE]
    return {"corrections": newest} if newest else {}


def _found(correction: Correction) -> Found:
    assert correction.published_at is not None
    day = f"{timezone.localtime(correction.published_at):%d/%m/%Y}"
    return Found(correction.headline, public_url(correction), correction.truth, day)


register_section(
    PublicSection(
        name="corrections",
        title=pgettext_lazy("list", "Đính chính"),
        url_name="corrections_all",
        pages=_pages,
        searched=(Searched(Correction, _("Đính chính"), Correction.objects.published, _found),),
        block="corrections/public/block.html",
        block_context=_newest,
    )
)
