"""Take an edited Word file back: what it says otherwise waits, one by one, for a person."""

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.drafting import events
from lienthong.drafting.comparing import changes_in
from lienthong.drafting.models import Draft, DraftChange
from lienthong.drafting.writing import open_for
from lienthong.organisations.service import Actor

#: A Word file of a draft is far smaller.
MOST_BYTES = 20 * 1024 * 1024


@transaction.atomic
def come_back(actor: Actor, draft: Draft, upload: File) -> list[DraftChange]:
    """Replace what waited of an earlier file by the changes of this one; the file itself is not kept."""
    draft = open_for(actor, draft)
    if upload.size > MOST_BYTES:
        raise Refused(_("Tệp lớn hơn 20 MB. Hãy bỏ ảnh trong tệp rồi tải lại."), field="file")
    with site_language():
        found = changes_in(draft, upload.read())
    draft.changes.all().delete()
    DraftChange.objects.bulk_create(
        DraftChange(
            draft=draft, order=order, kind=one.kind, where=one.where[:300], target=one.target, field=one.field,
            old=one.old, new=one.new,
        )
        for order, one in enumerate(found, start=1)
    )  # fmt: skip
    record(events.CAME_BACK, draft, by=actor.stamp, count=len(found))
    return list(draft.changes.all())
