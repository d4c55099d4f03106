"""What programs read of published corrections: ClaimReview of schema.org, and a feed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from lienthong.core.public import PublicSite
from lienthong.core.structured import json_ld
from lienthong.corrections.models import Correction, Label
from lienthong.corrections.section import public_url

#: Corrections that the feed holds, the newest first.
_MOST = 50
#: Letters of a corrected text that the feed holds; the page has the whole.
_LONG = 1000
#: A rating has a number beside its word: 1 is as wrong as can be.
_RATINGS = {Label.RIGHT: 5, Label.INCOMPLETE: 3, Label.WRONG: 1, Label.SCAM: 1}


def claim_review(correction: Correction, request: HttpRequest) -> SafeString:
    """JSON-LD of a claim that stands; "" for any other correction. Whose claim it is stands nowhere."""
    if correction.kind != Correction.Kind.CLAIM or correction.state != Correction.State.PUBLISHED:
        return SafeString("")
    note = correction.note
    office = {"@type": "GovernmentOrganization", "name": note["office"], "url": request.build_absolute_uri("/")}
    return json_ld({
        "@type": "ClaimReview",
        "url": request.build_absolute_uri(public_url(correction)),
        "datePublished": note["published_at"],
        "inLanguage": "vi",
        "claimReviewed": note["claim"],
        "author": office,
        "publisher": office,
        "reviewBody": note["truth"],
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[Label(note["label"])],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": note["label_name"],
        },
        "itemReviewed": {"@type": "Claim", "name": note["claim"], "about": {"@type": "Thing", "name": note["heading"]}},
        "citation": [one["source"] for one in note["passages"]],
    })  # fmt: skip


def feed_of(site: PublicSite, request: HttpRequest, address: str, home: str) -> Atom1Feed:
    """What stands, and what was withdrawn or replaced: readers of a feed have read it, so they read that as well."""
    name = site.office.name
    feed = Atom1Feed(
        title=_("Đính chính của %(office)s") % {"office": name}, link=request.build_absolute_uri(home),
        description=_("Đính chính thông tin về dịch vụ công, về lừa đảo và về tin bài, văn bản của cơ quan"),
        language="vi", author_name=name, feed_url=request.build_absolute_uri(address),
    )  # fmt: skip
    for correction in Correction.objects.readable(site.office_id)[:_MOST]:
        link = request.build_absolute_uri(public_url(correction))
        feed.add_item(
            title=_title(correction), link=link, description=_summary(correction), unique_id=link,
            pubdate=correction.published_at, updateddate=correction.closed_at or correction.published_at,
        )  # fmt: skip
    return feed


def _title(correction: Correction) -> str:
    note = correction.note
    before = {
        Correction.State.WITHDRAWN: _("Đã rút"),
        Correction.State.REPLACED: _("Đã thay"),
    }.get(Correction.State(correction.state), note["label_name"] or _("Đính chính"))
    return f"{before}: {correction.headline}"


def _summary(correction: Correction) -> Any:
    note = correction.note
    assert correction.published_at is not None
    words = {"number": note["number"], "day": f"{timezone.localtime(correction.published_at):%d/%m/%Y}"}
    own = f"{note['claim']}\n\n{Truncator(note['truth']).chars(_LONG)}"
    said = note["truth"] if correction.kind == Correction.Kind.CLAIM else own
    return f"{said}\n\n{_('Đính chính số %(number)s ngày %(day)s') % words}"
