"""Record that the public sheet hangs at the office, with a photo of it."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.file_kinds import sha256_of
from lienthong.core.pictures import drawn_anew
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.procedures import events
from lienthong.procedures.models import Posting, Procedure
from lienthong.procedures.permissions import thing_abilities
from lienthong.procedures.posting import CHECKLIST, taken_at


@transaction.atomic
def post_procedure(
    actor: Actor, procedure: Procedure, *, picture: File, place: str, posted_on: date, seen: Iterable[str],
    explanation: str = "",
) -> Posting:  # fmt: skip
    """``seen`` are keys of the checklist; all must be confirmed. The camera's day is kept, its place is not.

    ``explanation``: why the camera says another day than ``posted_on``, or none; needed then.
    """
    if not thing_abilities(actor, procedure).post:
        raise NotAllowed(_("Chỉ niêm yết thủ tục đang công khai của cơ quan mình."))
    if not place.strip():
        raise Refused(_("Hãy ghi nơi niêm yết."), field="place")
    if posted_on > timezone.localdate():
        raise Refused(_("Ngày niêm yết không được sau hôm nay."), field="posted_on")
    seen = [key for key in CHECKLIST if key in set(seen)]
    if missing := [str(label) for key, label in CHECKLIST.items() if key not in seen]:
        raise Refused(_("Chưa xác nhận: %(what)s") % {"what": missing[0]}, field="seen")
    taken = taken_at(picture)
    if not explanation.strip() and (taken is None or timezone.localdate(taken) != posted_on):
        raise Refused(_unlike(taken), field="explanation")
    drawn, _width, _height = drawn_anew(picture)
    posting = Posting(
        version=procedure.current, place=place.strip()[:200], posted_on=posted_on, seen=seen, taken_at=taken,
        explanation=explanation.strip()[:300],
        sha256=sha256_of(drawn), added_by=actor.own_position,
    )  # fmt: skip
    posting.photo.save(posting.sha256[:32] + ".webp", drawn, save=False)
    posting.save()
    day = f"{posted_on:%d/%m/%Y}"
    record(events.POSTED, procedure, by=actor.stamp, place=posting.place, date=day)
    return posting


def _unlike(taken: datetime | None) -> str:
    if taken is None:
        return _("Ảnh không ghi ngày chụp. Hãy ghi vì sao.")
    day = f"{timezone.localdate(taken):%d/%m/%Y}"
    return _("Ảnh chụp ngày %(day)s, khác ngày niêm yết. Hãy ghi vì sao.") % {"day": day}
