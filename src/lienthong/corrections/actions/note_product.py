"""Number and freeze the note on a product whose corrected version is out. Nobody acts: its words were approved with it.

The approval of the version is the approval of the note, because the note says nothing else: what the public is told
was wrong, the version that was out, and the version that holds.
"""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import SYSTEM, record
from lienthong.core import public, search
from lienthong.core.keys import key_of
from lienthong.corrections import events, items
from lienthong.corrections.models import Correction
from lienthong.corrections.noting import freeze
from lienthong.corrections.own import words_before, words_now
from lienthong.corrections.workflow import CORRECTION
from lienthong.newsroom.service import Product, Version
from lienthong.organisations.service import Position


@transaction.atomic
def note_product(version: Version, *, approved_by: Position) -> Correction | None:
    """The one note of ``version``, also when it is asked for twice or from two outlets at once.

    None where nothing was wrong with what the public has: an earlier version that comes late.
    """
    product = Product.objects.select_for_update().get(pk=version.product_id)
    known = Correction.objects.filter(product=product, version__number__gte=version.number).order_by("version__number")
    if (found := known.first()) is not None:
        return found if found.version_id == version.pk else None
    correction = Correction(
        office=product.office, kind=Correction.Kind.PRODUCT, product=product, version=version, claim=version.correction,
        truth=words_now(version), old=words_before(version), last_editor=version.by, edited_at=version.at,
    )  # fmt: skip
    correction.state = CORRECTION.move(Correction.State.WRITING, "follow")
    freeze(correction, approved_by, timezone.now())
    correction.save()
    search.index(correction, number=correction.printed, words=f"{correction.claim} {correction.truth}")
    public.changed(correction.office_id)
    items.tell_author(correction)
    record(
        events.FOLLOWED, correction, by=SYSTEM, office=key_of(correction.office), number=correction.printed,
        version=version.number, hash=correction.hash[:12],
    )  # fmt: skip
    return correction
